// SPDX-License-Identifier: Apache-2.0
#include "ui/directory/PresenceBoardDelegate.h"

#include "client/models/PresenceBoardModel.h"
#include "ui/alerts/AlertWords.h"
#include "ui/directory/PresenceBoardWords.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace handbell::ui {

namespace {

constexpr int IconSize = 16;
constexpr int SidePadding = 14;
constexpr int VerticalPadding = 6;
constexpr int Gap = 10;
constexpr QSize BellSize{32, 28};

} // namespace

PresenceBoardDelegate::PresenceBoardDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

int PresenceBoardDelegate::headingHeight(const QModelIndex &index) const
{
    if (index.data(PresenceBoardWords::HeadingRole).toString().isEmpty())
        return 0;
    const int above = m_theme.spacing(index.row() == 0 ? Space::Medium : Space::Large);
    return above + QFontMetrics(m_theme.font(TextSize::Small, Weight::Semibold)).height() +
           m_theme.spacing(Space::Tight);
}

int PresenceBoardDelegate::textWidth(int rowWidth) const
{
    return rowWidth - SidePadding - IconSize - Gap - Gap - BellSize.width() - SidePadding;
}

QStringList PresenceBoardDelegate::titleLines(const QModelIndex &index, int width) const
{
    const QString place = index.data(PresenceBoardWords::PlaceRole).toString();
    const QString person = index.data(PresenceBoardWords::PersonRole).toString();
    if (person.isEmpty())
        return {place};
    const QString both = place + QStringLiteral(" · ") + person;
    if (QFontMetrics(m_theme.font(TextSize::Body, Weight::Semibold)).horizontalAdvance(both) <= width)
        return {both};
    return {place, person};
}

QString PresenceBoardDelegate::stateLine(const QModelIndex &index, int width) const
{
    const QString state = index.data(PresenceBoardWords::StateWordsRole).toString();
    const QString job = index.data(PresenceBoardWords::JobWordsRole).toString();
    // The heading has said already that they are not in.
    const auto section = static_cast<client::PresenceBoardModel::Section>(
        index.data(client::PresenceBoardModel::SectionRole).toInt());
    if (section == client::PresenceBoardModel::Section::NotIn && !job.isEmpty())
        return job;
    const QString full = job.isEmpty() ? state : QString(state + QStringLiteral(" · ") + job);
    // The state is what one looks for: the job goes first where both do not fit.
    return QFontMetrics(m_theme.font(TextSize::Small)).horizontalAdvance(full) <= width ? full : state;
}

QSize PresenceBoardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : 300;
    const QFontMetrics title(m_theme.font(TextSize::Body, Weight::Semibold));
    const QFontMetrics small(m_theme.font(TextSize::Small));
    const int lines = int(titleLines(index, textWidth(width)).size());
    const int words = lines * title.height() + small.height() + 2 * VerticalPadding;
    return {width, headingHeight(index) + qMax(words, BellSize.height() + VerticalPadding)};
}

QRect PresenceBoardDelegate::bellRect(const QRect &row, const QModelIndex &index,
                                      Qt::LayoutDirection direction) const
{
    if (!index.data(PresenceBoardWords::RingableRole).toBool())
        return {};
    QRect body = row.adjusted(0, headingHeight(index), 0, 0);
    QRect bell(QPoint(body.right() - SidePadding - BellSize.width() + 1,
                      body.top() + (body.height() - BellSize.height()) / 2),
               BellSize);
    return QStyle::visualRect(direction, row, bell);
}

void PresenceBoardDelegate::setBell(const QModelIndex &index, Bell bell)
{
    m_bellIndex = index;
    m_bell = bell;
}

void PresenceBoardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    painter->save();
    paintHeading(*painter, option, index);
    const QRect row = option.rect.adjusted(0, headingHeight(index), 0, 0);
    paintBackground(*painter, option, row);
    paintWords(*painter, option, row, index);
    paintBell(*painter, option, index);
    painter->restore();
}

