// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>

#include <functional>

namespace handbell::transport {

//! Listens, and hands every accepted socket over as a bare descriptor: the seam by which connections are
//! spread over workers. It makes no socket object itself, because those cannot change threads.
class SocketAcceptor final : public QTcpServer
{
    Q_OBJECT

public:
    //! Called in the acceptor's thread with a descriptor that the callee then owns.
    using HandOver = std::function<void(qintptr)>;

    explicit SocketAcceptor(HandOver handOver, QObject *parent = nullptr);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    HandOver m_handOver;
};

} // namespace handbell::transport
