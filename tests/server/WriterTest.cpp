// SPDX-License-Identifier: Apache-2.0
#include "server/Writer.h"

#include "server/HashPool.h"
#include "server/WriterThread.h"
#include "tests/support/TestProgram.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

using namespace handbell;
using namespace handbell::protocol;
using namespace handbell::server;
using namespace std::chrono_literals;

namespace {

record::EventGroup named(const char *practice)
{
    record::EventDraft draft;
    draft.payload = PracticeCreated{QString::fromLatin1(practice)};
    return draft;
}

const record::AppendOutcome &outcomeOf(const WriteResult &result)
{
    return std::get<record::AppendOutcome>(*result.outcome);
}

} // namespace

class WriterTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    VirtualClock m_clock;
    SystemRandom m_random;
    int m_count = 0;

    QString freshRecord()
    {
        const QString path = m_directory.filePath(QString::number(++m_count));
        const auto made = record::Record::create(path, m_random, storage::Durability::None);
        return made ? path : QString();
    }

    std::unique_ptr<Writer> makeWriter(const QString &path, std::vector<CommitBatch> &batches,
                                       std::optional<crypto::SigningKey> key = {})
    {
        auto record = record::Record::open(path, m_random);
        auto writer = Writer::make(*std::move(record), std::move(key), m_clock,
                                   [&batches](CommitBatch batch) { batches.push_back(std::move(batch)); });
        return *std::move(writer);
    }

