// SPDX-License-Identifier: Apache-2.0
#include "platform/SignalPipe.h"
#include "platform/TerminationSignal.h"

namespace handbell::platform {

struct TerminationSignal::Private
{
    SignalPipe<TerminationSignal> signals;
    bool requested = false;
};

Result<std::unique_ptr<TerminationSignal>> TerminationSignal::install()
{
    if (SignalPipe<TerminationSignal>::isTaken())
        return Error{ErrorCode::AlreadyExists, QStringLiteral("termination signals are already handled")};
    std::unique_ptr<TerminationSignal> made(new TerminationSignal(std::make_unique<Private>()));
    const bool listens = made->m_d->signals.listen({SIGTERM, SIGINT, SIGHUP}, [target = made.get()] {
        if (!std::exchange(target->m_d->requested, true))
            Q_EMIT target->requested();
    });
    if (!listens)
        return Error{ErrorCode::IoError, QStringLiteral("termination signals cannot be handled")};
    return made;
}

TerminationSignal::TerminationSignal(std::unique_ptr<Private> data)
    : m_d(std::move(data))
{
}

TerminationSignal::~TerminationSignal() = default;

} // namespace handbell::platform
