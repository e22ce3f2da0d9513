// SPDX-License-Identifier: Apache-2.0
#include "platform/TerminationSignal.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>
#include <utility>

namespace handbell::platform {

namespace {

constexpr std::array handledSignals{SIGTERM, SIGINT, SIGHUP};

//! Where the handler writes; -1 while nobody listens. A handler may touch nothing else (signal-safety(7)).
std::atomic<int> wakeDescriptor{-1};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void handbellWake(int)
{
    const int saved = errno;
    const char byte = 1;
    const auto written = ::write(wakeDescriptor.load(), &byte, 1);
    static_cast<void>(written); // a full pipe already says what there is to say
    errno = saved;
}

bool setUpEnd(int descriptor)
{
    return ::fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 && ::fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0;
}

} // namespace

struct TerminationSignal::Private
{
    std::array<int, 2> pipe{-1, -1};
    std::array<struct sigaction, handledSignals.size()> previous{};
    bool handling = false;
    std::unique_ptr<QSocketNotifier> notifier;

    ~Private()
    {
        notifier.reset();
        giveBack();
        wakeDescriptor = -1;
        for (const int end : pipe) {
            if (end >= 0)
                ::close(end);
        }
    }

    bool takeOver()
    {
        struct sigaction action
        {
        };
        action.sa_handler = handbellWake;
        action.sa_flags = SA_RESTART;
        sigemptyset(&action.sa_mask);
        handling = true;
        for (size_t i = 0; i < handledSignals.size(); ++i) {
            if (::sigaction(handledSignals.at(i), &action, &previous.at(i)) != 0)
                return false;
        }
        return true;
    }

    void giveBack()
    {
        if (!std::exchange(handling, false))
            return;
        for (size_t i = 0; i < handledSignals.size(); ++i)
            ::sigaction(handledSignals.at(i), &previous.at(i), nullptr);
    }
};

Result<std::unique_ptr<TerminationSignal>> TerminationSignal::install()
{
    if (wakeDescriptor.load() >= 0)
        return Error{ErrorCode::AlreadyExists, QStringLiteral("termination signals are already handled")};
    auto data = std::make_unique<Private>();
    if (::pipe(data->pipe.data()) != 0 || !setUpEnd(data->pipe[0]) || !setUpEnd(data->pipe[1]))
        return Error{ErrorCode::IoError, QStringLiteral("no pipe for termination signals")};
    wakeDescriptor = data->pipe[1];
    if (!data->takeOver())
        return Error{ErrorCode::IoError, QStringLiteral("termination signals cannot be handled")};
    return std::unique_ptr<TerminationSignal>(new TerminationSignal(std::move(data)));
}

TerminationSignal::TerminationSignal(std::unique_ptr<Private> data)
    : m_d(std::move(data))
{
    m_d->notifier = std::make_unique<QSocketNotifier>(m_d->pipe[0], QSocketNotifier::Read);
    connect(m_d->notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_d->notifier->setEnabled(false);
        Q_EMIT requested();
    });
}

TerminationSignal::~TerminationSignal() = default;

} // namespace handbell::platform
