// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "client/DeskUse.h"
#include "protocol/Entities.h"

#include <chrono>
#include <optional>

namespace handbell::client {

//! After so long in consultation without an end given, the member is asked whether it goes on.
inline constexpr std::chrono::minutes consultationCheckAfter{30};

//! What one member's presence is, from what they chose and how the workstation is used. In consultation and
//! on break are the member's word alone: neither an idle keyboard nor a locked screen changes them, for a GP
//! who listens types nothing. Available and busy become away while nobody is at the workstation. A state
//! chosen until some time ends then, and what follows is available. Pure; time is passed in.
class OwnPresence
{
public:
    struct Now
    {
        WallTime wall;
        SteadyTime steady;
    };

    //! The member's choice; an \a until that is past is none.
    void choose(protocol::PresenceState state, std::optional<WallTime> until, const Now &now);
    void setDeskUse(const DeskUse &use) { m_use = use; }
    //! The member says that the consultation goes on.
    void confirmConsultation(const Now &now);
    //! Ends what has ended. True once for each check of a long consultation that is due now.
    [[nodiscard]] bool passTime(const Now &now);

    [[nodiscard]] protocol::PresenceState state() const;
    //! Only of the state the member chose, not of away.
    [[nodiscard]] std::optional<WallTime> until() const;
    [[nodiscard]] const DeskUse &deskUse() const { return m_use; }
    //! How long passTime() may wait; none where nothing ends by itself. Never below zero.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextDue(const Now &now) const;

private:
    [[nodiscard]] bool isAwayByItself() const;

    protocol::PresenceState m_chosen = protocol::PresenceState::Available;
    std::optional<WallTime> m_until;
    std::optional<SteadyTime> m_checkAt; //!< of a consultation without an end
    DeskUse m_use;
};

} // namespace handbell::client
