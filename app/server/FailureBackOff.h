// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"

#include <QString>

#include <map>
#include <optional>

namespace handbell::server {

//! Makes guessing slow: after some failures under one key (a member, an address) each further one doubles the
//! wait, from a second up to a minute. It never locks anybody out for longer: whoever knows the password gets
//! in within a minute, also while somebody else is guessing. Attempts under way count as if they were to
//! fail, so that many at once are no way around it. In memory; a value of steady time. Hub thread only.
class FailureBackOff
{
public:
    static constexpr std::chrono::seconds firstWait{1};
    static constexpr std::chrono::seconds longestWait{60};
    //! Without an attempt for this long a key starts afresh.
    static constexpr std::chrono::minutes memory{15};
    //! Keys remembered; beyond that the one idle for longest is forgotten.
    static constexpr size_t maxKeys = 10'000;

    //! \a free failures cost nothing: people mistype.
    explicit FailureBackOff(int free)
        : m_free(free)
    {
    }

    //! How long \a key has to wait at \a now; nothing where it may try.
    [[nodiscard]] std::optional<std::chrono::milliseconds> waitFor(const QString &key, SteadyTime now) const;
    //! An attempt is under way, until ended().
    void began(const QString &key, SteadyTime now);
    void ended(const QString &key);
    void failed(const QString &key, SteadyTime now);
    //! Forgets \a key's failures; how many those were.
    int succeeded(const QString &key);
    //! Forgets some of \a key's failures: they were somebody's who got in since.
    void forgive(const QString &key, int failures);

private:
    struct Entry
    {
        int failures = 0;
        int underWay = 0;
        SteadyTime last{};
        SteadyTime notBefore{};
    };

    //! \a key's entry, as fresh as it is to be at \a now.
    Entry &entryOf(const QString &key, SteadyTime now);
    void makeRoom(SteadyTime now);

    const int m_free;
    std::map<QString, Entry> m_entries;
};

} // namespace handbell::server
