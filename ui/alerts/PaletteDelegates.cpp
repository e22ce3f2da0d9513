// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/PaletteDelegates.h"

#include "client/models/TargetModel.h"
#include "client/models/TemplateModel.h"
#include "ui/alerts/PaletteModels.h"
#include "ui/theme/KeyCap.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace handbell::ui {

namespace {

constexpr int IconSize = 16;
constexpr int SidePadding = 12;
constexpr int VerticalPadding = 6;
constexpr int Gap = 8;
constexpr int StarSize = 12;

void paintBackground(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option)
{
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, theme.color(Token::AccentSoft));
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, theme.color(Token::Hover));
    // Where the keyboard is, told by a mark at the edge: the selection alone stands in both columns.
    if ((option.state & QStyle::State_Selected) && (option.state & QStyle::State_HasFocus)) {
        const QRect mark(option.rect.left(), option.rect.top(), 3, option.rect.height());
        painter.fillRect(QStyle::visualRect(option.direction, option.rect, mark), theme.color(Token::Accent));
    }
}

void paintIcon(QPainter &painter, const Theme &theme, const QPoint &at, const QModelIndex &index,
               int iconRole, int tokenRole)
{
    const auto icon = static_cast<Icon>(index.data(iconRole).toInt());
    const auto token = static_cast<Token>(index.data(tokenRole).toInt());
    painter.drawPixmap(at, theme.pixmap(icon, token, IconSize, painter.device()->devicePixelRatioF()));
}

//! A star at the trailing edge of \a room, which it leaves smaller.
void paintStar(QPainter &painter, const Theme &theme, const QStyleOptionViewItem &option, QRect &room)
{
    const QRect star(room.right() + 1 - StarSize, room.top() + (room.height() - StarSize) / 2, StarSize,
                     StarSize);
    painter.drawPixmap(
        QStyle::visualRect(option.direction, option.rect, star).topLeft(),
        theme.pixmap(Icon::StarFull, Token::Accent, StarSize, painter.device()->devicePixelRatioF()));
    room.setRight(star.left() - Gap / 2);
}

QRect mirrored(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

} // namespace

TargetDelegate::TargetDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QRect TargetDelegate::sublineRect(const QRect &row, const QModelIndex &index) const
{
    const QFontMetrics name(m_theme.font(TextSize::Body));
    const QFontMetrics small(m_theme.font(TextSize::Small));
    const int left = row.left() + SidePadding + IconSize + Gap;
    const QRect room(left, row.top() + VerticalPadding + name.height(), row.right() - SidePadding - left + 1,
                     small.height() * 2);
    return small.boundingRect(room, Qt::TextWordWrap, index.data(TargetWords::SublineRole).toString());
}

void TargetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    paintBackground(*painter, m_theme, option);
    const QRect row = option.rect;
    const QRect icon(row.left() + SidePadding, row.top() + (row.height() - IconSize) / 2, IconSize, IconSize);
    paintIcon(*painter, m_theme, mirrored(option, icon).topLeft(), index, TargetWords::IconRole,
              TargetWords::TokenRole);
    const bool current = option.state & QStyle::State_Selected;
    const QFont font = m_theme.font(TextSize::Body, current ? Weight::Semibold : Weight::Regular);
    const QFontMetrics metrics(font);
    const int left = icon.right() + 1 + Gap;
    QRect name(left, row.top() + VerticalPadding, row.right() - SidePadding - left + 1, metrics.height());
    QRect subline = sublineRect(row, index);
    subline.setWidth(name.width());
    if (index.data(client::TargetModel::FavouriteRole).toBool())
        paintStar(*painter, m_theme, option, name);
    painter->setFont(font);
    painter->setPen(m_theme.color(Token::Text));
    painter->drawText(mirrored(option, name), Qt::AlignVCenter | Qt::TextSingleLine,
                      metrics.elidedText(index.data().toString(), Qt::ElideRight, name.width()));
    painter->setFont(m_theme.font(TextSize::Small));
    painter->setPen(m_theme.color(Token::Muted));
    painter->drawText(mirrored(option, subline), Qt::TextWordWrap,
                      index.data(TargetWords::SublineRole).toString());
    painter->restore();
}

QSize TargetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : 280;
    const QRect subline = sublineRect(QRect(0, 0, width, 0), index);
    return {width, subline.bottom() + 1 + VerticalPadding};
}

TemplateDelegate::TemplateDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void TemplateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    paintBackground(*painter, m_theme, option);
    const QRect row = option.rect;
    const QString number = index.data(TemplateWords::NumberRole).toString();
    const QSize cap = keycap::size(m_theme, QStringLiteral("0"));
    int x = row.left() + SidePadding;
    if (!number.isEmpty()) {
        keycap::Colors colors = keycap::defaultColors(m_theme);
        if (m_digits == Digits::Ring)
            colors = {m_theme.color(Token::Accent), m_theme.color(Token::Surface),
                      m_theme.color(Token::Accent)};
        const QRect place(x, row.top() + (row.height() - cap.height()) / 2, cap.width(), cap.height());
        keycap::paint(*painter, m_theme, mirrored(option, place), number, colors);
    }
    x += cap.width() + Gap;
    const QRect icon(x, row.top() + (row.height() - IconSize) / 2, IconSize, IconSize);
    paintIcon(*painter, m_theme, mirrored(option, icon).topLeft(), index, TemplateWords::IconRole,
              TemplateWords::TokenRole);
    x += IconSize + Gap;
    QRect text(x, row.top(), row.right() - SidePadding - x + 1, row.height());
    if (const int dial = m_speedDial.value(index.data(client::TemplateModel::IdRole).toLongLong());
        dial > 0) {
        painter->setFont(m_theme.font(TextSize::Small));
        painter->setPen(m_theme.color(Token::Muted));
        const QString words = QString::number(dial);
        const int width = QFontMetrics(painter->font()).horizontalAdvance(words);
        const QRect place(text.right() + 1 - width, text.top(), width, text.height());
        painter->drawText(mirrored(option, place), Qt::AlignVCenter | Qt::TextSingleLine, words);
        text.setRight(place.left() - Gap / 2);
        paintStar(*painter, m_theme, option, text);
    }
    const QFontMetrics metrics(m_theme.font(TextSize::Body));
    painter->setFont(m_theme.font(TextSize::Body));
    painter->setPen(m_theme.color(Token::Text));
    painter->drawText(mirrored(option, text), Qt::AlignVCenter | Qt::TextSingleLine,
                      metrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize TemplateDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const QFontMetrics metrics(m_theme.font(TextSize::Body));
    return {100, qMax(metrics.height(), IconSize) + 2 * VerticalPadding};
}

} // namespace handbell::ui
