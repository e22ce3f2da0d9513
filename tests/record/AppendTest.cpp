// SPDX-License-Identifier: Apache-2.0
#include "RecordFixture.h"
#include "tests/support/TestProgram.h"

#include <QThread>

#include <latch>

using namespace handbell;
using namespace handbell::record;
using namespace handbell::record::testing;

class AppendTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreDense()
    {
        RecordFixture record;
        QCOMPARE(record->head()->seq, founded);
        for (int i = 1; i <= 3; ++i)
            QCOMPARE(record.seqOf(message(priya, "Morning")), Seq(founded.value + i));
        QCOMPARE(record->head()->seq, Seq(founded.value + 3));
    }

    void whatComesOutIsWhatIsRead()
    {
        RecordFixture record;
        const auto outcome = record.append(ring(priya, "at the desk", nonce('a')), minute(5));
        const auto *appended = std::get_if<Appended>(&outcome);
        QVERIFY(appended);
        QCOMPARE(appended->events.size(), size_t{1});
        const protocol::Event &event = appended->events.front();
        QCOMPARE(event.at, minute(5));
        QCOMPARE(event.actor, priya);
        QCOMPARE(event.workstation, deskPc);
        QCOMPARE(event.text, std::optional(str("at the desk")));
        QVERIFY(*record->event(event.seq) == event);
    }

    void aRepeatedNonceIsOneEvent()
    {
        RecordFixture record;
        const Seq first = record.seqOf(message(priya, "Morning", nonce('a')), minute(3));
        const auto again = record.append(message(priya, "Morning", nonce('a')), minute(9));
        QVERIFY(again == AppendOutcome(AppendedEarlier{first, minute(3)}));
        QCOMPARE(record->head()->seq, first);
        // Somebody else's nonce is another nonce.
        QVERIFY(record.seqOf(message(lin, "Morning", nonce('a'))).isValid());
        // And it holds for a process that starts later.
        auto later = record.another();
        const EventGroup repeated = message(priya, "Morning", nonce('a'));
        const auto outcomes = later.append(std::span<const EventGroup>(&repeated, 1), minute(20));
        QVERIFY(outcomes->front() == AppendOutcome(AppendedEarlier{first, minute(3)}));
    }

    void otherContentIsNonceReused_data()
    {
        QTest::addColumn<EventDraft>("draft");
        QTest::newRow("text") << message(priya, "Evening", nonce('a'));
        QTest::newRow("conversation") << message(priya, "Morning", nonce('a'), deskGroup);
        QTest::newRow("kind") << ring(priya, "Morning", nonce('a'));
        EventDraft noText = message(priya, "Morning", nonce('a'));
        noText.text.reset();
        QTest::newRow("no text") << noText;
    }

    void otherContentIsNonceReused()
    {
        QFETCH(EventDraft, draft);
        RecordFixture record;
        const Seq first = record.seqOf(message(priya, "Morning", nonce('a')));
        QCOMPARE(codeOf(record.append(draft)), ErrorCode::NonceReused);
        QCOMPARE(record->head()->seq, first);
    }

    void theRequestCountsNotThePayload()
    {
        RecordFixture record;
        EventDraft draft = ring(priya, "at the desk", nonce('a'));
        draft.requestDigest = QByteArray(32, 'r');
        const Seq first = record.seqOf(draft, minute(3));
        QVERIFY(first.isValid());
        std::get<protocol::AlertRaised>(draft.payload).targets = {patel, lin}; // Lin came in meanwhile
        QVERIFY(record.append(draft) == AppendOutcome(AppendedEarlier{first, minute(3)}));
        draft.requestDigest = QByteArray(32, 's');
        QCOMPARE(codeOf(record.append(draft)), ErrorCode::NonceReused);

        const auto earlier = record->appendedEarlier(priya, nonce('a'), QByteArray(32, 'r'));
        QVERIFY(earlier.ok() && *earlier == AppendedEarlier(first, minute(3)));
        QCOMPARE(record->appendedEarlier(priya, nonce('a'), QByteArray(32, 's')).error().code,
                 ErrorCode::NonceReused);
        QVERIFY(!*record->appendedEarlier(priya, nonce('b'), QByteArray(32, 'r')));
    }

    //! Retention sets the digest to NULL, because it could confirm a guess at the text.
    void aForgottenDigestStillMeansOneEvent()
    {
        RecordFixture record;
        const Seq first = record.seqOf(message(priya, "Morning", nonce('a')), minute(3));
        QVERIFY(record.raw().execute(str("UPDATE nonce SET digest = NULL")).ok());
        QVERIFY(record.append(message(priya, "whatever", nonce('a'))) ==
                AppendOutcome(AppendedEarlier{first, minute(3)}));
    }

    void aBadDraftSpoilsNoOther()
    {
        RecordFixture record;
        const Seq earlier = record.seqOf(message(priya, "First", nonce('a')));
        const std::vector<EventDraft> drafts{
            message(priya, "One", nonce('b')),
            message(priya, "Other", nonce('a')),                        // reused
            message(priya, "First", nonce('a')),                        // repeated
            by({}, protocol::RoomRenamed{RoomId{999}, str("Nowhere")}), // contradicts
            message(priya, "One", nonce('b')),                          // repeated within the batch
            message(priya, "x", QByteArray("short")),                   // malformed
            withdrawal(priya, Seq{1}),                                  // not a message
            by({}, protocol::RoomRenamed{room3, QString(100, u'x')}),   // out of bounds
            message(lin, "Two"),
        };
        const auto outcomes = record->append(drafts, minute(2));
        QVERIFY(outcomes.ok());
        QCOMPARE(outcomes->size(), drafts.size());
        const auto seqAt = [&](size_t i) {
            return std::get<Appended>((*outcomes)[i]).events.front().seq;
        };
        QCOMPARE(seqAt(0), Seq(earlier.value + 1));
        QCOMPARE(codeOf((*outcomes)[1]), ErrorCode::NonceReused);
        QCOMPARE(std::get<AppendedEarlier>((*outcomes)[2]).seq, earlier);
        QCOMPARE(codeOf((*outcomes)[3]), ErrorCode::InvalidField);
        QCOMPARE(std::get<AppendedEarlier>((*outcomes)[4]).seq, seqAt(0));
        QCOMPARE(codeOf((*outcomes)[5]), ErrorCode::InvalidArgument);
        QCOMPARE(codeOf((*outcomes)[6]), ErrorCode::InvalidField);
        QCOMPARE(codeOf((*outcomes)[7]), ErrorCode::InvalidField);
        QCOMPARE(seqAt(8), Seq(earlier.value + 2));
        QCOMPARE(record->head()->seq, seqAt(8));
    }

    void groupsFollowOneAnotherOrNotAtAll()
    {
        RecordFixture record;
        EventGroup sent(message(priya, "Call 01632 960123", nonce('a')));
        sent.drafts.push_back(by(priya, protocol::GuardOverridden{{}, {str("phone_number")}, {str("r")}, 1}));
        const auto outcome = record.append(sent);
        const auto *appended = std::get_if<Appended>(&outcome);
        QVERIFY(appended);
        QCOMPARE(appended->events.size(), size_t{2});
        const Seq first = appended->events[0].seq;
        QCOMPARE(appended->events[1].seq, Seq(first.value + 1));
        QCOMPARE(std::get<protocol::GuardOverridden>(appended->events[1].payload).event, first);
        // Again: the message's nonce stands for the whole group.
        QCOMPARE(std::get<AppendedEarlier>(record.append(sent)).seq, first);

        EventGroup torn(by({}, protocol::RoomRenamed{room3, str("Room 3")}));
        torn.drafts.push_back(by({}, protocol::RoomRenamed{RoomId{999}, str("Nowhere")}));
        QCOMPARE(codeOf(record.append(torn)), ErrorCode::InvalidField);
        QCOMPARE(record->head()->seq, Seq(first.value + 1));
        QCOMPARE(record->loadState()->room(room3)->name, str("Consulting room 3"));
        // Nothing of it stayed in memory either, not even for the rest of its batch.
        const std::vector<EventGroup> batch{torn, by({}, protocol::RoomRenamed{frontDesk, str("Front")})};
        const auto outcomes = record->append(std::span<const EventGroup>(batch), minute(2));
        QCOMPARE(codeOf(outcomes->front()), ErrorCode::InvalidField);
        QVERIFY(std::holds_alternative<Appended>(outcomes->back()));
        QCOMPARE(record->loadState()->room(room3)->name, str("Consulting room 3"));
        QVERIFY(record.seqOf(by({}, protocol::RoomRenamed{frontDesk, str("Desk")})).isValid());
        QCOMPARE(record->loadState()->room(room3)->name, str("Consulting room 3"));

        EventGroup lateNonce(message(priya, "One"));
        lateNonce.drafts.push_back(message(priya, "Two", nonce('z')));
        QCOMPARE(codeOf(record.append(lateNonce)), ErrorCode::InvalidArgument);
        QCOMPARE(codeOf(record.append(EventGroup())), ErrorCode::InvalidArgument);
    }

    //! What no reader could read must not get in: nobody can take it out again.
    void nothingUnreadableGetsIn()
    {
        RecordFixture record;
        const Seq before = record->head()->seq;
        for (int i = 0; i < 3; ++i) {
            protocol::ConversationMembersChanged change{deskGroup, {}, {}};
            for (int id = 1; id <= 400; ++id)
                change.added.emplace_back(1000 * (i + 1) + id);
            const auto outcome = record.append(by({}, change));
            QCOMPARE(std::holds_alternative<Appended>(outcome), i < 2); // the third would make it 1,202
        }
        QCOMPARE(record->head()->seq, Seq(before.value + 2));
        const auto state = record->loadState();
        QVERIFY(state.ok());
        QCOMPARE(state->conversation(deskGroup)->members.size(), size_t{802});
    }

    void illFormedTextIsMadeWhole()
    {
        RecordFixture record;
        EventDraft draft = message(priya, "");
        draft.text = str("half a pair: ") + QChar(0xd83d);
        const auto outcome = record.append(draft);
        const auto &event = std::get<Appended>(outcome).events.front();
        QVERIFY(event.text->startsWith(str("half a pair: ")));
        QVERIFY(event.text->isValidUtf16());
        QCOMPARE(record->event(event.seq)->text, event.text);
    }

    void decidedInsideTheTransaction()
    {
        RecordFixture record;
        auto other = record.another();
        const auto addRoom = [](const protocol::PracticeState &practice) -> Result<EventGroup> {
            for (const auto &[id, room] : practice.rooms) {
                if (room.name == str("Treatment room"))
                    return ErrorCode::AlreadyExists;
            }
            return EventGroup(by({}, protocol::RoomAdded{str("Treatment room"), protocol::RoomKind::Other}));
        };
        QVERIFY(record.seqOf(message(priya, "Morning")).isValid());
        const auto outcome = other.appendDecided(addRoom, minute(2));
        QVERIFY(outcome.ok());
        QCOMPARE(std::get<Appended>(*outcome).events.front().seq, Seq(founded.value + 2));
        QCOMPARE(record->appendDecided(addRoom, minute(3)).error().code, ErrorCode::AlreadyExists);
        const auto nothing = [](const protocol::PracticeState &) {
            return Result<EventGroup>(EventGroup());
        };
        QVERIFY(*record->appendDecided(nothing, minute(3)) == AppendOutcome(Appended{}));
        const auto wrong = [](const protocol::PracticeState &) {
            return Result<EventGroup>(EventGroup(by({}, protocol::RoomRenamed{RoomId{999}, str("x")})));
        };
        QCOMPARE(record->appendDecided(wrong, minute(3)).error().code, ErrorCode::InvalidField);
        QCOMPARE(record->head()->seq, Seq(founded.value + 2));
        QVERIFY(record.seqOf(message(priya, "Still writing")).isValid());
    }

    void twoProcessesInTurn()
    {
        RecordFixture record;
        auto other = record.another();
        Record *turns[] = {&*record, &other};
        for (int i = 0; i < 20; ++i) {
            const std::vector<EventDraft> drafts{
                message(priya, "Morning"),
                by({}, protocol::RoomAdded{str("Room %1").arg(i), protocol::RoomKind::Other})};
            const auto outcomes = turns[i % 2]->append(drafts, minute(i));
            QVERIFY(outcomes.ok());
            QCOMPARE(std::get<Appended>(outcomes->front()).events.front().seq,
                     Seq(founded.value + 1 + 2 * i));
        }
        QVERIFY(record->verify(QByteArray(32, 'k'))->ok());
        QVERIFY(*record->loadState() == *other.loadState());
        QCOMPARE(record->loadState()->rooms.size(), size_t{22});
    }

    void twoThreadsAtOnce()
    {
        RecordFixture record;
        constexpr int each = 40;
        std::latch start(2);
        std::atomic<int> kept{0};
        std::vector<std::unique_ptr<QThread>> threads;
        for (int worker = 0; worker < 2; ++worker) {
            threads.emplace_back(QThread::create([&, worker] {
                SeededRandom random(static_cast<quint32>(100 + worker));
                auto own =
                    Record::open(record.path(), random, Record::Access::ReadWrite, storage::Durability::None);
                start.arrive_and_wait();
                for (int i = 0; own && i < each; ++i) {
                    const EventGroup group = message(worker == 0 ? priya : lin, "Morning", nonce(char(i)));
                    const auto outcomes = own->append(std::span<const EventGroup>(&group, 1), minute(i));
                    kept += outcomes && std::holds_alternative<Appended>(outcomes->front()) ? 1 : 0;
                }
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            thread->wait();
        QCOMPARE(kept.load(), 2 * each);
        QCOMPARE(record->head()->seq, Seq(founded.value + 2 * each));
        QVERIFY(record->verify(QByteArray(32, 'k'))->ok());
    }

    void aFailedWriteKeepsNothingAndReadingGoesOn()
    {
        RecordFixture record;
        const Seq before = record->head()->seq;
        const auto state = record->loadState();
        // Stands for the disk: the third draft fails after two were written.
        QVERIFY(record.raw()
                    .execute(str("CREATE TRIGGER disk_full BEFORE INSERT ON nonce"
                                 " BEGIN SELECT RAISE(ABORT, 'no space'); END"))
                    .ok());
        const std::vector<EventDraft> drafts{message(priya, "Kept nowhere"),
                                             by({}, protocol::RoomRenamed{room3, str("Room 3")}),
                                             message(priya, "Nor this", nonce('a'))};
        QVERIFY(!record->append(drafts, minute(1)).ok());
        QCOMPARE(record->head()->seq, before);
        QVERIFY(*record->loadState() == *state);
        QVERIFY(record.raw().execute(str("DROP TRIGGER disk_full")).ok());
        // Another process gets as far as we thought we were: what we remember is still not what happened.
        auto other = record.another();
        const std::vector<EventDraft> theirs(drafts.size(), message(lin, "Meanwhile"));
        QVERIFY(other.append(theirs, minute(2)).ok());
        const auto look = [](const protocol::PracticeState &practice) -> Result<EventGroup> {
            if (practice.room(room3)->name != str("Consulting room 3"))
                return ErrorCode::Internal;
            return EventGroup(message(priya, "Space again", nonce('a')));
        };
        QVERIFY(record->appendDecided(look, minute(3)).ok());
        QCOMPARE(record->head()->seq, Seq(before.value + 4));
        QCOMPARE(record->loadState()->room(room3)->name, str("Consulting room 3"));
        QVERIFY(record->verify(QByteArray(32, 'k'))->ok());
    }

    void eventsCannotBeChangedByMistake()
    {
        RecordFixture record;
        auto database = storage::Database::open(record.path(), storage::OpenMode::Existing);
        QVERIFY(!database->execute(str("UPDATE event SET at = 0 WHERE seq = 3")).ok());
        QVERIFY(!database->execute(str("DELETE FROM event WHERE seq = 3")).ok());
        QVERIFY(record->verify(QByteArray(32, 'k'))->ok());
    }
};

HANDBELL_TEST(AppendTest)
#include "AppendTest.moc"
