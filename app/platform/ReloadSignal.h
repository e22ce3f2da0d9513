// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QObject>

#include <memory>

namespace handbell::platform {

//! A service manager's "read your files again" as a Qt signal: SIGHUP on POSIX. Windows has no such request,
//! so there it never comes. For servers: install it after TerminationSignal, which takes SIGHUP for the end
//! of a session. One at a time, on a thread with an event loop.
class ReloadSignal final : public QObject
{
    Q_OBJECT

public:
    //! AlreadyExists while another object has the handler, IoError where the system refuses.
    [[nodiscard]] static Result<std::unique_ptr<ReloadSignal>> install();
    ~ReloadSignal() override;

Q_SIGNALS:
    //! Somebody asked. On the object's thread.
    void requested();

private:
    struct Private;
    explicit ReloadSignal(std::unique_ptr<Private> data);
    std::unique_ptr<Private> m_d;
};

} // namespace handbell::platform
