// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/Practice.h"
#include "client/Timelines.h"
#include "client/models/ConversationListModel.h"
#include "client/models/KeyedListModel.h"

#include <QTimer>

namespace handbell::client {

//! One row of the conversation list.
struct ConversationRow
{
    ConversationId id;
    protocol::ConversationKind kind = protocol::ConversationKind::Group;
    QString name;
    MemberId previewAuthor;
    QString previewText;
    bool previewWithdrawn = false;
    std::optional<WallTime> lastAt;
    int unread = 0;
    protocol::PresenceState presence = protocol::PresenceState::Offline;
    int members = 0;
    int online = 0;
    MemberId other;

    [[nodiscard]] qint64 key() const { return id.value; }
    friend bool operator==(const ConversationRow &, const ConversationRow &) = default;
};

//! The ConversationListModel of a real session. Changes of one turn of the event loop show together.
class LiveConversationListModel final : public KeyedListModel<ConversationListModel, ConversationRow>
{
public:
    LiveConversationListModel(Practice &practice, Timelines &timelines, QObject *parent = nullptr);

    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

protected:
    [[nodiscard]] QVariant value(const ConversationRow &row, int role) const override;

private:
    void rebuild();
    [[nodiscard]] ConversationRow rowOf(const protocol::Conversation &conversation) const;

    Practice &m_practice;
    Timelines &m_timelines;
    QTimer m_update;
};

} // namespace handbell::client
