// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>

#include <deque>

class QTcpSocket;

namespace handbell::test {

//! The cable between workstations and the server: a TCP relay on loopback that can be cut after so many
//! bytes.
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

private:
    void incomingConnection(qintptr descriptor) override;

    quint16 m_target = 0;
    std::deque<qint64> m_cuts;
    int m_cutCount = 0;
};

} // namespace handbell::test
