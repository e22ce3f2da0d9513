// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/MessageListWords.h"

#include "client/Practice.h"

namespace handbell::ui {

using client::MessageListModel;

namespace {

bool flag(const QModelIndex &index, int role)
{
    return index.data(role).toBool();
}

} // namespace

MessageListWords::MessageListWords(MessageListModel &model, const client::Practice &practice, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_model(model)
    , m_practice(practice)
    , m_today([] { return QDate::currentDate(); })
{
    setSourceModel(&model);
}

void MessageListWords::setToday(Today today)
{
    m_today = std::move(today);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

void MessageListWords::fetchOlder()
{
    if (m_model.canFetchMore({}))
        m_model.fetchMore({});
}

bool MessageListWords::canWithdraw(const QModelIndex &index)
{
    return index.isValid() && flag(index, MessageListModel::OwnRole) &&
           !flag(index, MessageListModel::WithdrawnRole) &&
           index.data(MessageListModel::IdRole).toLongLong() > 0;
}

bool MessageListWords::isRefused(const QModelIndex &index)
{
    return index.isValid() && flag(index, MessageListModel::OwnRole) &&
           !flag(index, MessageListModel::WithdrawnRole) &&
           index.data(MessageListModel::DeliveryRole).toInt() ==
               static_cast<int>(MessageListModel::Delivery::Refused);
}

QVariant MessageListWords::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    // Read on demand: asking for AtRole up here would ask this very function again.
    const auto at = [&index] {
        return index.data(MessageListModel::AtRole).toDateTime();
    };
    switch (role) {
    case Qt::DisplayRole:
    case BodyRole:
        return body(index);
    case Qt::AccessibleTextRole:
        return sentence(index);
    case DayHeadingRole:
        return flag(index, MessageListModel::FirstOfDayRole) ? ChatWords::dayHeading(at().date(), m_today())
                                                             : QString();
    case AuthorWordsRole:
        return !flag(index, MessageListModel::OwnRole) && flag(index, MessageListModel::FirstOfRunRole)
                   ? index.data(MessageListModel::AuthorNameRole).toString()
                   : QString();
    case AuthorDetailRole:
        return authorDetail(index);
    case FootRole:
        return flag(index, MessageListModel::OwnRole) ? ChatWords::timeOfDay(at()) : QString();
    case DeliveryWordsRole:
        return delivery(index);
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QString MessageListWords::body(const QModelIndex &index) const
{
    if (!flag(index, MessageListModel::WithdrawnRole))
        return index.data(MessageListModel::TextRole).toString();
    QDateTime at = index.data(MessageListModel::WithdrawnAtRole).toDateTime();
    const QDate written = index.data(MessageListModel::AtRole).toDateTime().date();
    // The day is said only where it is not the one the message stands under.
    return flag(index, MessageListModel::OwnRole)
               ? ChatWords::withdrawnByYou(at, at.date() == written ? written : m_today())
               : ChatWords::withdrawn(index.data(MessageListModel::AuthorNameRole).toString(), at,
                                      at.date() == written ? written : m_today());
}

QString MessageListWords::authorDetail(const QModelIndex &index) const
{
    QStringList parts{index.data(MessageListModel::AuthorJobRole).toString(),
                      index.data(MessageListModel::AuthorRoomRole).toString(),
                      ChatWords::timeOfDay(index.data(MessageListModel::AtRole).toDateTime())};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString MessageListWords::delivery(const QModelIndex &index) const
{
    if (!flag(index, MessageListModel::OwnRole) || flag(index, MessageListModel::WithdrawnRole))
        return {};
    const protocol::Conversation *conversation = m_practice.state().conversation(m_model.conversation());
    return ChatWords::delivery(
        static_cast<MessageListModel::Delivery>(index.data(MessageListModel::DeliveryRole).toInt()),
        index.data(MessageListModel::ReadCountRole).toInt(),
        conversation ? conversation->kind : protocol::ConversationKind::Group);
}

QString MessageListWords::sentence(const QModelIndex &index) const
{
    const QDateTime at = index.data(MessageListModel::AtRole).toDateTime();
    QStringList parts;
    if (flag(index, MessageListModel::FirstUnreadRole))
        parts << tr("New");
    parts << (flag(index, MessageListModel::OwnRole)
                  ? tr("You", "author of a message")
                  : index.data(MessageListModel::AuthorNameRole).toString())
          << ChatWords::exactly(at, m_today());
    const QString who = parts.join(tr(", ", "between parts of a list"));
    //: Author and time, then what was said
    QString whole = tr("%1: %2", "author and time: text").arg(who, body(index));
    if (const QString state = delivery(index); !state.isEmpty())
        whole = tr("%1 (%2)", "message, how far it got").arg(whole, state);
    return whole;
}

} // namespace handbell::ui
