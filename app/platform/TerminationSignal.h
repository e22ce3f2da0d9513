// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QObject>

#include <memory>

namespace handbell::platform {

//! The operating system's "please stop" as a Qt signal: SIGTERM, SIGINT and SIGHUP on POSIX; Ctrl-C,
//! Ctrl-Break, a closed console, log-off and shutdown on Windows. Handlers belong to the process, so there is
//! one of these at a time; it lives on the thread that made it, which needs an event loop.
//!
//! Further requests while a stop is under way are taken and dropped: wrappers, terminals and service managers
//! like to ask twice, and a clean stop must not be cut short by that. A stop that hangs is ended by SIGKILL
//! or the task manager.
class TerminationSignal final : public QObject
{
    Q_OBJECT

public:
    //! Takes the handlers over. AlreadyExists while another object has them, IoError where the system
    //! refuses.
    [[nodiscard]] static Result<std::unique_ptr<TerminationSignal>> install();
    //! Gives them back. On Windows a request to close, log off or shut down waits for this before it lets
    //! the system end the process.
    ~TerminationSignal() override;

Q_SIGNALS:
    //! Somebody asked the process to stop. Emitted once, on the object's thread.
    void requested();

private:
    struct Private;
    explicit TerminationSignal(std::unique_ptr<Private> data);
    std::unique_ptr<Private> m_d;
};

} // namespace handbell::platform
