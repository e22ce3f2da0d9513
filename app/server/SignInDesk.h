// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/Token.h"
#include "server/PresenceHandler.h"
#include "server/Space.h"

namespace handbell::server {

//! Who sits where: brings sessions from one state to the next, and ends them when the record says so, whoever
//! wrote it. A member is signed in at one workstation, a workstation has one member. Hub thread only.
class SignInDesk
{
public:
    SignInDesk(Space &space, PresenceHandler &presence);

    //! Adds to \a group what a sign-in of \a member at \a workstation is: its event, its token, and the end
    //! of the sign-ins it replaces. Errors are those of reading the record.
    [[nodiscard]] Result<void> addSignIn(record::EventGroup &group, MemberId member,
                                         WorkstationId workstation, const crypto::Token &token) const;

    //! Where \a member is signed in now other than at \a workstation: what a sign-in there ends. Errors are
    //! those of reading the record.
    [[nodiscard]] Result<std::optional<protocol::PlaceLeft>> placeLeft(MemberId member,
                                                                       WorkstationId workstation) const;

    //! Adds to \a group the end of sign-ins: those of \a member anywhere else, and those of others at \a
    //! workstation.
    [[nodiscard]] Result<void> addSignOuts(record::EventGroup &group, MemberId member,
                                           WorkstationId workstation) const;

    //! \a session is an enrolled PC's, nobody signed in.
    void enrol(Session &session, WorkstationId workstation);
    //! \a member is signed in on it. An older connection of theirs, which the new one replaces, is closed.
    void activate(Session &session, MemberId member, WorkstationId workstation,
                  PresenceHandler::Arrival arrival);
    //! \a member was signed in in the record, but has no connection (any more).
    void lost(MemberId member) { m_presence.lost(member); }
    //! \a session's PC was just enrolled: whoever still comes from the PC that was this workstation before is
    //! out.
    void endOthersAt(const Session &session);

    [[nodiscard]] protocol::OkWorkstation okWorkstation(const Session &session) const;
    [[nodiscard]] protocol::OkSession okSession(const Session &session) const;

    //! \a event was applied.
    void follow(const protocol::Event &event);
    //! Everything of a batch went out: ends the sessions its events end.
    void endBatch();

private:
    struct Ending
    {
        MemberId member;           //!< none: whoever is at the workstation
        WorkstationId workstation; //!< none: wherever the member is
        protocol::SignOutReason reason = protocol::SignOutReason::SignedOut;
    };

    void end(const Ending &ending);
    void leave(Session &session, protocol::SignOutReason reason);
    //! What \a place is called at \a seenFrom.
    [[nodiscard]] QString placeName(WorkstationId place, WorkstationId seenFrom) const;

    Space &m_space;
    PresenceHandler &m_presence;
    std::map<MemberId, WorkstationId> m_latest; //!< where a member signed in last
    std::vector<Ending> m_endings;
};

} // namespace handbell::server
