// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/TransportLimits.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

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
    void check();

    const std::chrono::milliseconds m_limit;
    QElapsedTimer m_sinceHeard;
    QTimer m_ping;
    QTimer m_silence;
};

} // namespace handbell::transport
