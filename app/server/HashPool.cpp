// SPDX-License-Identifier: Apache-2.0
#include "server/HashPool.h"

namespace handbell::server {

HashPool::HashPool(Deliver deliver, crypto::ScryptCost cost, Random &random)
    : m_deliver(std::move(deliver))
    , m_cost(cost)
    , m_random(random)
{
    m_pool.setMaxThreadCount(threads);
}

HashPool::~HashPool()
{
    m_pool.clear();
    m_pool.waitForDone();
}

bool HashPool::run(std::function<Outcome()> work, Done done)
{
    if (m_waiting.size() >= maxUnderWay)
        return false;
    const quint64 ticket = ++m_lastTicket;
    m_waiting.emplace(ticket, std::move(done));
    m_pool.start([this, ticket, work = std::move(work)] {
        m_deliver([this, ticket, outcome = work()] { finish(ticket, outcome); });
    });
    return true;
}

void HashPool::finish(quint64 ticket, const Outcome &outcome)
{
    const auto waiting = m_waiting.extract(ticket);
    if (waiting.empty())
        return;
    if (const auto *verified = std::get_if<Verified>(&waiting.mapped()))
        (*verified)(std::get<bool>(outcome));
    else
        std::get<Hashed>(waiting.mapped())(std::get<Result<QString>>(outcome));
}

bool HashPool::verify(const QString &password, const QString &encoded, Verified done)
{
    return run([password, encoded] { return Outcome(crypto::verifyPassword(password, encoded)); },
               std::move(done));
}

bool HashPool::hash(const QString &password, Hashed done)
{
    return run([this, password] { return Outcome(crypto::hashPassword(password, m_cost, m_random)); },
               std::move(done));
}

} // namespace handbell::server
