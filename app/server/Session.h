// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Codec.h"
#include "server/Flow.h"
#include "server/Outbound.h"
#include "server/TokenBucket.h"

#include <QString>

#include <map>

namespace handbell::server {

//! One connection as the hub knows it. Lives in the hub's SessionTable; hold a ConnectionId, not a pointer,
//! over anything that takes time.
struct Session
{
    Session(ConnectionId connectionId, QString peerAddress, TokenBucket tokenBucket)
        : id(connectionId)
        , address(std::move(peerAddress))
        , requests(tokenBucket)
    {
    }

    ConnectionId id;
    QString address; //!< of the peer, to count failed sign-ins by; never logged
    protocol::SessionState state = protocol::SessionState::Connected;
    WorkstationId workstation; //!< from Enrolled on
    MemberId member;           //!< while Active
    std::vector<QString> abilities;
    bool authenticating = false; //!< a password is being hashed or a sign-in written
    bool closing = false;        //!< nothing is taken from it any more
    int underWay = 0;            //!< requests not yet answered
    TokenBucket requests;
    Flow flow;
};

//! Who made a request: what an answer needs, safe to keep while it is under way.
struct Request
{
    ConnectionId connection;
    protocol::RequestId id = 0;
};

//! All connections, and which of them is a member's. Hub thread only.
class SessionTable
{
public:
    Session &add(Session session);
    void remove(ConnectionId id);
    [[nodiscard]] Session *find(ConnectionId id);
    //! The member's session, if they are signed in and connected.
    [[nodiscard]] Session *ofMember(MemberId member);
    //! To be called whenever Session::member changes.
    void setMember(Session &session, MemberId member);
    [[nodiscard]] std::map<ConnectionId, Session> &all() { return m_sessions; }

private:
    std::map<ConnectionId, Session> m_sessions;
    std::map<MemberId, ConnectionId> m_members;
};

} // namespace handbell::server
