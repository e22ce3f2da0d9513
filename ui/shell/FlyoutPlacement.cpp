// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/FlyoutPlacement.h"

#include <QtGlobal>

namespace handbell::ui {

namespace {

constexpr int Margin = 12;

} // namespace

QPoint flyoutPosition(const QSize &size, const QRect &icon, const QRect &available)
{
    const int left = available.left() + Margin;
    const int top = available.top() + Margin;
    const int right = qMax(left, available.right() + 1 - Margin - size.width());
    const int bottom = qMax(top, available.bottom() + 1 - Margin - size.height());
    if (icon.isEmpty())
        return {right, bottom};
    // Clamping does it for every side the task bar may be on: the icon lies outside the available space.
    const QPoint centre = icon.center();
    return {qBound(left, centre.x() - size.width() / 2, right),
            qBound(top, centre.y() - size.height() / 2, bottom)};
}

} // namespace handbell::ui
