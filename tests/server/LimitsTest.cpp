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
