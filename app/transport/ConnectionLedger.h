// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "transport/TransportLimits.h"

#include <QHash>
#include <QHostAddress>
#include <QMutex>

namespace handbell::transport {

//! One connection of one server run; unique across its workers, never reused, gone with the process.
using ConnectionId = Id<struct ConnectionTag>;

//! Counts the connections of all workers against the limits and numbers them. Thread-safe; shared by the
//! workers.
class ConnectionLedger
{
public:
    explicit ConnectionLedger(ConnectionLimits limits);

    //! Takes a place for a connection from \a address; false where the address or the server has no more.
    [[nodiscard]] bool enter(const QHostAddress &address);
    //! Gives back a place that enter() gave for the same \a address.
    void leave(const QHostAddress &address);
    [[nodiscard]] ConnectionId nextId();
    [[nodiscard]] int count() const;
    [[nodiscard]] const ConnectionLimits &limits() const { return m_limits; }

private:
    const ConnectionLimits m_limits;
    mutable QMutex m_mutex;
    QHash<QHostAddress, int> m_perAddress;
    int m_total = 0;
    qint64 m_lastId = 0;
};

} // namespace handbell::transport
