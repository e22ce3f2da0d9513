// SPDX-License-Identifier: Apache-2.0
#include "client/OwnPresence.h"

#include <algorithm>

namespace handbell::client {

using protocol::PresenceState;

void OwnPresence::choose(PresenceState state, std::optional<WallTime> until, const Now &now)
{
    m_chosen = state;
    m_until = until && *until > now.wall ? until : std::nullopt;
    m_checkAt.reset();
    confirmConsultation(now);
}

void OwnPresence::confirmConsultation(const Now &now)
{
    if (m_chosen == PresenceState::InConsultation && !m_until)
        m_checkAt = now.steady + consultationCheckAfter;
}

bool OwnPresence::passTime(const Now &now)
{
    if (m_until && *m_until <= now.wall) {
        m_chosen = PresenceState::Available;
        m_until.reset();
    }
    if (!m_checkAt || *m_checkAt > now.steady)
        return false;
    m_checkAt = now.steady + consultationCheckAfter; // who does not answer is asked again
    return true;
}

bool OwnPresence::isAwayByItself() const
{
    return (m_use.locked || m_use.idle) &&
           (m_chosen == PresenceState::Available || m_chosen == PresenceState::Busy);
}

PresenceState OwnPresence::state() const
{
    return isAwayByItself() ? PresenceState::Away : m_chosen;
}

std::optional<WallTime> OwnPresence::until() const
{
    return isAwayByItself() ? std::nullopt : m_until;
}

std::optional<std::chrono::milliseconds> OwnPresence::nextDue(const Now &now) const
{
    std::optional<std::chrono::milliseconds> due;
    if (m_until)
        due = *m_until - now.wall;
    if (m_checkAt)
        due = std::min(due.value_or(std::chrono::milliseconds::max()), *m_checkAt - now.steady);
    if (due)
        due = std::max(*due, std::chrono::milliseconds{0});
    return due;
}

} // namespace handbell::client
