// SPDX-License-Identifier: Apache-2.0
#include "transport/LoopbackChannel.h"

#include "transport/TransportLimits.h"

namespace handbell::transport {

LoopbackChannel::Pair LoopbackChannel::makePair(Delivery delivery)
{
    Pair pair{std::unique_ptr<LoopbackChannel>(new LoopbackChannel(delivery)),
              std::unique_ptr<LoopbackChannel>(new LoopbackChannel(delivery))};
    pair.first->m_peer = pair.second.get();
    pair.second->m_peer = pair.first.get();
    return pair;
}

LoopbackChannel::LoopbackChannel(Delivery delivery)
    : m_delivery(delivery)
{
}

LoopbackChannel::~LoopbackChannel()
{
    if (m_peer && m_state != State::Closed)
        m_peer->enqueue({ItemKind::PeerClosed, {}, {ErrorCode::Unreachable, {}}});
}

void LoopbackChannel::open()
{
    Q_ASSERT(m_state == State::Idle);
    m_state = State::Opening;
    if (!m_peer || m_peer->m_state == State::Closing || m_peer->m_state == State::Closed) {
        enqueue({ItemKind::Closed, {}, {ErrorCode::Unreachable, {}}});
    } else if (m_peer->m_state == State::Opening) {
        enqueue({ItemKind::Opened, {}, {}});
        m_peer->enqueue({ItemKind::Opened, {}, {}});
    }
}

void LoopbackChannel::send(const QByteArray &frame)
{
    if (m_state == State::Open && m_peer)
        m_peer->enqueue({ItemKind::Text, frame, {}});
}

void LoopbackChannel::sendBinary(const QByteArray &frame)
{
    if (m_state == State::Open && m_peer)
        m_peer->enqueue({ItemKind::Binary, frame, {}});
}

void LoopbackChannel::close(const CloseReason &reason)
{
    if (m_state == State::Closing || m_state == State::Closed)
        return;
    m_state = State::Closing;
    enqueue({ItemKind::Closed, {}, reason});
    if (m_peer)
        m_peer->enqueue({ItemKind::PeerClosed, {}, {reason.code, {}}});
}

int LoopbackChannel::deliver()
{
    const QPointer<LoopbackChannel> self(this); // a receiver may delete us
    int count = 0;
    while (self && deliverNext())
        ++count;
    return count;
}

bool LoopbackChannel::deliverNext()
{
    if (m_incoming.isEmpty())
        return false;
    const Item item = m_incoming.takeFirst();
    handle(item);
    return true;
}

void LoopbackChannel::dropInFlight()
{
    m_incoming.clear();
}

void LoopbackChannel::cut()
{
    const Item lost{ItemKind::Closed, {}, {ErrorCode::Unreachable, QStringLiteral("cut")}};
    for (LoopbackChannel *end : {this, m_peer.data()}) {
        if (!end || end->m_state == State::Closed)
            continue;
        end->m_incoming.clear();
        end->m_state = State::Closing;
        end->enqueue(lost);
    }
}

void LoopbackChannel::enqueue(Item item)
{
    if (m_state == State::Closed)
        return;
    m_incoming.append(std::move(item));
    if (m_delivery == Delivery::EventLoop)
        schedule();
}

void LoopbackChannel::schedule()
{
    if (m_scheduled)
        return;
    m_scheduled = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_scheduled = false;
            deliver();
        },
        Qt::QueuedConnection);
}

void LoopbackChannel::handle(const Item &item)
{
    switch (item.kind) {
    case ItemKind::Opened:
        if (m_state == State::Opening) {
            m_state = State::Open;
            Q_EMIT opened();
        }
        break;
    case ItemKind::Text:
        if (m_state != State::Open)
            break;
        if (item.frame.size() > maxFrameSize)
            Q_EMIT violation(ErrorCode::FrameTooLarge);
        else
            Q_EMIT frameReceived(item.frame);
        break;
    case ItemKind::Binary:
        if (m_state == State::Open)
            Q_EMIT violation(ErrorCode::BinaryFrame);
        break;
    case ItemKind::PeerClosed:
        if (m_state != State::Closing) // otherwise our own end is on its way already
            finish(item.reason);
        break;
    case ItemKind::Closed:
        finish(item.reason);
        break;
    }
}

void LoopbackChannel::finish(const CloseReason &reason)
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    m_incoming.clear();
    Q_EMIT closed(reason);
}

} // namespace handbell::transport
