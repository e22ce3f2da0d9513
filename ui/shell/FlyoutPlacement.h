// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

namespace handbell::ui {

//! Where a flyout of \a size stands beside the tray icon at \a icon, on the screen whose space without the
//! task bar is \a available: next to the task bar, along it as near to the icon as fits. An empty \a icon
//! (some desktops do not tell) stands for the bottom right corner.
[[nodiscard]] QPoint flyoutPosition(const QSize &size, const QRect &icon, const QRect &available);

} // namespace handbell::ui
