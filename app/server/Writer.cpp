// SPDX-License-Identifier: Apache-2.0
#include "server/Writer.h"

#include "base/Failpoint.h"
#include "base/Log.h"

namespace handbell::server {

namespace {

//! Events read from the record at once when catching up with other processes.
constexpr int readPage = 500;

//! Why a whole commit failed, as those who asked for it are told: apart from bugs of ours, the record cannot
//! be written.
Error asRequestersHear(const Error &error)
{
    if (error.code == ErrorCode::Internal)
        return error;
    return {ErrorCode::StorageUnavailable,
            QStringLiteral("the record cannot be written: ") + wireName(error.code)};
}

} // namespace

Result<std::unique_ptr<Writer>> Writer::make(record::Record record, std::optional<crypto::SigningKey> key,
                                             const Clock &clock, Sink sink)
{
    const auto dataVersion = record.dataVersion();
    if (!dataVersion)
        return dataVersion.error();
    const auto head = record.head();
    if (!head)
        return head.error();
    return std::unique_ptr<Writer>(
        new Writer(std::move(record), std::move(key), clock, std::move(sink), head->seq, *dataVersion));
}

Writer::Writer(record::Record record, std::optional<crypto::SigningKey> key, const Clock &clock, Sink sink,
               Seq head, qint64 dataVersion)
    : m_record(std::move(record))
    , m_key(std::move(key))
    , m_clock(clock)
    , m_sink(std::move(sink))
    , m_known(head)
    , m_dataVersion(dataVersion)
    , m_nextCheckpoint(clock.steadyNow() + checkpointInterval)
{
}

bool Writer::submit(WriteJob job)
{
    bool first = false;
    {
        const QMutexLocker lock(&m_mutex);
        if (m_waiting.size() >= maxWaiting)
            return false;
        first = m_waiting.empty();
        m_waiting.push_back(std::move(job));
    }
    if (first && m_wake)
        m_wake();
    return true;
}

std::vector<WriteJob> Writer::takeSome()
{
    const QMutexLocker lock(&m_mutex);
    std::vector<WriteJob> taken;
    size_t groups = 0;
    while (!m_waiting.empty() && groups < maxGroupsInCommit) {
        if (std::holds_alternative<record::EventGroup>(m_waiting.front().work))
            ++groups;
        taken.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    return taken;
}

bool Writer::commitSome()
{
    std::vector<WriteJob> jobs = takeSome();
    if (jobs.empty())
        return false;
    std::vector<WriteJob *> groups;
    std::vector<WriteJob *> receipts;
    std::vector<WriteJob *> readings;
    std::vector<WriteJob *> proofs;
    for (WriteJob &job : jobs) {
        if (std::holds_alternative<record::EventGroup>(job.work))
            groups.push_back(&job);
        else if (std::holds_alternative<ReadOn>(job.work))
            readings.push_back(&job);
        else if (std::holds_alternative<ProveWritable>(job.work))
            proofs.push_back(&job);
        else
            receipts.push_back(&job);
    }
    CommitBatch batch;
    if (!groups.empty())
        commitEvents(std::move(groups), batch);
    if (!readings.empty())
        readOnFor(readings, batch);
    if (!proofs.empty())
        proveWritable(proofs, batch);
    if (!receipts.empty()) {
        // What is durable already does not wait for ticks.
        if (!batch.results.empty())
            m_sink(std::exchange(batch, {}));
        commitReceipts(receipts, batch);
    }
    m_sink(std::move(batch));
    return true;
}

void Writer::commitEvents(std::vector<WriteJob *> jobs, CommitBatch &batch)
{
    std::vector<record::EventGroup> groups;
    groups.reserve(jobs.size());
    for (WriteJob *job : jobs)
        groups.push_back(std::move(std::get<record::EventGroup>(job->work)));
    auto outcomes = m_record.append(groups, m_clock.wallNow());
    if (!outcomes) {
        qCCritical(logServer) << "nothing can be written:" << wireName(outcomes.error().code)
                              << "groups refused:" << jobs.size();
        for (const WriteJob *job : jobs)
            batch.results.push_back({job->ticket, asRequestersHear(outcomes.error())});
        return;
    }
    passFailpoint("after-commit");
    std::vector<protocol::Event> own;
    for (size_t i = 0; i < jobs.size(); ++i) {
        record::AppendOutcome &outcome = (*outcomes)[i];
        if (const auto *appended = std::get_if<record::Appended>(&outcome))
            own.insert(own.end(), appended->events.begin(), appended->events.end());
        batch.results.push_back({jobs[i]->ticket, WriteOutcome(std::move(outcome))});
    }
    follow(std::move(own), batch);
}

void Writer::readOnFor(const std::vector<WriteJob *> &jobs, CommitBatch &batch)
{
    readOn(batch);
    for (const WriteJob *job : jobs) {
        if (m_behind)
            batch.results.push_back({job->ticket, Error{ErrorCode::StorageUnavailable,
                                                        QStringLiteral("the record cannot be read")}});
        else
            batch.results.push_back({job->ticket, WriteOutcome(ReadOn{})});
    }
}

void Writer::proveWritable(const std::vector<WriteJob *> &jobs, CommitBatch &batch)
{
    const auto proved = m_record.proveWritable(m_clock.wallNow());
    if (!proved)
        qCCritical(logServer) << "nothing can be written:" << wireName(proved.error().code);
    for (const WriteJob *job : jobs) {
        if (proved)
            batch.results.push_back({job->ticket, WriteOutcome(ProveWritable{})});
        else
            batch.results.push_back({job->ticket, asRequestersHear(proved.error())});
    }
}

void Writer::commitReceipts(const std::vector<WriteJob *> &jobs, CommitBatch &batch)
{
    std::vector<protocol::Receipt> all;
    for (const WriteJob *job : jobs) {
        const auto &receipts = std::get<std::vector<protocol::Receipt>>(job->work);
        all.insert(all.end(), receipts.begin(), receipts.end());
    }
    auto news = m_record.receipts().advance(all);
    if (!news)
        qCCritical(logServer) << "receipts cannot be written:" << wireName(news.error().code);
    // The news are the batch's together: the first job carries them, the others are merely done.
    for (const WriteJob *job : jobs) {
        if (!news) {
            batch.results.push_back({job->ticket, asRequestersHear(news.error())});
            continue;
        }
        batch.results.push_back({job->ticket, WriteOutcome(std::move(*news))});
        news = std::vector<protocol::Receipt>{};
    }
}

void Writer::follow(std::vector<protocol::Event> own, CommitBatch &batch)
{
    if (own.empty() && !m_behind)
        return;
    const bool next = !own.empty() && own.front().seq.value == m_known.value + 1 &&
                      own.back().seq.value == m_known.value + static_cast<qint64>(own.size());
    if (!next) {
        readOn(batch);
        return;
    }
    m_known = own.back().seq;
    batch.events = std::move(own);
}

void Writer::readOn(CommitBatch &batch)
{
    m_behind = true;
    for (;;) {
        auto events = m_record.eventsAfter(m_known, readPage);
        if (!events) {
            qCCritical(logServer) << "reading on after" << m_known.value
                                  << "failed:" << wireName(events.error().code);
            return;
        }
        if (!events->empty()) {
            m_known = events->back().seq;
            batch.events.insert(batch.events.end(), std::make_move_iterator(events->begin()),
                                std::make_move_iterator(events->end()));
        }
        if (events->size() < static_cast<size_t>(readPage))
            break;
    }
    m_behind = false;
}

void Writer::poll()
{
    const auto version = m_record.dataVersion();
    if (version && (*version != m_dataVersion || m_behind)) {
        CommitBatch batch;
        readOn(batch);
        if (!m_behind)
            m_dataVersion = *version;
        if (!batch.events.empty())
            m_sink(std::move(batch));
    }
    if (m_clock.steadyNow() >= m_nextCheckpoint) {
        m_nextCheckpoint = m_clock.steadyNow() + checkpointInterval;
        takeCheckpoint();
    }
}

void Writer::finish()
{
    while (commitSome()) {
    }
    takeCheckpoint();
}

void Writer::takeCheckpoint()
{
    if (!m_key || !m_known.isValid())
        return;
    const auto checkpoint = m_record.takeCheckpoint(*m_key, m_clock.wallNow());
    if (checkpoint)
        qCInfo(logServer) << "checkpoint taken at" << checkpoint->seq.value;
    else
        qCCritical(logServer) << "no checkpoint could be taken:" << wireName(checkpoint.error().code);
}

} // namespace handbell::server
