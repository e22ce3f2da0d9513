// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QByteArray>

#include <memory>

class QAbstractSocket;

namespace handbell::transport {

//! What a server shows of itself in a TLS handshake, and how it speaks TLS: 1.3 alone, no tickets, no
//! renegotiation. A value; may be copied to and used in any thread.
class ServerTls
{
public:
    //! From PEM: the unencrypted key, and the server's certificate with its authority's after it.
    //! InvalidArgument where one cannot be read or they do not belong together.
    [[nodiscard]] static Result<ServerTls> make(const QByteArray &keyPem, const QByteArray &chainPem);

private:
    friend class ServerTlsStream;
    struct Context;
    explicit ServerTls(std::shared_ptr<Context> context);

    std::shared_ptr<Context> m_context;
};

//! The server's end of TLS on a connected socket, which outlives it. An idle one holds no buffers, which is
//! why it is not a QSslSocket: that keeps some 70 KB each (decision 10). It never waits: call it when the
//! socket is readable; what the socket cannot take at once, it keeps. Socket's thread only.
class ServerTlsStream
{
public:
    enum class Handshake { UnderWay, Done, Failed };

    //! \a socket keeps no buffer for reading: what is read here is what arrived.
    ServerTlsStream(const ServerTls &tls, QAbstractSocket &socket);
    ~ServerTlsStream();
    ServerTlsStream(const ServerTlsStream &) = delete;
    ServerTlsStream &operator=(const ServerTlsStream &) = delete;

    [[nodiscard]] Handshake continueHandshake();
    //! Reads at most \a size bytes; 0 where there is nothing now, -1 where nothing will come any more:
    //! closed, or broken rules of TLS.
    [[nodiscard]] int read(char *into, int size);
    //! Sends \a bytes, after what was sent before. False where the connection is broken.
    bool write(const QByteArray &bytes);
    //! Tells the peer that nothing more follows.
    void sayEnd();

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace handbell::transport
