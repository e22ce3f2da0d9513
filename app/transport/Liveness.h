// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/TransportLimits.h"

#include <QObject>
#include <QTimer>

class QWebSocket;

namespace handbell::transport {

//! Tells when the peer of an open QWebSocket is gone without saying so: pings, and listens for pongs and
//! frames. Lives in the socket's thread, as its child.
class Liveness final : public QObject
{
    Q_OBJECT

public:
    Liveness(QWebSocket *socket, const Timings &timings);

Q_SIGNALS:
    //! Nothing was heard for Timings::silence. Emitted once.
    void lost();

private:
    QTimer m_ping;
    QTimer m_silence;
};

} // namespace handbell::transport
