// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>

namespace handbell::ui {

//! What the tray icon says about this workstation. One overlay at the bottom right, told by shape as well as
//! colour.
enum class TrayState {
    SignedOut,    //!< nobody is signed in: the bell alone, greyed
    Available,    //!< disc with a tick
    Consultation, //!< door
    Busy,         //!< disc with a bar
    Away,         //!< clock
    OnBreak,      //!< cup
    NotConnected, //!< octagon with an exclamation mark: alerts cannot reach this workstation
};

//! The tray icon for \a state, drawn for the pixel grid at 16, 20, 24 and 32 px (and doubled for scaled
//! screens). Its colours read on light and dark task bars alike, so it does not depend on the theme. \a
//! unread above nought adds a dot at the top right; the number itself belongs in the tool tip.
[[nodiscard]] QIcon trayIcon(TrayState state, int unread);

//! The program's own icon for windows, task bar and switcher: 16 to 256 px.
[[nodiscard]] QIcon applicationIcon();

} // namespace handbell::ui
