// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <qwindowdefs.h>

namespace handbell::platform {

//! The window, of whatever program, that has the keyboard; 0 where there is none, and where a program cannot
//! know (Wayland, macOS). GUI thread only.
[[nodiscard]] WId windowWithKeyboard();

//! Gives the keyboard to \a window, of whatever program. Only for what somebody at this keyboard just asked
//! for: the desktop is told so, and obeys. False where the window is gone or not to be seen, and where the
//! system has no such thing; then nothing was done. GUI thread only.
[[nodiscard]] bool giveKeyboardTo(WId window);

} // namespace handbell::platform
