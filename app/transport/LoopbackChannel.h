// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Channel.h"

#include <QList>
#include <QPointer>

#include <memory>
#include <utility>

namespace handbell::transport {

//! How a LoopbackChannel hands over what its peer sent.
enum class Delivery {
    EventLoop, //!< on the next turn of the event loop
    OnDemand,  //!< when deliver() is called
};

//! One end of an in-process pair, for protocol tests: the rules of a network channel without a network, and
//! faults at will. Both ends live in one thread.
class LoopbackChannel final : public Channel
{
    Q_OBJECT

public:
    using Pair = std::pair<std::unique_ptr<LoopbackChannel>, std::unique_ptr<LoopbackChannel>>;

    //! Two connected ends. Each still wants open(): opened() comes once both asked.
    [[nodiscard]] static Pair makePair(Delivery delivery);

    ~LoopbackChannel() override;

    void open() override;
    [[nodiscard]] bool isOpen() const override { return m_state == State::Open; }
    void send(const QByteArray &frame) override;
    using Channel::close;
    void close(const CloseReason &reason) override;

    //! Sends a binary frame, as no proper client does; the peer sees violation(BinaryFrame).
    void sendBinary(const QByteArray &frame);

    //! Hands over everything on its way to this end, also what the handing over causes; how many items that
    //! was.
    int deliver();
    //! Hands over the next item on its way to this end; false where there is none.
    bool deliverNext();
    //! Items on their way to this end.
    [[nodiscard]] qsizetype inFlight() const { return m_incoming.size(); }
    //! Loses what is on its way to this end; the channel stays open.
    void dropInFlight();
    //! Cuts the wire: what is on its way in either direction is lost, both ends close with Unreachable.
    void cut();

private:
    enum class State { Idle, Opening, Open, Closing, Closed };
    enum class ItemKind { Opened, Text, Binary, PeerClosed, Closed };
    struct Item
    {
        ItemKind kind;
        QByteArray frame;
        CloseReason reason;
    };

    explicit LoopbackChannel(Delivery delivery);
    void enqueue(Item item);
    void schedule();
    void handle(const Item &item);
    void finish(const CloseReason &reason);

    const Delivery m_delivery;
    State m_state = State::Idle;
    bool m_scheduled = false;
    QPointer<LoopbackChannel> m_peer;
    QList<Item> m_incoming;
};

} // namespace handbell::transport
