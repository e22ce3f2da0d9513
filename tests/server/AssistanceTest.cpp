// SPDX-License-Identifier: Apache-2.0
#include "server/Conversation.h"
#include "tests/support/TestProgram.h"

using namespace handbell;
using namespace handbell::protocol;
using namespace handbell::test;
using namespace std::chrono_literals;

// The practice's "assistance_here" is urgent, gathers all who come, and goes to a nurse after 30 s.

namespace {

AlertId askForHelp(ServerKit &kit, TestPeer &sender)
{
    return AlertId(sender.askFor<Accepted>(ring(kit, "assistance_here", Address::everyone())).seq.value);
}

AlertRaise testFrom(ServerKit &kit, RoomId room)
{
    AlertRaise message = ring(kit, "assistance_here", Address::everyone());
    message.testRoom = room;
    return message;
}

bool says(ServerKit &kit, TestPeer &who, AlertId alert, Reply reply)
{
    return who.askFor<Accepted>(AlertReply{kit.nonce(), alert, reply}).seq.isValid();
}

std::optional<WallTime> testedAt(const TestPeer &peer)
{
    return peer.view().workstation(peer.workstation)->assistanceTestedAt;
}

} // namespace

class AssistanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyoneWhoComesSaysSoUntilItIsOver()
    {
        ServerKit kit;
        auto anna = kit.signIn("Dr Anna Patel");
        auto priya = kit.signIn("Priya Shah");
        auto ben = kit.signIn("Dr Ben Okafor");
        const AlertId alert = askForHelp(kit, *anna);
        QVERIFY(says(kit, *priya, alert, Reply::Coming));
        QVERIFY2(ben->view().alert(alert), "one who comes does not end it");
        QVERIFY(says(kit, *ben, alert, Reply::Coming));
        QCOMPARE(anna->view().alert(alert)->answers.size(), size_t{2});
        QCOMPARE(priya->askForError(AlertReply{kit.nonce(), alert, Reply::Coming}), text("invalid_field"));
        QVERIFY2(anna->view().alert(alert)->escalation.empty(), "nobody else need be asked");
        kit.advance(200s);
        QVERIFY(anna->payloads<AlertEscalated>().empty());
        QVERIFY(anna->askFor<Accepted>(AlertCancel{kit.nonce(), alert}).seq.isValid());
        QCOMPARE(ben->payloads<AlertClosed>().back().outcome, AlertState::Answered);
        QVERIFY(ben->view().alerts.empty());
        QCOMPARE(priya->askForError(AlertReply{kit.nonce(), alert, Reply::Coming}), text("alert_closed"));
    }

    void itsEndTellsWhetherSomebodyCame_data()
    {
        QTest::addColumn<bool>("comes");
        QTest::addColumn<bool>("takenBack");
        QTest::addColumn<AlertState>("outcome");
        QTest::newRow("nobody, in time") << false << false << AlertState::Expired;
        QTest::newRow("nobody, taken back") << false << true << AlertState::Cancelled;
        QTest::newRow("somebody, in time") << true << false << AlertState::Answered;
        QTest::newRow("somebody, said to be over") << true << true << AlertState::Answered;
    }

    void itsEndTellsWhetherSomebodyCame()
    {
        QFETCH(bool, comes);
        QFETCH(bool, takenBack);
        ServerKit kit;
        auto anna = kit.signIn("Dr Anna Patel");
        auto priya = kit.signIn("Priya Shah");
        const AlertId alert = askForHelp(kit, *anna);
        if (comes)
            QVERIFY(says(kit, *priya, alert, Reply::Coming));
        if (takenBack)
            anna->ask(AlertCancel{kit.nonce(), alert});
        else
            kit.advance(3601s);
        QTEST(anna->payloads<AlertClosed>().back().outcome, "outcome");
        QCOMPARE(anna->payloads<AlertClosed>().size(), size_t{1});
    }

    void whoCameIsKnownAfterARestart()
    {
        ServerKit kit;
        auto anna = kit.signIn("Dr Anna Patel");
        auto priya = kit.signIn("Priya Shah");
        const AlertId alert = askForHelp(kit, *anna);
        QVERIFY(says(kit, *priya, alert, Reply::Coming));
        kit.restart();
        QVERIFY(kit.hub().state().alert(alert)->hasComers());
        kit.advance(200s);
        QCOMPARE(kit.hub().state().alert(alert)->escalations, 0);
        kit.advance(3500s);
        QVERIFY(kit.hub().state().alerts.empty());
    }

    void aTestThatSomebodyAnsweredIsTheWorkstations()
    {
        ServerKit kit;
        auto anna = kit.signIn("Dr Anna Patel");
        auto priya = kit.signIn("Priya Shah");
        QVERIFY(!testedAt(*anna));
        const AlertId test(anna->askFor<Accepted>(testFrom(kit, kit.room("Consulting room 3"))).seq.value);
        const Alert *seen = priya->view().alert(test);
        QVERIFY(seen);
        QCOMPARE(seen->testRoom, std::optional(kit.room("Consulting room 3")));
        QCOMPARE(seen->importance, Importance::Routine);
        QVERIFY((seen->replies == std::vector{Reply::Done}));
        QVERIFY(seen->escalation.empty());
        kit.advance(5s);
        QVERIFY(says(kit, *priya, test, Reply::Done));
        QVERIFY(testedAt(*anna));
        QCOMPARE(*testedAt(*anna), anna->events().back().at);
        kit.restart();
        QVERIFY2(kit.hub().state().workstation(anna->workstation)->assistanceTestedAt, "it is in the record");
    }

    void aTestThatNobodyAnswersIsNone()
    {
        ServerKit kit;
        auto anna = kit.signIn("Dr Anna Patel");
        auto priya = kit.signIn("Priya Shah");
        QVERIFY(anna->askFor<Accepted>(testFrom(kit, kit.room("Consulting room 3"))).seq.isValid());
        kit.advance(3601s);
        QVERIFY(!testedAt(*anna));
    }

    void aTestEndsWithTheRoomItWasMadeIn_data()
    {
        QTest::addColumn<bool>("beforeTheAnswer");
        QTest::newRow("moved before the answer") << true;
        QTest::newRow("moved after it") << false;
    }

    void aTestEndsWithTheRoomItWasMadeIn()
    {
        QFETCH(bool, beforeTheAnswer);
        ServerKit kit;
        auto anna = kit.signIn("Dr Anna Patel");
        auto priya = kit.signIn("Priya Shah");
        const AlertId test(anna->askFor<Accepted>(testFrom(kit, kit.room("Consulting room 3"))).seq.value);
        const WorkstationMoved moved{anna->workstation, kit.room("Consulting room 7")};
        if (beforeTheAnswer)
            kit.append(moved);
        QVERIFY(says(kit, *priya, test, Reply::Done));
        if (!beforeTheAnswer)
            kit.append(moved);
        QVERIFY(!testedAt(*anna));
    }

    void aTestIsRefused_data()
    {
        QTest::addColumn<bool>("otherRoom");
        QTest::newRow("from a room the workstation is not in") << true;
        QTest::newRow("of another template") << false;
    }

    void aTestIsRefused()
    {
        QFETCH(bool, otherRoom);
        ServerKit kit;
        auto anna = kit.signIn("Dr Anna Patel");
        auto priya = kit.signIn("Priya Shah");
        AlertRaise message = testFrom(kit, kit.room(otherRoom ? "Consulting room 5" : "Consulting room 3"));
        if (!otherRoom)
            message.alertTemplate = kit.alertTemplate("next_here");
        QCOMPARE(anna->askForError(message), text("invalid_field"));
        QVERIFY(priya->view().alerts.empty());
    }

    void aTemplateMayBeForSomeJobRolesToSend()
    {
        ServerKit kit;
        auto anna = kit.signIn("Dr Anna Patel");
        auto priya = kit.signIn("Priya Shah");
        AlertTemplate changed = *kit.hub().state().alertTemplate(kit.alertTemplate("next_here"));
        changed.senders = std::vector{text("receptionist"), text("Practice manager")};
        kit.append(TemplateSaved{changed, changed.id});
        QCOMPARE(anna->askForError(ring(kit, "next_here", Address::person(priya->member))),
                 text("forbidden"));
        QVERIFY(priya->askFor<Accepted>(ring(kit, "next_here", Address::person(anna->member))).seq.isValid());
    }

    void theSelfTestGoesTheWayOfAnAlert()
    {
        ServerKit kit;
        auto anna = kit.signIn("Dr Anna Patel");
        auto priya = kit.signIn("Priya Shah");
        const Seq before = kit.record().head()->seq;
        const Nonce nonce = kit.nonce();
        QVERIFY(std::holds_alternative<Ok>(anna->ask(SelfTest{nonce})));
        QCOMPARE(anna->notices<SelfTestCard>().size(), size_t{1});
        QCOMPARE(anna->notices<SelfTestCard>().front().nonce, nonce);
        QVERIFY2(priya->notices<SelfTestCard>().empty(), "it concerns nobody else");
        QCOMPARE(kit.record().head()->seq, before);
    }

    void theSelfTestFindsADiskThatTakesNothing()
    {
        ServerKit kit;
        auto anna = kit.signIn("Dr Anna Patel");
        if (!kit.breakWriting())
            QSKIP("no way to fill the disk here");
        QCOMPARE(anna->askForError(SelfTest{kit.nonce()}), text("storage_unavailable"));
        kit.mendWriting();
        QVERIFY(anna->notices<SelfTestCard>().empty());
        QVERIFY(std::holds_alternative<Ok>(anna->ask(SelfTest{kit.nonce()})));
    }
};

HANDBELL_TEST(AssistanceTest)
#include "AssistanceTest.moc"
