// SPDX-License-Identifier: Apache-2.0
#include "server/AlertLadder.h"

#include <algorithm>

namespace handbell::server {

void AlertLadder::set(const protocol::Alert &alert)
{
    Next next{{}, alert.expiresAt, {}};
    if (!alert.escalation.empty())
        next.escalation = alert.escalatedAt + std::chrono::seconds(alert.escalation.front().afterSeconds);
    m_next.insert_or_assign(alert.id, next);
}

void AlertLadder::postpone(AlertId alert, WallTime when)
{
    const auto found = m_next.find(alert);
    if (found != m_next.end())
        found->second.notBefore = when;
}

std::optional<WallTime> AlertLadder::nextDeadline() const
{
    std::optional<WallTime> earliest;
    for (const auto &[alert, next] : m_next) {
        if (!earliest || next.at() < *earliest)
            earliest = next.at();
    }
    return earliest;
}

std::vector<AlertLadder::Due> AlertLadder::due(WallTime now) const
{
    std::vector<std::pair<WallTime, Due>> found;
    for (const auto &[alert, next] : m_next) {
        if (next.at() > now)
            continue;
        const bool over = next.expiry <= now;
        found.push_back({next.at(), {alert, over ? Step::Expire : Step::Escalate}});
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
