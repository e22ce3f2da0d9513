// SPDX-License-Identifier: Apache-2.0
#include "RecordFixture.h"
#include "record/Canonical.h"
#include "tests/support/TestProgram.h"

using namespace handbell;
using namespace handbell::record;
using namespace handbell::record::testing;

namespace {

using Sql = QStringList;

//! Makes every hash right again after a change, as somebody with the file and this source could.
void rehash(storage::Database &database)
{
    QByteArray previous = genesisHash();
    qint64 seq = 0;
    for (;;) {
        StoredEvent event;
        {
            auto row =
                database.prepare(str("SELECT seq, at, actor, workstation, scope, kind, payload, text_digest"
                                     " FROM event WHERE seq > ? ORDER BY seq LIMIT 1"));
            QVERIFY(row->run({seq}).ok());
            if (!row->next().valueOr(false))
                return;
            event = {row->id<Seq>(0),           row->time(1),          row->id<MemberId>(2),
                     row->id<WorkstationId>(3), row->text(4).toUtf8(), row->text(5).toUtf8(),
                     row->text(6).toUtf8(),     row->bytes(7),         previous};
        }
        const QByteArray hash = hashOf(event);
        QVERIFY(database
                    .execute(str("UPDATE event SET prev_hash = ?, hash = ? WHERE seq = ?"),
                             {previous, hash, event.seq})
                    .ok());
        previous = hash;
        seq = event.seq.value;
    }
}

//! A record with messages 12 to 17, checkpoints at 14 and 17, and its key.
struct Signed
{
    Signed()
        : key(*crypto::SigningKey::generate())
    {
        const EventDraft drafts[] = {message(priya, "One"),  message(lin, "Two"),    message(priya, "Three"),
                                     ring(priya, "at desk"), message(patel, "Five"), message(patel, "Six")};
        for (const EventDraft &draft : drafts) {
            const Seq seq = record.seqOf(draft);
            if (seq == Seq{14})
                middle = *record->takeCheckpoint(key, minute(2));
        }
        last = *record->takeCheckpoint(key, minute(3));
    }

    void tamper(const Sql &statements, bool hashesToo = false)
    {
        auto database = record.raw();
        for (const QString &sql : statements)
            QVERIFY2(database.execute(sql).ok(), qPrintable(sql));
        if (hashesToo)
            rehash(database);
    }

    RecordFixture record;
    crypto::SigningKey key;
    Checkpoint middle;
    Checkpoint last;
};

} // namespace

class VerifyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUntouchedRecord()
    {
        Signed it;
        QCOMPARE(it.last.seq, Seq{17});
        qint64 done = 0;
        const auto report = it.record->verify(it.key.publicKey(), [&](qint64 now, qint64 total) {
            QCOMPARE(total, 17);
            QVERIFY(now >= done);
            done = now;
        });
        QVERIFY(report.ok());
        QVERIFY2(report->ok(), report->ok() ? "" : qPrintable(report->problem->detail));
        QCOMPARE(report->head, Seq{17});
        QCOMPARE(report->texts, 6);
        QCOMPARE(report->textsAbsent, 0);
        QCOMPARE(report->checkpoints, 2);
        QCOMPARE(done, 17);
        for (const Checkpoint &checkpoint : {it.middle, it.last})
            QVERIFY(!*it.record->verifyAgainst(checkpoint, it.key.publicKey()));
    }

    void destroyedTextsLeaveAValidChain()
    {
        Signed it;
        it.tamper({str("DELETE FROM text WHERE seq = 13")});
        const auto report = it.record->verify(it.key.publicKey());
        QVERIFY(report->ok());
        QCOMPARE(report->texts, 5);
        QCOMPARE(report->textsAbsent, 1);
    }

    void tampering_data()
    {
        QTest::addColumn<Sql>("statements");
        QTest::addColumn<bool>("hashesToo");
        QTest::addColumn<qint64>("seq");
        QTest::addColumn<Flaw>("flaw");
        const auto row = [](const char *name, const Sql &statements, qint64 seq, Flaw flaw) {
            QTest::newRow(name) << statements << false << seq << flaw;
        };
        const auto rehashed = [](const char *name, const Sql &statements, qint64 seq, Flaw flaw) {
            QTest::newRow(name) << statements << true << seq << flaw;
        };
        const auto set = [](const char *what) {
            return Sql{str("UPDATE event SET %1 WHERE seq = 13").arg(str(what))};
        };
        row("payload", set("payload = '{\"conversation\":10}'"), 13, Flaw::HashDiffers);
        row("payload, a blank more", set("payload = payload || ' '"), 13, Flaw::HashDiffers);
        row("at", set("at = at + 1"), 13, Flaw::HashDiffers);
        row("actor", set("actor = 8"), 13, Flaw::HashDiffers);
        row("workstation", set("workstation = 6"), 13, Flaw::HashDiffers);
        row("scope", set("scope = 'class'"), 13, Flaw::HashDiffers);
        row("kind", set("kind = 'message_withdrawn'"), 13, Flaw::HashDiffers);
        row("text digest gone", set("text_digest = NULL"), 13, Flaw::HashDiffers);
        row("hash", set("hash = zeroblob(32)"), 13, Flaw::HashDiffers);
        row("previous hash", set("prev_hash = zeroblob(32)"), 13, Flaw::PreviousHashDiffers);
        row("a row deleted", {str("DELETE FROM event WHERE seq = 13")}, 13, Flaw::SeqMissing);
        row("the first row deleted", {str("DELETE FROM event WHERE seq = 1")}, 1, Flaw::SeqMissing);
        row("a row deleted, the rest moved up",
            {str("DELETE FROM event WHERE seq = 13"), str("DELETE FROM text WHERE seq = 13"),
             str("UPDATE event SET seq = seq + 1000 WHERE seq > 13"),
             str("UPDATE event SET seq = seq - 1001 WHERE seq > 1000")},
            13, Flaw::PreviousHashDiffers);
        row("two rows swapped",
            {str("UPDATE event SET seq = 1000 WHERE seq = 13"),
             str("UPDATE event SET seq = 13 WHERE seq = 14"),
             str("UPDATE event SET seq = 14 WHERE seq = 1000")},
            13, Flaw::PreviousHashDiffers);
        row("a row inserted",
            {str("INSERT INTO event SELECT 18, at, actor, workstation, scope, kind, payload, text_digest,"
                 " hash, zeroblob(32) FROM event WHERE seq = 17")},
            18, Flaw::HashDiffers);
        row("the tail cut", {str("DELETE FROM text WHERE seq > 15"), str("DELETE FROM event WHERE seq > 15")},
            17, Flaw::RecordTruncated);
        row("text", {str("UPDATE text SET body = X'4e6f' WHERE seq = 13")}, 13, Flaw::TextDiffers);
        row("salt", {str("UPDATE text SET salt = zeroblob(16) WHERE seq = 13")}, 13, Flaw::TextDiffers);
        row("texts swapped",
            {str("UPDATE text SET seq = 1000 WHERE seq = 13"), str("UPDATE text SET seq = 13 WHERE seq = 14"),
             str("UPDATE text SET seq = 14 WHERE seq = 1000")},
            13, Flaw::TextDiffers);
        row("a text put beside", {str("INSERT INTO text VALUES (8, zeroblob(16), X'4e6f')")}, 8,
            Flaw::TextUnexpected);
        row("a text of no event", {str("INSERT INTO text VALUES (99, zeroblob(16), X'4e6f')")}, 99,
            Flaw::TextUnexpected);
        row("checkpoint signature", {str("UPDATE checkpoint SET signature = zeroblob(64) WHERE seq = 14")},
            14, Flaw::CheckpointForged);
        row("checkpoint time", {str("UPDATE checkpoint SET at = at + 1 WHERE seq = 14")}, 14,
            Flaw::CheckpointForged);
        row("checkpoint epoch", {str("UPDATE checkpoint SET epoch = zeroblob(16) WHERE seq = 14")}, 14,
            Flaw::CheckpointForged);
        row("checkpoint moved", {str("UPDATE checkpoint SET seq = 15 WHERE seq = 14")}, 15,
            Flaw::CheckpointForged);
        row("withdrawn by nobody", {str("UPDATE message SET withdrawn = 15 WHERE seq = 13")}, 17,
            Flaw::ProjectionDiffers);
        row("a message moved", {str("UPDATE message SET conversation = 10 WHERE seq = 13")}, 17,
            Flaw::ProjectionDiffers);
        row("a message hidden", {str("DELETE FROM message WHERE seq = 13")}, 17, Flaw::ProjectionDiffers);
        row("permission gained",
            {str("UPDATE entity SET body = replace(body, '[\"member\"]', '[\"administrator\"]')"
                 " WHERE kind = 'member' AND id = 7")},
            17, Flaw::ProjectionDiffers);
        row("an unreadable projection",
            {str("UPDATE entity SET body = '{' WHERE kind = 'member' AND id = 7")}, 17,
            Flaw::ProjectionDiffers);
        // All hashes made right again: only the signature tells.
        rehashed("payload, rehashed", set("payload = '{\"conversation\":10}'"), 14, Flaw::CheckpointDiffers);
        rehashed("at, rehashed", {str("UPDATE event SET at = at + 1 WHERE seq = 16")}, 17,
                 Flaw::CheckpointDiffers);
        rehashed("text gone with its digest, rehashed",
                 {str("UPDATE event SET text_digest = NULL WHERE seq = 13"),
                  str("DELETE FROM text WHERE seq = 13")},
                 14, Flaw::CheckpointDiffers);
    }

    void tampering()
    {
        QFETCH(Sql, statements);
        QFETCH(bool, hashesToo);
        QFETCH(qint64, seq);
        QFETCH(Flaw, flaw);
        Signed it;
        it.tamper(statements, hashesToo);
        const auto report = it.record->verify(it.key.publicKey());
        QVERIFY(report.ok());
        QVERIFY(!report->ok());
        QCOMPARE(flawName(report->problem->flaw), flawName(flaw));
        QCOMPARE(report->problem->seq, Seq(seq));
        QVERIFY(!report->problem->detail.isEmpty());
    }

    //! Cut or rewritten with the checkpoints taken out as well, the file by itself is consistent. A
    //! workstation's own checkpoint is not fooled.
    void theCheckpointKeptElsewhere_data()
    {
        QTest::addColumn<Sql>("statements");
        QTest::addColumn<Flaw>("flaw");
        QTest::newRow("cut") << Sql{str("DELETE FROM text WHERE seq > 15"),
                                    str("DELETE FROM message WHERE seq > 15"),
                                    str("DELETE FROM event WHERE seq > 15")}
                             << Flaw::RecordTruncated;
        QTest::newRow("rewritten") << Sql{str("UPDATE event SET at = at + 1 WHERE seq = 12")}
                                   << Flaw::CheckpointDiffers;
    }

    void theCheckpointKeptElsewhere()
    {
        QFETCH(Sql, statements);
        QFETCH(Flaw, flaw);
        Signed it;
        it.tamper(statements + Sql{str("DELETE FROM checkpoint")}, true);
        if (flaw == Flaw::CheckpointDiffers)
            QVERIFY(it.record->rebuildProjections().ok()); // an attacker would
        const auto report = it.record->verify(it.key.publicKey());
        QVERIFY2(report->ok(), report->ok() ? "" : qPrintable(report->problem->detail));
        const auto problem = it.record->verifyAgainst(it.last, it.key.publicKey());
        QVERIFY(problem.ok() && problem->has_value());
        QCOMPARE(flawName((*problem)->flaw), flawName(flaw));
        QCOMPARE((*problem)->seq, Seq{17});
    }

    void checkpointsOfAnotherKey()
    {
        Signed it;
        const auto other = *crypto::SigningKey::generate();
        QCOMPARE(it.record->verify(other.publicKey())->problem->flaw, Flaw::CheckpointForged);
        Checkpoint forged = it.last;
        forged.signature = *other.sign(checkpointMessage(forged));
        QVERIFY(isAuthentic(it.last, it.key.publicKey()));
        QVERIFY(!isAuthentic(forged, it.key.publicKey()));
        QCOMPARE((*it.record->verifyAgainst(forged, it.key.publicKey()))->flaw, Flaw::CheckpointForged);
    }

    void oneCheckpointAHead()
    {
        Signed it;
        QVERIFY(*it.record->takeCheckpoint(it.key, minute(9)) == it.last);
        QVERIFY(*it.record->newestCheckpoint() == it.last);
        QVERIFY(it.record.seqOf(message(priya, "Seven")).isValid());
        QCOMPARE(it.record->takeCheckpoint(it.key, minute(9))->seq, Seq{18});
        // Another life of the record signs its own.
        QVERIFY(it.record->startNewEpoch().ok());
        const auto anew = it.record->takeCheckpoint(it.key, minute(10));
        QCOMPARE(anew->seq, Seq{18});
        QCOMPARE(anew->epoch, it.record->epoch());
        QCOMPARE(it.record->verify(it.key.publicKey())->checkpoints, 4);
    }

    void anEmptyRecordIsNotSigned()
    {
        QTemporaryDir dir;
        SeededRandom random(1);
        auto record = Record::create(dir.filePath(str("r.db")), random, storage::Durability::None);
        const auto key = crypto::SigningKey::generate();
        QCOMPARE(record->takeCheckpoint(*key, minute(0)).error().code, ErrorCode::InvalidArgument);
        QVERIFY(!*record->newestCheckpoint());
    }

    //! Verification sees one state, also while others append.
    void whileOthersAppend()
    {
        Signed it;
        auto reader = it.record.another(Record::Access::ReadOnly);
        bool appended = false;
        const auto report = reader.verify(it.key.publicKey(), [&](qint64, qint64) {
            if (!std::exchange(appended, true))
                QVERIFY(it.record.seqOf(message(priya, "Meanwhile")).isValid());
        });
        QVERIFY(appended);
        QVERIFY2(report->ok(), report->ok() ? "" : qPrintable(report->problem->detail));
        QCOMPARE(report->head, Seq{17});
        QCOMPARE(reader.head()->seq, Seq{18});
    }
};

HANDBELL_TEST(VerifyTest)
#include "VerifyTest.moc"
