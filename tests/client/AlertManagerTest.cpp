// SPDX-License-Identifier: Apache-2.0
#include "ClientKit.h"
#include "client/Practice.h"
#include "tests/support/TestProgram.h"

#include <QSignalSpy>

using namespace handbell;
using namespace handbell::testing;
using client::AlertEnding;
using client::AlertManager;
using client::CardForm;
using client::LadderStep;
using protocol::Address;
using protocol::AlertState;
using protocol::PresenceState;
using protocol::ReceiptsPost;
using protocol::ReceiptState;
using protocol::Reply;
using Kind = LadderStep::Kind;

namespace {

//! Dr Patel's room rings at Priya's desk.
protocol::Event ring(ClientKit &kit, TemplateId id = demo::interpreter,
                     std::vector<MemberId> targets = {demo::priya})
{
    const protocol::AlertTemplate &source = kit.server.state.templates.at(id);
    return kit.server.publish(protocol::AlertRaised{id, Address::person(demo::priya), source.importance,
                                                    source.lifetimeSeconds, source.replies, source.escalation,
                                                    std::move(targets)},
                              demo::patel, demo::consulting3, QStringLiteral("line 2"));
}

QList<int> kinds(const client::OutgoingAlert &alert)
{
    QList<int> list;
    for (const LadderStep &step : alert.steps)
        list << static_cast<int>(step.kind);
    return list;
}

QList<int> kinds(std::initializer_list<Kind> expected)
{
    QList<int> list;
    for (const Kind kind : expected)
        list << static_cast<int>(kind);
    return list;
}

QStringList receiptsOf(const FakeServer &server, Seq event)
{
    QStringList states;
    for (const ReceiptsPost &post : server.all<ReceiptsPost>()) {
        for (const Seq seq : post.events) {
            if (seq == event)
                states << QString(protocol::enumName(post.state));
        }
    }
    return states;
}

QStringList words(const char *spaced)
{
    return QString::fromLatin1(spaced).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class AlertManagerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCardsFormFollowsConsultation_data()
    {
        QTest::addColumn<qint64>("alertTemplate");
        QTest::addColumn<PresenceState>("state");
        QTest::addColumn<CardForm>("form");
        QTest::addColumn<QString>("receipt");
        const qint64 routine = demo::nextIsHere.value;
        const qint64 important = demo::interpreter.value;
        const qint64 urgent = demo::assistance.value;
        const QString delivered = QStringLiteral("delivered");
        QTest::newRow("routine") << routine << PresenceState::Available << CardForm::Open << delivered;
        QTest::newRow("important") << important << PresenceState::Available << CardForm::Open << delivered;
        QTest::newRow("urgent") << urgent << PresenceState::Busy << CardForm::Open << delivered;
        QTest::newRow("routine, patient there")
            << routine << PresenceState::InConsultation << CardForm::Held << QStringLiteral("held");
        QTest::newRow("important, patient there")
            << important << PresenceState::InConsultation << CardForm::Hidden << delivered;
        QTest::newRow("urgent, patient there")
            << urgent << PresenceState::InConsultation << CardForm::Hidden << delivered;
    }
    void theCardsFormFollowsConsultation()
    {
        QFETCH(qint64, alertTemplate);
        QFETCH(PresenceState, state);
        QFETCH(CardForm, form);
        QFETCH(QString, receipt);
        ClientKit kit;
        QVERIFY(kit.join());
        kit.client->presence().setState(state);
        QSignalSpy changed(&kit.client->alerts(), &AlertManager::incomingChanged);
        const auto event = ring(kit, TemplateId(alertTemplate));
        QTRY_COMPARE(changed.size(), 1);
        const auto incoming = kit.client->alerts().incoming();
        QCOMPARE(incoming.size(), size_t(1));
        QCOMPARE(incoming.front().form, form);
        QCOMPARE(incoming.front().alert.id.value, event.seq.value);
        QCOMPARE(*incoming.front().alert.note, QStringLiteral("line 2"));
        QTRY_COMPARE(receiptsOf(kit.server, event.seq), QStringList{receipt});
    }

    void aScreenOthersSeeHoldsRoutineAndHidesImportant_data()
    {
        QTest::addColumn<qint64>("alertTemplate");
        QTest::addColumn<CardForm>("form");
        QTest::addColumn<QString>("receipt");
        const QString delivered = QStringLiteral("delivered");
        QTest::newRow("routine") << demo::nextIsHere.value << CardForm::Held << QStringLiteral("held");
        QTest::newRow("important") << demo::interpreter.value << CardForm::Hidden << delivered;
        QTest::newRow("urgent") << demo::assistance.value << CardForm::Open << delivered;
    }
    void aScreenOthersSeeHoldsRoutineAndHidesImportant()
    {
        QFETCH(qint64, alertTemplate);
        QFETCH(CardForm, form);
        QFETCH(QString, receipt);
        for (const client::DeskUse &use :
             {client::DeskUse{true, false, false}, client::DeskUse{false, true, false}}) {
            ClientKit kit;
            QVERIFY(kit.join());
            kit.client->presence().setDeskUse(use);
            const auto event = ring(kit, TemplateId(alertTemplate));
            QTRY_COMPARE(kit.client->alerts().incoming().size(), size_t(1));
            QCOMPARE(kit.client->alerts().incoming().front().form, form);
            QTRY_COMPARE(receiptsOf(kit.server, event.seq), QStringList{receipt});
            kit.client->presence().setDeskUse({});
            QCOMPARE(kit.client->alerts().incoming().front().form, CardForm::Open);
        }
    }

    void leavingTheConsultationLetsHeldAlertsGo()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.client->presence().setState(PresenceState::InConsultation);
        const auto event = ring(kit, demo::nextIsHere);
        QTRY_COMPARE(kit.client->alerts().incoming().size(), size_t(1));
        QCOMPARE(kit.client->alerts().incoming().front().form, CardForm::Held);
        kit.client->presence().setState(PresenceState::Available);
        QCOMPARE(kit.client->alerts().incoming().front().form, CardForm::Open);
        kit.client->alerts().markShown(AlertId(event.seq.value));
        kit.client->alerts().markShown(AlertId(event.seq.value));
        QTRY_COMPARE(receiptsOf(kit.server, event.seq), words("held shown")); // once each, never back
    }

