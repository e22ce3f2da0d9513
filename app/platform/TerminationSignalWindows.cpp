// SPDX-License-Identifier: Apache-2.0
#include "platform/TerminationSignal.h"

#include <QMetaObject>
#include <QMutex>
#include <QMutexLocker>
#include <QSemaphore>
#include <qt_windows.h>

#include <utility>

namespace handbell::platform {

namespace {

//! How long a closing console, a log-off or a shutdown waits for a clean stop. Windows ends the process after
//! 5 s whatever the handler does (HandlerRoutine, "Timeouts").
constexpr int closeTimeoutMs = 4500;

//! The handler runs on a thread of the system's; this is what it may reach.
struct Shared
{
    QMutex mutex;
    TerminationSignal *target = nullptr;
    bool requested = false;
    QSemaphore gone;
};

Shared &shared()
{
    static Shared state;
    return state;
}

BOOL WINAPI handleControl(DWORD event)
{
    Shared &state = shared();
    {
        const QMutexLocker lock(&state.mutex);
        if (!state.target)
            return FALSE;
        if (!std::exchange(state.requested, true))
            QMetaObject::invokeMethod(state.target, &TerminationSignal::requested, Qt::QueuedConnection);
    }
    if (event == CTRL_CLOSE_EVENT || event == CTRL_LOGOFF_EVENT || event == CTRL_SHUTDOWN_EVENT)
        state.gone.tryAcquire(1, closeTimeoutMs); // returning ends the process
    return TRUE;
}

} // namespace

struct TerminationSignal::Private
{
};

Result<std::unique_ptr<TerminationSignal>> TerminationSignal::install()
{
    Shared &state = shared();
    std::unique_ptr<TerminationSignal> made(new TerminationSignal(std::make_unique<Private>()));
    {
        const QMutexLocker lock(&state.mutex);
        if (state.target)
            return Error{ErrorCode::AlreadyExists, QStringLiteral("termination signals are already handled")};
        state.target = made.get();
        state.requested = false;
        state.gone.tryAcquire(state.gone.available()); // of an earlier object, for which nobody waited
    }
    if (!SetConsoleCtrlHandler(handleControl, TRUE))
        return Error{ErrorCode::IoError, QStringLiteral("termination signals cannot be handled")};
    return made;
}

TerminationSignal::TerminationSignal(std::unique_ptr<Private> data)
    : m_d(std::move(data))
{
}

TerminationSignal::~TerminationSignal()
{
    Shared &state = shared();
    const QMutexLocker lock(&state.mutex);
    if (state.target != this)
        return;
    SetConsoleCtrlHandler(handleControl, FALSE);
    state.target = nullptr;
    state.gone.release();
}

} // namespace handbell::platform
