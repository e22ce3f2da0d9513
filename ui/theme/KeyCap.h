// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QRect>
#include <QString>

class QPainter;

namespace handbell::ui {

class Theme;

//! How a key cap is measured and painted, for labels, buttons and item delegates alike.
namespace keycap {

struct Colors
{
    QColor line;
    QColor fill;
    QColor words;
};

//! The colours on Surface, Raised and Bg.
[[nodiscard]] Colors defaultColors(const Theme &theme);
//! Device-independent pixels; never narrower than high.
[[nodiscard]] QSize size(const Theme &theme, const QString &key);
void paint(QPainter &painter, const Theme &theme, const QRect &rect, const QString &key,
           const Colors &colors);

} // namespace keycap

} // namespace handbell::ui
