// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Space.h"

#include <deque>
#include <set>

namespace handbell::server {

//! How far messages and alerts got: gathered for a moment, kept beside the record, told to whoever sent them.
//! Hub thread only.
class ReceiptHandler
{
public:
    explicit ReceiptHandler(Space &space);

    void handle(const Request &request, Session &session, const protocol::ReceiptsPost &message);

    //! \a event was applied.
    void follow(const protocol::Event &event);
    void onTime();
    [[nodiscard]] std::optional<SteadyTime> nextDeadline() const { return m_writeAt; }

private:
    //! A message or alert as far as receipts go.
    struct About
    {
        MemberId sender;
        ConversationId conversation;   //!< of a message
        std::vector<MemberId> targets; //!< of an alert
    };
    //! The newest messages of a conversation, oldest first.
    struct Recent
    {
        bool read = false; //!< from the record: what came before this server started is in
        std::deque<std::pair<Seq, MemberId>> messages;
    };

    [[nodiscard]] static std::optional<About> aboutEvent(const protocol::Event &event);
    [[nodiscard]] std::optional<About> about(Seq event);
    void remember(Seq event, About about);
    [[nodiscard]] bool isFor(Seq event, const About &about, MemberId member) const;
    [[nodiscard]] Recent &recent(ConversationId conversation);
    //! "Read up to \a upTo" as a receipt for each message by others since the last time.
    void addRead(MemberId member, ConversationId conversation, Seq upTo, WallTime at);
    void write();
    void tellSenders(const std::vector<protocol::Receipt> &news);

    Space &m_space;
    std::map<Seq, About> m_about;
    std::map<ConversationId, Recent> m_recent;
    std::map<std::pair<MemberId, ConversationId>, Seq> m_readUpTo;
    std::vector<protocol::Receipt> m_gathered;
    std::vector<Request> m_requests;
    std::optional<SteadyTime> m_writeAt;
};

} // namespace handbell::server
