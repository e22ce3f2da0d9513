// SPDX-License-Identifier: Apache-2.0
#include "record/Record.h"

#include "base/Failpoint.h"
#include "base/Log.h"
#include "record/Appender.h"
#include "record/Canonical.h"
#include "record/Checkpoints.h"
#include "record/SecretChanges.h"
#include "record/Verifier.h"
#include "record/migrations/Migrations.h"
#include "storage/Transaction.h"

#include <limits>
#include <utility>

namespace handbell::record {

using storage::Transaction;

struct Record::Private
{
    Private(storage::Database opened, Random &randomSource)
        : database(std::move(opened))
        , random(&randomSource)
        , appender(database, randomSource)
    {
    }

    [[nodiscard]] Result<void> readEpoch()
    {
        auto statement = database.prepare(QStringLiteral("SELECT value FROM meta WHERE name = 'epoch'"));
        if (!statement)
            return statement.error();
        if (auto ran = statement->run(); !ran)
            return ran;
        const auto row = statement->next();
        if (!row)
            return row.error();
        epoch = *row ? statement->bytes(0) : QByteArray();
        if (epoch.size() != epochSize)
            return Error{ErrorCode::CorruptRecord, QStringLiteral("the record has no epoch")};
        return {};
    }

    storage::Database database;
    Random *random;
    Appender appender;
    QByteArray epoch;
};

Record::Record(std::unique_ptr<Private> data)
    : m_d(std::move(data))
{
}
Record::Record(Record &&) noexcept = default;
Record &Record::operator=(Record &&) noexcept = default;
Record::~Record() = default;

Result<Record> Record::create(const QString &path, Random &random, storage::Durability durability)
{
    auto database = storage::Database::open(path, storage::OpenMode::Create, durability);
    if (!database)
        return database.error();
    if (const auto migrated = storage::migrate(*database, recordSchema()); !migrated)
        return migrated.error();
    auto data = std::make_unique<Private>(*std::move(database), random);
    if (const auto read = data->readEpoch(); !read)
        return read.error();
    return Record(std::move(data));
}

Result<Record> Record::open(const QString &path, Random &random, Access access,
                            storage::Durability durability)
{
    const bool readOnly = access == Access::ReadOnly;
    auto database = storage::Database::open(
        path, readOnly ? storage::OpenMode::ReadOnly : storage::OpenMode::Existing, durability);
    if (!database)
        return database.error();
    const auto version = storage::versionOf(*database, recordSchema());
    if (!version)
        return version.error();
    if (*version == 0)
        return Error{ErrorCode::InvalidArgument, QStringLiteral("the file is empty, not a record")};
    const auto current = readOnly ? storage::requireCurrent(*database, recordSchema())
                                  : storage::migrate(*database, recordSchema());
    if (!current)
        return current.error();
    auto data = std::make_unique<Private>(*std::move(database), random);
    if (const auto read = data->readEpoch(); !read)
        return read.error();
    return Record(std::move(data));
}

// --- Writing ---

Result<std::vector<AppendOutcome>> Record::append(std::span<const EventGroup> groups, WallTime at)
{
    Appender &appender = m_d->appender;
    auto transaction = Transaction::begin(m_d->database);
    if (!transaction)
        return transaction.error();
    const auto attempt = [&]() -> Result<std::vector<AppendOutcome>> {
        if (const auto caught = appender.catchUp(); !caught)
            return caught.error();
        std::vector<AppendOutcome> outcomes;
        outcomes.reserve(groups.size());
        for (const EventGroup &group : groups) {
            auto outcome = appender.append(group, at);
            if (!outcome)
                return outcome.error();
            outcomes.push_back(*std::move(outcome));
        }
        passFailpoint("before-commit");
        if (const auto committed = transaction->commit(); !committed)
            return committed.error();
        return outcomes;
    };
    auto outcomes = attempt();
    if (!outcomes) {
        appender.forget();
        qCWarning(logRecord) << "nothing of" << groups.size()
                             << "groups was kept:" << wireName(outcomes.error().code);
    }
    return outcomes;
}

Result<std::vector<AppendOutcome>> Record::append(std::span<const EventDraft> drafts, WallTime at)
{
    const std::vector<EventGroup> groups(drafts.begin(), drafts.end());
    return append(std::span<const EventGroup>(groups), at);
}

Result<AppendOutcome> Record::appendDecided(const Decision &decide, WallTime at)
{
    Appender &appender = m_d->appender;
    auto transaction = Transaction::begin(m_d->database);
    if (!transaction)
        return transaction.error();
    const auto attempt = [&]() -> Result<AppendOutcome> {
        if (const auto caught = appender.catchUp(); !caught)
            return caught.error();
        const auto group = decide(appender.practice());
        if (!group)
            return group.error();
        if (group->drafts.empty() && group->secrets.empty())
            return AppendOutcome(Appended{});
        auto outcome = appender.append(*group, at);
        if (!outcome)
            return outcome.error();
        if (const auto *refused = std::get_if<Error>(&*outcome))
            return *refused;
        if (const auto committed = transaction->commit(); !committed)
            return committed.error();
        return outcome;
    };
    auto outcome = attempt();
    if (!outcome)
        appender.forget();
    return outcome;
}

Result<std::optional<AppendedEarlier>> Record::appendedEarlier(MemberId actor, const QByteArray &nonce,
                                                               const QByteArray &requestDigest) const
{
    return Appender::earlier(m_d->database, actor, nonce, requestDigest);
}

Result<void> Record::changeSecrets(std::span<const SecretChange> changes, WallTime at)
{
    auto transaction = Transaction::begin(m_d->database);
    if (!transaction)
        return transaction.error();
    for (const SecretChange &change : changes) {
        if (auto checked = checkSecretChange(change); !checked)
            return checked;
        if (auto kept = keepSecretChange(m_d->database, change, at); !kept)
            return kept;
    }
    return transaction->commit();
}

Result<void> Record::proveWritable(WallTime at)
{
    auto transaction = Transaction::begin(m_d->database);
    if (!transaction)
        return transaction.error();
    const auto written = m_d->database.execute(
        QStringLiteral("INSERT OR REPLACE INTO meta (name, value) VALUES ('proved_writable_at', ?)"),
        {QByteArray::number(static_cast<qlonglong>(at.time_since_epoch().count()))});
    return written ? transaction->commit() : written;
}

// --- Reading ---

Result<Head> Record::head() const
{
    return EventTable(m_d->database).head();
}

QByteArray Record::epoch() const
{
    return m_d->epoch;
}

Result<std::vector<protocol::Event>> Record::eventsAfter(Seq cursor, int limit, Texts texts) const
{
    return EventTable(m_d->database).after(cursor, limit, texts);
}

Result<std::vector<protocol::Event>> Record::eventsOfKinds(std::span<const QLatin1String> kinds, Seq cursor,
                                                           int limit) const
{
    return EventTable(m_d->database).ofKinds(kinds, cursor, limit);
}

Result<protocol::Event> Record::event(Seq seq, Texts texts) const
{
    return EventTable(m_d->database).at(seq, texts);
}

Result<std::optional<QString>> Record::text(Seq seq, Texts texts) const
{
    const auto found = event(seq, texts);
    if (found)
        return found->text;
    if (found.error().code == ErrorCode::NotFound)
        return std::optional<QString>();
    return found.error();
}

Result<HistoryPage> Record::history(ConversationId conversation, std::optional<Seq> before, int limit,
                                    MemberId reader) const
{
    auto transaction = Transaction::begin(m_d->database, Transaction::Kind::Read);
    if (!transaction)
        return transaction.error();
    auto statement = m_d->database.prepare(
        QStringLiteral("SELECT e.seq, e.at, e.actor, e.workstation, e.kind, e.payload,"
                       " CASE WHEN m.withdrawn IS NULL THEN t.body END, m.withdrawn"
                       " FROM message m JOIN event e ON e.seq = m.seq LEFT JOIN text t ON t.seq = m.seq"
                       " WHERE m.conversation = ? AND m.seq < ? ORDER BY m.seq DESC LIMIT ?"));
    if (!statement)
        return statement.error();
    const Seq end = before.value_or(Seq(std::numeric_limits<qint64>::max()));
    // One more than asked tells whether there are more.
    if (const auto ran = statement->run({conversation, end, limit + 1}); !ran)
        return ran.error();
    HistoryPage page;
    while (true) {
        const auto row = statement->next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        if (page.events.size() == static_cast<size_t>(limit)) {
            page.more = true;
            break;
        }
        auto event = EventTable::read(*statement);
        if (!event)
            return event.error();
        if (!statement->isNull(7))
            page.withdrawn.emplace_back(event->seq.value);
        page.events.push_back(*std::move(event));
    }
    const ReceiptStore store(m_d->database);
    for (const protocol::Event &event : page.events) {
        if (event.actor != reader)
            continue;
        const auto receipts = store.of(event.seq);
        if (!receipts)
            return receipts.error();
        page.receipts.insert(page.receipts.end(), receipts->begin(), receipts->end());
    }
    return page;
}

Result<protocol::PracticeState> Record::loadState() const
{
    auto transaction = Transaction::begin(m_d->database, Transaction::Kind::Read);
    if (!transaction)
        return transaction.error();
    const auto end = head();
    if (!end)
        return end.error();
    return Projections(m_d->database).load(end->seq);
}

Result<qint64> Record::dataVersion() const
{
    return m_d->database.dataVersion();
}

ReceiptStore Record::receipts() const
{
    return ReceiptStore(m_d->database);
}

SecretStore Record::secrets() const
{
    return SecretStore(m_d->database);
}

// --- Proof ---

Result<Checkpoint> Record::takeCheckpoint(const crypto::SigningKey &key, WallTime at)
{
    auto transaction = Transaction::begin(m_d->database);
    if (!transaction)
        return transaction.error();
    const auto end = head();
    if (!end)
        return end.error();
    if (!end->seq.isValid())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("an empty record has nothing to sign")};
    const Checkpoints table(m_d->database);
    const auto present = table.find(end->seq, m_d->epoch);
    if (!present)
        return present.error();
    if (*present)
        return **present;
    Checkpoint checkpoint{m_d->epoch, end->seq, end->hash, at, {}};
    auto signature = key.sign(checkpointMessage(checkpoint));
    if (!signature)
        return signature.error();
    checkpoint.signature = *std::move(signature);
    if (const auto kept = table.keep(checkpoint); !kept)
        return kept.error();
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return checkpoint;
}

