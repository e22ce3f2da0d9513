// SPDX-License-Identifier: Apache-2.0
#include "RecordFixture.h"
#include "tests/support/TestProgram.h"

using namespace handbell;
using namespace handbell::record;
using namespace handbell::record::testing;

using protocol::Receipt;
using protocol::ReceiptState;

class ReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsAfterACursor()
    {
        RecordFixture record;
        const auto all = record->eventsAfter({}, 1000);
        QVERIFY(all.ok());
        QCOMPARE(all->size(), size_t{11});
        const auto payloads = founding();
        for (size_t i = 0; i < all->size(); ++i) {
            QCOMPARE((*all)[i].seq, Seq(static_cast<qint64>(i) + 1));
            QVERIFY((*all)[i].payload == payloads[i]);
        }
        const auto some = record->eventsAfter(Seq{4}, 3);
        QCOMPARE(some->size(), size_t{3});
        QCOMPARE(some->front().seq, Seq{5});
        QVERIFY(record->eventsAfter(founded, 3)->empty());
        QCOMPARE(record->event(Seq{99}).error().code, ErrorCode::NotFound);
    }

    void eventsOfSomeKinds()
    {
        RecordFixture record;
        record.append(message(priya, "Hello"));
        const Seq rung = record.seqOf(ring(priya, "at the desk"));
        const std::vector kinds{QLatin1String(protocol::MemberAdded::kind),
                                QLatin1String(protocol::AlertRaised::kind)};
        const auto found = record->eventsOfKinds(kinds, {}, 1000);
        QVERIFY(found.ok());
        std::vector<Seq> seqs;
        for (const protocol::Event &event : *found) {
            seqs.push_back(event.seq);
            QVERIFY(!event.text);
        }
        QVERIFY(seqs == (std::vector{Seq(priya.value), Seq(patel.value), Seq(lin.value), rung}));
        QVERIFY(found->back() == [&] {
            protocol::Event event = *record->event(rung);
            event.text.reset();
            return event;
        }());
        const auto page = record->eventsOfKinds(kinds, Seq(priya.value), 2);
        QCOMPARE(page->size(), size_t{2});
        QCOMPARE(page->front().seq, Seq(patel.value));
        QVERIFY(record->eventsOfKinds(kinds, rung, 10)->empty());
    }

    void withdrawnTextsAreForReviewAlone()
    {
        RecordFixture record;
        const Seq sent = record.seqOf(message(priya, "Oops"));
        QCOMPARE(*record->text(sent), std::optional(str("Oops")));
        const Seq withdrawn = record.seqOf(withdrawal(priya, sent));
        QCOMPARE(*record->text(sent), std::optional<QString>());
        QCOMPARE(record->event(sent)->text, std::optional<QString>());
        QCOMPARE(record->eventsAfter(founded, 1)->front().text, std::optional<QString>());
        QCOMPARE(*record->text(sent, Texts::WithWithdrawn), std::optional(str("Oops")));
        QCOMPARE(record->eventsAfter(founded, 1, Texts::WithWithdrawn)->front().text,
                 std::optional(str("Oops")));
        QVERIFY(std::holds_alternative<protocol::MessageWithdrawn>(record->event(withdrawn)->payload));
        // In another conversation there is no such message.
        QCOMPARE(codeOf(record.append(withdrawal(priya, sent, deskGroup))), ErrorCode::InvalidField);
    }

    void history()
    {
        RecordFixture record;
        std::vector<Seq> sent;
        for (int i = 0; i < 7; ++i) {
            sent.push_back(record.seqOf(message(i % 2 ? lin : priya, "Everyone")));
            QVERIFY(record.seqOf(message(priya, "Desk only", {}, deskGroup)).isValid());
        }
        QVERIFY(record.seqOf(withdrawal(lin, sent[5])).isValid());
        const std::vector<Receipt> seen{{sent[6], lin, ReceiptState::Shown, minute(2)},
                                        {sent[5], priya, ReceiptState::Shown, minute(2)}};
        QCOMPARE(record->receipts().advance(seen)->size(), size_t{2});

        const auto newest = record->history(everyone, {}, 3, priya);
        QVERIFY(newest.ok());
        QCOMPARE(newest->events.size(), size_t{3});
        QCOMPARE(newest->events[0].seq, sent[6]);
        QCOMPARE(newest->events[2].seq, sent[4]);
        QCOMPARE(newest->events[0].text, std::optional(str("Everyone")));
        QCOMPARE(newest->events[1].text, std::optional<QString>());
        QVERIFY(newest->withdrawn == std::vector{MessageId(sent[5].value)});
        QVERIFY(newest->receipts == std::vector{seen[0]}); // of priya's own
        QVERIFY(newest->more);

        const auto older = record->history(everyone, sent[4], 4, priya);
        QCOMPARE(older->events.size(), size_t{4});
        QCOMPARE(older->events[0].seq, sent[3]);
        QVERIFY(!older->more);
        QVERIFY(record->history(everyone, sent[0], 4, priya)->events.empty());
        QCOMPARE(record->history(deskGroup, {}, 100, lin)->events.size(), size_t{7});
    }

    void receiptsOnlyAdvance()
    {
        RecordFixture record;
        const Seq sent = record.seqOf(message(priya, "Morning"));
        auto store = record->receipts();
        const auto post = [&](ReceiptState state, int at) {
            const Receipt receipt{sent, patel, state, minute(at)};
            const auto news = store.advance(std::span<const Receipt>(&receipt, 1));
            return news.ok() && *news == std::vector{receipt};
        };
        QVERIFY(post(ReceiptState::Delivered, 2));
        QVERIFY(!post(ReceiptState::Delivered, 3));
        QVERIFY(post(ReceiptState::Held, 4));
        QVERIFY(post(ReceiptState::Shown, 5));
        QVERIFY(!post(ReceiptState::Held, 6));
        QVERIFY(post(ReceiptState::Read, 7));
        QVERIFY(!post(ReceiptState::Delivered, 8));
        QVERIFY(*store.of(sent) == (std::vector<Receipt>{{sent, patel, ReceiptState::Read, minute(7)}}));
        const Receipt lost{Seq{999}, patel, ReceiptState::Shown, minute(9)};
        QVERIFY(store.advance(std::span<const Receipt>(&lost, 1))->empty());
    }

    void receiptsOfASender()
    {
        RecordFixture record;
        std::vector<Receipt> all;
        for (int i = 0; i < 4; ++i) {
            const Seq sent = record.seqOf(message(i == 2 ? lin : priya, "Morning"));
            all.push_back({sent, patel, ReceiptState::Delivered, minute(i)});
        }
        auto store = record->receipts();
        QCOMPARE(store.advance(all)->size(), size_t{4});
        QVERIFY(*store.ofSender(priya, {}, 10) == (std::vector<Receipt>{all[0], all[1], all[3]}));
        QVERIFY(*store.ofSender(priya, {}, 2) == (std::vector<Receipt>{all[1], all[3]}));
        QVERIFY(*store.ofSender(priya, all[1].event, 10) == (std::vector<Receipt>{all[3]}));
    }

    void anotherProcessIsNoticed()
    {
        RecordFixture record;
        auto other = record.another(Record::Access::ReadOnly);
        const qint64 before = *other.dataVersion();
        QVERIFY(record.seqOf(message(priya, "Morning")).isValid());
        QVERIFY(*other.dataVersion() != before);
        QCOMPARE(other.eventsAfter(founded, 10)->size(), size_t{1});
    }

    void aReadOnlyRecordRefusesToWrite()
    {
        RecordFixture record;
        auto other = record.another(Record::Access::ReadOnly);
        const EventGroup group = message(priya, "Morning");
        QVERIFY(!other.append(std::span<const EventGroup>(&group, 1), minute(1)).ok());
        QVERIFY(!other.rebuildProjections().ok());
        QVERIFY(other.verify(QByteArray(32, 'k'))->ok());
    }

    void backupAndNewEpoch()
    {
        RecordFixture record;
        const QString copy = record.pathOf("copy.db");
        QVERIFY(record->backupTo(copy).ok());
        QCOMPARE(record->backupTo(copy).error().code, ErrorCode::AlreadyExists);
        QVERIFY(record.seqOf(message(priya, "After the backup")).isValid());
        auto restored =
            Record::open(copy, record.random, Record::Access::ReadWrite, storage::Durability::None);
        QVERIFY(restored.ok());
        QCOMPARE(restored->head()->seq, founded);
        QCOMPARE(restored->epoch(), record->epoch());
        QVERIFY(restored->startNewEpoch().ok());
        QVERIFY(restored->epoch() != record->epoch());
        QCOMPARE(restored->epoch().size(), 16);
        const auto again = Record::open(copy, record.random, Record::Access::ReadOnly);
        QCOMPARE(again->epoch(), restored->epoch());
        QVERIFY(restored->verify(QByteArray(32, 'k'))->ok());
    }
};

HANDBELL_TEST(ReadingTest)
#include "ReadingTest.moc"
