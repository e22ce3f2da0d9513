// SPDX-License-Identifier: Apache-2.0
#include "server/Flow.h"

namespace handbell::server {

void Flow::start(Seq cursor)
{
    reset();
    m_mode = Mode::Catching;
    m_cursor = cursor;
    m_announced = cursor;
}

void Flow::sent(Seq cursor, qint64 bytes)
{
    m_cursor = cursor;
    m_announced = cursor;
    m_sent.push_back({cursor, bytes});
    m_unacknowledged += bytes;
}

void Flow::stall(SteadyTime now)
{
    m_mode = Mode::Stalled;
    m_stalledSince = now;
}

void Flow::acknowledge(Seq cursor, qint64 limit, SteadyTime now)
{
    while (!m_sent.empty() && m_sent.front().cursor <= cursor) {
        m_unacknowledged -= m_sent.front().bytes;
        m_sent.pop_front();
        m_stalledSince = now;
    }
    if (m_mode == Mode::Stalled && m_unacknowledged < limit)
        m_mode = Mode::Catching;
}

} // namespace handbell::server
