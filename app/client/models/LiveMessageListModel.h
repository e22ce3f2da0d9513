// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/History.h"
#include "client/Outbox.h"
#include "client/models/KeyedListModel.h"
#include "client/models/MessageListModel.h"

#include <QTimer>

namespace handbell::client {

//! One message, in the record or waiting.
struct MessageRow
{
    QByteArray waiting; //!< the nonce of one that is in the outbox; empty for one in the record
    MessageId id;
    MemberId author;
    QString authorName;
    QString authorJob;
    QString authorRoom;
    bool own = false;
    QString text;
    bool withdrawn = false;
    std::optional<WallTime> withdrawnAt;
    WallTime at{};
    bool firstOfDay = false;
    bool firstOfRun = false;
    bool firstUnread = false;
    MessageListModel::Delivery delivery = MessageListModel::Delivery::Accepted;
    int readCount = 0;

    [[nodiscard]] QByteArray key() const
    {
        return waiting.isEmpty() ? QByteArray::number(id.value) : waiting;
    }
    friend bool operator==(const MessageRow &, const MessageRow &) = default;
};

//! The MessageListModel of a real session. Changes of one turn of the event loop show together.
class LiveMessageListModel final : public KeyedListModel<MessageListModel, MessageRow>
{
public:
    //! All of these outlive the model.
    struct Parts
    {
        Session &session;
        Practice &practice;
        Timelines &timelines;
        Outbox &outbox;
        History &history;
    };

    explicit LiveMessageListModel(const Parts &parts, QObject *parent = nullptr);

    void setConversation(ConversationId conversation) override;
    [[nodiscard]] ConversationId conversation() const override { return m_conversation; }

    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

protected:
    [[nodiscard]] QVariant value(const MessageRow &row, int role) const override;

private:
    void rebuild();
    [[nodiscard]] MessageRow rowOf(const Message &message) const;
    [[nodiscard]] MessageRow rowOf(const Outbox::Entry &entry) const;
    void describeAuthor(MessageRow &row, MemberId author, WorkstationId workstation) const;
    void markFirsts(std::vector<MessageRow> &rows) const;

    const Parts m_parts;
    ConversationId m_conversation;
    Seq m_readWhenOpened; //!< "new" stays where it was while the conversation is open
    QTimer m_update;
};

} // namespace handbell::client
