// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Addressing.h"
#include "server/AlertLadder.h"
#include "server/PresenceHandler.h"
#include "server/Space.h"

namespace handbell::server {

//! Alerts: raising, answering, going on, ending. One decision about an alert at a time, so that two who press
//! at once make one answer. Every alert ends answered, expired or cancelled. Hub thread only.
class AlertHandler
{
public:
    //! Takes up the alerts that are open in \a space.
    AlertHandler(Space &space, PresenceHandler &presence);

    void handle(const Request &request, Session &session, const protocol::AlertRaise &message);
    void handle(const Request &request, Session &session, const protocol::AlertReply &message);
    void handle(const Request &request, Session &session, const protocol::AlertEscalate &message);
    void handle(const Request &request, Session &session, const protocol::AlertCancel &message);

    //! \a event was applied, which touched \a change.
    void follow(const protocol::Event &event, const protocol::StateChange &change);
    void onTime();
    [[nodiscard]] std::optional<SteadyTime> nextDeadline() const;

private:
    //! Who did something: a member at a workstation, or nobody for a timer.
    struct Actor
    {
        MemberId member;
        WorkstationId workstation;
    };

    [[nodiscard]] InRoom inRoom() const;
    //! Why \a message, which sends \a chosen, cannot be the test that it says it is.
    [[nodiscard]] std::optional<Error> testFault(const Session &session, const protocol::AlertRaise &message,
                                                 const protocol::AlertTemplate &chosen) const;
    static void makeTest(protocol::AlertRaised &raised, RoomId room);
    //! The open alert, where \a session's member may know of it; otherwise \a request is refused.
    [[nodiscard]] const protocol::Alert *openAlert(const Request &request, const Session &session,
                                                   AlertId alert, const record::EventDraft &draft);
    [[nodiscard]] bool wasFor(AlertId alert, MemberId member) const;
    //! The alert's next step, and those after it as long as they reach nobody new.
    [[nodiscard]] std::vector<record::EventDraft> escalation(const protocol::Alert &alert, Actor actor,
                                                             protocol::EscalationCause cause) const;
    [[nodiscard]] static std::vector<MemberId> audienceOf(const protocol::Alert &alert);
    void act(const AlertLadder::Due &due);
    [[nodiscard]] AlertLadder::Now now() const;

    Space &m_space;
    PresenceHandler &m_presence;
    AlertLadder m_ladder;
    std::map<AlertId, std::vector<MemberId>> m_ended; //!< lately, and who may know
};

} // namespace handbell::server
