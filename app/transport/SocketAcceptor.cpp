// SPDX-License-Identifier: Apache-2.0
#include "transport/SocketAcceptor.h"

#include <utility>

namespace handbell::transport {

SocketAcceptor::SocketAcceptor(HandOver handOver, QObject *parent)
    : QTcpServer(parent)
    , m_handOver(std::move(handOver))
{
    // Every workstation of a practice comes back at once after a power cut.
    setListenBacklogSize(512);
}

void SocketAcceptor::incomingConnection(qintptr descriptor)
{
    m_handOver(descriptor);
}

} // namespace handbell::transport
