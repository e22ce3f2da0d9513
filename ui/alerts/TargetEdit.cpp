// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/TargetEdit.h"

#include "ui/theme/Theme.h"

#include <QPainter>
#include <QStyle>

namespace handbell::ui {

TargetEdit::TargetEdit(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    setFrame(false);
    setFont(theme.font(TextSize::Heading));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TargetEdit::setMeaning(const QString &meaning)
{
    m_meaning = meaning;
    setAccessibleDescription(meaning);
    update();
}

void TargetEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_meaning.isEmpty() || (text().isEmpty() && !placeholderText().isEmpty()))
        return;
    QPainter painter(this);
    painter.setPen(m_theme.color(Token::Muted));
    const int typed = fontMetrics().horizontalAdvance(text());
    const int indent = typed > 0 ? typed + fontMetrics().averageCharWidth() * 2 : 2;
    QRect area = contentsRect();
    area.setLeft(area.left() + indent);
    if (area.width() < fontMetrics().averageCharWidth() * 4)
        return;
    painter.drawText(QStyle::visualRect(layoutDirection(), contentsRect(), area),
                     Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_meaning, Qt::ElideRight, area.width()));
}

} // namespace handbell::ui
