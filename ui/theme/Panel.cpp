// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/Panel.h"

#include "ui/theme/Theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace handbell::ui {

Panel::Panel(const Theme &theme, const Style &style, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_style(style)
{
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Panel::setPanelStyle(const Style &style)
{
    m_style = style;
    update();
}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = m_theme.radius(m_style.radius);
    const QRectF outer(rect());
    QPainterPath shape;
    shape.addRoundedRect(outer, radius, radius);
    painter.fillPath(shape, m_theme.color(m_style.fill));
    if (m_style.frame != Frame::None) {
        QPen pen(m_theme.color(m_style.line), 1);
        if (m_style.frame == Frame::Dashed)
            pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.drawRoundedRect(outer.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5);
    }
    if (m_style.stripe) {
        const QRect edge =
            QStyle::visualRect(layoutDirection(), rect(), {0, 0, m_style.stripeWidth, height()});
        QPainterPath stripe;
        stripe.addRect(edge);
        painter.fillPath(shape.intersected(stripe), m_theme.color(*m_style.stripe));
    }
}

Separator::Separator(const Theme &theme, Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    if (orientation == Qt::Horizontal) {
        setFixedHeight(1);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    } else {
        setFixedWidth(1);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    }
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Separator::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(Token::Line));
}

} // namespace handbell::ui
