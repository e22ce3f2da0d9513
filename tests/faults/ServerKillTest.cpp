// SPDX-License-Identifier: Apache-2.0
#include "Crowd.h"
#include "tests/support/TestProgram.h"

#include <array>

using namespace handbell;
using namespace handbell::test;

// The server ends without a word, again and again, while twenty people write. What was accepted stays, what
// was not goes out again, nothing twice.

namespace {

constexpr std::array failpoints{"before-commit", "after-commit", "before-answers", "after-answers"};

} // namespace

class ServerKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostOrDoubled()
    {
        constexpr int usualRounds = 40;
        const int rounds = faultRounds(usualRounds);
        Crowd crowd({6, 14});
        QVERIFY2(crowd.problem().isEmpty(), qPrintable(crowd.problem()));
        crowd.practice().stop();
        crowd.setWriting(true);
        for (int round = 0; round < rounds; ++round) {
            const quint32 kind = crowd.random().below(failpointCount() + 1);
            if (kind == 0)
                killAtSomeMoment(crowd);
            else
                killAt(failpoints.at(kind - 1), crowd);
            QVERIFY2(crowd.problem().isEmpty(), qPrintable(crowd.problem()));
            if (QTest::currentTestFailed())
                return;
            // Now and then somebody's program is started anew as well.
            if (const quint32 who = crowd.random().below(12); who < crowd.engines().size())
                crowd.engines()[who]->restart();
        }
        crowd.practice().start();
        const QString differences = crowd.settle();
        QVERIFY2(differences.isEmpty(), qPrintable(differences));
        QVERIFY2(!crowd.practice().ctl({QStringLiteral("verify")}).isEmpty(), qPrintable(crowd.problem()));
        std::printf("faults: server killed, seed %u: %d rounds, %d kills (%d at failpoints), %d people, %lld "
                    "messages accepted, none lost, none twice\n",
                    faultSeed(), rounds, rounds, m_atFailpoints, static_cast<int>(crowd.all().size()),
                    static_cast<long long>(crowd.accepted()));
    }

#ifndef HANDBELL_FAILPOINTS
    void theShippedServerHasNoFailpoints()
    {
        QFile program(QStringLiteral(HANDBELLD));
        QVERIFY(program.open(QIODevice::ReadOnly));
        QVERIFY(!program.readAll().contains("HANDBELL_FAILPOINT"));
    }
#endif

private:
    static quint32 failpointCount()
    {
#ifdef HANDBELL_FAILPOINTS
        return static_cast<quint32>(failpoints.size());
#else
        return 0;
#endif
    }

    static void killAtSomeMoment(Crowd &crowd)
    {
        crowd.practice().start();
        const qint64 enough = crowd.accepted() + 1 + crowd.random().below(60);
        QVERIFY(crowd.until([&] { return crowd.accepted() >= enough; }));
        crowd.practice().kill();
    }

    void killAt(const char *failpoint, Crowd &crowd)
    {
        LivePractice &practice = crowd.practice();
        practice.setEnvironment(
            QStringLiteral("HANDBELL_FAILPOINT"),
            QStringLiteral("%1:%2").arg(QLatin1String(failpoint)).arg(1 + crowd.random().below(12)));
        practice.start();
        practice.setEnvironment(QStringLiteral("HANDBELL_FAILPOINT"), {});
        QVERIFY(crowd.until([&] { return !practice.isRunning(); }));
        QCOMPARE(practice.waitForEnd(), failpointExit);
        ++m_atFailpoints;
    }

    int m_atFailpoints = 0;
};

HANDBELL_TEST(ServerKillTest)
#include "ServerKillTest.moc"
