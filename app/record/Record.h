// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Random.h"
#include "crypto/SigningKey.h"
#include "protocol/PracticeState.h"
#include "record/Drafts.h"
#include "record/Receipts.h"
#include "record/Secrets.h"
#include "record/Verification.h"
#include "storage/Database.h"

#include <functional>
#include <memory>
#include <span>

namespace handbell::record {

//! Which texts a reader is given.
enum class Texts {
    AsShown,      //!< without those of withdrawn messages: for everybody
    WithWithdrawn //!< with them: for a review, which is itself an event
};

//! Where the record ends. Seq none and 32 zero bytes while it is empty.
struct Head
{
    Seq seq;
    QByteArray hash;

    friend bool operator==(const Head &, const Head &) = default;
};

//! One page of a conversation.
struct HistoryPage
{
    std::vector<protocol::Event> events; //!< message_posted, newest first; withdrawn ones without their text
    std::vector<MessageId> withdrawn;    //!< which of them are tombstones
    std::vector<protocol::Receipt> receipts; //!< of the reader's own among them
    bool more = false;                       //!< whether there is an older page

    friend bool operator==(const HistoryPage &, const HistoryPage &) = default;
};

//! The append-only, hash-chained log of a practice in one SQLite file, with what is derived from it. See
//! README.md beside this file for the schema and the encoding.
//!
//! An object is one connection, bound to the thread that opened it; several threads and processes may each
//! have their own on the same file, and append() puts what they write in one order. Errors are those of
//! storage::Database unless said otherwise.
class Record
{
public:
    enum class Access { ReadWrite, ReadOnly };

    //! A new, empty record in the new file \a path. \a random gives salts and the epoch, must be fit for
    //! secrets outside of tests and outlive the record. AlreadyExists where \a path exists.
    [[nodiscard]] static Result<Record> create(const QString &path, Random &random,
                                               storage::Durability durability = storage::Durability::Full);
    //! An existing one, migrated where an earlier Handbell wrote it (ReadOnly: InvalidArgument instead).
    //! NotFound, NewerDatabase, CorruptRecord (not a database), InvalidArgument (another application's).
    [[nodiscard]] static Result<Record> open(const QString &path, Random &random,
                                             Access access = Access::ReadWrite,
                                             storage::Durability durability = storage::Durability::Full);

    Record(Record &&) noexcept;
    Record &operator=(Record &&) noexcept;
    ~Record();

    // --- Writing ---

    //! Appends \a groups in order in one transaction and returns when they are on the disk: one outcome each,
    //! in the same order. A refused group spoils no other. After an error of the whole call nothing was kept.
    //! Events another process appended before are taken into account.
    [[nodiscard]] Result<std::vector<AppendOutcome>> append(std::span<const EventGroup> groups, WallTime at);
    //! The same for drafts that each stand alone.
    [[nodiscard]] Result<std::vector<AppendOutcome>> append(std::span<const EventDraft> drafts, WallTime at);

    //! Given the practice as it stands, what to append; or the error that refuses it.
    using Decision = std::function<Result<EventGroup>(const protocol::PracticeState &)>;
    //! Asks \a decide while nobody else can write and appends what it says: its ids and checks cannot be
    //! overtaken by another process. The practice's seq is the head, so the first event gets the next. An
    //! empty group appends nothing. \a decide's error and every refusal are the call's error. Everybody's
    //! writing waits meanwhile: decide in milliseconds.
    [[nodiscard]] Result<AppendOutcome> appendDecided(const Decision &decide, WallTime at);

    //! What \a nonce of \a actor was answered with before, or nothing. NonceReused where it stood for
    //! something else than \a requestDigest. Ask before checking a request against the practice as it is now:
    //! a repeated request gets its first answer even if it would be refused today.
    [[nodiscard]] Result<std::optional<AppendedEarlier>>
    appendedEarlier(MemberId actor, const QByteArray &nonce, const QByteArray &requestDigest) const;

    //! Changes secrets that no event goes with, such as a password hash made anew at a higher cost.
    [[nodiscard]] Result<void> changeSecrets(std::span<const SecretChange> changes, WallTime at);

    //! Writes to the disk without keeping anything: proof that append() would get there now.
    [[nodiscard]] Result<void> proveWritable(WallTime at);

    // --- Reading ---

    [[nodiscard]] Result<Head> head() const;
    //! Which life of the record this is: 16 random bytes, new after a restore from backup. A client that
    //! holds a cursor of another epoch starts afresh.
    [[nodiscard]] QByteArray epoch() const;
    //! The events after \a cursor in order, at most \a limit.
    [[nodiscard]] Result<std::vector<protocol::Event>> eventsAfter(Seq cursor, int limit,
                                                                   Texts texts = Texts::AsShown) const;
    //! Those of the kinds \a kinds (protocol::kindOf) alone, without their texts.
    [[nodiscard]] Result<std::vector<protocol::Event>> eventsOfKinds(std::span<const QLatin1String> kinds,
                                                                     Seq cursor, int limit) const;
    //! One event; NotFound.
    [[nodiscard]] Result<protocol::Event> event(Seq seq, Texts texts = Texts::AsShown) const;
    //! The text beside an event; nothing where there is none, it was withdrawn, or retention took it.
    [[nodiscard]] Result<std::optional<QString>> text(Seq seq, Texts texts = Texts::AsShown) const;
    //! The newest messages of \a conversation, or those before \a before, with the receipts of \a reader's
    //! own. Who may read it is the caller's to check.
    [[nodiscard]] Result<HistoryPage> history(ConversationId conversation, std::optional<Seq> before,
                                              int limit, MemberId reader) const;
    //! The practice as it stands at the head, from the projections.
    [[nodiscard]] Result<protocol::PracticeState> loadState() const;
    //! Changes if and only if another connection committed: read on from the cursor then.
    [[nodiscard]] Result<qint64> dataVersion() const;

    [[nodiscard]] ReceiptStore receipts() const;
    [[nodiscard]] SecretStore secrets() const;

    // --- Proof ---

    //! Signs the head and keeps the checkpoint. Where the head has one already, that one. InvalidArgument
    //! while the record is empty.
    [[nodiscard]] Result<Checkpoint> takeCheckpoint(const crypto::SigningKey &key, WallTime at);
    [[nodiscard]] Result<std::optional<Checkpoint>> newestCheckpoint() const;
    //! Walks the whole record as it stands at one moment: numbers, hashes, texts, checkpoints, then the
    //! projections. Stops at the first problem. Memory does not grow with the number of events.
    [[nodiscard]] Result<VerifyReport> verify(const QByteArray &publicKey,
                                              const VerifyProgress &progress = {}) const;
    //! Whether the record still contains what \a checkpoint, kept elsewhere, says. Together with verify()
    //! this finds a record that was rewritten or cut, checkpoints and all.
    [[nodiscard]] Result<std::optional<Problem>> verifyAgainst(const Checkpoint &checkpoint,
                                                               const QByteArray &publicKey) const;

    // --- Upkeep ---

    //! Makes every projection anew from the events alone.
    [[nodiscard]] Result<void> rebuildProjections();
    //! A consistent copy in the new file \a path, while everything goes on.
    [[nodiscard]] Result<void> backupTo(const QString &path);
    //! After a restore from backup: from here on this is another life of the record.
    [[nodiscard]] Result<void> startNewEpoch();

private:
    struct Private;
    explicit Record(std::unique_ptr<Private> data);
    std::unique_ptr<Private> m_d;
};

} // namespace handbell::record
