// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Error.h"
#include "transport/ConnectionLedger.h"
#include "transport/ServerTls.h"
#include "transport/TransportLimits.h"
#include "transport/WebSocketFrames.h"

#include <QAbstractSocket>
#include <QHostAddress>

namespace handbell::transport {

//! One client as the server has it: socket, TLS, WebSocket, and when it has to have said something. There may
//! be thousands, so an idle one is small: no timers, no buffers, no signals of its own. It lives in its
//! owner's thread.
class ServerConnection final : public QObject
{
public:
    //! Who is told what happens. Called in the thread both live in; may call back.
    class Owner
    {
    public:
        virtual ~Owner() = default;
        //! The client speaks handbell.v1 from here on.
        virtual void opened(ServerConnection &connection) = 0;
        //! One message of at most maxReadFrameSize bytes of UTF-8.
        virtual void received(ServerConnection &connection, const QByteArray &utf8) = 0;
        //! BinaryFrame, or FrameTooLarge for what is beyond maxReadFrameSize.
        virtual void violated(ServerConnection &connection, ErrorCode code) = 0;
        //! The end, exactly once.
        virtual void gone(ServerConnection &connection) = 0;
    };

    ServerConnection(ConnectionId id, const ServerTls &tls, const Timings &timings, Owner &owner,
                     QObject *parent);
    //! Says nothing to the owner.
    ~ServerConnection() override;

    //! Takes over an accepted socket; false where it is none.
    [[nodiscard]] bool adopt(qintptr descriptor, SteadyTime now);

    [[nodiscard]] ConnectionId id() const { return m_id; }
    [[nodiscard]] QHostAddress peerAddress() const { return m_address; }
    [[nodiscard]] quint16 peerPort() const { return m_socket.peerPort(); }
    //! Whether opened() was said.
    [[nodiscard]] bool wasOpened() const { return m_wasOpened; }
    //! What the peer has not taken yet.
    [[nodiscard]] qint64 unsentBytes() const { return m_socket.bytesToWrite(); }

    //! Sends \a frame as it is, a whole frame of WebSocket; dropped where the connection is not open.
    void send(const QByteArray &frame);
    //! Says goodbye and waits for the peer to hang up, or for Timings::closing.
    void close(WebSocketClose code, QLatin1String reason);
    //! Cuts the connection.
    void abort() { end(); }
    //! To be called now and then: pings, and cuts what is overdue at \a now.
    void look(SteadyTime now);

private:
    enum class State { Handshake, Upgrade, Open, Closing, Gone };

    void onReadable();
    void take(const char *bytes, int size);
    void takeRequest(const char *bytes, int size);
    void takeFrames();
    void take(const WebSocketReader::Message &message);
    void write(const QByteArray &bytes);
    void hangUp();
    void end();

    const ConnectionId m_id;
    const Timings &m_timings;
    Owner &m_owner;
    //! No QTcpSocket: that keeps buffers, whatever it is opened as.
    QAbstractSocket m_socket{QAbstractSocket::TcpSocket, nullptr};
    ServerTlsStream m_tls;
    QHostAddress m_address; // kept: a closed socket no longer knows its peer
    QByteArray m_request;   //!< what came of it, until it is whole
    WebSocketReader m_reader{maxReadFrameSize};
    SteadyTime m_since{}; //!< when the state began that has to end in time
    SteadyTime m_heard{};
    int m_controlFrames = 0; //!< since the last look
    State m_state = State::Handshake;
    bool m_wasOpened = false;
    bool m_isPinged = false; //!< since it was last heard
};

} // namespace handbell::transport
