// SPDX-License-Identifier: Apache-2.0
#include "client/Backoff.h"

#include "tests/support/TestProgram.h"

#include <QTest>

#include <set>

using namespace handbell;
using client::Backoff;
using std::chrono::milliseconds;

namespace {

//! Gives the largest number it may: what comes out is the ceiling.
class Highest final : public Random
{
public:
    QByteArray bytes(qsizetype count) override { return QByteArray(count, '\0'); }
    quint32 below(quint32 bound) override { return bound - 1; }
};

} // namespace

class BackoffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCeilingDoublesFromBaseToCapAfterAnImmediateAttempt()
    {
        Highest highest;
        Backoff backoff(highest, milliseconds(500), milliseconds(15'000));
        for (const int expected : {0, 500, 1000, 2000, 4000, 8000, 15'000, 15'000})
            QCOMPARE(backoff.next().count(), expected);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(backoff.next().count(), 15'000);
        backoff.reset();
        QCOMPARE(backoff.next().count(), 0);
        QCOMPARE(backoff.next().count(), 500);
    }

    void aServerThatSaidGoodbyeIsNotStormed()
    {
        Highest highest;
        Backoff backoff(highest, milliseconds(500), milliseconds(15'000));
        backoff.skipImmediate();
        QCOMPARE(backoff.next().count(), 500);
        backoff.skipImmediate(); // does not take back what was reached
        QCOMPARE(backoff.next().count(), 1000);
    }

    void waitsAreSpreadOverTheWholeRange()
    {
        SeededRandom random(3);
        std::set<qint64> tenths;
        for (int i = 0; i < 300; ++i) {
            Backoff backoff(random, milliseconds(1000), milliseconds(15'000));
            backoff.skipImmediate();
            const qint64 wait = backoff.next().count();
            QVERIFY(wait >= 0 && wait <= 1000);
            tenths.insert(wait / 100);
        }
        QVERIFY(tenths.size() >= 10);
    }
};

HANDBELL_TEST(BackoffTest)
#include "BackoffTest.moc"
