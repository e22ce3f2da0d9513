// SPDX-License-Identifier: Apache-2.0
#include "server/Conversation.h"
#include "tests/support/TestProgram.h"

using namespace handbell;
using namespace handbell::protocol;
using namespace handbell::test;
using namespace std::chrono_literals;

namespace {

//! \a count messages as another process might append them: no session, no wait.
void appendMessages(ServerKit &kit, int count, const QString &words, MemberId actor)
{
    std::vector<record::EventDraft> drafts(static_cast<size_t>(count));
    for (record::EventDraft &draft : drafts) {
        draft.actor = actor;
        draft.payload = MessagePosted{kit.everyone()};
        draft.text = words;
    }
    QVERIFY(kit.record().append(drafts, kit.clock.wallNow()).ok());
}

bool isStrictlyAscending(const std::vector<Event> &events)
{
    return std::adjacent_find(events.begin(), events.end(),
                              [](const Event &a, const Event &b) { return a.seq >= b.seq; }) == events.end();
}

} // namespace

class SyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFreshWorkstationStartsFromASnapshotOfItsOwnView()
    {
        ServerKit kit;
        auto anna = kit.signIn("Dr Anna Patel");
        anna->askFor<Accepted>(ConversationOpen{kit.nonce(), kit.member("Lin Chen")});
        auto priya = kit.signIn("Priya Shah");
        QCOMPARE(priya->view(), viewFor(kit.hub().state(), priya->member));
        QVERIFY(priya->view().invitations.empty());
        QCOMPARE(anna->view().conversations.size(), priya->view().conversations.size() + 1);
        QVERIFY2(priya->events().empty(), "the flow starts after the snapshot");
    }

    void comingBackBringsWhatWasMissedOnce()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        priya->close();
        kit.settle();
        std::vector<Seq> missed;
        for (int i = 0; i < 5; ++i)
            missed.push_back(anna->askFor<Accepted>(post(kit, kit.everyone(), "While you were out")).seq);
        anna->askFor<Accepted>(post(kit, kit.group("Clinicians"), "Not for Priya"));
        auto again = kit.resume(*priya);
        QCOMPARE(again->events().size(), missed.size());
        for (size_t i = 0; i < missed.size(); ++i)
            QCOMPARE(again->events()[i].seq, missed[i]);
        QCOMPARE(again->cursor(), kit.hub().state().seq); // past what is not hers, too
        const auto live = anna->askFor<Accepted>(post(kit, kit.everyone(), "And live"));
        QCOMPARE(again->events().back().seq, live.seq);
        QCOMPARE(again->events().size(), missed.size() + 1);
    }

    void anotherEpochMeansASnapshot()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        const auto same = priya->syncFrom(priya->cursor(), priya->epoch);
        QVERIFY(!same.snapshot);
        const auto other = priya->syncFrom(priya->cursor(), Bytes{QByteArray(16, 'e')});
        QVERIFY(other.snapshot);
        const auto fromTheFuture = priya->syncFrom(Seq(999'999), priya->epoch);
        QVERIFY(fromTheFuture.snapshot);
        const auto withoutEpoch = priya->askFor<OkSync>(Sync{priya->cursor(), {}});
        QVERIFY(withoutEpoch.snapshot);
    }

    void catchingUpComesInBatchesAndGoesOverIntoLiveWithoutAGap()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        priya->close();
        kit.settle();
        const Seq from = kit.record().head()->seq;
        appendMessages(kit, 1000, text("One of a thousand"), anna->member);
        kit.settle();
        auto again = kit.connectPeer();
        again->ask(AuthToken{kit.client(), priya->memberToken});
        again->send(Sync{priya->cursor(), priya->epoch});
        anna->send(post(kit, kit.everyone(), "In the middle of it"));
        kit.settle();
        QCOMPARE(again->events().size(), size_t{1001});
        QVERIFY(isStrictlyAscending(again->events()));
        QVERIFY(again->events().front().seq > from);
        const auto notices = again->notices<EventsNotice>();
        QVERIFY(notices.size() >= 4);
        for (const EventsNotice &notice : notices) {
            QVERIFY(notice.events.size() <= 256);
            QVERIFY(encode(ServerFrame{{}, notice}).size() < 140 * 1024);
        }
    }

    void cutInTheMiddleNothingIsLostAndNothingComesTwice()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        priya->close();
        kit.settle();
        appendMessages(kit, 700, text("One of many"), anna->member);
        kit.settle();

        // Each connection is cut after its first notice; the store has what came with it.
        std::vector<Event> stored;
        Seq cursor = priya->cursor();
        for (int connection = 0; connection < 10 && cursor < kit.hub().state().seq; ++connection) {
            auto peer = kit.connectPeer();
            peer->ask(AuthToken{kit.client(), priya->memberToken});
            peer->send(Sync{cursor, priya->epoch});
            auto &channel = static_cast<transport::LoopbackChannel &>(peer->channel());
            while (peer->notices<EventsNotice>().empty())
                kit.settleServerThen([&channel] { channel.deliverNext(); });
            const auto notice = peer->notices<EventsNotice>().front();
            stored.insert(stored.end(), notice.events.begin(), notice.events.end());
            cursor = notice.cursor;
            channel.cut();
            kit.settle();
        }
        QCOMPARE(stored.size(), size_t{700});
        QVERIFY(isStrictlyAscending(stored));
    }

    void aSlowWorkstationIsSentAMebibyteAndThenDropped()
    {
        ServerKit kit;
        auto slow = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        slow->setAcknowledging(false);
        const QString words(3900, u'x');
        appendMessages(kit, 600, words, anna->member); // 2.4 MB
        kit.settle();
        const size_t had = slow->events().size();
        QVERIFY2(had > 200 && had < 330, qPrintable(QString::number(had)));
        QCOMPARE(anna->events().size(), size_t{600});
        kit.advance(9999ms);
        QVERIFY(slow->isOpen());
        kit.advance(1ms);
        QCOMPARE(slow->notices<ErrorAnswer>().front().code, text("server_busy"));
        QCOMPARE(slow->closedWith()->code, std::optional(ErrorCode::ServerBusy));
        auto again = kit.resume(*slow);
        QCOMPARE(had + again->events().size(), size_t{600});
    }

    void aSlowWorkstationThatAcknowledgesInTimeGoesOn()
    {
        ServerKit kit;
        auto slow = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        slow->setAcknowledging(false);
        appendMessages(kit, 600, QString(3900, u'x'), anna->member);
        kit.settle();
        kit.advance(9s);
        slow->setAcknowledging(true);
        slow->tell(Ack{slow->cursor()});
        kit.settle();
        QCOMPARE(slow->events().size(), size_t{600});
        QVERIFY(isStrictlyAscending(slow->events()));
        kit.advance(60s);
        QVERIFY(slow->isOpen());
    }

    void whatAnotherProcessAppendsIsInTheSameStream()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        // Another process is first, between two commits of the server.
        priya->send(post(kit, kit.everyone(), "Hello"));
        kit.settleUnwritten();
        record::EventDraft draft;
        draft.payload = RoomAdded{text("Treatment room"), RoomKind::Consulting};
        QVERIFY(kit.record().append(std::vector{draft}, kit.clock.wallNow()).ok());
        kit.settle();
        QCOMPARE(priya->events().size(), size_t{2});
        QVERIFY(std::holds_alternative<RoomAdded>(priya->events()[0].payload));
        QVERIFY(std::holds_alternative<MessagePosted>(priya->events()[1].payload));
        QVERIFY(kit.room("Treatment room").isValid());
    }

    void whatTheHubHasNotSeenYetIsNotJudgedByAStateThatDoesNotKnowIt()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        anna->askFor<Accepted>(post(kit, kit.everyone(), "Hello"));
        const Seq cursor(priya->cursor().value - 1);
        // Another process opens a conversation and writes in it; the record has it, the hub has not heard.
        record::EventDraft opened;
        opened.payload = ConversationCreated{ConversationKind::Direct, {}, {priya->member, anna->member}};
        const ConversationId conversation(kit.record().head()->seq.value + 1);
        record::EventDraft written;
        written.actor = anna->member;
        written.payload = MessagePosted{conversation};
        written.text = text("Just us");
        QVERIFY(kit.record().append(std::vector{opened, written}, kit.clock.wallNow()).ok());
        priya->forget();
        priya->send(Sync{cursor, priya->epoch});
        kit.settleUnwritten();
        QCOMPARE(priya->cursor(), Seq(conversation.value - 1));
        kit.settle();
        QCOMPARE(priya->payloads<ConversationCreated>().size(), size_t{1});
        QCOMPARE(priya->events().back().text, std::optional(text("Just us")));
    }

    void theHubsStateIsTheRecords()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        AlertRaise raise = ring(kit, "next_here", Address::person(anna->member));
        raise.note = text("line 2");
        priya->ask(raise);
        priya->ask(ConversationOpen{kit.nonce(), anna->member});
        anna->ask(SignOut{});
        QCOMPARE(kit.hub().state(), *kit.record().loadState());
        PracticeState expected = viewFor(kit.hub().state(), priya->member);
        expected.seq = priya->view().seq; // the last event, Anna's leaving, is nobody's to see
        QCOMPARE(priya->view(), expected);
        const PracticeState before = kit.hub().state();
        kit.restart();
        QCOMPARE(kit.hub().state(), before);
    }

    void goingDownIsSaid()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        kit.stop();
        QCOMPARE(priya->notices<StoppingNotice>().size(), size_t{1});
        QCOMPARE(priya->closedWith()->code, std::optional(ErrorCode::ServerStopping));
        auto late = kit.connectPeer();
        QCOMPARE(late->notices<StoppingNotice>().size(), size_t{1});
        QCOMPARE(late->closedWith()->code, std::optional(ErrorCode::ServerStopping));
    }
};

HANDBELL_TEST(SyncTest)
#include "SyncTest.moc"
