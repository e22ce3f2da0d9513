// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to this library: turning drafts into events.

#include "record/EventTable.h"
#include "record/Projections.h"

namespace handbell::record {

//! Appends groups inside a write transaction that somebody else began and will commit. Keeps the practice as
//! it stands between calls, and notices when others appended.
class Appender
{
public:
    Appender(storage::Database &database, Random &random)
        : m_database(&database)
        , m_random(&random)
    {
    }

    //! Reads where the record stands; first in each transaction.
    [[nodiscard]] Result<void> catchUp();
    //! The practice as of catchUp() and what was appended since.
    [[nodiscard]] const protocol::PracticeState &practice() const { return m_practice; }
    //! A refusal is an outcome; an error means that the transaction must not be committed.
    [[nodiscard]] Result<AppendOutcome> append(const EventGroup &group, WallTime at);
    //! The transaction came to nothing: what was learnt in it is void.
    void forget() { m_known = false; }

    //! See Record::appendedEarlier().
    [[nodiscard]] static Result<std::optional<AppendedEarlier>> earlier(storage::Database &database,
                                                                        MemberId actor,
                                                                        const QByteArray &nonce,
                                                                        const QByteArray &requestDigest);

private:
    struct Step
    {
        protocol::Event event;
        protocol::StateChange change;
        const EventDraft *draft = nullptr;
    };

    [[nodiscard]] Result<std::vector<Step>> decide(const EventGroup &group, WallTime at);
    [[nodiscard]] Result<Step> decideOne(const EventDraft &draft, Seq seq, Seq first, WallTime at);
    [[nodiscard]] Result<void> write(const EventGroup &group, const std::vector<Step> &steps, WallTime at);
    [[nodiscard]] Result<void> keepNonce(const EventDraft &draft, Seq seq);

    storage::Database *m_database;
    Random *m_random;
    Head m_head;
    protocol::PracticeState m_practice;
    bool m_known = false; //!< whether m_practice is the practice at m_practice.seq
};

} // namespace handbell::record
