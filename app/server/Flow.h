// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Ids.h"

#include <deque>

namespace handbell::server {

//! How far the flow of events to one workstation has got, and what of it has not been acknowledged. Pure
//! bookkeeping; SyncHandler acts on it.
class Flow
{
public:
    enum class Mode {
        Idle,     //!< no sync yet
        Catching, //!< reads on from its cursor
        Live,     //!< has everything; new events go out as they come
        Stalled,  //!< too much is unacknowledged: nothing goes out
    };

    [[nodiscard]] Mode mode() const { return m_mode; }
    //! Everything up to here was sent or is not for this member.
    [[nodiscard]] Seq cursor() const { return m_cursor; }
    //! The cursor the client was last told.
    [[nodiscard]] Seq announced() const { return m_announced; }
    [[nodiscard]] qint64 unacknowledged() const { return m_unacknowledged; }
    //! Since when nothing goes out, or since the last acknowledgement after that.
    [[nodiscard]] SteadyTime stalledSince() const { return m_stalledSince; }

    //! Begins anew after \a cursor, which the client has.
    void start(Seq cursor);
    void reset() { *this = Flow{}; }
    //! A notice of \a bytes that ends at \a cursor goes out.
    void sent(Seq cursor, qint64 bytes);
    //! Nothing up to \a cursor is for this member.
    void skipped(Seq cursor) { m_cursor = cursor; }
    void reachedHead() { m_mode = Mode::Live; }
    void stall(SteadyTime now);
    //! The client has stored everything up to \a cursor. A stalled flow with room under \a limit goes on as
    //! Catching.
    void acknowledge(Seq cursor, qint64 limit, SteadyTime now);

private:
    struct Sent
    {
        Seq cursor;
        qint64 bytes = 0;
    };

    Mode m_mode = Mode::Idle;
    Seq m_cursor;
    Seq m_announced;
    std::deque<Sent> m_sent;
    qint64 m_unacknowledged = 0;
    SteadyTime m_stalledSince{};
};

} // namespace handbell::server