    void anAnswerAnywhereEndsTheCard()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        const auto event = ring(kit, demo::interpreter, {demo::priya, demo::jo});
        QTRY_COMPARE(kit.client->alerts().incoming().size(), size_t(1));
        QSignalSpy ended(&kit.client->alerts(), &AlertManager::incomingEnded);
        kit.server.publish(protocol::AlertAnswered{AlertId(event.seq.value), Reply::Coming, {}}, demo::jo,
                           demo::frontDesk2);
        QTRY_COMPARE(ended.size(), 1);
        const auto ending = ended.front().front().value<AlertEnding>();
        QCOMPARE(ending.state, AlertState::Answered);
        QCOMPARE(ending.answer->by, demo::jo);
        QCOMPARE(ending.answer->reply, Reply::Coming);
        QVERIFY(kit.client->alerts().incoming().empty());
    }

    void whoPassesItOnIsDoneWithIt()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        const auto event = ring(kit);
        QTRY_COMPARE(kit.client->alerts().incoming().size(), size_t(1));
        const auto answered = kit.client->alerts().answer(AlertId(event.seq.value), Reply::PassOn);
        QTRY_VERIFY(answered.isFinished());
        QVERIFY(answered.result().ok());
        QTRY_VERIFY(kit.client->alerts().incoming().front().answeredPassOn);
        QCOMPARE(kit.server.all<protocol::AlertReply>().front().reply, Reply::PassOn);
    }

    void othersAlertsAreNotMine()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        ring(kit, demo::interpreter, {demo::jo});
        QVERIFY(kit.waitForSync());
        QVERIFY(kit.client->alerts().incoming().empty());
    }

    void openAlertsAreThereAfterARestartAndToldAgain()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        const auto event = ring(kit);
        QTRY_COMPARE(receiptsOf(kit.server, event.seq).size(), 1);
        kit.restart();
        QVERIFY(kit.waitForSync());
        QCOMPARE(kit.client->alerts().incoming().size(), size_t(1));
        QTRY_COMPARE(receiptsOf(kit.server, event.seq), words("delivered delivered"));
    }

    void whatWasOverBeforeTheLineCameBackIsNeverPutUp()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QSignalSpy changed(&kit.client->alerts(), &AlertManager::incomingChanged);
        kit.server.ignores = [](const protocol::ClientMessage &message) {
            return std::holds_alternative<protocol::Sync>(message);
        };
        kit.server.cut();
        const auto record = [&kit](protocol::Payload payload) {
            return AlertId(kit.server.record(std::move(payload), demo::patel, demo::consulting3).seq.value);
        };
        const protocol::AlertRaised raised{demo::interpreter,
                                           Address::person(demo::priya),
                                           protocol::Importance::Important,
                                           60,
                                           {Reply::Coming},
                                           {},
                                           {demo::priya}};
        const AlertId over = record(raised);
        record(protocol::AlertClosed{over, AlertState::Expired, {demo::priya, demo::patel}});
        const AlertId open = record(raised);
        QTRY_VERIFY(!kit.server.all<protocol::AuthToken>().empty());
        kit.server.ignores = {};
        kit.server.cut();
        QVERIFY(kit.waitForSync());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(kit.client->alerts().incoming().size(), size_t(1));
        QCOMPARE(kit.client->alerts().incoming().front().alert.id, open);
        QVERIFY(receiptsOf(kit.server, Seq(over.value)).isEmpty());
    }

    void theLadderClimbs()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        auto &alerts = kit.client->alerts();
        const quint64 localId = alerts.raise(demo::interpreter, Address::room(demo::room3),
                                             kit.screened(QStringLiteral("line 2")));
        QCOMPARE(alerts.outgoing().size(), size_t(1));
        QCOMPARE(alerts.outgoing().front().localId, localId);
        QCOMPARE(alerts.outgoing().front().importance, protocol::Importance::Important);
        QVERIFY(!alerts.outgoing().front().canCancel);
        QTRY_VERIFY(alerts.outgoing().front().canCancel);
        QVERIFY(kit.waitForSync());
        ClientKit::settle();
        QCOMPARE(alerts.outgoing().size(), size_t(1)); // event and answer are one alert
        const AlertId id = alerts.outgoing().front().alert;
        QCOMPARE(id.value, kit.server.state.seq.value);
        QCOMPARE(*alerts.outgoing().front().note, QStringLiteral("line 2"));
        QCOMPARE(kinds(alerts.outgoing().front()), kinds({Kind::Sent, Kind::Next}));
        const LadderStep next = alerts.outgoing().front().steps.back();
        QCOMPARE(next.at, kit.server.log.back().at + std::chrono::seconds(120));
        QCOMPARE(*next.address, Address::ofRole(QStringLiteral("Nurse")));
        QVERIFY(alerts.outgoing().front().canEscalate);

        const auto told = [&](ReceiptState state, MemberId who) {
            kit.server.notify(protocol::ReceiptsNotice{{{Seq(id.value), who, state, kit.clock.wallNow()}}});
            ClientKit::settle();
        };
        told(ReceiptState::Delivered, demo::patel);
        QCOMPARE(kinds(alerts.outgoing().front()), kinds({Kind::Sent, Kind::Delivered, Kind::Next}));
        told(ReceiptState::Shown, demo::patel);
        QCOMPARE(kinds(alerts.outgoing().front()),
                 kinds({Kind::Sent, Kind::Delivered, Kind::Shown, Kind::Next}));
        QCOMPARE(alerts.outgoing().front().steps[2].members, std::vector<MemberId>{demo::patel});

        kit.server.publish(protocol::AlertAnswered{id, Reply::PassOn, {}}, demo::patel, demo::consulting3);
        kit.server.publish(protocol::AlertEscalated{id,
                                                    Address::ofRole(QStringLiteral("Nurse")),
                                                    {demo::lin},
                                                    {},
                                                    protocol::EscalationCause::PassedOn},
                           demo::patel, demo::consulting3);
        QVERIFY(kit.waitForSync());
        QCOMPARE(kinds(alerts.outgoing().front()),
                 kinds({Kind::Sent, Kind::Delivered, Kind::Shown, Kind::PassedOn, Kind::Escalated}));
        QVERIFY(!alerts.outgoing().front().canEscalate);
        told(ReceiptState::Held, demo::lin);
        QCOMPARE(kinds(alerts.outgoing().front()),
                 kinds({Kind::Sent, Kind::Delivered, Kind::Shown, Kind::PassedOn, Kind::Escalated,
                        Kind::Delivered, Kind::Held}));
        kit.server.publish(protocol::AlertAnswered{id, Reply::TwoMinutes, {}}, demo::lin, demo::consulting6);
        QVERIFY(kit.waitForSync());
        const auto ended = alerts.outgoing().front();
        QCOMPARE(ended.state, AlertState::Answered);
        QCOMPARE(ended.steps.back().kind, Kind::Answered);
        QCOMPARE(ended.steps.back().members, std::vector<MemberId>{demo::lin});
        QCOMPARE(*ended.steps.back().reply, Reply::TwoMinutes);
        QVERIFY(!ended.canCancel);
    }

    void theAnswerMayComeBeforeTheEvent()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        const Seq seq(kit.server.state.seq.value + 1);
        kit.server.instead = [&](const protocol::ClientMessage &) {
            return protocol::Accepted{seq, {}};
        };
        const quint64 localId = kit.client->alerts().raise(demo::chaperone, Address::room(demo::room3), {});
        QTRY_COMPARE(kit.client->alerts().outgoing().front().alert.value, seq.value);
        kit.server.publish(protocol::AlertRaised{demo::chaperone,
                                                 Address::room(demo::room3),
                                                 protocol::Importance::Important,
                                                 600,
                                                 {},
                                                 {},
                                                 {demo::patel}},
                           demo::priya, demo::frontDesk1);
        QVERIFY(kit.waitForSync());
        QCOMPARE(kit.client->alerts().outgoing().size(), size_t(1));
        QCOMPARE(kit.client->alerts().outgoing().front().localId, localId);
        QCOMPARE(kit.client->alerts().outgoing().front().steps.front().kind, Kind::Sent);
    }

    void twoOfAKindStayApart()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        auto &alerts = kit.client->alerts();
        const quint64 first = alerts.raise(demo::chaperone, Address::room(demo::room3), {});
        const quint64 second = alerts.raise(demo::chaperone, Address::room(demo::room3), {});
        QTRY_VERIFY(alerts.outgoing().front().alert.isValid() && alerts.outgoing().back().alert.isValid());
        QVERIFY(kit.waitForSync());
        ClientKit::settle();
        QCOMPARE(alerts.outgoing().size(), size_t(2));
        QCOMPARE(alerts.outgoing().front().localId, second);
        QCOMPARE(alerts.outgoing().back().localId, first);
        QVERIFY(alerts.outgoing().front().alert > alerts.outgoing().back().alert);
    }

    void aRefusalIsSaidAtOnce_data()
    {
        QTest::addColumn<ErrorCode>("code");
        for (const ErrorCode code :
             {ErrorCode::NobodyReachable, ErrorCode::RateLimited, ErrorCode::Forbidden})
            QTest::newRow(wireName(code).data()) << code;
    }
    void aRefusalIsSaidAtOnce()
    {
        QFETCH(ErrorCode, code);
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.instead = [code](const protocol::ClientMessage &) {
            return FakeServer::error(code);
        };
        QSignalSpy refused(&kit.client->alerts(), &AlertManager::raiseRefused);
        const quint64 localId = kit.client->alerts().raise(demo::chaperone, Address::room(demo::room7), {});
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.front().at(0).toULongLong(), localId);
        QCOMPARE(kit.client->alerts().outgoing().front().refusal->code, code);
        QVERIFY(!kit.client->alerts().outgoing().front().canCancel);
    }

    void offlineItIsRefusedAfterRaiseReturned()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.refusesWith = ErrorCode::Unreachable;
        kit.server.cut();
        QTRY_COMPARE(kit.session().link(), client::Session::Link::Offline);
        QSignalSpy refused(&kit.client->alerts(), &AlertManager::raiseRefused);
        kit.client->alerts().raise(demo::chaperone, Address::room(demo::room3), {});
        QCOMPARE(refused.size(), 0);
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.front().at(1).value<Error>().code, ErrorCode::Unreachable);
        kit.server.refusesWith.reset(); // and it does not ring later by itself
        QTRY_COMPARE(kit.session().link(), client::Session::Link::Online);
        ClientKit::settle();
        QVERIFY(kit.server.all<protocol::AlertRaise>().empty());
    }

    void oneLikeItThatNeverWentOutStaysRefused()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        auto &alerts = kit.client->alerts();
        QSignalSpy refused(&alerts, &AlertManager::raiseRefused);
        kit.server.refusesWith = ErrorCode::ServerStopping;
        kit.server.cut();
        QTRY_COMPARE(kit.session().link(), client::Session::Link::Offline);
        const quint64 lost = alerts.raise(demo::chaperone, Address::room(demo::room3), {});
        QTRY_COMPARE(refused.size(), 1);
        kit.server.refusesWith.reset();
        QVERIFY(kit.waitForSync());
        const quint64 heard = alerts.raise(demo::chaperone, Address::room(demo::room3), {});
        QTRY_COMPARE(kit.server.all<protocol::AlertRaise>().size(), size_t(1));
        ClientKit::settle();
        QCOMPARE(alerts.outgoing().size(), size_t(2));
        QCOMPARE(alerts.outgoing().front().localId, heard);
        QVERIFY(alerts.outgoing().front().canCancel);
        QVERIFY(!alerts.outgoing().front().refusal);
        QCOMPARE(alerts.outgoing().back().localId, lost);
        QVERIFY(alerts.outgoing().back().refusal);
        QVERIFY(!alerts.outgoing().back().alert.isValid());
    }

    void anAlertWhoseAnswerWasLostIsFoundAgain()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.ignores = [](const protocol::ClientMessage &message) {
            return std::holds_alternative<protocol::AlertRaise>(message);
        };
        QSignalSpy refused(&kit.client->alerts(), &AlertManager::raiseRefused);
        kit.client->alerts().raise(demo::chaperone, Address::room(demo::room3), {});
        QTRY_COMPARE(kit.server.all<protocol::AlertRaise>().size(), size_t(1));
        kit.server.cut();
        kit.server.record(protocol::AlertRaised{demo::chaperone,
                                                Address::room(demo::room3),
                                                protocol::Importance::Important,
                                                600,
                                                {},
                                                {},
                                                {demo::patel}},
                          demo::priya, demo::frontDesk1);
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(kit.waitForSync());
        QTRY_VERIFY(!kit.client->alerts().outgoing().front().refusal);
        QCOMPARE(kit.client->alerts().outgoing().size(), size_t(1));
        QVERIFY(kit.client->alerts().outgoing().front().canCancel);
    }

    void nobodyOnlineIsSaid()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        std::erase_if(kit.server.presence, [](const auto &entry) { return entry.member == demo::okafor; });
        kit.server.cut();
        QTRY_COMPARE(kit.practice().presence(demo::okafor).state, PresenceState::Offline);
        QVERIFY(kit.waitForSync());
        kit.server.reached = {demo::okafor};
        kit.client->alerts().raise(demo::delivery, Address::person(demo::okafor), {});
        QTRY_COMPARE(kinds(kit.client->alerts().outgoing().front()), kinds({Kind::Sent, Kind::NobodyOnline}));
        QSignalSpy changed(&kit.client->alerts(), &AlertManager::outgoingChanged);
        kit.server.notify(protocol::PresenceNotice{
            {{demo::okafor, PresenceState::Available, demo::consulting5, kit.clock.wallNow(), {}}}});
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(kinds(kit.client->alerts().outgoing().front()), kinds({Kind::Sent}));
    }

    void ownOpenAlertsAreThereAfterARestart()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.client->alerts().raise(demo::interpreter, Address::room(demo::room3), {});
        QTRY_VERIFY(kit.client->alerts().outgoing().front().alert.isValid());
        QVERIFY(kit.waitForSync());
        kit.server.receipts = {
            {Seq(kit.server.state.seq.value), demo::patel, ReceiptState::Shown, kit.clock.wallNow()}};
        kit.restart();
        QVERIFY(kit.waitForSync());
        ClientKit::settle();
        const auto outgoing = kit.client->alerts().outgoing();
        QCOMPARE(outgoing.size(), size_t(1));
        QCOMPARE(kinds(outgoing.front()), kinds({Kind::Sent, Kind::Delivered, Kind::Shown, Kind::Next}));
        QVERIFY(outgoing.front().canCancel);
        const auto cancelled = kit.client->alerts().cancel(outgoing.front().alert);
        QTRY_VERIFY(cancelled.isFinished());
        QTRY_COMPARE(kit.client->alerts().outgoing().front().state, AlertState::Cancelled);
        QCOMPARE(kit.client->alerts().outgoing().front().steps.back().kind, Kind::Cancelled);
    }

    void atMostTwentyStayInSight()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        auto &alerts = kit.client->alerts();
        for (int i = 0; i < 25; ++i) {
            alerts.raise(demo::delivery, Address::room(demo::room3), {});
            QTRY_VERIFY(alerts.outgoing().front().canCancel);
            const auto done = alerts.cancel(alerts.outgoing().front().alert);
            QTRY_VERIFY(done.isFinished());
            QTRY_COMPARE(alerts.outgoing().front().state, AlertState::Cancelled);
        }
        QCOMPARE(alerts.outgoing().size(), size_t(20));
    }
};

HANDBELL_TEST(AlertManagerTest)
#include "AlertManagerTest.moc"
