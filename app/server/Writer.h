// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "crypto/SigningKey.h"
#include "record/Record.h"

#include <QMutex>

#include <deque>
#include <functional>
#include <optional>
#include <variant>

namespace handbell::server {

//! Names one job handed to the Writer; the hub's to choose, unique within its life.
using Ticket = quint64;

//! Asks for what other processes appended, at once instead of with the next poll.
struct ReadOn
{
};

//! Asks for a write that keeps nothing: whether the disk takes what is given to it.
struct ProveWritable
{
};

//! Something to be kept, or to be read.
struct WriteJob
{
    Ticket ticket = 0;
    std::variant<record::EventGroup, std::vector<protocol::Receipt>, ReadOn, ProveWritable> work;
};

//! What became of one job: for events what append() says (a refusal is the outcome's Error), for receipts
//! those that are news, for ReadOn that its batch holds everything the record held, for ProveWritable that it
//! is. An Error where the record could not be written or read: nothing was kept.
using WriteOutcome =
    std::variant<record::AppendOutcome, std::vector<protocol::Receipt>, ReadOn, ProveWritable>;

struct WriteResult
{
    Ticket ticket = 0;
    Result<WriteOutcome> outcome;
};

//! What the hub is told after a commit or when another process wrote: everything new in the record since the
//! batch before, in order of seq, then what became of jobs.
struct CommitBatch
{
    std::vector<protocol::Event> events;
    std::vector<WriteResult> results;
};

//! The one that writes. Owns the record's writing connection; everything queued while the last commit was on
//! its way to the disk goes into the next one. Reads events other processes append, so that the hub sees one
//! stream in the record's order.
//!
//! submit() and full() may be called from any thread; all else from the one thread the record was opened in.
//! A running server has a WriterThread around it; a test calls commitSome() and poll() itself.
class Writer
{
public:
    //! Groups of events in one commit (architecture.md, contract 1).
    static constexpr size_t maxGroupsInCommit = 64;
    //! Jobs that may wait; more than a practice makes in minutes.
    static constexpr size_t maxWaiting = 4096;
    //! Between signed checkpoints.
    static constexpr std::chrono::hours checkpointInterval{1};

    //! Called with each batch, in the writer's thread.
    using Sink = std::function<void(CommitBatch)>;

    //! A writer that goes on from the record's present head. \a key signs checkpoints; without one none are
    //! taken. \a clock outlives it.
    [[nodiscard]] static Result<std::unique_ptr<Writer>>
    make(record::Record record, std::optional<crypto::SigningKey> key, const Clock &clock, Sink sink);

    //! Called, in the submitting thread, when there is something to do after there was nothing.
    void setWake(std::function<void()> wake) { m_wake = std::move(wake); }

    //! Queues \a job; its result comes with a batch. False where too many are waiting.
    [[nodiscard]] bool submit(WriteJob job);

    //! Commits what is waiting, at most one batch's worth. Whether there was anything.
    bool commitSome();
    //! Hands on what other processes appended; takes the hourly checkpoint when it is time.
    void poll();
    //! Commits all that is waiting and takes a checkpoint.
    void finish();

private:
    Writer(record::Record record, std::optional<crypto::SigningKey> key, const Clock &clock, Sink sink,
           Seq head, qint64 dataVersion);

    std::vector<WriteJob> takeSome();
    void commitEvents(std::vector<WriteJob *> jobs, CommitBatch &batch);
    void readOnFor(const std::vector<WriteJob *> &jobs, CommitBatch &batch);
    void proveWritable(const std::vector<WriteJob *> &jobs, CommitBatch &batch);
    void commitReceipts(const std::vector<WriteJob *> &jobs, CommitBatch &batch);
    //! Puts \a own into the stream where they follow what is known; reads what lies between from the record.
    void follow(std::vector<protocol::Event> own, CommitBatch &batch);
    void readOn(CommitBatch &batch);
    void takeCheckpoint();

    record::Record m_record;
    const std::optional<crypto::SigningKey> m_key;
    const Clock &m_clock;
    const Sink m_sink;
    std::function<void()> m_wake;

    QMutex m_mutex;
    std::deque<WriteJob> m_waiting; //!< guarded by m_mutex

    Seq m_known; //!< the last event handed on
    qint64 m_dataVersion = 0;
    bool m_behind = false; //!< reading on failed: try again at the next chance
    SteadyTime m_nextCheckpoint;
};

} // namespace handbell::server
