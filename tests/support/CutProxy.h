// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>

#include <array>
#include <chrono>
#include <deque>

class QTcpSocket;

namespace handbell::test {

//! What befalls the bytes of one direction of a line.
struct Flaw
{
    enum class Kind {
        None,
        Delay,   //!< each arrives that much later
        Trickle, //!< one arrives each time
        Hole,    //!< none arrives, and nobody is told
        Frozen,  //!< none is taken: the sender's buffers fill
    };

    Kind kind = Kind::None;
    std::chrono::milliseconds time{0};
};

//! The cable between workstations and the server: a TCP relay on loopback that can be cut after so many
//! bytes, or be as bad as cables get, and that remembers what the workstations sent.
class CutProxy final : public QTcpServer
{
    Q_OBJECT

public:
    enum Direction { ToServer, ToClient };

    //! Relays to \a target, a port on loopback.
    void setTarget(quint16 target) { m_target = target; }
    //! The next connection is cut once the server has sent \a bytes of it; one entry a connection, in order.
    void cutAfter(qint64 bytes) { m_cuts.push_back(bytes); }
    //! From now on every connection, also one that there is, has \a flaw.
    void setFlaw(Direction direction, const Flaw &flaw);
    //! The workstation's end of each connection is gone, and the server is not told.
    void abandonClients();
    //! Connections cut so far.
    [[nodiscard]] int cuts() const { return m_cutCount; }
    //! Connections that have not ended; of the others, sent() is the whole.
    [[nodiscard]] qsizetype open() const { return m_open; }
    //! What the workstation sent over each connection so far, in the order they came, as it went over the
    //! wire.
    [[nodiscard]] const QList<QByteArray> &sent() const { return m_sent; }

Q_SIGNALS:
    void flawsChanged();
    void abandoned();

private:
    void incomingConnection(qintptr descriptor) override;
    //! Relays what \a from says to \a to for as long as both are there.
    void relay(QTcpSocket *from, QTcpSocket *to, Direction direction);

    quint16 m_target = 0;
    std::deque<qint64> m_cuts;
    std::array<Flaw, 2> m_flaws{};
    int m_cutCount = 0;
    qsizetype m_open = 0;
    QList<QByteArray> m_sent;
};

} // namespace handbell::test
