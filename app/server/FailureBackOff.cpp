// SPDX-License-Identifier: Apache-2.0
#include "server/FailureBackOff.h"

#include <algorithm>
#include <utility>

namespace handbell::server {

std::optional<std::chrono::milliseconds> FailureBackOff::waitFor(const QString &key, SteadyTime now) const
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return std::nullopt;
    const Entry &entry = found->second;
    if (entry.notBefore > now)
        return entry.notBefore - now;
    if (entry.underWay > 0 && entry.failures + entry.underWay > m_free)
        return firstWait;
    return std::nullopt;
}

FailureBackOff::Entry &FailureBackOff::entryOf(const QString &key, SteadyTime now)
{
    if (m_entries.find(key) == m_entries.end())
        makeRoom(now);
    Entry &entry = m_entries[key];
    if (now - entry.last >= memory)
        entry.failures = 0;
    entry.last = now;
    return entry;
}

void FailureBackOff::began(const QString &key, SteadyTime now)
{
    ++entryOf(key, now).underWay;
}

void FailureBackOff::ended(const QString &key)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || found->second.underWay == 0)
        return;
    if (--found->second.underWay == 0 && found->second.failures == 0)
        m_entries.erase(found);
}

void FailureBackOff::failed(const QString &key, SteadyTime now)
{
    Entry &entry = entryOf(key, now);
    ++entry.failures;
    if (entry.failures > m_free) {
        const int doublings = std::min(entry.failures - m_free - 1, 10);
        entry.notBefore = now + std::min<std::chrono::seconds>(firstWait * (1 << doublings), longestWait);
    }
}

int FailureBackOff::succeeded(const QString &key)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return 0;
    found->second.notBefore = {};
    return std::exchange(found->second.failures, 0);
}

void FailureBackOff::forgive(const QString &key, int failures)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return;
    Entry &entry = found->second;
    entry.failures = std::max(0, entry.failures - failures);
    if (entry.failures <= m_free)
        entry.notBefore = {};
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
