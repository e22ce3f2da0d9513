// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "protocol/PracticeState.h"

#include <map>
#include <optional>

namespace handbell::testing {

//! What the events of a record say of each alert, read with no knowledge of the server: the ladder's rules,
//! checked event by event.
class LadderRecord
{
public:
    struct Story
    {
        protocol::AlertRaised raised;
        MemberId sender;
        WorkstationId from;
        std::vector<protocol::Address> escalatedTo;
        std::vector<MemberId> passedOnBy;
        std::vector<MemberId> comers; //!< of one that gathers them
        protocol::AlertState state = protocol::AlertState::Open;
        std::optional<protocol::AlertAnswer> answer; //!< that settled it
        SteadyTime begun{}, moved{};
        WallTime movedWall{}, begunWall{};
    };

    //! \a event was found in the record at \a steady, and no earlier than that after the last call's.
    void take(const protocol::Event &event, SteadyTime steady);
    //! The time is \a steady, the server has run since \a up without a break, and nothing more comes now.
    void checkTime(SteadyTime steady, SteadyTime up);
    //! The last event taken must not leave something undone.
    void checkEnd();

    [[nodiscard]] const std::map<AlertId, Story> &stories() const { return m_stories; }
    [[nodiscard]] QString complaint() const { return m_complaint; }

private:
    void complain(const char *what, AlertId alert);
    [[nodiscard]] Story *open(AlertId alert, const char *what);
    void onAnswered(const protocol::AlertAnswered &answered, const protocol::Event &event);
    void onEscalated(const protocol::AlertEscalated &escalated, const protocol::Event &event,
                     SteadyTime steady);

    std::map<AlertId, Story> m_stories;
    std::optional<AlertId> m_owed; //!< was passed on with steps left: the next event is its escalation
    QString m_complaint;
};

} // namespace handbell::testing
