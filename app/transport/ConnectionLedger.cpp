// SPDX-License-Identifier: Apache-2.0
#include "transport/ConnectionLedger.h"

#include <QMutexLocker>

namespace handbell::transport {

namespace {

//! One form for one machine: an IPv4 address that came in through an IPv6 socket is still that IPv4 address.
QHostAddress plain(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : address;
}

} // namespace

ConnectionLedger::ConnectionLedger(ConnectionLimits limits)
    : m_limits(limits)
{
}

bool ConnectionLedger::enter(const QHostAddress &address)
{
    const QMutexLocker lock(&m_mutex);
    int &here = m_perAddress[plain(address)];
    if (m_total >= m_limits.total || here >= m_limits.perAddress) {
        if (here == 0)
            m_perAddress.remove(plain(address));
        return false;
    }
    ++here;
    ++m_total;
    return true;
}

void ConnectionLedger::leave(const QHostAddress &address)
{
    const QMutexLocker lock(&m_mutex);
    const auto it = m_perAddress.find(plain(address));
    Q_ASSERT(it != m_perAddress.end());
    --m_total;
    if (--it.value() == 0)
        m_perAddress.erase(it);
}

ConnectionId ConnectionLedger::nextId()
{
    const QMutexLocker lock(&m_mutex);
    return ConnectionId(++m_lastId);
}

int ConnectionLedger::count() const
{
    const QMutexLocker lock(&m_mutex);
    return m_total;
}

} // namespace handbell::transport
