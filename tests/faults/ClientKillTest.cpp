// SPDX-License-Identifier: Apache-2.0
#include "ChildWorkstation.h"
#include "Crowd.h"
#include "tests/support/TestProgram.h"

#include <array>

using namespace handbell;
using namespace handbell::test;

// A workstation's program ends without a word where it hurts most, and is started again on the same disk.

class ClientKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
#ifdef HANDBELL_FAILPOINTS
    void initTestCase()
    {
        m_crowd = std::make_unique<Crowd>(Crowd::Size{1, 3, 1});
        QVERIFY2(m_crowd->problem().isEmpty(), qPrintable(m_crowd->problem()));
        m_child = std::make_unique<ChildWorkstation>(m_crowd->server(), m_crowd->spare().front());
        m_crowd->add(*m_child);
    }

    void nothingIsLostOrDoubled_data()
    {
        QTest::addColumn<QString>("failpoint");
        QTest::newRow("the outbox is written, nothing is sent") << QStringLiteral("outbox-written");
        QTest::newRow("events have come, nothing is stored") << QStringLiteral("event-received");
        QTest::newRow("events are stored, nothing is shown") << QStringLiteral("event-stored");
    }
    void nothingIsLostOrDoubled()
    {
        QFETCH(QString, failpoint);
        constexpr int usualRounds = 8;
        const int rounds = faultRounds(usualRounds);
        m_crowd->setWriting(true);
        for (int round = 0; round < rounds; ++round) {
            m_child->start(QStringLiteral("%1:%2").arg(failpoint).arg(1 + m_crowd->random().below(15)));
            QVERIFY(m_crowd->until([&] { return !m_child->isRunning(); }));
            QCOMPARE(m_child->takeExit(), failpointExit);
            ++m_kills;
        }
        m_child->start();
        QVERIFY(m_crowd->until([&] { return m_child->isFollowing(); }));
        const QString differences = m_crowd->settle();
        QVERIFY2(differences.isEmpty(), qPrintable(differences));
        stopChild();
    }

    //! Whether "shown" was told or not, an alert that nobody has answered is there again.
    void aCardComesAgainUntilSomebodyAnswers()
    {
        constexpr int usualRounds = 3;
        const int rounds = faultRounds(usualRounds);
        LeanWorkstation &sender = *m_crowd->lean().front();
        for (int round = 0; round < rounds; ++round) {
            m_child->start(QStringLiteral("card-shown:1"));
            QVERIFY(m_crowd->until([&] { return m_child->isFollowing(); }));
            const AlertId alert = ring(sender);
            QVERIFY(alert.isValid());
            QVERIFY(m_crowd->until([&] { return !m_child->isRunning(); }));
            QCOMPARE(m_child->takeExit(), failpointExit);
            ++m_kills;
            QCOMPARE(m_child->cards(alert), 1);
            QVERIFY2(!sender.wasTold(Seq(alert.value), protocol::ReceiptState::Shown),
                     "the sender was told of a card that may not have been seen");
            m_child->start();
            QVERIFY(m_crowd->until([&] {
                return m_child->cards(alert) == 2 &&
                       sender.wasTold(Seq(alert.value), protocol::ReceiptState::Shown);
            }));
            sender.cancel(alert);
            QVERIFY(m_crowd->until([&] { return !sender.practice().alert(alert); }));
            stopChild();
        }
    }

    void cleanupTestCase()
    {
        std::printf(
            "faults: client killed, seed %u: %d kills at failpoints, %lld messages accepted, none lost, "
            "none twice\n",
            faultSeed(), m_kills, static_cast<long long>(m_crowd->accepted()));
        m_crowd.reset();
        m_child.reset();
    }

private:
    AlertId ring(LeanWorkstation &sender)
    {
        sender.ring(m_child->member());
        if (!m_crowd->until([&] { return !sender.practice().alerts.empty(); }))
            return {};
        return sender.practice().alerts.begin()->first;
    }

    void stopChild()
    {
        m_child->quit();
        QVERIFY(m_crowd->until([&] { return !m_child->isRunning(); }));
        QCOMPARE(m_child->takeExit(), 0);
    }

    std::unique_ptr<Crowd> m_crowd;
    std::unique_ptr<ChildWorkstation> m_child;
    int m_kills = 0;
#else
    void initTestCase()
    {
        QSKIP("this build has no failpoints");
    }
#endif
};

HANDBELL_TEST(ClientKillTest)
#include "ClientKillTest.moc"
