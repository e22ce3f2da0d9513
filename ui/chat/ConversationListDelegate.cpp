// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ConversationListDelegate.h"

#include "client/models/ConversationListModel.h"
#include "ui/alerts/AlertWords.h"
#include "ui/chat/ConversationListWords.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace handbell::ui {

using client::ConversationListModel;

namespace {

constexpr int iconSize = 16;
constexpr int rowPadding = 14;
constexpr int textIndent = 17;
constexpr int verticalPadding = 7;
constexpr int gap = 8;
constexpr int markWidth = 3;

} // namespace

ConversationListDelegate::ConversationListDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

int ConversationListDelegate::headingHeight(const QModelIndex &index) const
{
    if (index.data(ConversationListWords::HeadingRole).toString().isEmpty())
        return 0;
    const int above = m_theme.spacing(index.row() == 0 ? Space::Medium : Space::Large);
    return above + QFontMetrics(m_theme.font(TextSize::Small, Weight::Semibold)).height() +
           m_theme.spacing(Space::Tight);
}

QSize ConversationListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const QFontMetrics title(m_theme.font(TextSize::Body, Weight::Semibold));
    const QFontMetrics small(m_theme.font(TextSize::Small));
    return {view ? view->viewport()->width() : 260,
            headingHeight(index) + title.height() + 1 + small.height() + 2 * verticalPadding};
}

void ConversationListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintHeading(*painter, option, index);
    const QRect row = option.rect.adjusted(0, headingHeight(index), 0, 0);
    paintBackground(*painter, option, row, index);
    paintWords(*painter, option, row, index);
    painter->restore();
}

void ConversationListDelegate::paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                                            const QModelIndex &index) const
{
    const int height = headingHeight(index);
    if (height == 0)
        return;
    painter.setFont(m_theme.font(TextSize::Small, Weight::Semibold));
    painter.setPen(m_theme.color(Token::Muted));
    const QRect place(option.rect.left() + rowPadding, option.rect.top(),
                      option.rect.width() - 2 * rowPadding, height - m_theme.spacing(Space::Tight));
    painter.drawText(QStyle::visualRect(option.direction, option.rect, place),
                     Qt::AlignBottom | Qt::AlignLeading,
                     index.data(ConversationListWords::HeadingRole).toString());
}

void ConversationListDelegate::paintBackground(QPainter &painter, const QStyleOptionViewItem &option,
                                               const QRect &row, const QModelIndex &index) const
{
    const bool open = index.data(ConversationListWords::OpenRole).toBool();
    if (open)
        painter.fillRect(row, m_theme.color(Token::AccentSoft));
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(row, m_theme.color(Token::Hover));
    if (open) {
        const QRect mark(row.left(), row.top(), markWidth, row.height());
        painter.fillRect(QStyle::visualRect(option.direction, row, mark), m_theme.color(Token::Accent));
    }
    if (option.state & QStyle::State_HasFocus) {
        painter.setPen(QPen(m_theme.color(Token::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(row).adjusted(2, 2, -2, -2), m_theme.radius(Radius::Control),
                                m_theme.radius(Radius::Control));
    }
}

int ConversationListDelegate::paintBadge(QPainter &painter, const QStyleOptionViewItem &option,
                                         const QRect &row, const QRect &line, const QModelIndex &index) const
{
    const int unread = index.data(ConversationListModel::UnreadRole).toInt();
    if (unread <= 0)
        return 0;
    const QString words = unread > 99 ? QStringLiteral("99+") : QLocale().toString(unread);
    painter.setFont(m_theme.font(TextSize::Small, Weight::Semibold));
    const int height = painter.fontMetrics().height();
    const int width = qMax(height, painter.fontMetrics().horizontalAdvance(words) + 12);
    const QRect pill = QStyle::visualRect(
        option.direction, row,
        QRect(row.right() + 1 - rowPadding - width, line.center().y() - height / 2, width, height));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Accent));
    painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
    painter.setPen(m_theme.color(Token::OnAccent));
    painter.drawText(pill, Qt::AlignCenter, words);
    return width;
}

void ConversationListDelegate::paintWords(QPainter &painter, const QStyleOptionViewItem &option,
                                          const QRect &row, const QModelIndex &index) const
{
    const auto placed = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, row, rect);
    };
    const QFontMetrics title(m_theme.font(TextSize::Body, Weight::Semibold));
    const QFontMetrics small(m_theme.font(TextSize::Small));
    int left = row.left() + textIndent;
    if (index.data(ConversationListWords::DirectRole).toBool()) {
        const auto state =
            static_cast<protocol::PresenceState>(index.data(ConversationListModel::PresenceRole).toInt());
        const QRect icon(left, row.top() + verticalPadding + (title.height() - iconSize) / 2, iconSize,
                         iconSize);
        painter.drawPixmap(placed(icon).topLeft(),
                           m_theme.pixmap(AlertWords::presenceIcon(state), AlertWords::presenceToken(state),
                                          iconSize, painter.device()->devicePixelRatioF()));
        left += iconSize + gap;
    }
    const int right = row.right() + 1 - rowPadding;

    const QString time = index.data(ConversationListWords::WhenWordsRole).toString();
    const int timeWidth = small.horizontalAdvance(time);
    QRect line(left, row.top() + verticalPadding, right - left, title.height());
    painter.setFont(m_theme.font(TextSize::Small));
    painter.setPen(m_theme.color(Token::Muted));
    painter.drawText(placed(line), Qt::AlignTrailing | Qt::AlignVCenter | Qt::TextSingleLine, time);

    painter.setFont(m_theme.font(TextSize::Body, Weight::Semibold));
    painter.setPen(m_theme.color(Token::Text));
    const int nameWidth = line.width() - (time.isEmpty() ? 0 : timeWidth + gap);
    painter.drawText(placed(QRect(left, line.top(), nameWidth, line.height())),
                     Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                     title.elidedText(index.data(ConversationListWords::NameWordsRole).toString(),
                                      Qt::ElideRight, nameWidth));

    line = QRect(left, line.bottom() + 2, right - left, small.height());
    if (const int badge = paintBadge(painter, option, row, line, index); badge > 0)
        line.setWidth(line.width() - badge - gap);
    const bool unread = index.data(ConversationListModel::UnreadRole).toInt() > 0;
    painter.setFont(m_theme.font(TextSize::Small));
    painter.setPen(m_theme.color(unread ? Token::Text : Token::Muted));
    painter.drawText(placed(line), Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                     small.elidedText(index.data(ConversationListWords::PreviewWordsRole).toString(),
                                      Qt::ElideRight, line.width()));
}

} // namespace handbell::ui
