// SPDX-License-Identifier: Apache-2.0
#include "server/FailureBackOff.h"
#include "server/Flow.h"
#include "server/PasswordRules.h"
#include "server/TokenBucket.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell;
using namespace handbell::server;
using namespace std::chrono_literals;

class LimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backOffDoublesUpToAMinute()
    {
        VirtualClock clock;
        FailureBackOff backOff(2);
        const QString key = QStringLiteral("5");
        for (int i = 0; i < 2; ++i)
            backOff.failed(key, clock.steadyNow());
        QVERIFY(!backOff.waitFor(key, clock.steadyNow()));
        for (const auto expected : {1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
            backOff.failed(key, clock.steadyNow());
            QCOMPARE(*backOff.waitFor(key, clock.steadyNow()), std::chrono::milliseconds(expected));
            QVERIFY(!backOff.waitFor(QStringLiteral("6"), clock.steadyNow()));
            clock.advance(expected);
            QVERIFY(!backOff.waitFor(key, clock.steadyNow()));
        }
        backOff.succeeded(key);
        backOff.failed(key, clock.steadyNow());
        QVERIFY(!backOff.waitFor(key, clock.steadyNow()));
    }

    void backOffForgetsAfterAQuarterOfAnHour()
    {
        VirtualClock clock;
        FailureBackOff backOff(1);
        const QString key = QStringLiteral("5");
        for (int i = 0; i < 4; ++i)
            backOff.failed(key, clock.steadyNow());
        clock.advance(15min);
        backOff.failed(key, clock.steadyNow());
        QVERIFY(!backOff.waitFor(key, clock.steadyNow()));
    }

    void attemptsUnderWayCountAsFailures()
    {
        VirtualClock clock;
        FailureBackOff backOff(2);
        const QString key = QStringLiteral("5");
        const SteadyTime now = clock.steadyNow();
        for (int i = 0; i < 3; ++i) {
            QVERIFY(!backOff.waitFor(key, now));
            backOff.began(key, now);
        }
        QCOMPARE(backOff.waitFor(key, now), std::optional<std::chrono::milliseconds>(1s));
        backOff.ended(key);
        QVERIFY(!backOff.waitFor(key, now));
        // Beyond what is free, one at a time.
        backOff.ended(key);
        backOff.ended(key);
        for (int i = 0; i < 3; ++i)
            backOff.failed(key, now);
        clock.advance(1s);
        QVERIFY(!backOff.waitFor(key, clock.steadyNow()));
        backOff.began(key, clock.steadyNow());
        QVERIFY(backOff.waitFor(key, clock.steadyNow()));
        backOff.ended(key);
        backOff.ended(key); // harmless
        QVERIFY(!backOff.waitFor(key, clock.steadyNow()));
    }

    void failuresAreForgivenOneByOne()
    {
        VirtualClock clock;
        FailureBackOff backOff(2);
        const QString key = QStringLiteral("192.0.2.1");
        const SteadyTime now = clock.steadyNow();
        for (int i = 0; i < 4; ++i)
            backOff.failed(key, now);
        backOff.forgive(key, 1);
        QVERIFY(backOff.waitFor(key, now));
        backOff.forgive(key, 1);
        QVERIFY(!backOff.waitFor(key, now));
        backOff.failed(key, now);
        QVERIFY(backOff.waitFor(key, now));
        QCOMPARE(backOff.succeeded(key), 3);
        QCOMPARE(backOff.succeeded(key), 0);
        QVERIFY(!backOff.waitFor(key, now));
        backOff.forgive(QStringLiteral("nobody"), 3); // harmless
    }

    void whoFailsUnderManyKeysTakesNoMoreRoom()
    {
        VirtualClock clock;
        FailureBackOff backOff(0);
        backOff.failed(QStringLiteral("the first"), clock.steadyNow());
        clock.advance(1ms);
        for (size_t i = 1; i < FailureBackOff::maxKeys; ++i)
            backOff.failed(QString::number(i), clock.steadyNow());
        QVERIFY(backOff.waitFor(QStringLiteral("the first"), clock.steadyNow()));
        backOff.failed(QStringLiteral("1"), clock.steadyNow()); // known: nobody has to go for it
        QVERIFY(backOff.waitFor(QStringLiteral("the first"), clock.steadyNow()));
        backOff.failed(QStringLiteral("one more"), clock.steadyNow());
        QVERIFY(!backOff.waitFor(QStringLiteral("the first"), clock.steadyNow()));
        QVERIFY(backOff.waitFor(QStringLiteral("2"), clock.steadyNow()));
    }

    void aBucketAllowsABurstAndThenARate()
    {
        VirtualClock clock;
        TokenBucket bucket(3, 2, clock.steadyNow());
        for (int i = 0; i < 3; ++i)
            QVERIFY(!bucket.take(clock.steadyNow()));
        const auto wait = bucket.take(clock.steadyNow());
        QVERIFY(wait && *wait >= 500ms && *wait <= 502ms);
        clock.advance(*wait);
        QVERIFY(!bucket.take(clock.steadyNow()));
        clock.advance(1h);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!bucket.take(clock.steadyNow()));
        QVERIFY(bucket.take(clock.steadyNow()));
    }

    void aFlowCountsWhatIsOnItsWay()
    {
        VirtualClock clock;
        Flow flow;
        flow.start(Seq(10));
        flow.sent(Seq(12), 600);
        flow.sent(Seq(15), 600);
        flow.stall(clock.steadyNow());
        flow.acknowledge(Seq(11), 1000, clock.steadyNow());
        QCOMPARE(flow.unacknowledged(), 1200);
        QCOMPARE(flow.mode(), Flow::Mode::Stalled);
        flow.acknowledge(Seq(12), 1000, clock.steadyNow());
        QCOMPARE(flow.unacknowledged(), 600);
        QCOMPARE(flow.mode(), Flow::Mode::Catching);
        QCOMPARE(flow.cursor(), Seq(15));
        flow.acknowledge(Seq(999), 1000, clock.steadyNow());
        QCOMPARE(flow.unacknowledged(), 0);
    }

    void passwords_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("a phrase") << "rainy tuesday desk" << true;
        QTest::newRow("ten characters") << "kettle-bus" << true;
        QTest::newRow("nine characters") << "kettle-bu" << false;
        QTest::newRow("nine characters of two units each")
            << QStringLiteral("😀😃😄😁😆😅😂🙂🙃") << false;
        QTest::newRow("common") << "password123" << false;
        QTest::newRow("common, in capitals") << "QWERTYUIOP" << false;
        QTest::newRow("common, in full-width letters") << QStringLiteral("ｑｗｅｒｔｙｕｉｏｐ") << false;
        QTest::newRow("one character") << "zzzzzzzzzzzz" << false;
        QTest::newRow("their own name") << "dr anna patel" << false;
        QTest::newRow("the practice") << "RiversideSurgery" << false;
        QTest::newRow("blank") << "            " << false;
        QTest::newRow("endless") << QString(1025, u'x') + QStringLiteral("y") << false;
    }

    void passwords()
    {
        QFETCH(QString, password);
        const auto checked =
            checkPassword(password, QStringLiteral("Dr Anna Patel"), QStringLiteral("Riverside Surgery"));
        QTEST(checked.ok(), "accepted");
        if (!checked)
            QCOMPARE(checked.error().code, ErrorCode::WeakPassword);
    }
};

HANDBELL_TEST(LimitsTest)
#include "LimitsTest.moc"