Result<std::optional<Checkpoint>> Record::newestCheckpoint() const
{
    return Checkpoints(m_d->database).newest();
}

Result<VerifyReport> Record::verify(const QByteArray &publicKey, const VerifyProgress &progress) const
{
    auto transaction = Transaction::begin(m_d->database, Transaction::Kind::Read);
    if (!transaction)
        return transaction.error();
    return Verifier(m_d->database, publicKey).run(progress);
}

Result<std::optional<Problem>> Record::verifyAgainst(const Checkpoint &checkpoint,
                                                     const QByteArray &publicKey) const
{
    return Verifier(m_d->database, publicKey).against(checkpoint);
}

// --- Upkeep ---

Result<void> Record::rebuildProjections()
{
    auto transaction = Transaction::begin(m_d->database);
    if (!transaction)
        return transaction.error();
    m_d->appender.forget();
    if (auto rebuilt = Projections(m_d->database).rebuild(); !rebuilt)
        return rebuilt;
    return transaction->commit();
}

Result<void> Record::backupTo(const QString &path)
{
    return m_d->database.backupTo(path);
}

Result<void> Record::startNewEpoch()
{
    const QByteArray epoch = m_d->random->bytes(epochSize);
    auto changed =
        m_d->database.execute(QStringLiteral("UPDATE meta SET value = ? WHERE name = 'epoch'"), {epoch});
    if (changed)
        m_d->epoch = epoch;
    return changed;
}

} // namespace handbell::record
