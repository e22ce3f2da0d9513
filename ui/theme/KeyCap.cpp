// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/KeyCap.h"

#include "ui/theme/Theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace handbell::ui::keycap {

namespace {

QFont font(const Theme &theme)
{
    return theme.font(TextSize::Small, Weight::Semibold);
}

} // namespace

Colors defaultColors(const Theme &theme)
{
    return {theme.color(Token::Line), theme.color(Token::Bg), theme.color(Token::Muted)};
}

QSize size(const Theme &theme, const QString &key)
{
    const QFontMetrics metrics(font(theme));
    const int height = metrics.ascent() + metrics.descent() + 1;
    return {qMax(metrics.horizontalAdvance(key) + 8, height), height};
}

void paint(QPainter &painter, const Theme &theme, const QRect &rect, const QString &key, const Colors &colors)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(colors.fill);
    const qreal radius = theme.radius(Radius::KeyCap);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setPen(colors.words);
    painter.setFont(font(theme));
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, key);
    painter.restore();
}

} // namespace handbell::ui::keycap
