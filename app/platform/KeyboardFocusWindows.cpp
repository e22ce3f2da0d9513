// SPDX-License-Identifier: Apache-2.0
#include "platform/KeyboardFocus.h"

#include <qt_windows.h>

namespace handbell::platform {

WId windowWithKeyboard()
{
    return reinterpret_cast<WId>(GetForegroundWindow());
}

bool giveKeyboardTo(WId window)
{
    // Windows lets a program do this that got the last key: its hot key, or a key in its own window.
    const auto handle = reinterpret_cast<HWND>(window);
    return IsWindow(handle) && IsWindowVisible(handle) && SetForegroundWindow(handle);
}

} // namespace handbell::platform
