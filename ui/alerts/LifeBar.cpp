// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/LifeBar.h"

#include "ui/theme/Theme.h"

#include <QPainter>

namespace handbell::ui {

namespace {

constexpr int Thickness = 3;

} // namespace

LifeBar::LifeBar(const Theme &theme, Token token, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_token(token)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void LifeBar::setShare(double share)
{
    m_share = qBound(0.0, share, 1.0);
    update();
}

void LifeBar::setToken(Token token)
{
    m_token = token;
    update();
}

QSize LifeBar::sizeHint() const
{
    return {Thickness * 8, Thickness};
}

void LifeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF whole(0, 0, width(), Thickness);
    painter.setBrush(m_theme.color(Token::Line));
    painter.drawRoundedRect(whole, Thickness / 2.0, Thickness / 2.0);
    QRectF left = whole;
    left.setWidth(whole.width() * m_share);
    if (layoutDirection() == Qt::RightToLeft)
        left.moveRight(whole.right());
    painter.setBrush(m_theme.color(m_token));
    painter.drawRoundedRect(left, Thickness / 2.0, Thickness / 2.0);
}

} // namespace handbell::ui
