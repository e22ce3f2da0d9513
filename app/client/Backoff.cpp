// SPDX-License-Identifier: Apache-2.0
#include "client/Backoff.h"

#include <algorithm>

namespace handbell::client {

bool passesByItself(ErrorCode code)
{
    switch (code) {
    case ErrorCode::RateLimited:
    case ErrorCode::ServerBusy:
    case ErrorCode::StorageUnavailable:
        return true;
    default:
        return false;
    }
}

bool isLineGone(ErrorCode code)
{
    return code == ErrorCode::Unreachable || code == ErrorCode::ServerStopping;
}

using std::chrono::milliseconds;

milliseconds Backoff::next()
{
    const int attempt = m_attempts++;
    if (attempt == 0)
        return milliseconds{0};
    constexpr int mostDoublings = 20; // far beyond any cap, and no overflow
    const milliseconds ceiling = std::min(m_cap, m_base * (1 << std::min(attempt - 1, mostDoublings)));
    return milliseconds{m_random.below(static_cast<quint32>(ceiling.count()) + 1)};
}

void Backoff::skipImmediate()
{
    m_attempts = std::max(m_attempts, 1);
}

} // namespace handbell::client
