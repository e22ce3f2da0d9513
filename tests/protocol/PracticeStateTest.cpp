// SPDX-License-Identifier: Apache-2.0
#include "protocol/PracticeState.h"

#include "Samples.h"
#include "protocol/GuardData.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell;
using namespace handbell::protocol;
using namespace std::chrono_literals;

namespace {

constexpr MemberId priya(5);
constexpr MemberId anna(6);
constexpr MemberId lin(9);

//! Events in order, applied to one state; seq counts by itself.
class Log
{
public:
    Seq add(MemberId actor, Payload payload, std::optional<QString> text = {})
    {
        ++m_seq;
        m_at += 1s;
        m_events.push_back({Seq(m_seq), m_at, actor, WorkstationId{}, std::move(payload), std::move(text)});
        m_applied = state.apply(m_events.back()).ok();
        return Seq(m_seq);
    }
    [[nodiscard]] bool applied() const { return m_applied; }
    [[nodiscard]] const Event &last() const { return m_events.back(); }
    [[nodiscard]] WallTime now() const { return m_at; }

    PracticeState state;

private:
    qint64 m_seq = 0;
    WallTime m_at = samples::at(1764000000000);
    std::vector<Event> m_events;
    bool m_applied = true;
};

//! A practice of three with one group, as `init` and a little administration leave it: seqs 1 to 10.
Log practice()
{
    Log log;
    log.add(noMember, PracticeCreated{samples::text("Riverside Surgery")});
    log.add(noMember, ConversationCreated{ConversationKind::Everyone, {}, {}});
    log.add(noMember, RoomAdded{samples::text("Consulting room 3"), RoomKind::Consulting});
    log.add(noMember, WorkstationAdded{samples::text("Consulting room 3"), RoomId(3)});
    log.add(noMember,
            MemberAdded{samples::text("Priya Shah"), samples::text("Receptionist"), {Permission::Member}});
    log.add(noMember, MemberAdded{samples::text("Dr Anna Patel"), samples::text("GP"), {Permission::Member}});
    log.add(noMember, TemplateSaved{samples::interpreterTemplate(), {}});
    log.add(noMember,
            ConversationCreated{ConversationKind::Group, samples::text("Front desk"), {anna, priya}});
    log.add(noMember, MemberAdded{samples::text("Lin Chen"), samples::text("Nurse"), {Permission::Member}});
    log.add(priya, ConversationCreated{ConversationKind::Direct, {}, {anna, priya}});
    return log;
}

AlertRaised toAnna()
{
    AlertRaised alert;
    alert.alertTemplate = TemplateId(7);
    alert.address = Address::person(anna);
    alert.targets = {anna};
    alert.escalation = {{120, Address::ofRole(samples::text("Nurse"))}};
    return alert;
}

} // namespace

class PracticeStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDirectory()
    {
        Log log = practice();
        QCOMPARE(log.state.practiceName, samples::text("Riverside Surgery"));
        QCOMPARE(log.state.roomOf(WorkstationId(4))->name, samples::text("Consulting room 3"));
        log.add(noMember, RoomRenamed{RoomId(3), samples::text("Treatment room")});
        QCOMPARE(log.state.room(RoomId(3))->name, samples::text("Treatment room"));
        log.add(noMember, MemberChanged{priya, {}, samples::text("Reception lead"), {}, {}});
        QCOMPARE(log.state.member(priya)->role, samples::text("Reception lead"));
        QCOMPARE(log.state.member(priya)->name, samples::text("Priya Shah"));
        log.add(noMember, WorkstationRemoved{WorkstationId(4)});
        QVERIFY(log.state.workstation(WorkstationId(4))->removed);
        const auto changed = log.state.alertTemplate(TemplateId(7));
        QCOMPARE(changed->id, TemplateId(7));
        AlertTemplate other = *changed;
        other.textEn = samples::text("Interpreter has arrived");
        log.add(noMember, TemplateSaved{other, TemplateId(7)});
        QCOMPARE(log.state.templates.size(), size_t{1});
        QCOMPARE(log.state.alertTemplate(TemplateId(7))->textEn, samples::text("Interpreter has arrived"));
    }

    void conversations()
    {
        Log log = practice();
        QCOMPARE(log.state.everyoneConversation(), ConversationId(2));
        QCOMPARE(log.state.directConversation(anna, priya), ConversationId(10));
        QCOMPARE(log.state.directConversation(priya, lin), ConversationId{});
        QCOMPARE(log.state.participants(ConversationId(2)).size(), size_t{3});
        log.add(noMember, MemberChanged{lin, {}, {}, {}, true});
        QCOMPARE(log.state.participants(ConversationId(2)).size(), size_t{2});
        log.add(noMember, ConversationMembersChanged{ConversationId(8), {lin, lin}, {priya}});
        QVERIFY((log.state.conversation(ConversationId(8))->members == std::vector{anna, lin}));
    }

    void anEventThatContradictsTheStateChangesNothing()
    {
        Log log = practice();
        const PracticeState before = log.state;
        log.add(noMember, WorkstationMoved{WorkstationId(4), RoomId(99)});
        QVERIFY(!log.applied());
        QVERIFY(log.state == before);
        const auto again = log.state.apply({Seq(3), log.now(), noMember, {}, PracticeCreated{}, {}});
        QVERIFY(!again);
        QVERIFY(log.state == before);
    }

    void anAlertUntilItIsAnswered()
    {
        Log log = practice();
        const AlertId alert(log.add(priya, toAnna(), samples::text("at the desk")).value);
        QVERIFY(log.state.alert(alert)->isFor(anna));
        QCOMPARE(log.state.alert(alert)->expiresAt, log.now() + 600s);
        QCOMPARE(*log.state.alert(alert)->note, samples::text("at the desk"));

        log.add(anna, AlertAnswered{alert, Reply::PassOn, {priya, anna}});
        QVERIFY2(log.state.alert(alert), "passing on does not settle an alert");
        log.add(noMember, AlertEscalated{alert,
                                         Address::ofRole(samples::text("Nurse")),
                                         {lin},
                                         {priya, anna, lin},
                                         EscalationCause::PassedOn});
        QVERIFY(log.state.alert(alert)->isFor(lin));
        QVERIFY(log.state.alert(alert)->escalation.empty());
        QCOMPARE(log.state.alert(alert)->escalatedAt, log.now());

        log.add(lin, AlertAnswered{alert, Reply::Coming, {priya, anna, lin}});
        QVERIFY(!log.state.alert(alert));
        log.add(noMember, AlertClosed{alert, AlertState::Expired, {}});
        QVERIFY2(log.applied(), "closing an alert that has ended is harmless");
    }

    void anEscalationBringsTheAlertToThoseItReaches()
    {
        Log log = practice();
        const AlertId alert(log.add(priya, toAnna(), samples::text("at the desk")).value);
        Alert before = *log.state.alert(alert);
        before.note.reset();
        PracticeState lins = viewFor(log.state, lin);
        QVERIFY(!lins.alert(alert));
        log.add(noMember,
                AlertEscalated{alert,
                               Address::ofRole(samples::text("Nurse")),
                               {lin},
                               {priya, anna, lin},
                               EscalationCause::Unanswered,
                               before},
                samples::text("at the desk"));
        QVERIFY(lins.apply(log.last()));
        QVERIFY(lins.alert(alert));
        QCOMPARE(*lins.alert(alert), *log.state.alert(alert));
        QCOMPARE(*lins.alert(alert)->note, samples::text("at the desk"));
    }

    void whoSeesWhat_data()
    {
        QTest::addColumn<int>("event");
        QTest::addColumn<bool>("priyaSees");
        QTest::addColumn<bool>("linSees");
        QTest::newRow("a room") << 0 << true << true;
        QTest::newRow("a group message") << 1 << true << false;
        QTest::newRow("a direct conversation") << 2 << true << false;
        QTest::newRow("an alert") << 3 << true << false;
        QTest::newRow("its end") << 4 << true << false;
        QTest::newRow("an invitation") << 5 << false << false;
        QTest::newRow("a password") << 6 << false << false;
        QTest::newRow("a message to everyone") << 7 << true << true;
        QTest::newRow("an override") << 8 << false << false;
        QTest::newRow("a sign-in") << 9 << false << false;
        QTest::newRow("a withdrawal") << 10 << true << false;
    }

    void whoSeesWhat()
    {
        const std::vector<Payload> payloads{
            RoomAdded{samples::text("Consulting room 5"), RoomKind::Consulting},
            MessagePosted{ConversationId(8)},
            ConversationCreated{ConversationKind::Direct, {}, {anna, priya}},
            toAnna(),
            AlertClosed{AlertId(90), AlertState::Cancelled, {priya, anna}},
            InvitationCreated{samples::bytes('d', 32), priya, {}, samples::at(1)},
            PasswordSet{priya},
            MessagePosted{ConversationId(2)},
            GuardOverridden{Seq(3), {}, {}, 1},
            MemberSignedIn{priya, WorkstationId(4)},
            MessageWithdrawn{ConversationId(8), MessageId(50)},
        };
        QFETCH(int, event);
        QFETCH(bool, priyaSees);
        QFETCH(bool, linSees);
        Log log = practice();
        log.add(priya, payloads[static_cast<size_t>(event)]);
        QCOMPARE(visibleTo(log.last(), priya, log.state), priyaSees);
        QCOMPARE(visibleTo(log.last(), lin, log.state), linSees);
    }

    void everyKindOfEventHasAnAnswerToWhoSeesIt()
    {
        const Log log = practice();
        const std::vector<QString> secret{
            samples::text("password_set"),         samples::text("password_reset"),
            samples::text("member_signed_in"),     samples::text("member_signed_out"),
            samples::text("invitation_created"),   samples::text("invitation_used"),
            samples::text("invitation_cancelled"), samples::text("guard_overridden")};
        for (const Payload &payload : samples::payloads()) {
            const Event event{Seq(99), log.now(), noMember, {}, payload, {}};
            const bool hidden =
                std::find(secret.begin(), secret.end(), QString(kindOf(payload))) != secret.end();
            QVERIFY2(!hidden || !visibleTo(event, priya, log.state), kindOf(payload).data());
        }
    }

    void aViewLeavesOutWhatIsNotTheirs()
    {
        Log log = practice();
        log.add(priya, toAnna());
        log.add(noMember, InvitationCreated{samples::bytes('d', 32), priya, {}, samples::at(1)});
        const PracticeState lins = viewFor(log.state, lin);
        QVERIFY(!lins.conversation(ConversationId(10)));
        QVERIFY(lins.conversation(ConversationId(8)));
        QVERIFY(lins.alerts.empty());
        QVERIFY(lins.invitations.empty());
        QCOMPARE(viewFor(log.state, anna).alerts.size(), size_t{1});
        QCOMPARE(viewFor(log.state, priya).alerts.size(), size_t{1});
    }

    void roundTrip()
    {
        Log log = practice();
        log.add(priya, toAnna(), samples::text("at the desk"));
        const auto read = practiceStateFromJson(toJson(log.state));
        QVERIFY(read.ok());
        QVERIFY(*read == log.state);
    }

    void theToneHintIsOffUntilTheSettingsTurnItOn()
    {
        Log log;
        QVERIFY(!toneOf(log.state));
        GuardSettings settings;
        log.add({}, GuardSettingsChanged{settings});
        QVERIFY(log.applied() && !toneOf(log.state));
        settings.tone = true;
        log.add({}, GuardSettingsChanged{settings});
        const auto tone = toneOf(log.state);
        QVERIFY(log.applied() && tone);
        QCOMPARE(tone->hintsIn(u"that time-waster").size(), size_t(1));
        // The guard itself, which the server runs too, knows nothing of it.
        const guard::Guard guard(guardDataOf(log.state), guardPolicyOf(log.state));
        QCOMPARE(guard.assess(u"that time-waster").verdict, guard::Verdict::Silent);
        settings.tone = false;
        log.add({}, GuardSettingsChanged{settings});
        QVERIFY(log.applied() && !toneOf(log.state));
    }
};

HANDBELL_TEST(PracticeStateTest)
#include "PracticeStateTest.moc"
