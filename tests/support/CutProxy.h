// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>

#include <deque>

class QTcpSocket;

namespace handbell::test {

//! The cable between workstations and the server: a TCP relay on loopback that can be cut after so many
//! bytes, and that remembers what the workstations sent.
class CutProxy final : public QTcpServer
{
    Q_OBJECT

public:
    //! Relays to \a target, a port on loopback.
    void setTarget(quint16 target) { m_target = target; }
    //! The next connection is cut once the server has sent \a bytes of it; one entry a connection, in order.
    void cutAfter(qint64 bytes) { m_cuts.push_back(bytes); }
    //! Connections cut so far.
    [[nodiscard]] int cuts() const { return m_cutCount; }
    //! Connections that have not ended; of the others, sent() is the whole.
    [[nodiscard]] qsizetype open() const { return m_open; }
    //! What the workstation sent over each connection so far, in the order they came, as it went over the
    //! wire.
    [[nodiscard]] const QList<QByteArray> &sent() const { return m_sent; }

private:
    void incomingConnection(qintptr descriptor) override;

    quint16 m_target = 0;
    std::deque<qint64> m_cuts;
    int m_cutCount = 0;
    qsizetype m_open = 0;
    QList<QByteArray> m_sent;
};

} // namespace handbell::test
