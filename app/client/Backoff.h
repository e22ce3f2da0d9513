// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"
#include "base/Random.h"

#include <chrono>

namespace handbell::client {

//! Whether a request that was refused with \a code is worth another attempt after a while. Any other refusal
//! is the server's last word.
[[nodiscard]] bool passesByItself(ErrorCode code);
//! Whether \a code says that the line is down or goes down: the next connect is the time for another attempt.
[[nodiscard]] bool isLineGone(ErrorCode code);

//! Waiting times between attempts to reach the server. The first attempt is immediate; after it "full
//! jitter": a uniformly random time below a ceiling that doubles from base to cap, so that a whole practice
//! coming back after a restart of the server does not come at once.
//! (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/)
class Backoff
{
public:
    Backoff(Random &random, std::chrono::milliseconds base, std::chrono::milliseconds cap)
        : m_random(random)
        , m_base(base)
        , m_cap(cap)
    {
    }

    //! How long to wait before the next attempt.
    [[nodiscard]] std::chrono::milliseconds next();
    //! The attempt worked: the next failure begins anew.
    void reset() { m_attempts = 0; }
    //! Leaves the immediate attempt out: for a server that said it is going down.
    void skipImmediate();

private:
    Random &m_random;
    const std::chrono::milliseconds m_base;
    const std::chrono::milliseconds m_cap;
    int m_attempts = 0;
};

} // namespace handbell::client
