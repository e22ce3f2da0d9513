// SPDX-License-Identifier: Apache-2.0
#include "guard/Guard.h"
#include "server/Conversation.h"
#include "tests/support/TestProgram.h"

using namespace handbell;
using namespace handbell::protocol;
using namespace handbell::test;
using namespace std::chrono_literals;

// The demo's "chaperone_needed" is important, lives 600 s, and goes to a nurse after 60 s and to the practice
// manager 90 s later.

namespace {

//! Rings and gives the alert's id; none where it was refused.
AlertId rung(ServerKit &kit, TestPeer &sender, const char *key, Address address)
{
    return AlertId(sender.askFor<Accepted>(ring(kit, key, std::move(address))).seq.value);
}

std::vector<MemberId> sorted(std::vector<MemberId> members)
{
    std::sort(members.begin(), members.end());
    return members;
}

} // namespace

class AlertTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBellIsRungAndAnswered()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        auto lin = kit.signIn("Lin Chen");
        AlertRaise message = ring(kit, "interpreter_here", Address::person(anna->member));
        message.note = text("at the desk");
        const auto accepted = priya->askFor<Accepted>(message);
        QVERIFY2(accepted.seq.isValid(), qPrintable(priya->surprise()));
        QCOMPARE(anna->view().alerts.size(), size_t{1});
        const Alert alert = anna->view().alerts.begin()->second;
        QCOMPARE(alert.id.value, accepted.seq.value);
        QCOMPARE(alert.note, std::optional(text("at the desk")));
        QCOMPARE(alert.importance, Importance::Important);
        QCOMPARE(alert.sender, priya->member);
        QVERIFY(lin->view().alerts.empty());
        const auto answered = anna->askFor<Accepted>(AlertReply{kit.nonce(), alert.id, Reply::Coming});
        QVERIFY(answered.seq.isValid());
        QCOMPARE(priya->payloads<AlertAnswered>().size(), size_t{1});
        QVERIFY(priya->view().alerts.empty());
        QVERIFY(anna->view().alerts.empty());
        QVERIFY(lin->payloads<AlertAnswered>().empty());
    }

    void whoAnAddressMeans_data()
    {
        QTest::addColumn<int>("address");
        QTest::addColumn<QStringList>("targets");
        QTest::newRow("a person") << 0 << QStringList{text("Dr Anna Patel")};
        QTest::newRow("a role, in any case")
            << 1 << QStringList{text("Dr Anna Patel"), text("Dr Ben Okafor")};
        QTest::newRow("a room: who is signed in there") << 2 << QStringList{text("Dr Anna Patel")};
        QTest::newRow("a group, without the sender")
            << 3 << QStringList{text("Jo Lewis"), text("Sam Reid"), text("Lin Chen"), text("Carys Evans")};
        QTest::newRow("everyone, without the sender")
            << 4 << QStringList{text("Jo Lewis"),      text("Sam Reid"), text("Dr Anna Patel"),
                                text("Dr Ben Okafor"), text("Lin Chen"), text("Carys Evans")};
    }

    void whoAnAddressMeans()
    {
        QFETCH(int, address);
        QFETCH(QStringList, targets);
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        const Address addresses[]{Address::person(anna->member), Address::ofRole(text("gp")),
                                  Address::room(kit.room("Consulting room 3")),
                                  Address::group(kit.group("Rota swaps")), Address::everyone()};
        const AlertId alert = rung(kit, *priya, "next_here", addresses[address]);
        QVERIFY2(alert.isValid(), qPrintable(priya->surprise()));
        std::vector<MemberId> expected;
        for (const QString &name : targets)
            expected.push_back(kit.member(qPrintable(name)));
        QCOMPARE(kit.hub().state().alert(alert)->targets, sorted(expected));
    }

    void ringingIsRefused_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("code");
        QTest::newRow("no such template") << 0 << "not_found";
        QTest::newRow("a removed template") << 1 << "not_found";
        QTest::newRow("no such member") << 2 << "not_found";
        QTest::newRow("no such room") << 3 << "not_found";
        QTest::newRow("a conversation that is no group") << 4 << "not_found";
        QTest::newRow("nobody is in the room") << 5 << "nobody_reachable";
        QTest::newRow("nobody has the role") << 6 << "nobody_reachable";
        QTest::newRow("only the sender") << 7 << "nobody_reachable";
        QTest::newRow("a disabled member") << 8 << "nobody_reachable";
        QTest::newRow("an address of two minds") << 9 << "invalid_field";
        QTest::newRow("a long note") << 10 << "text_too_long";
        QTest::newRow("a note the guard warns about") << 11 << "guard_confirmation_required";
    }

    void ringingIsRefused()
    {
        QFETCH(int, what);
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        AlertRaise message = ring(kit, "next_here", Address::person(kit.member("Dr Anna Patel")));
        switch (what) {
        case 0:
            message.alertTemplate = TemplateId(999'999);
            break;
        case 1: {
            AlertTemplate gone = *kit.hub().state().alertTemplate(message.alertTemplate);
            gone.removed = true;
            kit.append(TemplateSaved{gone, gone.id});
            break;
        }
        case 2:
            message.address = Address::person(MemberId(999'999));
            break;
        case 3:
            message.address = Address::room(RoomId(999'999));
            break;
        case 4:
            message.address = Address::group(kit.everyone());
            break;
        case 5:
            message.address = Address::room(kit.room("Consulting room 7"));
            break;
        case 6:
            message.address = Address::ofRole(text("Phlebotomist"));
            break;
        case 7:
            message.address = Address::person(priya->member);
            break;
        case 8:
            kit.append(MemberChanged{kit.member("Dr Anna Patel"), {}, {}, {}, true});
            break;
        case 9:
            message.address.role = text("GP");
            break;
        case 10:
            message.note = QString(121, u'x');
            break;
        default:
            message.note = text("NHS number 999 123 4560");
            break;
        }
        const Seq before = kit.record().head()->seq;
        QTEST(priya->askForError(message), "code");
        QCOMPARE(kit.record().head()->seq, before);
    }

    void aConfirmedNoteGoesWithItsOverride()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        const QString note = text("NHS number 999 123 4560");
        AlertRaise message = ring(kit, "next_here", Address::person(kit.member("Dr Anna Patel")));
        message.note = note;
        message.confirmation = GuardConfirmation{Bytes{guard::digestOf(note)}, guard::rulesVersion, {}};
        const auto accepted = priya->askFor<Accepted>(message);
        QVERIFY2(accepted.seq.isValid(), qPrintable(priya->surprise()));
        const auto event = kit.record().event(Seq(accepted.seq.value + 1));
        QCOMPARE(std::get<GuardOverridden>(event->payload).event, accepted.seq);
    }

    void onlyThoseItWasSentToAnswer()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        auto lin = kit.signIn("Lin Chen");
        const AlertId alert = rung(kit, *priya, "next_here", Address::person(anna->member));
        QCOMPARE(priya->askForError(AlertReply{kit.nonce(), alert, Reply::Coming}), text("forbidden"));
        QCOMPARE(lin->askForError(AlertReply{kit.nonce(), alert, Reply::Coming}), text("not_found"));
        QCOMPARE(anna->askForError(AlertReply{kit.nonce(), alert, Reply::Done}), text("invalid_field"));
        QCOMPARE(anna->askForError(AlertEscalate{kit.nonce(), alert}), text("forbidden"));
        QCOMPARE(anna->askForError(AlertCancel{kit.nonce(), alert}), text("forbidden"));
        QCOMPARE(lin->askForError(AlertCancel{kit.nonce(), alert}), text("not_found"));
        QCOMPARE(anna->askForError(AlertReply{kit.nonce(), AlertId(999'999), Reply::Coming}),
                 text("not_found"));
    }

    void twoAnswersAtOnceMakeOneAndTheOtherLearnsIt()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        auto ben = kit.signIn("Dr Ben Okafor");
        const AlertId alert = rung(kit, *priya, "next_here", Address::ofRole(text("GP")));
        const auto one = anna->send(AlertReply{kit.nonce(), alert, Reply::Coming});
        const auto two = ben->send(AlertReply{kit.nonce(), alert, Reply::TwoMinutes});
        kit.settle();
        QVERIFY(std::holds_alternative<Accepted>(*anna->answer(one)));
        QCOMPARE(TestPeer::codeOf(*ben->answer(two)), text("alert_closed"));
        QCOMPARE(priya->payloads<AlertAnswered>().size(), size_t{1});
    }

    void aRepeatedAnswerGetsTheSameEvenAfterTheEnd()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto anna = kit.signIn("Dr Anna Patel");
        const AlertRaise raise = ring(kit, "next_here", Address::room(kit.room("Consulting room 3")));
        const auto raised = priya->askFor<Accepted>(raise);
        const AlertReply reply{kit.nonce(), AlertId(raised.seq.value), Reply::Coming};
        const auto one = anna->send(reply);
        const auto two = anna->send(reply);
        kit.settle();
        QCOMPARE(*anna->answer(one), *anna->answer(two));
        kit.restart();
        auto annaAgain = kit.resume(*anna);
        QCOMPARE(ServerMessage(annaAgain->askFor<Accepted>(reply)), *anna->answer(one));
        annaAgain->ask(SignOut{});
        auto priyaAgain = kit.resume(*priya);
        QCOMPARE(priyaAgain->askFor<Accepted>(raise), raised); // nobody is in the room any more
        QCOMPARE(annaAgain->events().size() + priyaAgain->events().size(), size_t{0});
        QCOMPARE(priyaAgain->askForError(AlertCancel{kit.nonce(), reply.alert}), text("alert_closed"));
    }

    void unansweredItGoesOnAndIsAnsweredByTheNext()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto lin = kit.signIn("Lin Chen");
        AlertRaise message = ring(kit, "chaperone_needed", Address::person(kit.member("Dr Ben Okafor")));
        message.note = text("room 5");
        const AlertId alert(priya->askFor<Accepted>(message).seq.value);
        kit.advance(59s);
        QVERIFY(lin->view().alerts.empty());
        kit.advance(1s);
        const Alert *reached = lin->view().alert(alert);
        QVERIFY2(reached, "who it goes on to learns the whole alert");
        QCOMPARE(reached->note, std::optional(text("room 5")));
        QCOMPARE(*reached, *kit.hub().state().alert(alert));
        QCOMPARE(priya->payloads<AlertEscalated>().size(), size_t{1});
        QCOMPARE(priya->payloads<AlertEscalated>().front().cause, EscalationCause::Unanswered);
        QCOMPARE(priya->events().back().actor, noMember);
        QVERIFY(lin->askFor<Accepted>(AlertReply{kit.nonce(), alert, Reply::Coming}).seq.isValid());
        kit.advance(700s);
        QCOMPARE(priya->payloads<AlertEscalated>().size(), size_t{1});
        QVERIFY(priya->payloads<AlertClosed>().empty());
    }

    void passingOnGoesOnAtOnce()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto ben = kit.signIn("Dr Ben Okafor");
        auto lin = kit.signIn("Lin Chen");
        auto carys = kit.signIn("Carys Evans");
        const AlertId alert = rung(kit, *priya, "chaperone_needed", Address::person(ben->member));
        const AlertReply pass{kit.nonce(), alert, Reply::PassOn};
        QVERIFY(ben->askFor<Accepted>(pass).seq.isValid());
        QVERIFY(lin->view().alert(alert));
        QCOMPARE(*lin->view().alert(alert), *kit.hub().state().alert(alert)); // and learns who passed it on
        QVERIFY(!carys->view().alert(alert));
        QCOMPARE(ben->askForError(AlertReply{kit.nonce(), alert, Reply::PassOn}), text("invalid_field"));
        QVERIFY(lin->askFor<Accepted>(AlertReply{kit.nonce(), alert, Reply::PassOn}).seq.isValid());
        QVERIFY(carys->view().alert(alert));
        QVERIFY(carys->askFor<Accepted>(AlertReply{kit.nonce(), alert, Reply::PassOn}).seq.isValid());
        QVERIFY2(kit.hub().state().alert(alert), "everybody passed: it stays open until its time is over");
        kit.advance(601s);
        QCOMPARE(priya->payloads<AlertClosed>().back().outcome, AlertState::Expired);
        QVERIFY(carys->view().alerts.empty());
    }

    void aStepThatReachesNobodyNewIsFollowedByTheNext()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto carys = kit.signIn("Carys Evans");
        const AlertId alert = rung(kit, *priya, "chaperone_needed", Address::person(kit.member("Lin Chen")));
        kit.advance(60s);
        QVERIFY(carys->view().alert(alert));
        QCOMPARE(priya->payloads<AlertEscalated>().size(), size_t{2});
        QVERIFY(priya->payloads<AlertEscalated>().front().targets.empty());
    }

    void theSenderSendsItOnAndTakesItBack()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto lin = kit.signIn("Lin Chen");
        auto carys = kit.signIn("Carys Evans");
        const AlertId alert =
            rung(kit, *priya, "chaperone_needed", Address::person(kit.member("Dr Ben Okafor")));
        const AlertEscalate on{kit.nonce(), alert};
        const auto accepted = priya->askFor<Accepted>(on);
        QVERIFY(accepted.seq.isValid());
        QCOMPARE(priya->askFor<Accepted>(on), accepted);
        QVERIFY(lin->view().alert(alert));
        QVERIFY(!carys->view().alert(alert));
        QVERIFY(priya->askFor<Accepted>(AlertEscalate{kit.nonce(), alert}).seq.isValid());
        QVERIFY(carys->view().alert(alert));
        QCOMPARE(priya->askForError(AlertEscalate{kit.nonce(), alert}), text("invalid_field"));
        QVERIFY(priya->askFor<Accepted>(AlertCancel{kit.nonce(), alert}).seq.isValid());
        QVERIFY(carys->view().alerts.empty());
        QCOMPARE(carys->askForError(AlertReply{kit.nonce(), alert, Reply::Coming}), text("alert_closed"));
        kit.advance(700s);
        QCOMPARE(priya->payloads<AlertClosed>().size(), size_t{1});
    }

    void timersSurviveARestart()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        auto lin = kit.signIn("Lin Chen");
        AlertRaise message = ring(kit, "chaperone_needed", Address::person(kit.member("Dr Ben Okafor")));
        message.note = text("room 5");
        const AlertId alert(priya->askFor<Accepted>(message).seq.value);
        kit.advance(30s);
        kit.restart();
        auto linAgain = kit.resume(*lin);
        kit.advance(29s);
        QVERIFY(!kit.hub().state().alert(alert)->escalations);
        kit.advance(1s);
        QCOMPARE(kit.hub().state().alert(alert)->escalations, 1);
        QCOMPARE(linAgain->payloads<AlertEscalated>().size(), size_t{1});
        QCOMPARE(linAgain->events().back().text, std::optional(text("room 5")));
        kit.restart();
        kit.clock.advance(1000s); // the server was down when its time ran out
        kit.settle();
        kit.advance(1s);
        QVERIFY(kit.hub().state().alerts.empty());
    }

    void aClockSetBackByAnHourPutsNothingOff()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        rung(kit, *priya, "chaperone_needed", Address::person(kit.member("Dr Ben Okafor")));
        kit.clock.setWall(kit.clock.wallNow() - 1h);
        kit.advance(60s);
        QCOMPARE(priya->payloads<AlertEscalated>().size(), size_t{1});
        kit.advance(540s);
        QCOMPARE(priya->payloads<AlertClosed>().size(), size_t{1});
    }

    void aTimerWhoseStepCannotBeWrittenTriesAgain()
    {
        ServerKit kit;
        auto priya = kit.signIn("Priya Shah");
        rung(kit, *priya, "chaperone_needed", Address::person(kit.member("Dr Ben Okafor")));
        kit.advance(59s);
        if (!kit.breakWriting())
            QSKIP("no way to fill the disk here");
        kit.advance(5s);
        kit.mendWriting();
        QVERIFY(priya->payloads<AlertEscalated>().empty());
        kit.advance(1s);
        QCOMPARE(priya->payloads<AlertEscalated>().size(), size_t{1});
    }
};

HANDBELL_TEST(AlertTest)
#include "AlertTest.moc"
