// SPDX-License-Identifier: Apache-2.0
#include "server/FailureBackOff.h"

#include <algorithm>

namespace handbell::server {

std::optional<std::chrono::milliseconds> FailureBackOff::waitFor(const QString &key, SteadyTime now) const
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || found->second.notBefore <= now)
        return std::nullopt;
    return found->second.notBefore - now;
}

void FailureBackOff::failed(const QString &key, SteadyTime now)
{
    makeRoom(now);
    Entry &entry = m_entries[key];
    if (now - entry.last >= memory)
        entry = {};
    entry.last = now;
    ++entry.failures;
    if (entry.failures > m_free) {
        const int doublings = std::min(entry.failures - m_free - 1, 10);
        entry.notBefore = now + std::min<std::chrono::seconds>(firstWait * (1 << doublings), longestWait);
    }
}

void FailureBackOff::makeRoom(SteadyTime now)
{
    if (m_entries.size() < maxKeys)
        return;
    std::erase_if(m_entries, [now](const auto &entry) { return now - entry.second.last >= memory; });
    if (m_entries.size() < maxKeys)
        return;
    m_entries.erase(std::min_element(m_entries.begin(), m_entries.end(), [](const auto &a, const auto &b) {
        return a.second.last < b.second.last;
    }));
}

} // namespace handbell::server
