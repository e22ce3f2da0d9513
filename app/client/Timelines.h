// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/Message.h"

#include <QObject>

#include <map>
#include <set>
#include <vector>

namespace handbell::client {

//! The messages of each conversation that are at hand, how far the member has read them, and how far the
//! member's own got. Each list is without gaps from its oldest message to now. Main thread only.
class Timelines final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Oldest first.
    [[nodiscard]] const std::vector<Message> &messages(ConversationId conversation) const;
    [[nodiscard]] const Message *message(MessageId id) const;
    //! Whether the list reaches back to the conversation's first message.
    [[nodiscard]] bool isComplete(ConversationId conversation) const;
    //! The newest message that counts as read.
    [[nodiscard]] Seq readUpTo(ConversationId conversation) const;
    //! Messages after it that are neither the member's own nor withdrawn.
    [[nodiscard]] int unread(ConversationId conversation) const;
    [[nodiscard]] int unread() const;

    //! Forgets everything: this is \a self's view from now on, and what was said up to \a baseline counts as
    //! read.
    void reset(MemberId self, Seq baseline);
    //! Takes a message_posted, message_withdrawn or conversation_members_changed event; others mean nothing
    //! here.
    void apply(const protocol::Event &event);
    //! Puts \a older, oldest first, before what is at hand.
    void prepend(ConversationId conversation, std::vector<Message> older);
    void setComplete(ConversationId conversation);
    void applyReceipts(const std::vector<protocol::Receipt> &receipts);
    void setReadUpTo(ConversationId conversation, Seq seq);

Q_SIGNALS:
    //! Messages, receipts or the read position of \a conversation changed.
    void changed(handbell::ConversationId conversation);
    //! Everything may be different.
    void wasReset();
    //! The member was put into or taken out of \a conversation at \a at: what was at hand of it up to there
    //! would have gaps, so it is gone.
    void forgotten(handbell::ConversationId conversation, handbell::Seq at);

private:
    struct Timeline
    {
        std::vector<Message> messages;
        bool complete = false;
        Seq readUpTo;
    };

    Message *find(MessageId id);

    MemberId m_self;
    Seq m_baseline;
    std::map<ConversationId, Timeline> m_timelines;
};

} // namespace handbell::client
