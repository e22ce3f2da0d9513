// SPDX-License-Identifier: Apache-2.0
#include "tests/support/CutProxy.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <memory>

namespace handbell::test {

void CutProxy::incomingConnection(qintptr descriptor)
{
    auto *client = new QTcpSocket(this);
    client->setSocketDescriptor(descriptor);
    auto *server = new QTcpSocket(client);
    auto left = std::make_shared<qint64>(-1);
    if (!m_cuts.empty()) {
        *left = m_cuts.front();
        m_cuts.pop_front();
    }
    const qsizetype number = m_sent.size();
    m_sent.append(QByteArray());
    ++m_open;
    const auto passOn = [this, client, server, number] {
        const QByteArray bytes = client->readAll();
        m_sent[number] += bytes;
        server->write(bytes);
    };
    connect(client, &QTcpSocket::readyRead, server, passOn);
    connect(server, &QTcpSocket::readyRead, client, [this, client, server, left] {
        QByteArray bytes = server->readAll();
        const bool cut = *left >= 0 && bytes.size() >= *left;
        if (cut)
            bytes.truncate(*left);
        client->write(bytes);
        if (*left >= 0)
            *left -= bytes.size();
        if (cut) {
            ++m_cutCount;
            client->flush();
            client->abort();
        }
    });
    // A side that ends takes the other with it; what was read before is passed on.
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(server, &QTcpSocket::errorOccurred, client, &QTcpSocket::disconnectFromHost);
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(client, &QObject::destroyed, this, [this] { --m_open; });
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
    passOn();
}

} // namespace handbell::test
