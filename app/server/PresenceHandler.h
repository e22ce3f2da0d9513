// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Space.h"

#include <set>

namespace handbell::server {

//! The presence board: who is where and doing what. In memory; a restart starts from "offline", and every
//! workstation that comes back says its state anew. Changes go out gathered, as deltas. Hub thread only.
class PresenceHandler
{
public:
    //! How a member came to be signed in.
    enum class Arrival {
        Fresh,  //!< by password or invitation: available
        Resumed //!< by token after a broken connection: in the state they were in
    };

    explicit PresenceHandler(Space &space);

    void handle(const Request &request, Session &session, const protocol::PresenceSet &message);

    void signedIn(MemberId member, WorkstationId workstation, Arrival arrival);
    void signedOut(MemberId member);
    //! The connection broke: offline after a short grace, unless it comes back.
    void lost(MemberId member);

    //! Everybody with an account.
    [[nodiscard]] std::vector<protocol::Presence> all() const;
    //! Who is signed in at the workstations of \a room.
    [[nodiscard]] std::vector<MemberId> inRoom(RoomId room) const;

    void onTime();
    [[nodiscard]] std::optional<SteadyTime> nextDeadline() const;

private:
    struct Entry
    {
        protocol::Presence shown;
        std::optional<protocol::Presence> beforeLoss; //!< what a resumed session goes back to
    };

    Entry &entryFor(MemberId member);
    void changed(MemberId member);
    void sendChanges();

    Space &m_space;
    const WallTime m_since; //!< when the board began
    std::map<MemberId, Entry> m_entries;
    std::map<MemberId, SteadyTime> m_leaving;
    std::set<MemberId> m_changed;
    std::optional<SteadyTime> m_sendAt;
};

} // namespace handbell::server
