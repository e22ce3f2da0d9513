// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to this library, POSIX alone.

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <signal.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace handbell::platform {

//! Turns POSIX signals into calls from the event loop. The handler of a signal may touch next to nothing
//! (signal-safety(7)), so it writes a byte into a pipe. Handlers belong to the process: one object a \a
//! Purpose.
template <class Purpose>
class SignalPipe
{
public:
    SignalPipe() = default;
    SignalPipe(const SignalPipe &) = delete;
    SignalPipe &operator=(const SignalPipe &) = delete;
    ~SignalPipe()
    {
        m_notifier.reset();
        for (const auto &[number, action] : m_previous)
            ::sigaction(number, &action, nullptr);
        if (m_isOurs)
            s_descriptor = -1;
        for (const int end : m_pipe) {
            if (end >= 0)
                ::close(end);
        }
    }

    //! Whether an object of this purpose has its handlers in place.
    [[nodiscard]] static bool isTaken() { return s_descriptor.load() >= 0; }

    //! Takes over \a signals; \a raised is called in this thread's event loop, once for several that came
    //! together. False where the system refuses.
    [[nodiscard]] bool listen(std::initializer_list<int> signals, std::function<void()> raised)
    {
        if (::pipe(m_pipe.data()) != 0 || !setUpEnd(m_pipe[0]) || !setUpEnd(m_pipe[1]))
            return false;
        s_descriptor = m_pipe[1];
        m_isOurs = true;
        for (const int number : signals) {
            struct sigaction action = {};
            struct sigaction previous = {};
            action.sa_handler = wake;
            action.sa_flags = SA_RESTART;
            sigemptyset(&action.sa_mask);
            if (::sigaction(number, &action, &previous) != 0)
                return false;
            m_previous.emplace_back(number, previous);
        }
        m_notifier = std::make_unique<QSocketNotifier>(m_pipe[0], QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(),
                         [this, raised = std::move(raised)] {
                             char bytes[64];
                             while (::read(m_pipe[0], bytes, sizeof bytes) > 0) {
                             }
                             raised();
                         });
        return true;
    }

private:
    static void wake(int)
    {
        const int saved = errno;
        const char byte = 1;
        const auto written = ::write(s_descriptor.load(), &byte, 1);
        static_cast<void>(written); // a full pipe already says what there is to say
        errno = saved;
    }
    static bool setUpEnd(int descriptor)
    {
        return ::fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 && ::fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0;
    }

    //! Where the handler writes; -1 while nobody listens.
    static inline std::atomic<int> s_descriptor{-1};
    static_assert(std::atomic<int>::is_always_lock_free);

    std::array<int, 2> m_pipe{-1, -1};
    std::vector<std::pair<int, struct sigaction>> m_previous;
    bool m_isOurs = false;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace handbell::platform
