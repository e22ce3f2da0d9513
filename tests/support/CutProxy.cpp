// SPDX-License-Identifier: Apache-2.0
#include "tests/support/CutProxy.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <functional>
#include <memory>
#include <utility>

namespace handbell::test {

namespace {

//! Of a direction that is frozen no more than this is taken from the network.
constexpr qint64 frozenBuffer = 4096;

//! What is on its way to \a to, and when it arrives.
class Pipe : public QObject
{
public:
    using Arrive = std::function<void(QByteArray)>;

    Pipe(QTcpSocket *to, Arrive arrive)
        : QObject(to)
        , m_arrive(std::move(arrive))
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Pipe::deliver);
    }

    void push(const QByteArray &bytes, const Flaw &flaw)
    {
        if (flaw.kind == Flaw::Kind::Trickle) {
            QDeadlineTimer due = m_waiting.empty() ? QDeadlineTimer::current() : m_waiting.back().second;
            for (const char byte : bytes) {
                due += flaw.time.count();
                m_waiting.emplace_back(QByteArray(1, byte), due);
            }
        } else {
            m_waiting.emplace_back(bytes, QDeadlineTimer(flaw.time));
        }
        deliver();
    }
    void deliverAll()
    {
        for (auto &[bytes, due] : m_waiting)
            due = QDeadlineTimer::current();
        deliver();
    }

private:
    void deliver()
    {
        while (!m_waiting.empty() && m_waiting.front().second.hasExpired()) {
            const QByteArray bytes = m_waiting.front().first;
            m_waiting.pop_front();
            m_arrive(bytes);
        }
        if (!m_waiting.empty())
            m_timer.start(static_cast<int>(m_waiting.front().second.remainingTime()) + 1);
    }

    const Arrive m_arrive;
    std::deque<std::pair<QByteArray, QDeadlineTimer>> m_waiting;
    QTimer m_timer;
};

} // namespace

void CutProxy::setFlaw(Direction direction, const Flaw &flaw)
{
    m_flaws.at(direction) = flaw;
    Q_EMIT flawsChanged();
}

void CutProxy::abandonClients()
{
    Q_EMIT abandoned();
}

void CutProxy::incomingConnection(qintptr descriptor)
{
    auto *client = new QTcpSocket(this);
    client->setSocketDescriptor(descriptor);
    auto *server = new QTcpSocket(this);
    m_sent.append(QByteArray());
    ++m_open;
    // A side that ends takes the other with it; what was read before is passed on.
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(server, &QTcpSocket::errorOccurred, client, &QTcpSocket::disconnectFromHost);
    connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(server, &QTcpSocket::disconnected, server, &QObject::deleteLater);
    connect(server, &QTcpSocket::errorOccurred, server, &QObject::deleteLater);
    connect(client, &QObject::destroyed, this, [this] { --m_open; });
    connect(this, &CutProxy::abandoned, client, [client, server] {
        client->disconnect(server);
        client->abort();
    });
    relay(client, server, ToServer);
    relay(server, client, ToClient);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
}

void CutProxy::relay(QTcpSocket *from, QTcpSocket *to, Direction direction)
{
    auto left = std::make_shared<qint64>(-1);
    if (direction == ToClient && !m_cuts.empty()) {
        *left = m_cuts.front();
        m_cuts.pop_front();
    }
    const qsizetype number = m_sent.size() - 1;
    const auto arrive = [this, to, left](QByteArray bytes) {
        const bool cut = *left >= 0 && bytes.size() >= *left;
        if (cut)
            bytes.truncate(*left);
        to->write(bytes);
        if (*left >= 0)
            *left -= bytes.size();
        if (cut) {
            ++m_cutCount;
            to->flush();
            to->abort();
        }
    };
    auto *pipe = new Pipe(to, arrive);
    const auto take = [this, from, pipe, direction, number] {
        const Flaw flaw = m_flaws.at(direction);
        from->setReadBufferSize(flaw.kind == Flaw::Kind::Frozen ? frozenBuffer : 0);
        if (flaw.kind == Flaw::Kind::Frozen)
            return;
        const QByteArray bytes = from->readAll();
        if (direction == ToServer)
            m_sent[number] += bytes;
        if (flaw.kind != Flaw::Kind::Hole && !bytes.isEmpty())
            pipe->push(bytes, flaw);
    };
    connect(from, &QTcpSocket::readyRead, pipe, take);
    connect(this, &CutProxy::flawsChanged, pipe, [this, pipe, take, direction] {
        if (m_flaws.at(direction).kind == Flaw::Kind::None)
            pipe->deliverAll();
        take();
    });
    connect(from, &QObject::destroyed, pipe, [this, pipe] { disconnect(this, nullptr, pipe, nullptr); });
}

} // namespace handbell::test
