// SPDX-License-Identifier: Apache-2.0
#include "server/AlertLadder.h"

#include "base/Clock.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell;
using namespace handbell::protocol;
using handbell::server::AlertLadder;
using namespace std::chrono_literals;

namespace {

Alert alertAt(WallTime raised, qint64 id, std::vector<int> steps, int lifetime)
{
    Alert alert;
    alert.id = AlertId(id);
    alert.raisedAt = raised;
    alert.escalatedAt = raised;
    alert.expiresAt = raised + std::chrono::seconds(lifetime);
    for (const int after : steps)
        alert.escalation.push_back({after, Address::everyone()});
    return alert;
}

AlertLadder::Now now(const VirtualClock &clock)
{
    return {clock.wallNow(), clock.steadyNow()};
}

} // namespace

class AlertLadderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsWholeLife()
    {
        VirtualClock clock;
        AlertLadder ladder;
        QVERIFY(!ladder.nextDeadline(now(clock)));
        Alert alert = alertAt(clock.wallNow(), 5, {60, 90}, 600);
        const SteadyTime raised = clock.steadyNow();
        ladder.set(alert, now(clock));
        QCOMPARE(*ladder.nextDeadline(now(clock)), raised + 60s);
        clock.advance(60s - 1ms);
        QVERIFY(ladder.due(now(clock)).empty());
        clock.advance(1ms);
        const std::vector<AlertLadder::Due> escalate{{AlertId(5), AlertLadder::Step::Escalate}};
        QCOMPARE(ladder.due(now(clock)), escalate);
        QCOMPARE(ladder.due(now(clock)), escalate); // it stays due until something is done
        alert.escalation.erase(alert.escalation.begin());
        alert.escalatedAt = clock.wallNow();
        ladder.set(alert, now(clock));
        QCOMPARE(*ladder.nextDeadline(now(clock)), raised + 150s);
        alert.escalation.clear();
        ladder.set(alert, now(clock));
        QCOMPARE(*ladder.nextDeadline(now(clock)), raised + 600s);
        clock.advance(600s);
        QCOMPARE(ladder.due(now(clock)).front().step, AlertLadder::Step::Expire);
        ladder.remove(alert.id);
        QVERIFY(!ladder.nextDeadline(now(clock)));
    }

    void overdueAlertsEndRatherThanGoOn()
    {
        VirtualClock clock;
        AlertLadder ladder;
        ladder.set(alertAt(clock.wallNow(), 1, {60}, 300), now(clock));
        ladder.set(alertAt(clock.wallNow(), 2, {}, 30), now(clock));
        clock.advance(1h);
        const std::vector<AlertLadder::Due> expected{{AlertId(2), AlertLadder::Step::Expire},
                                                     {AlertId(1), AlertLadder::Step::Expire}};
        QCOMPARE(ladder.due(now(clock)), expected);
    }

    void aStepAfterTheEndIsNeverTaken()
    {
        VirtualClock clock;
        AlertLadder ladder;
        ladder.set(alertAt(clock.wallNow(), 1, {900}, 300), now(clock));
        QCOMPARE(*ladder.nextDeadline(now(clock)), clock.steadyNow() + 300s);
    }

    void postponed()
    {
        VirtualClock clock;
        AlertLadder ladder;
        ladder.set(alertAt(clock.wallNow(), 1, {}, 30), now(clock));
        clock.advance(30s);
        ladder.postpone(AlertId(1), clock.steadyNow() + 1s);
        QVERIFY(ladder.due(now(clock)).empty());
        clock.advance(1s);
        QCOMPARE(ladder.due(now(clock)).size(), size_t{1});
    }

    void aClockThatIsSetBackPutsNothingOff()
    {
        VirtualClock clock;
        AlertLadder ladder;
        Alert alert = alertAt(clock.wallNow(), 1, {60}, 300);
        ladder.set(alert, now(clock));
        clock.setWall(clock.wallNow() - 1h);
        ladder.set(alert, now(clock)); // somebody passed it on, say, and there was nobody left
        QCOMPARE(*ladder.nextDeadline(now(clock)), clock.steadyNow() + 60s);
        clock.advance(60s);
        QCOMPARE(ladder.due(now(clock)).front().step, AlertLadder::Step::Escalate);
        ladder.postpone(alert.id, clock.steadyNow() + 1s);
        clock.setWall(clock.wallNow() - 1h);
        clock.advance(1s);
        QCOMPARE(ladder.due(now(clock)).size(), size_t{1});
        clock.advance(239s);
        QCOMPARE(ladder.due(now(clock)).front().step, AlertLadder::Step::Expire);
        AlertLadder restarted;
        restarted.set(alert, now(clock));
        QCOMPARE(*restarted.nextDeadline(now(clock)), clock.steadyNow() + 60s);
    }

    void aSleepOfTheMachineCounts()
    {
        VirtualClock clock;
        AlertLadder ladder;
        ladder.set(alertAt(clock.wallNow(), 1, {60}, 300), now(clock));
        clock.setWall(clock.wallNow() + 100s);
        QCOMPARE(ladder.due(now(clock)).front().step, AlertLadder::Step::Escalate);
        clock.setWall(clock.wallNow() + 1h);
        QCOMPARE(ladder.due(now(clock)).front().step, AlertLadder::Step::Expire);
    }
};

HANDBELL_TEST(AlertLadderTest)
#include "AlertLadderTest.moc"
