// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Random.h"
#include "crypto/PasswordHash.h"
#include "server/Hasher.h"

#include <QThreadPool>

#include <map>
#include <variant>

namespace handbell::server {

//! Hashes passwords on two threads. Each hash takes 128 MiB and a third of a second of a core (crypto), so
//! what may wait is bounded: a flood of sign-ins is turned away, and messages do not feel it.
class HashPool final : public Hasher
{
public:
    static constexpr int threads = 2;
    //! Waiting and being worked on: about five seconds' worth.
    static constexpr size_t maxUnderWay = 32;

    //! Runs what it is given in the hub's thread, later; called from any thread.
    using Deliver = std::function<void(std::function<void()>)>;

    //! \a random outlives the pool and may be used from any thread.
    HashPool(Deliver deliver, crypto::ScryptCost cost, Random &random);
    //! Waits for what is being worked on; nobody is told. In the hub's thread.
    ~HashPool() override;

    [[nodiscard]] bool verify(const QString &password, const QString &encoded, Verified done) override;
    [[nodiscard]] bool hash(const QString &password, Hashed done) override;

private:
    using Outcome = std::variant<bool, Result<QString>>;
    using Done = std::variant<Verified, Hashed>;

    [[nodiscard]] bool run(std::function<Outcome()> work, Done done);
    void finish(quint64 ticket, const Outcome &outcome);

    const Deliver m_deliver;
    const crypto::ScryptCost m_cost;
    Random &m_random;
    quint64 m_lastTicket = 0;
    std::map<quint64, Done> m_waiting; //!< never leaves the hub's thread: what waits may hold its things
    QThreadPool m_pool;
};

} // namespace handbell::server
