// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"

#include <algorithm>
#include <optional>

namespace handbell::server {

//! Allows a burst, then so many a second. A value type, in milliseconds of a Clock's steady time.
class TokenBucket
{
public:
    TokenBucket(int burst, int perSecond, SteadyTime now)
        : m_burst(burst)
        , m_perSecond(perSecond)
        , m_tokens(burst)
        , m_at(now)
    {
    }

    //! Takes one at \a now; otherwise how long until there is one.
    [[nodiscard]] std::optional<std::chrono::milliseconds> take(SteadyTime now)
    {
        const double seconds = std::chrono::duration<double>(now - m_at).count();
        m_tokens = std::min<double>(m_burst, m_tokens + seconds * m_perSecond);
        m_at = now;
        if (m_tokens >= 1) {
            m_tokens -= 1;
            return std::nullopt;
        }
        return std::chrono::milliseconds(static_cast<qint64>((1 - m_tokens) * 1000 / m_perSecond) + 1);
    }

private:
    int m_burst;
    int m_perSecond;
    double m_tokens;
    SteadyTime m_at;
};

} // namespace handbell::server
