// SPDX-License-Identifier: Apache-2.0
#include "client/models/LiveConversationListModel.h"

#include "client/models/Matching.h"

namespace handbell::client {

using protocol::ConversationKind;

LiveConversationListModel::LiveConversationListModel(Practice &practice, Timelines &timelines,
                                                     QObject *parent)
    : KeyedListModel(parent)
    , m_practice(practice)
    , m_timelines(timelines)
{
    m_update.setSingleShot(true);
    m_update.setInterval(0);
    connect(&m_update, &QTimer::timeout, this, [this] { rebuild(); });
    const auto later = [this] {
        m_update.start();
    };
    connect(&m_practice, &Practice::changed, this, later);
    connect(&m_practice, &Practice::presenceChanged, this, later);
    connect(&m_timelines, &Timelines::changed, this, later);
    // A member has left or come: nothing of the one before stays on the screen, not even for a turn.
    connect(&m_practice, &Practice::wasReset, this, [this] { rebuild(); });
    connect(&m_timelines, &Timelines::wasReset, this, [this] { rebuild(); });
    rebuild();
}

QHash<int, QByteArray> LiveConversationListModel::roleNames() const
{
    return {{IdRole, "id"}, {NameRole, "name"}, {UnreadRole, "unread"}};
}

ConversationRow LiveConversationListModel::rowOf(const protocol::Conversation &conversation) const
{
    ConversationRow row;
    row.id = conversation.id;
    row.kind = conversation.kind;
    row.name = conversation.name;
    for (const MemberId member : m_practice.state().participants(conversation.id)) {
        const protocol::PresenceState presence = m_practice.presence(member).state;
        ++row.members;
        row.online += presence != protocol::PresenceState::Offline ? 1 : 0;
        if (conversation.kind == ConversationKind::Direct && member != m_practice.self()) {
            row.other = member;
            row.presence = presence;
        }
    }
    if (conversation.kind == ConversationKind::Direct) {
        // Also where the other was disabled: what they said stays theirs.
        for (const MemberId member : conversation.members) {
            if (member != m_practice.self())
                row.other = member;
        }
        if (const protocol::Member *other = m_practice.state().member(row.other))
            row.name = other->name;
    }
    const auto &messages = m_timelines.messages(conversation.id);
    if (!messages.empty()) {
        const Message &last = messages.back();
        row.previewAuthor = last.author;
        row.previewText = last.text;
        row.previewWithdrawn = last.withdrawn;
        row.lastAt = last.at;
    }
    row.unread = m_timelines.unread(conversation.id);
    return row;
}

void LiveConversationListModel::rebuild()
{
    m_update.stop();
    std::vector<ConversationRow> rows;
    for (const auto &[id, conversation] : m_practice.state().conversations) {
        if (m_practice.self().isValid() && conversation.includes(m_practice.self()))
            rows.push_back(rowOf(conversation));
    }
    // The newest message decides, by seq and not by a clock; a conversation without one stands by its own
    // age.
    const auto newest = [this](const ConversationRow &row) {
        const auto &messages = m_timelines.messages(row.id);
        return messages.empty() ? row.id.value : messages.back().id.value;
    };
    std::sort(rows.begin(), rows.end(), [&](const ConversationRow &a, const ConversationRow &b) {
        const bool directA = a.kind == ConversationKind::Direct;
        const bool directB = b.kind == ConversationKind::Direct;
        return directA != directB ? directB : newest(a) > newest(b);
    });
    setRows(std::move(rows));
}

QVariant LiveConversationListModel::value(const ConversationRow &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case IdRole:
        return row.id.value;
    case KindRole:
        return static_cast<int>(row.kind);
    case PreviewAuthorRole:
        return row.previewAuthor.value;
    case PreviewTextRole:
        return row.previewText;
    case PreviewWithdrawnRole:
        return row.previewWithdrawn;
    case LastAtRole:
        return row.lastAt ? localTime(*row.lastAt) : QDateTime();
    case UnreadRole:
        return row.unread;
    case PresenceRole:
        return static_cast<int>(row.presence);
    case MemberCountRole:
        return row.members;
    case OnlineCountRole:
        return row.online;
    case OtherMemberRole:
        return row.other.value;
    default:
        return {};
    }
}

} // namespace handbell::client
