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
//! A second request is not held back: after the first, the system's own handling is in force again, so that a
//! stop that hangs can still be cut short.
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
