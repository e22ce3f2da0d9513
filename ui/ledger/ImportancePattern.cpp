// SPDX-License-Identifier: Apache-2.0
#include "ui/ledger/ImportancePattern.h"

#include "ui/alerts/AlertWords.h"
#include "ui/theme/FlowLayout.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace handbell::ui {

using protocol::Importance;

namespace {

//! Distance of stripes and of dots, in device-independent pixels.
constexpr qreal PatternStep = 6;

void paintStripes(QPainter &painter, const QRectF &area)
{
    for (qreal x = area.left() - area.height(); x < area.right(); x += PatternStep)
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()));
}

void paintDots(QPainter &painter, const QRectF &area)
{
    bool shifted = false;
    for (qreal y = area.top() + PatternStep / 2; y < area.bottom(); y += PatternStep / 2) {
        for (qreal x = area.left() + (shifted ? PatternStep : PatternStep / 2); x < area.right();
             x += PatternStep)
            painter.drawEllipse(QPointF(x, y), 0.9, 0.9);
        shifted = !shifted;
    }
}

//! A patch of the pattern, as wide as text is high.
class Swatch : public QWidget
{
public:
    Swatch(const Theme &theme, Importance importance)
        : m_theme(theme)
        , m_importance(importance)
    {
        setFixedSize(24, 14);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintImportance(painter, QRectF(rect()), m_importance, m_theme);
    }

private:
    const Theme &m_theme;
    Importance m_importance;
};

} // namespace

void paintImportance(QPainter &painter, const QRectF &area, Importance importance, const Theme &theme)
{
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    const QColor colour = theme.color(AlertWords::importanceToken(importance));
    painter.fillRect(area, colour);
    painter.setRenderHint(QPainter::Antialiasing);
    if (importance == Importance::Important) {
        painter.setPen(QPen(theme.color(Token::Surface), 2));
        paintStripes(painter, area);
    } else if (importance == Importance::Urgent) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::Surface));
        paintDots(painter, area);
    }
    painter.restore();
    // A frame holds the stripes together where they run out into the background.
    painter.save();
    painter.setPen(QPen(colour, 1));
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.restore();
}

ImportanceKey::ImportanceKey(const Theme &theme, QWidget *parent)
    : QWidget(parent)
{
    auto *row = new FlowLayout(theme.spacing(Space::Large), this);
    for (const Importance importance : {Importance::Routine, Importance::Important, Importance::Urgent}) {
        auto *entry = new QWidget;
        auto *inside = new QHBoxLayout(entry);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->setSpacing(theme.spacing(Space::Small));
        inside->addWidget(new Swatch(theme, importance));
        inside->addWidget(
            new TextLabel(theme, TextSize::Body, Token::Text, AlertWords::importance(importance)));
        row->addWidget(entry);
    }
}

} // namespace handbell::ui
