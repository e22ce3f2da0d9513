// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/PresenceHandler.h"
#include "server/Space.h"

#include <set>

namespace handbell::server {

//! The record on its way to workstations: forward from a cursor or a snapshot and on live, in order and
//! without gap or repetition; backward by pages. Who may see what is protocol::visibleTo(). Hub thread only.
class SyncHandler
{
public:
    SyncHandler(Space &space, PresenceHandler &presence);

    void handle(const Request &request, Session &session, const protocol::Sync &message);
    void handle(Session &session, const protocol::Ack &message);
    void handle(const Request &request, Session &session, const protocol::History &message);

    //! New events are about to be applied to the state.
    void beginBatch();
    //! \a event, which outlives the batch, was applied.
    void follow(const protocol::Event &event);
    //! All were: out with them.
    void endBatch();

    void onTime();
    [[nodiscard]] std::optional<SteadyTime> nextDeadline() const;

private:
    struct Notice
    {
        QByteArray frame;
        Seq cursor;
    };
    struct Live
    {
        Session *session = nullptr;
        std::vector<size_t> seen; //!< which events of the batch this member may see
    };

    [[nodiscard]] std::vector<Notice> noticesFor(const std::vector<const protocol::Event *> &events,
                                                 Seq cursor) const;
    //! Sends \a notices until too much is unacknowledged; whether all went out.
    bool send(Session &session, const std::vector<Notice> &notices);
    //! Notes that \a notice goes to \a session now. False where too much is unacknowledged, so that it does
    //! not.
    [[nodiscard]] bool mayHave(Session &session, const Notice &notice);
    //! One step of a session that reads on from its cursor; whether it is to go on.
    bool readOn(Session &session);

    Space &m_space;
    PresenceHandler &m_presence;
    std::vector<const protocol::Event *> m_batch;
    std::vector<Live> m_live;
    std::set<ConnectionId> m_catching;
    std::set<ConnectionId> m_stalled;
};

} // namespace handbell::server
