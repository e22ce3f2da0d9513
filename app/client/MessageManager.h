// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "guard/Guard.h"
#include "protocol/Entities.h"

#include <QFuture>
#include <QObject>

namespace handbell::client {

//! Conversations: posts, withdraws, opens, reads. A post is on disk in the outbox before post() returns and
//! goes out when the line allows, in order within its conversation. Main thread only.
class MessageManager : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Puts \a text into the outbox. StorageUnavailable where the local disk refuses: nothing was kept, so
    //! the composer keeps the text. TextTooLong above 4,000 UTF-16 units.
    [[nodiscard]] virtual Result<void> post(ConversationId conversation, const guard::ScreenedText &text) = 0;
    //! Takes back a message of the member's own; a tombstone stays.
    [[nodiscard]] virtual QFuture<Result<void>> withdraw(ConversationId conversation, MessageId message) = 0;
    //! Forgets a message that the server refused, named by its row's WaitingRole. Nobody but the member has
    //! seen it, so nothing of it stays.
    virtual void discardRefused(const QByteArray &waiting) = 0;
    //! The direct conversation with \a member, opened where there is none yet.
    [[nodiscard]] virtual QFuture<Result<ConversationId>> openDirect(MemberId member) = 0;
    //! Everything in \a conversation was seen by the member.
    virtual void markRead(ConversationId conversation) = 0;
    //! Sum over all conversations.
    [[nodiscard]] virtual int unreadCount() const = 0;
    //! Messages in the outbox that the server has not taken yet. They are lost when the member signs out
    //! here.
    [[nodiscard]] virtual int waitingCount() const { return 0; }

Q_SIGNALS:
    void unreadCountChanged(int count);
    //! A message came in, not sent by the member and not withdrawn: for the tray and quiet notification.
    void messageArrived(handbell::ConversationId conversation, handbell::MessageId message);
    //! The server did not take a queued message; it stays in the conversation marked as not sent.
    void postRefused(handbell::ConversationId conversation, const handbell::Error &error);
};

} // namespace handbell::client
