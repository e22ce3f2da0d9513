// SPDX-License-Identifier: Apache-2.0
#include "record/Verifier.h"

#include "crypto/Digest.h"
#include "record/Checkpoints.h"
#include "record/Projections.h"

namespace handbell::record {

namespace {

//! How many events pass between two words on the progress.
constexpr qint64 progressStep = 10'000;

//! What a checkpoint shows of the record that lies in \a database, its signature included.
Result<std::optional<Problem>> compare(storage::Database &database, const Checkpoint &checkpoint,
                                       const QByteArray &publicKey)
{
    const Seq seq = checkpoint.seq;
    if (!isAuthentic(checkpoint, publicKey)) {
        return std::optional(Problem{seq, Flaw::CheckpointForged,
                                     QStringLiteral("a checkpoint was not signed with the practice's key")});
    }
    auto statement = database.prepare(QStringLiteral("SELECT hash FROM event WHERE seq = ?"));
    if (!statement)
        return statement.error();
    if (const auto ran = statement->run({seq}); !ran)
        return ran.error();
    const auto row = statement->next();
    if (!row)
        return row.error();
    if (!*row) {
        return std::optional(
            Problem{seq, Flaw::RecordTruncated,
                    QStringLiteral("a checkpoint was signed at event %1, which is not here").arg(seq.value)});
    }
    if (statement->bytes(0) != checkpoint.hash) {
        return std::optional(
            Problem{seq, Flaw::CheckpointDiffers,
                    QStringLiteral("when event %1 was signed its hash was another: this event or one before "
                                   "it was changed since")
                        .arg(seq.value)});
    }
    return std::optional<Problem>();
}

} // namespace

QLatin1String flawName(Flaw flaw)
{
    switch (flaw) {
    case Flaw::SeqMissing:
        return QLatin1String("seq_missing");
    case Flaw::PreviousHashDiffers:
        return QLatin1String("previous_hash_differs");
    case Flaw::HashDiffers:
        return QLatin1String("hash_differs");
    case Flaw::TextDiffers:
        return QLatin1String("text_differs");
    case Flaw::TextUnexpected:
        return QLatin1String("text_unexpected");
    case Flaw::CheckpointForged:
        return QLatin1String("checkpoint_forged");
    case Flaw::CheckpointDiffers:
        return QLatin1String("checkpoint_differs");
    case Flaw::RecordTruncated:
        return QLatin1String("record_truncated");
    case Flaw::ProjectionDiffers:
        return QLatin1String("projection_differs");
    }
    return {};
}

bool Verifier::report(Seq seq, Flaw flaw, const QString &detail)
{
    m_report.problem = Problem{seq, flaw, detail};
    return false;
}

Result<VerifyReport> Verifier::run(const VerifyProgress &progress)
{
    m_report = {};
    m_previousHash = genesisHash();
    Result<void> walked = walkChain(progress);
    if (walked && m_report.ok())
        walked = checkOrphans();
    if (walked && m_report.ok())
        walked = walkCheckpoints();
    if (walked && m_report.ok())
        walked = checkProjections();
    if (!walked)
        return walked.error();
    return m_report;
}

Result<void> Verifier::walkChain(const VerifyProgress &progress)
{
    const auto total = m_database->number(QStringLiteral("SELECT count(*) FROM event"));
    if (!total)
        return total.error();
    // As blobs: the hash covers the bytes, and nothing may tidy them on the way.
    auto statement = m_database->prepare(QStringLiteral(
        "SELECT e.seq, e.at, e.actor, e.workstation, CAST(e.scope AS BLOB), CAST(e.kind AS BLOB),"
        " CAST(e.payload AS BLOB), e.text_digest, e.prev_hash, e.hash, t.salt, t.body"
        " FROM event e LEFT JOIN text t ON t.seq = e.seq ORDER BY e.seq"));
    if (!statement)
        return statement.error();
    if (auto ran = statement->run(); !ran)
        return ran;
    while (true) {
        const auto row = statement->next();
        if (!row)
            return row.error();
        if (!*row || !checkEvent(*statement))
            break;
        if (progress && m_report.head.value % progressStep == 0)
            progress(m_report.head.value, *total);
    }
    if (progress)
        progress(m_report.head.value, *total);
    return {};
}

bool Verifier::checkEvent(const storage::Statement &row)
{
    const StoredEvent event{row.id<Seq>(0), row.time(1),  row.id<MemberId>(2), row.id<WorkstationId>(3),
                            row.bytes(4),   row.bytes(5), row.bytes(6),        row.bytes(7),
                            row.bytes(8)};
    const QByteArray hash = row.bytes(9);
    const Seq expected(m_report.head.value + 1);
    if (event.seq != expected)
        return report(expected, Flaw::SeqMissing, QStringLiteral("event %1 is missing").arg(expected.value));
    if (event.previousHash != m_previousHash) {
        return report(event.seq, Flaw::PreviousHashDiffers,
                      QStringLiteral("event %1 does not follow on the one before it").arg(event.seq.value));
    }
    if (hashOf(event) != hash) {
        return report(event.seq, Flaw::HashDiffers,
                      QStringLiteral("event %1 was changed after it was written").arg(event.seq.value));
    }
    if (!checkText(event, row))
        return false;
    m_previousHash = hash;
    m_report.head = event.seq;
    return true;
}

bool Verifier::checkText(const StoredEvent &event, const storage::Statement &row)
{
    const bool present = !row.isNull(10);
    if (event.textDigest.isEmpty()) {
        return !present || report(event.seq, Flaw::TextUnexpected,
                                  QStringLiteral("a text was put beside event %1").arg(event.seq.value));
    }
    if (!present) {
        ++m_report.textsAbsent;
        return true;
    }
    if (textDigest(row.bytes(10), row.bytes(11)) != event.textDigest) {
        return report(event.seq, Flaw::TextDiffers,
                      QStringLiteral("the text of event %1 was changed").arg(event.seq.value));
    }
    ++m_report.texts;
    return true;
}

Result<void> Verifier::checkOrphans()
{
    const auto orphan = m_database->number(
        QStringLiteral("SELECT coalesce(min(seq), 0) FROM text WHERE seq NOT IN (SELECT seq FROM event)"));
    if (!orphan)
        return orphan.error();
    if (*orphan != 0) {
        report(Seq(*orphan), Flaw::TextUnexpected,
               QStringLiteral("there is a text for event %1, but no event").arg(*orphan));
    }
    return {};
}

Result<void> Verifier::walkCheckpoints()
{
    auto statement = Checkpoints(*m_database).all();
    if (!statement)
        return statement.error();
    while (true) {
        const auto row = statement->next();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        auto problem = compare(*m_database, Checkpoints::read(*statement), m_publicKey);
        if (!problem)
            return problem.error();
        if (*problem) {
            m_report.problem = *std::move(problem);
            return {};
        }
        ++m_report.checkpoints;
    }
}

Result<void> Verifier::checkProjections()
{
    const auto difference = Projections(*m_database).difference(m_report.head);
    if (!difference)
        return difference.error();
    if (*difference)
        report(m_report.head, Flaw::ProjectionDiffers, **difference);
    return {};
}

Result<std::optional<Problem>> Verifier::against(const Checkpoint &checkpoint) const
{
    return compare(*m_database, checkpoint, m_publicKey);
}

} // namespace handbell::record
