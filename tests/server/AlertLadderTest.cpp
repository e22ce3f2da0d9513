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

} // namespace

class AlertLadderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsWholeLife()
    {
        VirtualClock clock;
        AlertLadder ladder;
        QVERIFY(!ladder.nextDeadline());
        Alert alert = alertAt(clock.wallNow(), 5, {60, 90}, 600);
        const WallTime raised = alert.raisedAt;
        ladder.set(alert);
        QCOMPARE(*ladder.nextDeadline(), raised + 60s);
        clock.advance(60s - 1ms);
        QVERIFY(ladder.due(clock.wallNow()).empty());
        clock.advance(1ms);
        const std::vector<AlertLadder::Due> escalate{{AlertId(5), AlertLadder::Step::Escalate}};
        QCOMPARE(ladder.due(clock.wallNow()), escalate);
        QCOMPARE(ladder.due(clock.wallNow()), escalate); // it stays due until something is done
        alert.escalation.erase(alert.escalation.begin());
        alert.escalatedAt = clock.wallNow();
        ladder.set(alert);
        QCOMPARE(*ladder.nextDeadline(), raised + 150s);
        alert.escalation.clear();
        ladder.set(alert);
        QCOMPARE(*ladder.nextDeadline(), raised + 600s);
        clock.advance(600s);
        QCOMPARE(ladder.due(clock.wallNow()).front().step, AlertLadder::Step::Expire);
        ladder.remove(alert.id);
        QVERIFY(!ladder.nextDeadline());
    }

    void overdueAlertsEndRatherThanGoOn()
    {
        VirtualClock clock;
        AlertLadder ladder;
        ladder.set(alertAt(clock.wallNow(), 1, {60}, 300));
        ladder.set(alertAt(clock.wallNow(), 2, {}, 30));
        clock.advance(1h);
        const std::vector<AlertLadder::Due> expected{{AlertId(2), AlertLadder::Step::Expire},
                                                     {AlertId(1), AlertLadder::Step::Expire}};
        QCOMPARE(ladder.due(clock.wallNow()), expected);
    }

    void aStepAfterTheEndIsNeverTaken()
    {
        VirtualClock clock;
        AlertLadder ladder;
        ladder.set(alertAt(clock.wallNow(), 1, {900}, 300));
        QCOMPARE(*ladder.nextDeadline(), clock.wallNow() + 300s);
    }

    void postponed()
    {
        VirtualClock clock;
        AlertLadder ladder;
        ladder.set(alertAt(clock.wallNow(), 1, {}, 30));
        clock.advance(30s);
        ladder.postpone(AlertId(1), clock.wallNow() + 1s);
        QVERIFY(ladder.due(clock.wallNow()).empty());
        clock.advance(1s);
        QCOMPARE(ladder.due(clock.wallNow()).size(), size_t{1});
    }
};

HANDBELL_TEST(AlertLadderTest)
#include "AlertLadderTest.moc"
