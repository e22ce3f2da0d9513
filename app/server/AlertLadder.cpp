// SPDX-License-Identifier: Apache-2.0
#include "server/AlertLadder.h"

#include <algorithm>

namespace handbell::server {

//! \a wall, but no later than \a longest from now: a clock that was set back while no server ran puts nothing
//! off for longer than the alert could have asked for.
AlertLadder::Moment AlertLadder::Moment::of(WallTime wall, std::chrono::milliseconds longest, const Now &now)
{
    return {wall, now.steady + std::min<std::chrono::milliseconds>(wall - now.wall, longest)};
}

void AlertLadder::set(const protocol::Alert &alert, const Now &now)
{
    Next next{{}, Moment::of(alert.expiresAt, alert.expiresAt - alert.raisedAt, now), {}};
    if (!alert.escalation.empty()) {
        const std::chrono::seconds after(alert.escalation.front().afterSeconds);
        next.escalation = Moment::of(alert.escalatedAt + after, after, now);
    }
    const auto [known, isNew] = m_next.try_emplace(alert.id, next);
    if (isNew)
        return;
    next.expiry.steady = std::min(next.expiry.steady, known->second.expiry.steady);
    const auto &before = known->second.escalation;
    if (next.escalation && before && before->wall == next.escalation->wall)
        next.escalation->steady = std::min(next.escalation->steady, before->steady);
    known->second = next;
}

void AlertLadder::postpone(AlertId alert, SteadyTime when)
{
    const auto found = m_next.find(alert);
    if (found != m_next.end())
        found->second.notBefore = when;
}

std::optional<SteadyTime> AlertLadder::nextDeadline(const Now &now) const
{
    std::optional<SteadyTime> earliest;
    for (const auto &[alert, next] : m_next) {
        if (!earliest || next.at(now) < *earliest)
            earliest = next.at(now);
    }
    return earliest;
}

std::vector<AlertLadder::Due> AlertLadder::due(const Now &now) const
{
    std::vector<std::pair<SteadyTime, Due>> found;
    for (const auto &[alert, next] : m_next) {
        if (next.at(now) > now.steady)
            continue;
        const bool over = next.expiry.at(now) <= now.steady;
        found.push_back({next.at(now), {alert, over ? Step::Expire : Step::Escalate}});
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
        return std::pair(a.first, a.second.alert) < std::pair(b.first, b.second.alert);
    });
    std::vector<Due> result;
    for (const auto &[at, item] : found)
        result.push_back(item);
    return result;
}

} // namespace handbell::server
