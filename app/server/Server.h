// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "base/Result.h"
#include "server/HubLimits.h"
#include "transport/TransportLimits.h"

#include <QHostAddress>
#include <QObject>

#include <memory>

namespace handbell::server {

//! What a server needs to run. Keys as PEM; the files they came from are the caller's business.
struct ServerConfig
{
    QString recordPath;       //!< an existing record
    QByteArray tlsKeyPem;     //!< the server certificate's key
    QByteArray tlsChainPem;   //!< the server's certificate, then its authority's
    QByteArray signingKeyPem; //!< signs checkpoints; empty: none are taken
    QHostAddress address = QHostAddress::Any;
    quint16 port = 0; //!< 0: one the system chooses
    transport::ConnectionLimits connections;
    transport::Timings timings;
    HubLimits hub;
};

//! A practice's running server: acceptor, I/O worker, hub, writer and password pool, wired together; see
//! README.md beside this file. Lives in the thread that made it, which needs an event loop.
class Server final : public QObject
{
    Q_OBJECT

public:
    //! \a clock and \a random are used from several threads, must be fit for that and for secrets, and
    //! outlive the server.
    Server(ServerConfig config, const Clock &clock, Random &random, QObject *parent = nullptr);
    //! Stops where that has not been done.
    ~Server() override;

    //! Opens the record and listens. Gives the port. Errors of record::Record::open(), InvalidArgument for
    //! keys and certificates, Unreachable where the address cannot be listened on. Call once.
    [[nodiscard]] Result<quint16> start();
    //! Tells every workstation, closes the connections, writes what is waiting and a last checkpoint. Blocks
    //! until that is done: seconds at most.
    void stop();

    //! Connections from here on are shown another certificate; those there are stay. InvalidArgument where
    //! key and chain cannot be used: then nothing changes.
    [[nodiscard]] Result<void> showCertificate(const QByteArray &keyPem, const QByteArray &chainPem);

    [[nodiscard]] quint16 port() const;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace handbell::server
