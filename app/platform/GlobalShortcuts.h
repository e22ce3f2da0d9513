// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QObject>

#include <compare>
#include <memory>

namespace handbell::platform {

//! A digit, a letter or Key_Space together with the keys of a chord.
struct GlobalShortcut
{
    enum class Chord {
        CtrlAlt, //!< also what AltGr is on Windows: nothing that types a character there
        CtrlShiftAlt
    };

    Qt::Key key = Qt::Key_unknown;
    Chord chord = Chord::CtrlAlt;

    friend auto operator<=>(const GlobalShortcut &, const GlobalShortcut &) = default;
};

//! Keys that reach Handbell whatever program has the keyboard. Each is taken from all other programs while it
//! is held, so hold none longer than it is needed. GUI thread only.
class GlobalShortcuts : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Windows and X11; elsewhere (Wayland, macOS) one that holds nothing, and says so once in the log.
    [[nodiscard]] static std::unique_ptr<GlobalShortcuts> make();

    //! Takes \a shortcut. NotPermitted where another program has it or the system has no such thing. Holding
    //! one twice is holding it once.
    [[nodiscard]] virtual Result<void> hold(const GlobalShortcut &shortcut) = 0;
    virtual void release(const GlobalShortcut &shortcut) = 0;

Q_SIGNALS:
    void pressed(const handbell::platform::GlobalShortcut &shortcut);
};

} // namespace handbell::platform
