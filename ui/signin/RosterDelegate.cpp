// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/RosterDelegate.h"

#include "ui/signin/RosterModel.h"
#include "ui/theme/Theme.h"

#include <QPainter>

namespace handbell::ui {

namespace {

constexpr int SidePadding = 8;
constexpr int VerticalPadding = 5;

} // namespace

RosterDelegate::RosterDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

int RosterDelegate::rowHeight() const
{
    return QFontMetrics(m_theme.font(TextSize::Body)).height() + 2 * VerticalPadding;
}

QSize RosterDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {100, rowHeight()};
}

void RosterDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    const bool chosen = option.state & QStyle::State_Selected;
    if (chosen)
        painter->fillRect(option.rect, m_theme.color(Token::AccentSoft));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, m_theme.color(Token::Hover));
    if (chosen) {
        const QRect mark(option.rect.left(), option.rect.top(), 3, option.rect.height());
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, mark),
                          m_theme.color(Token::Accent));
    }
    const int flags = int(Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine);
    QRect words = option.rect.adjusted(SidePadding, 0, -SidePadding, 0);
    const QFont nameFont = m_theme.font(TextSize::Body, chosen ? Weight::Semibold : Weight::Regular);
    const QFontMetrics metrics(nameFont);
    const QString name =
        metrics.elidedText(index.data(RosterModel::NameRole).toString(), Qt::ElideRight, words.width());
    painter->setFont(nameFont);
    painter->setPen(m_theme.color(Token::Text));
    painter->drawText(QStyle::visualRect(option.direction, option.rect, words), flags, name);
    words.setLeft(words.left() + metrics.horizontalAdvance(name) + SidePadding);
    const QFont roleFont = m_theme.font(TextSize::Small);
    painter->setFont(roleFont);
    painter->setPen(m_theme.color(Token::Muted));
    painter->drawText(QStyle::visualRect(option.direction, option.rect, words), flags,
                      QFontMetrics(roleFont).elidedText(index.data(RosterModel::JobRole).toString(),
                                                        Qt::ElideRight, words.width()));
    painter->restore();
}

} // namespace handbell::ui
