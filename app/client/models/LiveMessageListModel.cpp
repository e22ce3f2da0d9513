// SPDX-License-Identifier: Apache-2.0
#include "client/models/LiveMessageListModel.h"

#include "client/models/Matching.h"

namespace handbell::client {

namespace {

//! Messages of one author further apart than this begin a new run.
constexpr std::chrono::minutes runGap{5};

} // namespace

LiveMessageListModel::LiveMessageListModel(const Parts &parts, QObject *parent)
    : KeyedListModel(parent)
    , m_parts(parts)
{
    m_update.setSingleShot(true);
    m_update.setInterval(0);
    connect(&m_update, &QTimer::timeout, this, [this] { rebuild(); });
    const auto ifShown = [this](ConversationId conversation) {
        if (conversation == m_conversation)
            m_update.start();
    };
    connect(&m_parts.timelines, &Timelines::changed, this, ifShown);
    connect(&m_parts.timelines, &Timelines::forgotten, this, ifShown);
    connect(&m_parts.outbox, &Outbox::changed, this, ifShown);
    connect(&m_parts.practice, &Practice::changed, this, [this](const protocol::StateChange &change) {
        if (!change.members.empty() || !change.rooms.empty() || !change.workstations.empty())
            m_update.start();
    });
    const auto atOnce = [this] {
        m_readWhenOpened = m_parts.timelines.readUpTo(m_conversation);
        rebuild();
    };
    connect(&m_parts.timelines, &Timelines::wasReset, this, atOnce);
    connect(&m_parts.practice, &Practice::wasReset, this, atOnce);
}

void LiveMessageListModel::setConversation(ConversationId conversation)
{
    if (conversation == m_conversation)
        return;
    beginResetModel();
    m_conversation = conversation;
    endResetModel();
    m_readWhenOpened = m_parts.timelines.readUpTo(conversation);
    rebuild();
}

bool LiveMessageListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_parts.history.canFetch(m_conversation);
}

void LiveMessageListModel::fetchMore(const QModelIndex &parent)
{
    if (!parent.isValid())
        m_parts.history.fetch(m_conversation);
}

void LiveMessageListModel::describeAuthor(MessageRow &row, MemberId author, WorkstationId workstation) const
{
    row.author = author;
    row.own = author == m_parts.practice.self();
    if (const protocol::Member *member = m_parts.practice.state().member(author)) {
        row.authorName = member->name;
        row.authorJob = member->role;
    }
    if (const protocol::Room *room = m_parts.practice.state().roomOf(workstation))
        row.authorRoom = room->name;
}

MessageRow LiveMessageListModel::rowOf(const Message &message) const
{
    MessageRow row;
    row.id = message.id;
    describeAuthor(row, message.author, message.workstation);
    row.text = message.text;
    row.withdrawn = message.withdrawn;
    row.withdrawnAt = message.withdrawnAt;
    row.at = message.at;
    if (!row.own)
        return row;
    for (const auto &[member, state] : message.receipts)
        row.readCount += state == protocol::ReceiptState::Read ? 1 : 0;
    if (row.readCount > 0)
        row.delivery = Delivery::Read;
    else if (!message.receipts.empty())
        row.delivery = Delivery::Delivered;
    return row;
}

MessageRow LiveMessageListModel::rowOf(const Outbox::Entry &entry) const
{
    MessageRow row;
    row.waiting = entry.row.post.nonce.value;
    describeAuthor(row, m_parts.practice.self(), m_parts.session.workstation());
    row.text = entry.row.post.text;
    row.at = entry.row.at;
    row.delivery = entry.row.refused ? Delivery::Refused
                   : entry.accepted  ? Delivery::Accepted
                                     : Delivery::Queued;
    return row;
}

void LiveMessageListModel::markFirsts(std::vector<MessageRow> &rows) const
{
    bool unreadSeen = false;
    for (size_t index = 0; index < rows.size(); ++index) {
        MessageRow &row = rows[index];
        const MessageRow *previous = index > 0 ? &rows[index - 1] : nullptr;
        row.firstOfDay = !previous || localTime(row.at).date() != localTime(previous->at).date();
        row.firstOfRun = row.firstOfDay || previous->author != row.author || row.at - previous->at > runGap;
        if (!unreadSeen && !row.own && row.waiting.isEmpty() && row.id.value > m_readWhenOpened.value) {
            row.firstUnread = true;
            unreadSeen = true;
        }
    }
}

void LiveMessageListModel::rebuild()
{
    m_update.stop();
    std::vector<MessageRow> rows;
    if (m_conversation.isValid()) {
        for (const Message &message : m_parts.timelines.messages(m_conversation))
            rows.push_back(rowOf(message));
        for (const Outbox::Entry *entry : m_parts.outbox.waiting(m_conversation))
            rows.push_back(rowOf(*entry));
        markFirsts(rows);
    }
    setRows(std::move(rows));
}

QVariant LiveMessageListModel::value(const MessageRow &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case TextRole:
        return row.text;
    case IdRole:
        return row.id.value;
    case AuthorRole:
        return row.author.value;
    case AuthorNameRole:
        return row.authorName;
    case AuthorJobRole:
        return row.authorJob;
    case AuthorRoomRole:
        return row.authorRoom;
    case OwnRole:
        return row.own;
    case WithdrawnRole:
        return row.withdrawn;
    case WithdrawnAtRole:
        return row.withdrawnAt ? localTime(*row.withdrawnAt) : QDateTime();
    case AtRole:
        return localTime(row.at);
    case FirstOfDayRole:
        return row.firstOfDay;
    case FirstOfRunRole:
        return row.firstOfRun;
    case FirstUnreadRole:
        return row.firstUnread;
    case DeliveryRole:
        return static_cast<int>(row.delivery);
    case ReadCountRole:
        return row.readCount;
    case WaitingRole:
        return row.waiting;
    default:
        return {};
    }
}

} // namespace handbell::client
