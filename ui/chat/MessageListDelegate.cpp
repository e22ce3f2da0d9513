// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/MessageListDelegate.h"

#include "client/models/MessageListModel.h"
#include "ui/chat/MessageListWords.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <cmath>

namespace handbell::ui {

using client::MessageListModel;

namespace {

constexpr int sidePadding = 18;
constexpr int bubbleAcross = 11;
constexpr int bubbleAlong = 6;
constexpr int tickSize = 12;
constexpr int tailRadius = 2;

bool isWithdrawn(const QModelIndex &index)
{
    return index.data(MessageListModel::WithdrawnRole).toBool();
}

bool isOwn(const QModelIndex &index)
{
    return index.data(MessageListModel::OwnRole).toBool();
}

MessageListModel::Delivery deliveryOf(const QModelIndex &index)
{
    return static_cast<MessageListModel::Delivery>(index.data(MessageListModel::DeliveryRole).toInt());
}

Icon tick(MessageListModel::Delivery delivery)
{
    switch (delivery) {
    case MessageListModel::Delivery::Queued:
        return Icon::Pending;
    case MessageListModel::Delivery::Accepted:
        return Icon::Tick;
    case MessageListModel::Delivery::Delivered:
    case MessageListModel::Delivery::Read:
        return Icon::DoubleTick;
    case MessageListModel::Delivery::Refused:
        return Icon::Warning;
    }
    return Icon::Pending;
}

//! A rounded rectangle whose corner towards its author is nearly square.
QPainterPath bubblePath(const QRectF &rect, qreal radius, Qt::Corner tail)
{
    const auto at = [&](Qt::Corner corner) {
        return corner == tail ? qreal(tailRadius) : radius;
    };
    const qreal tl = at(Qt::TopLeftCorner), tr = at(Qt::TopRightCorner), br = at(Qt::BottomRightCorner),
                bl = at(Qt::BottomLeftCorner);
    QPainterPath path;
    path.moveTo(rect.left() + tl, rect.top());
    path.lineTo(rect.right() - tr, rect.top());
    path.quadTo(rect.topRight(), {rect.right(), rect.top() + tr});
    path.lineTo(rect.right(), rect.bottom() - br);
    path.quadTo(rect.bottomRight(), {rect.right() - br, rect.bottom()});
    path.lineTo(rect.left() + bl, rect.bottom());
    path.quadTo(rect.bottomLeft(), {rect.left(), rect.bottom() - bl});
    path.lineTo(rect.left(), rect.top() + tl);
    path.quadTo(rect.topLeft(), {rect.left() + tl, rect.top()});
    return path;
}

} // namespace

MessageListDelegate::MessageListDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void MessageListDelegate::layOut(const QModelIndex &index, int width, QTextLayout &text) const
{
    QString words = index.data(MessageListWords::BodyRole).toString();
    words.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
    QFont font = m_theme.font(TextSize::Body);
    font.setItalic(isWithdrawn(index));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text.setText(words);
    text.setFont(font);
    text.setTextOption(option);
    text.beginLayout();
    qreal y = 0;
    for (QTextLine line = text.createLine(); line.isValid(); line = text.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
    }
    text.endLayout();
}

MessageListDelegate::Parts MessageListDelegate::parts(const QModelIndex &index, int width,
                                                      QTextLayout &text) const
{
    const int small = QFontMetrics(m_theme.font(TextSize::Small)).height();
    const int body = QFontMetrics(m_theme.font(TextSize::Body, Weight::Semibold)).height();
    const int tight = m_theme.spacing(Space::Tight);
    const int inner = width - 2 * sidePadding;
    const bool own = isOwn(index);
    Parts made;
    int y = index.row() == 0 ? tight : 0;
    if (index.data(MessageListModel::FirstOfDayRole).toBool()) {
        made.day = {sidePadding, y + m_theme.spacing(Space::Medium), inner, small};
        y = made.day.bottom() + 1 + tight;
    }
    if (index.data(MessageListModel::FirstUnreadRole).toBool()) {
        made.fresh = {sidePadding, y + m_theme.spacing(Space::Small), inner, small};
        y = made.fresh.bottom() + 1;
    }
    if (!index.data(MessageListWords::AuthorWordsRole).toString().isEmpty()) {
        made.author = {sidePadding, y + m_theme.spacing(Space::Small), inner, body};
        y = made.author.bottom() + 1 + tight;
    } else {
        y += own && index.data(MessageListModel::FirstOfRunRole).toBool() ? m_theme.spacing(Space::Small)
                                                                          : tight;
    }
    const int widest = qMax(80, qMin(inner, qMax(inner * 4 / 5, qMin(inner, 320)))) - 2 * bubbleAcross;
    layOut(index, widest, text);
    const QRectF bounds = text.boundingRect();
    const int textWidth = qMin(widest, static_cast<int>(std::ceil(text.maximumWidth())));
    const QSize bubble(qMin(widest, textWidth + 1) + 2 * bubbleAcross,
                       static_cast<int>(std::ceil(bounds.height())) + 2 * bubbleAlong);
    made.bubble = {QPoint(own ? width - sidePadding - bubble.width() : sidePadding, y), bubble};
    y = made.bubble.bottom() + 1;
    if (own) {
        made.foot = {sidePadding, y + 3, inner, small};
        y = made.foot.bottom() + 1;
    }
    const bool last = index.row() == index.model()->rowCount() - 1;
    made.height = y + (last ? m_theme.spacing(Space::Medium) : tight);
    return made;
}

QSize MessageListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : 400;
    QTextLayout text;
    return {width, parts(index, width, text).height};
}

void MessageListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    QTextLayout text;
    const Parts where = parts(index, option.rect.width(), text);
    const auto placed = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect.translated(option.rect.topLeft()));
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (!where.day.isNull()) {
        painter->setFont(m_theme.font(TextSize::Small));
        painter->setPen(m_theme.color(Token::Muted));
        painter->drawText(placed(where.day), Qt::AlignCenter | Qt::TextSingleLine,
                          index.data(MessageListWords::DayHeadingRole).toString());
    }
    if (!where.fresh.isNull())
        paintFresh(*painter, placed(where.fresh));
    if (!where.author.isNull())
        paintAuthor(*painter, placed(where.author), option.direction, index);
    const QRect bubble = placed(where.bubble);
    paintBubble(*painter, bubble, option, index);
    painter->setPen(m_theme.color(isWithdrawn(index) ? Token::Muted : Token::Text));
    text.draw(painter, QPointF(bubble.topLeft()) + QPointF(bubbleAcross, bubbleAlong));
    if (!where.foot.isNull())
        paintFoot(*painter, placed(where.foot), option.direction, index);
    painter->restore();
}

void MessageListDelegate::paintFresh(QPainter &painter, const QRect &rect) const
{
    const QString word = MessageListWords::tr("New");
    painter.setFont(m_theme.font(TextSize::Small, Weight::Semibold));
    const int half = painter.fontMetrics().horizontalAdvance(word) / 2 + m_theme.spacing(Space::Small);
    painter.setPen(m_theme.color(Token::Accent));
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, word);
    const int middle = rect.center().y();
    painter.drawLine(rect.left(), middle, rect.center().x() - half, middle);
    painter.drawLine(rect.center().x() + half, middle, rect.right(), middle);
}

void MessageListDelegate::paintAuthor(QPainter &painter, const QRect &rect, Qt::LayoutDirection direction,
                                      const QModelIndex &index) const
{
    const QFont bold = m_theme.font(TextSize::Body, Weight::Semibold);
    const QFont small = m_theme.font(TextSize::Small);
    const QString name = QFontMetrics(bold).elidedText(
        index.data(MessageListWords::AuthorWordsRole).toString(), Qt::ElideRight, rect.width());
    const int gap = 6;
    const int used = QFontMetrics(bold).horizontalAdvance(name) + gap;
    painter.setFont(bold);
    painter.setPen(m_theme.color(Token::Text));
    painter.drawText(rect, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, name);
    const QRect rest = QStyle::visualRect(direction, rect, rect.adjusted(used, 0, 0, 0));
    painter.setFont(small);
    painter.setPen(m_theme.color(Token::Muted));
    painter.drawText(rest, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(small).elidedText(index.data(MessageListWords::AuthorDetailRole).toString(),
                                                    Qt::ElideMiddle, rest.width()));
}

void MessageListDelegate::paintBubble(QPainter &painter, const QRect &rect,
                                      const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool own = isOwn(index);
    const bool mirrored = option.direction == Qt::RightToLeft;
    QPen pen(m_theme.color(Token::Line), 1);
    QBrush fill(m_theme.color(own ? Token::Own : Token::Bg));
    if (isWithdrawn(index)) {
        pen = QPen(m_theme.color(Token::ControlLine), 1, Qt::DashLine);
        fill = Qt::NoBrush;
    } else if (MessageListWords::isRefused(index)) {
        pen.setColor(m_theme.color(Token::Urgent));
    } else if (own) {
        pen.setColor(m_theme.color(Token::Own));
    }
    if (option.state & QStyle::State_HasFocus)
        pen = QPen(m_theme.color(Token::Accent), 2);
    painter.setPen(pen);
    painter.setBrush(fill);
    const Qt::Corner tail = own == mirrored ? Qt::TopLeftCorner : Qt::TopRightCorner;
    painter.drawPath(
        bubblePath(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.radius(Radius::Bubble), tail));
}

void MessageListDelegate::paintFoot(QPainter &painter, const QRect &rect, Qt::LayoutDirection direction,
                                    const QModelIndex &index) const
{
    const QFont font = m_theme.font(TextSize::Small);
    const QFontMetrics metrics(font);
    const int gap = 4;
    const QString time = index.data(MessageListWords::FootRole).toString();
    QString state = index.data(MessageListWords::DeliveryWordsRole).toString();
    const bool refused = MessageListWords::isRefused(index);
    painter.setFont(font);
    painter.setPen(m_theme.color(Token::Muted));
    if (state.isEmpty()) {
        painter.drawText(rect, Qt::AlignTrailing | Qt::AlignVCenter, time);
        return;
    }
    const int timeWidth = metrics.horizontalAdvance(time);
    const int room = rect.width() - timeWidth - tickSize - 2 * gap;
    state = metrics.elidedText(state, Qt::ElideRight, room);
    const int stateWidth = metrics.horizontalAdvance(state);
    const auto placed = [&](int left, int width) {
        return QStyle::visualRect(direction, rect, QRect(left, rect.top(), width, rect.height()));
    };
    int x = rect.right() + 1 - stateWidth;
    painter.setPen(m_theme.color(refused ? Token::Urgent : Token::Muted));
    painter.drawText(placed(x, stateWidth), Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, state);
    x -= gap + tickSize;
    const QRect icon = placed(x, tickSize);
    painter.drawPixmap(QPoint(icon.left(), icon.center().y() - tickSize / 2),
                       m_theme.pixmap(tick(deliveryOf(index)), refused ? Token::Urgent : Token::Muted,
                                      tickSize, painter.device()->devicePixelRatioF()));
    x -= gap + timeWidth;
    painter.setPen(m_theme.color(Token::Muted));
    painter.drawText(placed(x, timeWidth), Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, time);
}

} // namespace handbell::ui
