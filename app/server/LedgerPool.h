// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Random.h"
#include "server/LedgerReader.h"

#include <QDeadlineTimer>
#include <QString>
#include <QThreadPool>

#include <atomic>
#include <map>

namespace handbell::server {

//! Reads ledgers on a thread and a connection to the record of their own, one after the other: it takes too
//! long for the hub, and whoever asks can wait.
class LedgerPool final : public LedgerReader
{
public:
    //! Waiting and being read.
    static constexpr size_t maxUnderWay = 4;
    //! What is not read by then is broken off, waiting included: a workstation whose requests go unanswered
    //! for 10 s takes the line for broken.
    static constexpr std::chrono::milliseconds patience{7000};

    //! Runs what it is given in the hub's thread, later; called from any thread.
    using Deliver = std::function<void(std::function<void()>)>;

    //! \a random outlives the pool and may be used from any thread.
    LedgerPool(Deliver deliver, QString recordPath, Random &random);
    //! Breaks off what is being read; nobody is told. In the hub's thread.
    ~LedgerPool() override;

    [[nodiscard]] bool read(WallTime from, WallTime until, Read done) override;

private:
    [[nodiscard]] Result<protocol::Ledger> readNow(WallTime from, WallTime until,
                                                   const QDeadlineTimer &deadline) const;

    const Deliver m_deliver;
    const QString m_recordPath;
    Random &m_random;
    std::atomic_bool m_ending = false;
    quint64 m_lastTicket = 0;
    std::map<quint64, Read> m_waiting; //!< never leaves the hub's thread: what waits may hold its things
    QThreadPool m_pool;
};

} // namespace handbell::server
