// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Space.h"

namespace handbell::server {

//! Messages and conversations. Hub thread only.
class MessageHandler
{
public:
    explicit MessageHandler(Space &space);

    void handle(const Request &request, Session &session, const protocol::MessagePost &message);
    void handle(const Request &request, Session &session, const protocol::MessageWithdraw &message);
    void handle(const Request &request, Session &session, const protocol::ConversationOpen &message);

    //! \a event was applied.
    void follow(const protocol::Event &event);

private:
    //! Why \a session's member may not write to the conversation, or nothing.
    [[nodiscard]] std::optional<Error> refusalToWrite(const Session &session,
                                                      ConversationId conversation) const;

    Space &m_space;
    std::map<MessageId, Kept> m_withdrawn; //!< lately: taking back twice makes one event
};

} // namespace handbell::server