private Q_SLOTS:
    void whatWaitedTogetherIsCommittedTogether()
    {
        std::vector<CommitBatch> batches;
        auto writer = makeWriter(freshRecord(), batches);
        for (Ticket ticket = 1; ticket <= 100; ++ticket)
            QVERIFY(writer->submit({ticket, named("Riverside")}));
        QVERIFY(writer->commitSome());
        QCOMPARE(batches.size(), size_t{1});
        QCOMPARE(batches[0].results.size(), size_t{64});
        QCOMPARE(batches[0].events.size(), size_t{64});
        QVERIFY(writer->commitSome());
        QCOMPARE(batches[1].results.size(), size_t{36});
        QCOMPARE(batches[1].results.front().ticket, Ticket{65});
        QCOMPARE(batches[1].events.back().seq, Seq(100));
        QVERIFY(!writer->commitSome());
    }

    void aRefusedGroupSpoilsNoOther()
    {
        std::vector<CommitBatch> batches;
        auto writer = makeWriter(freshRecord(), batches);
        record::EventDraft wrong;
        wrong.payload = RoomRenamed{RoomId(99), QStringLiteral("Nowhere")};
        QVERIFY(writer->submit({1, named("Riverside")}));
        QVERIFY(writer->submit({2, wrong}));
        QVERIFY(writer->submit({3, named("Riverside Surgery")}));
        writer->commitSome();
        QCOMPARE(batches[0].events.size(), size_t{2});
        QCOMPARE(std::get<Error>(outcomeOf(batches[0].results[1])).code, ErrorCode::InvalidField);
        QVERIFY(std::holds_alternative<record::Appended>(outcomeOf(batches[0].results[2])));
    }

    void othersEventsComeInOrderAndOnce()
    {
        const QString path = freshRecord();
        std::vector<CommitBatch> batches;
        auto writer = makeWriter(path, batches);
        auto other = record::Record::open(path, m_random);
        const auto appendOther = [&] {
            return other->append(std::vector{named("From another process")}, m_clock.wallNow()).ok();
        };
        QVERIFY(appendOther());
        writer->poll();
        QVERIFY(appendOther());
        QVERIFY(writer->submit({1, named("Ours")}));
        writer->commitSome();
        writer->poll();
        QVERIFY(writer->submit({2, named("Ours")}));
        writer->commitSome();
        std::vector<qint64> seqs;
        for (const CommitBatch &batch : batches) {
            for (const Event &event : batch.events)
                seqs.push_back(event.seq.value);
        }
        QCOMPARE(seqs, (std::vector<qint64>{1, 2, 3, 4}));
    }

    void whoAsksIsToldWhatOthersAppendedBeforeTheNextPoll()
    {
        const QString path = freshRecord();
        std::vector<CommitBatch> batches;
        auto writer = makeWriter(path, batches);
        auto other = record::Record::open(path, m_random);
        QVERIFY(other->append(std::vector{named("From another process")}, m_clock.wallNow()).ok());
        QVERIFY(writer->submit({1, ReadOn{}}));
        QVERIFY(writer->commitSome());
        QCOMPARE(batches.size(), size_t{1});
        QCOMPARE(batches[0].events.size(), size_t{1});
        QCOMPARE(batches[0].results.front().ticket, Ticket{1});
        QVERIFY(std::holds_alternative<ReadOn>(*batches[0].results.front().outcome));
        QVERIFY(writer->submit({2, named("Ours")}));
        QVERIFY(writer->submit({3, ReadOn{}}));
        QVERIFY(writer->commitSome());
        QCOMPARE(batches[1].events.size(), size_t{1}); // everything comes once
        QCOMPARE(batches[1].results.size(), size_t{2});
    }

    void aFullQueueTurnsAway()
    {
        std::vector<CommitBatch> batches;
        auto writer = makeWriter(freshRecord(), batches);
        for (Ticket ticket = 1; ticket <= Writer::maxWaiting; ++ticket)
            QVERIFY(writer->submit({ticket, named("Riverside")}));
        QVERIFY(!writer->submit({Writer::maxWaiting + 1, named("Riverside")}));
        writer->commitSome();
        QVERIFY(writer->submit({Writer::maxWaiting + 2, named("Riverside")}));
    }

    void checkpointsAreTakenHourlyAndAtTheEnd()
    {
        const QString path = freshRecord();
        std::vector<CommitBatch> batches;
        auto key = crypto::SigningKey::generate();
        const QByteArray publicKey = key->publicKey();
        auto writer = makeWriter(path, batches, *std::move(key));
        auto other = record::Record::open(path, m_random);
        QVERIFY(writer->submit({1, named("Riverside")}));
        writer->commitSome();
        writer->poll();
        QVERIFY(!(*other->newestCheckpoint()).has_value());
        m_clock.advance(1h);
        writer->poll();
        const auto hourly = other->newestCheckpoint();
        QCOMPARE((*hourly)->seq, Seq(1));
        QVERIFY(record::isAuthentic(**hourly, publicKey));
        QVERIFY(writer->submit({2, named("Riverside")}));
        writer->finish();
        const auto last = other->newestCheckpoint();
        QCOMPARE((*last)->seq, Seq(2));
        const auto report = other->verify(publicKey);
        QVERIFY(report->ok());
        QCOMPARE(report->checkpoints, 2);
    }

    void onItsThreadEverythingSubmittedIsWrittenBeforeItStops()
    {
        const QString path = freshRecord();
        std::atomic<int> results{0};
        WriterThread thread;
        const auto started = thread.start([&]() -> Result<std::unique_ptr<Writer>> {
            auto record = record::Record::open(path, m_random);
            if (!record)
                return record.error();
            return Writer::make(*std::move(record), std::nullopt, m_clock, [&results](CommitBatch batch) {
                results += static_cast<int>(batch.results.size());
            });
        });
        QVERIFY(started.ok());
        for (Ticket ticket = 1; ticket <= 500; ++ticket)
            QVERIFY(thread.writer().submit({ticket, named("Riverside")}));
        thread.stop();
        QCOMPARE(results.load(), 500);
        auto record = record::Record::open(path, m_random);
        QCOMPARE(record->head()->seq, Seq(500));
    }

    void aThreadWhoseRecordIsMissingSaysSo()
    {
        WriterThread thread;
        const auto started = thread.start([this]() -> Result<std::unique_ptr<Writer>> {
            auto record = record::Record::open(m_directory.filePath(QStringLiteral("none")), m_random);
            if (!record)
                return record.error();
            return ErrorCode::Internal;
        });
        QVERIFY(!started);
        QCOMPARE(started.error().code, ErrorCode::NotFound);
    }

    void thePoolAnswersEachAndTurnsAFloodAway()
    {
        std::vector<std::function<void()>> owed;
        QMutex mutex;
        QSemaphore came;
        HashPool pool(
            [&](std::function<void()> answer) {
                const QMutexLocker lock(&mutex);
                owed.push_back(std::move(answer));
                came.release();
            },
            crypto::testScryptCost, m_random);
        QString encoded;
        QVERIFY(pool.hash(QStringLiteral("rainy tuesday desk"),
                          [&](const Result<QString> &hash) { encoded = *hash; }));
        QVERIFY(came.tryAcquire(1, 30'000));
        owed.back()();
        int right = 0;
        int wrong = 0;
        const auto count = [&](bool matches) {
            ++(matches ? right : wrong);
        };
        for (size_t i = 0; i < HashPool::maxUnderWay; ++i)
            QVERIFY(pool.verify(i % 2 ? QStringLiteral("rainy tuesday desk") : QStringLiteral("guess"),
                                encoded, count));
        QVERIFY(!pool.verify(QStringLiteral("one too many"), encoded, count));
        QVERIFY(came.tryAcquire(static_cast<int>(HashPool::maxUnderWay), 30'000));
        for (size_t i = 1; i < owed.size(); ++i)
            owed[i]();
        QCOMPARE(right, static_cast<int>(HashPool::maxUnderWay) / 2);
        QCOMPARE(wrong, static_cast<int>(HashPool::maxUnderWay) / 2);
        QVERIFY(pool.verify(QStringLiteral("guess"), encoded, count));
    }
};

HANDBELL_TEST(WriterTest)
#include "WriterTest.moc"
