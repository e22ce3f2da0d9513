// SPDX-License-Identifier: Apache-2.0
#include "server/administration/InterruptionLedger.h"

#include "tests/support/TestProgram.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handbell;
using namespace handbell::administration;
using namespace handbell::protocol;
using namespace std::chrono_literals;

namespace {

using Members = std::vector<MemberId>;

//! A practice whose events are fed to a ledger as they happen.
class LedgerRun
{
public:
    //! A Monday in winter, when the practice's clocks show UTC.
    static constexpr WallTime monday{std::chrono::sys_days{std::chrono::year{2025} / 11 / 24}};

    explicit LedgerRun(WallTime from = monday, WallTime until = monday + std::chrono::days(7))
        : m_ledger(from, until, QTimeZone("Europe/London"))
    {
        // The past of the practice comes first, and its time does not matter.
        at = monday - std::chrono::days(300);
    }

    WallTime at;

    Seq add(Payload payload, MemberId actor = {})
    {
        Event event;
        event.seq = Seq(++m_seq);
        event.at = at;
        event.actor = actor;
        event.payload = std::move(payload);
        m_ledger.add(event);
        return event.seq;
    }
    RoomId room(const QString &name) { return RoomId(add(RoomAdded{name, RoomKind::Consulting}).value); }
    WorkstationId workstation(RoomId room)
    {
        return WorkstationId(add(WorkstationAdded{u"PC %1"_s.arg(m_seq), room}).value);
    }
    MemberId member(const QString &role)
    {
        return MemberId(add(MemberAdded{u"Member %1"_s.arg(m_seq), role, {}}).value);
    }
    //! \a count members of \a role, each signed in at a workstation of their own in \a room.
    Members seated(int count, const QString &role, RoomId room)
    {
        Members members;
        for (int i = 0; i < count; ++i) {
            members.push_back(member(role));
            add(MemberSignedIn{members.back(), workstation(room)});
        }
        return members;
    }
    AlertId ring(const Members &targets, Importance importance = Importance::Routine,
                 const Address &address = Address::everyone())
    {
        AlertRaised raised;
        raised.address = address;
        raised.importance = importance;
        raised.targets = targets;
        return AlertId(add(raised, MemberId(9999)).value);
    }
    void answer(AlertId alert, MemberId by, std::chrono::milliseconds after, Reply reply = Reply::Coming)
    {
        const WallTime now = at;
        at += after;
        add(AlertAnswered{alert, reply, {}}, by);
        at = now;
    }

    [[nodiscard]] Ledger ledger() const { return m_ledger.ledger(); }

private:
    InterruptionLedger m_ledger;
    qint64 m_seq = 0;
};

QStringList namesOf(const std::vector<LedgerLine> &lines)
{
    QStringList names;
    for (const LedgerLine &line : lines)
        names << line.name;
    return names;
}

//! The line named \a name, or one that no test expects.
LedgerLine lineOf(const std::vector<LedgerLine> &lines, const QString &name)
{
    for (const LedgerLine &line : lines) {
        if (line.name == name)
            return line;
    }
    return {u"no such line"_s, -1, -1, -1, {}};
}

WallTime utc(const char *iso)
{
    return WallTime(std::chrono::milliseconds(
        QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch()));
}

} // namespace

class InterruptionLedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyTimeHasNoLines()
    {
        LedgerRun run;
        run.seated(3, u"Nurse"_s, run.room(u"Room 1"_s));
        const Ledger ledger = run.ledger();
        QCOMPARE(ledger.all.alerts(), 0);
        QVERIFY(ledger.all.outcome == LedgerOutcome{});
        QVERIFY(ledger.rooms.empty() && ledger.roles.empty() && ledger.hours.empty() &&
                ledger.importances.empty());
    }

    void whatBecomesOfAnAlertIsCounted()
    {
        LedgerRun run;
        const Members nurses = run.seated(4, u"Nurse"_s, run.room(u"Room 1"_s));
        run.at = LedgerRun::monday + 9h;
        run.answer(run.ring(nurses, Importance::Urgent), nurses[0], 10s);
        run.answer(run.ring(nurses, Importance::Urgent), nurses[1], 20s, Reply::TwoMinutes);
        run.answer(run.ring(nurses), nurses[2], 60s, Reply::Done);
        run.add(AlertClosed{run.ring(nurses), AlertState::Expired, {}});
        run.add(AlertClosed{run.ring(nurses, Importance::Important), AlertState::Cancelled, {}});
        run.ring(nurses);
        const Ledger ledger = run.ledger();
        const LedgerOutcome outcome{3, 1, 1, 1, 0, 20};
        QVERIFY(ledger.all == (LedgerLine{{}, 3, 1, 2, outcome}));
        QVERIFY(ledger.hours == (std::vector<LedgerLine>{{u"09"_s, 3, 1, 2, outcome}}));
        QVERIFY(ledger.roles == (std::vector<LedgerLine>{{u"Nurse"_s, 3, 1, 2, outcome}}));
        QVERIFY(ledger.rooms == (std::vector<LedgerLine>{{u"Room 1"_s, 3, 1, 2, outcome}}));
        QCOMPARE(namesOf(ledger.importances), (QStringList{u"routine"_s, u"important"_s, u"urgent"_s}));
        QVERIFY(ledger.importances[2] ==
                (LedgerLine{u"urgent"_s, 0, 0, 2, LedgerOutcome{2, 0, 0, 0, 0, std::nullopt}}));
    }

    void onlyTheFirstSettlingAnswerCounts()
    {
        LedgerRun run;
        const Members nurses = run.seated(4, u"Nurse"_s, run.room(u"Room 1"_s));
        run.at = LedgerRun::monday + 9h;
        for (int i = 0; i < 3; ++i) {
            const AlertId alert = run.ring(nurses);
            run.answer(alert, nurses[3], 1s, Reply::PassOn);
            run.add(AlertEscalated{
                alert, Address::ofRole(u"Nurse"_s), nurses, {}, EscalationCause::PassedOn, {}});
            run.answer(alert, nurses[static_cast<size_t>(i)], 30s);
            run.answer(alert, nurses[3], 500s);
            run.add(AlertClosed{alert, AlertState::Expired, {}});
        }
        QVERIFY(run.ledger().all == (LedgerLine{{}, 3, 0, 0, LedgerOutcome{3, 0, 0, 0, 3, 30}}));
    }

    void aTestOfAssistanceIsNotCounted()
    {
        LedgerRun run;
        const RoomId room = run.room(u"Room 1"_s);
        const Members nurses = run.seated(3, u"Nurse"_s, room);
        AlertRaised test;
        test.targets = nurses;
        test.testRoom = room;
        run.at = LedgerRun::monday + 9h;
        const AlertId alert(run.add(test, MemberId(9999)).value);
        run.answer(alert, nurses.front(), 5s, Reply::Done);
        QCOMPARE(run.ledger().all.alerts(), 0);
    }

    void theFirstWhoComesAnswersOneThatGathers()
    {
        LedgerRun run;
        const Members nurses = run.seated(3, u"Nurse"_s, run.room(u"Room 1"_s));
        run.at = LedgerRun::monday + 9h;
        for (int i = 0; i < 3; ++i) {
            const AlertId alert = run.ring(nurses, Importance::Urgent);
            run.answer(alert, nurses[size_t(i)], 20s);
            run.answer(alert, nurses[size_t(i + 1) % 3], 40s);
            run.add(AlertClosed{alert, AlertState::Answered, {}});
        }
        QCOMPARE(run.ledger().all.outcome->answered, 3);
        QCOMPARE(run.ledger().all.outcome->medianSeconds, std::optional(20));
    }

    void theMedian_data()
    {
        QTest::addColumn<QList<int>>("milliseconds");
        QTest::addColumn<int>("seconds");
        QTest::newRow("odd") << QList<int>{90'000, 10'000, 20'000} << 20;
        QTest::newRow("even, the mean of the middle two") << QList<int>{10'000, 90'000, 20'000, 40'000} << 30;
        QTest::newRow("rounded") << QList<int>{400, 1'600, 9'000} << 2;
        QTest::newRow("a clock set back") << QList<int>{-5'000, -4'000, -3'000} << 0;
    }
    void theMedian()
    {
        QFETCH(QList<int>, milliseconds);
        LedgerRun run;
        const Members nurses = run.seated(4, u"Nurse"_s, run.room(u"Room 1"_s));
        run.at = LedgerRun::monday + 9h;
        size_t next = 0;
        for (const int after : milliseconds)
            run.answer(run.ring(nurses), nurses[next++], std::chrono::milliseconds(after));
        QTEST(run.ledger().all.outcome->medianSeconds.value_or(-1), "seconds");
    }

    void aTimeToAnswerNeedsThreeMembersWhoAnswered()
    {
        LedgerRun run;
        const Members nurses = run.seated(5, u"Nurse"_s, run.room(u"Room 1"_s));
        run.at = LedgerRun::monday + 9h;
        for (int i = 0; i < 20; ++i)
            run.answer(run.ring(nurses), nurses[i % 2], 10s);
        QCOMPARE(run.ledger().all.outcome->answered, 20);
        for (const auto &lines : {run.ledger().rooms, run.ledger().roles, run.ledger().hours,
                                  run.ledger().importances, std::vector{run.ledger().all}})
            QVERIFY(!lines.front().outcome->medianSeconds);
        run.answer(run.ring(nurses), nurses[2], 10s);
        QCOMPARE(run.ledger().all.outcome->medianSeconds, std::optional(10));
        QCOMPARE(run.ledger().rooms.front().outcome->medianSeconds, std::optional(10));
    }

    void anAlertCountsByWhenItWasRaised_data()
    {
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<int>("alerts");
        QTest::newRow("a moment before") << qint64{-1} << 0;
        QTest::newRow("the first moment") << qint64{0} << 1;
        QTest::newRow("the last moment") << qint64{7 * 86'400'000 - 1} << 1;
        QTest::newRow("a moment after") << qint64{7 * 86'400'000} << 0;
    }
    void anAlertCountsByWhenItWasRaised()
    {
        QFETCH(qint64, offset);
        LedgerRun run;
        const Members nurses = run.seated(3, u"Nurse"_s, run.room(u"Room 1"_s));
        run.at = LedgerRun::monday + std::chrono::milliseconds(offset);
        // It ends on the other side of either boundary.
        run.answer(run.ring(nurses), nurses[0], 2min);
        QTEST(run.ledger().all.alerts(), "alerts");
        QTEST(run.ledger().all.outcome->answered, "alerts");
    }

    void hoursAreThePracticesOwn_data()
    {
        QTest::addColumn<QByteArray>("raised");
        QTest::addColumn<QString>("hour");
        QTest::newRow("winter") << QByteArray("2025-11-24T09:59:59Z") << u"09"_s;
        QTest::newRow("summer") << QByteArray("2025-07-01T09:00:00Z") << u"10"_s;
        QTest::newRow("just before midnight") << QByteArray("2025-11-24T23:59:59Z") << u"23"_s;
        QTest::newRow("midnight") << QByteArray("2025-11-25T00:00:00Z") << u"00"_s;
        QTest::newRow("midnight in summer") << QByteArray("2025-06-30T23:00:00Z") << u"00"_s;
        QTest::newRow("before the clocks go on") << QByteArray("2025-03-30T00:59:59Z") << u"00"_s;
        QTest::newRow("after the clocks went on") << QByteArray("2025-03-30T01:00:00Z") << u"02"_s;
        QTest::newRow("before the clocks go back") << QByteArray("2025-10-26T00:30:00Z") << u"01"_s;
        QTest::newRow("the same hour again") << QByteArray("2025-10-26T01:30:00Z") << u"01"_s;
    }
    void hoursAreThePracticesOwn()
    {
        QFETCH(QByteArray, raised);
        LedgerRun run(utc("2025-01-01T00:00:00Z"), utc("2026-01-01T00:00:00Z"));
        const Members nurses = run.seated(3, u"Nurse"_s, run.room(u"Room 1"_s));
        run.at = utc(raised.constData());
        run.ring(nurses);
        QCOMPARE(run.ledger().hours.size(), size_t{1});
        QTEST(run.ledger().hours.front().name, "hour");
    }

    void roomsAreWhereTheTargetsSatAtThatMoment()
    {
        LedgerRun run;
        const RoomId one = run.room(u"Room 1"_s);
        const RoomId two = run.room(u"Room 2"_s);
        const RoomId three = run.room(u"Room 3"_s);
        const WorkstationId pc = run.workstation(one);
        const WorkstationId other = run.workstation(two);
        const MemberId nurse = run.member(u"Nurse"_s);
        run.at = LedgerRun::monday + 9h;
        const auto rang = [&] {
            const QStringList before = namesOf(run.ledger().rooms);
            const auto counts = [&](const QString &name) {
                return lineOf(run.ledger().rooms, name).alerts();
            };
            QMap<QString, int> then;
            for (const QString &name : before)
                then[name] = counts(name);
            run.ring({nurse});
            QStringList rooms;
            for (const LedgerLine &line : run.ledger().rooms) {
                if (line.alerts() != then.value(line.name, 0))
                    rooms << line.name;
            }
            return rooms;
        };
        QCOMPARE(rang(), QStringList{u""_s}); // signed in nowhere
        run.add(MemberSignedIn{nurse, pc});
        QCOMPARE(rang(), QStringList{u"Room 1"_s});
        run.add(WorkstationMoved{pc, three});
        QCOMPARE(rang(), QStringList{u"Room 3"_s});
        // Signed in elsewhere: the leaving is written after the coming.
        run.add(MemberSignedIn{nurse, other});
        run.add(MemberSignedOut{nurse, pc, SignOutReason::SignedInElsewhere});
        QCOMPARE(rang(), QStringList{u"Room 2"_s});
        run.add(RoomRenamed{two, u"Treatment room"_s});
        QCOMPARE(rang(), QStringList{u"Treatment room"_s});
        run.add(MemberSignedOut{nurse, other, SignOutReason::SignedOut});
        QCOMPARE(rang(), QStringList{u""_s});
        run.add(MemberSignedIn{nurse, other});
        run.add(WorkstationRemoved{other});
        QCOMPARE(rang(), QStringList{u""_s});
        run.add(MemberSignedIn{nurse, pc});
        run.add(PasswordReset{nurse});
        QCOMPARE(rang(), QStringList{u""_s});
        run.add(MemberSignedIn{nurse, pc});
        MemberChanged disabled;
        disabled.member = nurse;
        disabled.disabled = true;
        run.add(disabled);
        QCOMPARE(rang(), QStringList{u""_s});
    }

    void anAlertToARoomCountsThereAndOnceInEach()
    {
        LedgerRun run;
        const RoomId one = run.room(u"Room 1"_s);
        const RoomId two = run.room(u"Room 2"_s);
        const Members here = run.seated(2, u"Nurse"_s, one);
        const Members there = run.seated(2, u"Nurse"_s, two);
        run.at = LedgerRun::monday + 9h;
        const AlertId alert = run.ring(here, Importance::Routine, Address::room(one));
        QCOMPARE(namesOf(run.ledger().rooms), QStringList{u"Room 1"_s});
        run.add(
            AlertEscalated{alert, Address::ofRole(u"Nurse"_s), there, {}, EscalationCause::Unanswered, {}});
        run.ring({here[0], here[1], there[0]});
        const auto lines = run.ledger().rooms;
        QCOMPARE(namesOf(lines), (QStringList{u"Room 1"_s, u"Room 2"_s}));
        QCOMPARE(lines[0].alerts(), 2);
        QCOMPARE(lines[1].alerts(), 2);
        QCOMPARE(run.ledger().all.alerts(), 2);
        QCOMPARE(run.ledger().all.outcome->escalated, 1);
    }

    void whatBecomesOfARoomsAlertsNeedsThreeWhoWereRungThere()
    {
        LedgerRun run;
        const RoomId own = run.room(u"Dr Patel's room"_s);
        const RoomId office = run.room(u"Office"_s);
        const RoomId desk = run.room(u"Front desk"_s);
        const Members doctor = run.seated(1, u"GP"_s, own);
        const Members clerks = run.seated(3, u"Receptionist"_s, office);
        const Members desks = run.seated(4, u"Receptionist"_s, desk);
        run.at = LedgerRun::monday + 9h;
        for (int i = 0; i < 5; ++i)
            run.answer(run.ring(doctor), doctor[0], 10s);
        run.answer(run.ring(clerks), clerks[0], 10s);
        run.answer(run.ring(desks), desks[0], 10s);
        const auto lines = run.ledger().rooms;
        QVERIFY(lineOf(lines, u"Dr Patel's room"_s) == (LedgerLine{u"Dr Patel's room"_s, 5, 0, 0, {}}));
        // One room alone could be had by subtraction, so the one with the next fewest goes with it.
        QVERIFY(!lineOf(lines, u"Office"_s).outcome);
        QVERIFY(lineOf(lines, u"Front desk"_s).outcome.has_value());
        // With a second such room there is no need to.
        run.ring({run.member(u"Receptionist"_s)});
        QVERIFY(!lineOf(run.ledger().rooms, u""_s).outcome);
        QVERIFY(lineOf(run.ledger().rooms, u"Office"_s).outcome.has_value());
    }

    void aSmallRoleIsGatheredWithOthers_data()
    {
        QTest::addColumn<QList<int>>("sizes"); // of the roles A, B, C, …
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<bool>("told"); // what became of those gathered
        QTest::newRow("large ones stand alone") << QList<int>{3, 4} << QStringList{u"A"_s, u"B"_s} << true;
        QTest::newRow("small ones together") << QList<int>{3, 2, 1} << QStringList{u"A"_s, u""_s} << true;
        QTest::newRow("one small one takes the next with it")
            << QList<int>{4, 3, 1} << QStringList{u"A"_s, u""_s} << true;
        QTest::newRow("two that are not three")
            << QList<int>{4, 3, 1, 1} << QStringList{u"A"_s, u""_s} << true;
        QTest::newRow("too few for anything") << QList<int>{1, 1} << QStringList{u""_s} << false;
    }
    void aSmallRoleIsGatheredWithOthers()
    {
        QFETCH(QList<int>, sizes);
        QFETCH(bool, told);
        LedgerRun run;
        const RoomId room = run.room(u"Room 1"_s);
        std::vector<Members> roles;
        for (int i = 0; i < sizes.size(); ++i)
            roles.push_back(run.seated(sizes[i], QString(QChar('A' + i)), room));
        run.at = LedgerRun::monday + 9h;
        Members everyone;
        for (const Members &members : roles) {
            run.ring(members);
            everyone.insert(everyone.end(), members.begin(), members.end());
        }
        run.ring(everyone);
        const auto lines = run.ledger().roles;
        QStringList names = namesOf(lines);
        QTEST(names, "lines");
        QCOMPARE(lines.back().outcome.has_value(), told);
        // An alert that several of them got counts once among those gathered.
        if (names.last().isEmpty())
            QCOMPARE(lines.back().alerts(), int(sizes.size() - (lines.size() - 1)) + 1);
    }

    void aRoleIsSmallIfItWasAtAnyOfItsAlerts()
    {
        LedgerRun run;
        const RoomId room = run.room(u"Room 1"_s);
        Members nurses = run.seated(2, u"Nurse"_s, room);
        const Members desk = run.seated(5, u"Receptionist"_s, room);
        run.at = LedgerRun::monday + 9h;
        run.ring(desk);
        run.ring(nurses);
        const MemberId third = run.member(u"nurse "_s); // the same role
        QCOMPARE(namesOf(run.ledger().roles), QStringList{u""_s});
        nurses.push_back(third);
        run.ring(nurses);
        QCOMPARE(namesOf(run.ledger().roles), QStringList{u""_s});

        LedgerRun later(LedgerRun::monday, LedgerRun::monday + std::chrono::days(7));
        Members three = later.seated(3, u"Nurse"_s, later.room(u"Room 1"_s));
        later.at = LedgerRun::monday + 9h;
        later.ring(three);
        QCOMPARE(namesOf(later.ledger().roles), QStringList{u"Nurse"_s});
        MemberChanged gone;
        gone.member = three[2];
        gone.disabled = true;
        later.add(gone);
        QCOMPARE(namesOf(later.ledger().roles), QStringList{u"Nurse"_s});
        later.ring(three);
        QCOMPARE(namesOf(later.ledger().roles), QStringList{u""_s});
    }

    void theBusiestComeFirstAndNoMoreThanAFrameHolds()
    {
        LedgerRun run;
        std::vector<RoomId> rooms;
        for (int i = 0; i < 250; ++i)
            rooms.push_back(run.room(u"Room %1"_s.arg(i)));
        run.at = LedgerRun::monday + 9h;
        for (const RoomId room : rooms)
            run.ring({}, Importance::Routine, Address::room(room));
        run.ring({}, Importance::Urgent, Address::room(rooms[249]));
        const auto lines = run.ledger().rooms;
        QCOMPARE(qsizetype(lines.size()), Ledger::maxLines.entries);
        QCOMPARE(lines.front().name, u"Room 249"_s);
        QCOMPARE(lines.front().alerts(), 2);
    }

    void nobodyIsNamed()
    {
        LedgerRun run;
        const Members nurses = run.seated(4, u"Nurse"_s, run.room(u"Room 1"_s));
        run.at = LedgerRun::monday + 9h;
        for (int i = 0; i < 4; ++i)
            run.answer(run.ring({nurses[static_cast<size_t>(i)]}), nurses[static_cast<size_t>(i)], 9s);
        const QString told = QString::fromUtf8(QJsonDocument(toJson(run.ledger())).toJson());
        QVERIFY(told.contains(u"Nurse"_s));
        QVERIFY(!told.contains(u"Member"_s));
    }
};

HANDBELL_TEST(InterruptionLedgerTest)
#include "InterruptionLedgerTest.moc"
