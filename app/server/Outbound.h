// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"
#include "transport/ConnectionLedger.h"

#include <QByteArray>
#include <QList>

namespace handbell::server {

using transport::ConnectionId;

//! Where the hub's frames go: the I/O workers of a running server, a list in a test. Called in the hub's
//! thread; neither call may come back into the hub.
class Outbound
{
public:
    virtual ~Outbound() = default;
    //! Sends one frame of UTF-8, after those sent before; dropped where the connection is gone.
    virtual void send(ConnectionId connection, const QByteArray &frame) = 0;
    //! The same frame to several.
    virtual void sendToAll(const QList<ConnectionId> &connections, const QByteArray &frame)
    {
        for (const ConnectionId connection : connections)
            send(connection, frame);
    }
    //! Closes after what was sent before, naming \a code to the peer; Hub::disconnected() follows.
    virtual void close(ConnectionId connection, ErrorCode code) = 0;
};

} // namespace handbell::server
