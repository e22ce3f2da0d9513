// SPDX-License-Identifier: Apache-2.0
#include "transport/Liveness.h"

#include <QWebSocket>

namespace handbell::transport {

Liveness::Liveness(QWebSocket *socket, const Timings &timings)
    : QObject(socket)
    , m_limit(timings.silence)
{
    const auto heard = [this] {
        m_sinceHeard.start();
    };
    connect(socket, &QWebSocket::pong, this, heard);
    connect(socket, &QWebSocket::textMessageReceived, this, heard);
    connect(socket, &QWebSocket::binaryMessageReceived, this, heard);
    connect(&m_ping, &QTimer::timeout, socket, [socket] { socket->ping(); });
    connect(&m_silence, &QTimer::timeout, this, &Liveness::check);
    m_silence.setSingleShot(true);
    m_silence.setTimerType(Qt::PreciseTimer); // a coarse one may be 5% late, and the promise is 7 s
    m_ping.start(timings.pingInterval);
    m_sinceHeard.start();
    m_silence.start(m_limit);
}

void Liveness::check()
{
    // Hearing something only notes the time, which is cheaper than starting a timer anew for each frame.
    const std::chrono::milliseconds left = m_limit - std::chrono::milliseconds(m_sinceHeard.elapsed());
    if (left.count() > 0) {
        m_silence.start(left);
        return;
    }
    m_ping.stop();
    Q_EMIT lost();
}

} // namespace handbell::transport
