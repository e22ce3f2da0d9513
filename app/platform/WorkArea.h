// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRect>

class QScreen;

namespace handbell::platform {

//! What task bars and panels leave of \a screen, in device-independent pixels. QScreen::availableGeometry()
//! says so, except on X11 with several screens: there the desktop tells one area for all of them together, of
//! which Qt makes now the whole screen, now one without the panels of another. There the panels themselves
//! are asked. GUI thread only.
[[nodiscard]] QRect workArea(const QScreen &screen);

} // namespace handbell::platform
