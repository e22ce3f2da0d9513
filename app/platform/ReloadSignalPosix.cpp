// SPDX-License-Identifier: Apache-2.0
#include "platform/ReloadSignal.h"
#include "platform/SignalPipe.h"

namespace handbell::platform {

struct ReloadSignal::Private
{
    SignalPipe<ReloadSignal> signals;
};

Result<std::unique_ptr<ReloadSignal>> ReloadSignal::install()
{
    if (SignalPipe<ReloadSignal>::isTaken())
        return Error{ErrorCode::AlreadyExists, QStringLiteral("the reload signal is already handled")};
    std::unique_ptr<ReloadSignal> made(new ReloadSignal(std::make_unique<Private>()));
    if (!made->m_d->signals.listen({SIGHUP}, [target = made.get()] { Q_EMIT target->requested(); }))
        return Error{ErrorCode::IoError, QStringLiteral("the reload signal cannot be handled")};
    return made;
}

ReloadSignal::ReloadSignal(std::unique_ptr<Private> data)
    : m_d(std::move(data))
{
}

ReloadSignal::~ReloadSignal() = default;

} // namespace handbell::platform
