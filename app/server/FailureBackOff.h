// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"

#include <QString>

#include <map>
#include <optional>

namespace handbell::server {

//! Makes guessing slow: after some failures under one key (a member, an address) each further one doubles the
//! wait, from a second up to a minute. It never locks anybody out for longer: whoever knows the password gets
//! in within a minute, also while somebody else is guessing. In memory; a value of steady time. Hub thread
//! only.
class FailureBackOff
{
public:
    static constexpr std::chrono::seconds firstWait{1};
    static constexpr std::chrono::seconds longestWait{60};
    //! Without a failure for this long a key starts afresh.
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
    void failed(const QString &key, SteadyTime now);
    void succeeded(const QString &key) { m_entries.erase(key); }

private:
    struct Entry
    {
        int failures = 0;
        SteadyTime last{};
        SteadyTime notBefore{};
    };

    void makeRoom(SteadyTime now);

    const int m_free;
    std::map<QString, Entry> m_entries;
};

} // namespace handbell::server
