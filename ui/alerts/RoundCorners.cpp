// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/RoundCorners.h"

#include "ui/theme/Theme.h"

#include <QBitmap>
#include <QPainter>
#include <QPainterPath>
#include <QWidget>

namespace handbell::ui {

void roundCorners(QWidget &window, const Theme &theme)
{
    const int radius = theme.radius(Radius::Panel);
    QBitmap shape(window.size());
    shape.fill(Qt::color0);
    QPainter painter(&shape);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::color1);
    painter.drawRoundedRect(shape.rect(), radius, radius);
    painter.end();
    window.setMask(shape);
}

void paintRoundFrame(QWidget &window, const Theme &theme, Token fill)
{
    QPainter painter(&window);
    painter.fillRect(window.rect(), theme.color(Token::Line));
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = theme.radius(Radius::Panel);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(window.rect()).adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    painter.fillPath(shape, theme.color(fill));
}

} // namespace handbell::ui
