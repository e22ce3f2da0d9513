// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QObject>

#include <memory>

namespace handbell::platform {

//! Keys that reach Handbell whatever program has the keyboard: always Ctrl+Alt and one more. Each is taken
//! from all other programs while it is held, so hold none longer than it is needed. GUI thread only.
class GlobalShortcuts : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Windows and X11; elsewhere (Wayland, macOS) one that holds nothing, and says so once in the log.
    [[nodiscard]] static std::unique_ptr<GlobalShortcuts> make();

    //! Takes Ctrl+Alt+\a key: a digit, a letter, or Key_Space. NotPermitted where another program has it or
    //! the system has no such thing. Holding a key twice is holding it once.
    [[nodiscard]] virtual Result<void> hold(Qt::Key key) = 0;
    virtual void release(Qt::Key key) = 0;

Q_SIGNALS:
    void pressed(Qt::Key key);
};

} // namespace handbell::platform