void PresenceBoardDelegate::paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                                         const QModelIndex &index) const
{
    const int height = headingHeight(index);
    if (height == 0)
        return;
    painter.setFont(m_theme.font(TextSize::Small, Weight::Semibold));
    painter.setPen(m_theme.color(Token::Muted));
    const QRect place(option.rect.left() + SidePadding, option.rect.top(),
                      option.rect.width() - 2 * SidePadding, height - m_theme.spacing(Space::Tight));
    painter.drawText(QStyle::visualRect(option.direction, option.rect, place),
                     Qt::AlignBottom | Qt::AlignLeading,
                     index.data(PresenceBoardWords::HeadingRole).toString());
}

void PresenceBoardDelegate::paintBackground(QPainter &painter, const QStyleOptionViewItem &option,
                                            const QRect &row) const
{
    const bool focused = (option.state & QStyle::State_Selected) && (option.state & QStyle::State_HasFocus);
    if (focused)
        painter.fillRect(row, m_theme.color(Token::AccentSoft));
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(row, m_theme.color(Token::Hover));
    if (focused) {
        const QRect mark(row.left(), row.top(), 3, row.height());
        painter.fillRect(QStyle::visualRect(option.direction, row, mark), m_theme.color(Token::Accent));
    }
}

void PresenceBoardDelegate::paintWords(QPainter &painter, const QStyleOptionViewItem &option,
                                       const QRect &row, const QModelIndex &index) const
{
    const bool empty = index.data(PresenceBoardWords::EmptyRole).toBool();
    const auto state =
        empty
            ? protocol::PresenceState::Offline
            : static_cast<protocol::PresenceState>(index.data(client::PresenceBoardModel::StateRole).toInt());
    const bool absent = state == protocol::PresenceState::Offline;
    const auto placed = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, row, rect);
    };

    const QFont titleFont = m_theme.font(TextSize::Body, absent ? Weight::Regular : Weight::Semibold);
    const QFontMetrics title(titleFont);
    const QRect icon(row.left() + SidePadding, row.top() + VerticalPadding + (title.height() - IconSize) / 2,
                     IconSize, IconSize);
    painter.drawPixmap(placed(icon).topLeft(),
                       m_theme.pixmap(AlertWords::presenceIcon(state), AlertWords::presenceToken(state),
                                      IconSize, painter.device()->devicePixelRatioF()));

    QRect line(icon.right() + 1 + Gap, row.top() + VerticalPadding, textWidth(row.width()), title.height());
    if (!index.data(PresenceBoardWords::RingableRole).toBool())
        line.setRight(row.right() - SidePadding);
    const int flags = int(Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine);
    painter.setFont(titleFont);
    painter.setPen(m_theme.color(absent ? Token::Muted : Token::Text));
    for (const QString &words : titleLines(index, textWidth(row.width()))) {
        painter.drawText(placed(line), flags, title.elidedText(words, Qt::ElideRight, line.width()));
        line.translate(0, title.height());
    }
    const QFontMetrics small(m_theme.font(TextSize::Small));
    line.setHeight(small.height());
    painter.setFont(m_theme.font(TextSize::Small));
    painter.setPen(m_theme.color(Token::Muted));
    painter.drawText(placed(line), flags,
                     small.elidedText(stateLine(index, line.width()), Qt::ElideRight, line.width()));
}

void PresenceBoardDelegate::paintBell(QPainter &painter, const QStyleOptionViewItem &option,
                                      const QModelIndex &index) const
{
    const QRect bell = bellRect(option.rect, index, option.direction);
    if (bell.isEmpty())
        return;
    const Bell look = m_bellIndex == index ? m_bell : Bell::Rest;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Token::Line));
    painter.setBrush(m_theme.color(look == Bell::Pressed   ? Token::Pressed
                                   : look == Bell::Hovered ? Token::Hover
                                                           : Token::Surface));
    const int radius = m_theme.radius(Radius::Control);
    painter.drawRoundedRect(QRectF(bell).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const QPoint at(bell.center().x() - IconSize / 2 + 1, bell.center().y() - IconSize / 2 + 1);
    painter.drawPixmap(
        at, m_theme.pixmap(Icon::Bell, Token::Text, IconSize, painter.device()->devicePixelRatioF()));
}

} // namespace handbell::ui
