// SPDX-License-Identifier: Apache-2.0
#include "client/OwnPresence.h"

#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell;
using namespace std::chrono_literals;
using client::consultationCheckAfter;
using client::DeskUse;
using client::OwnPresence;
using protocol::PresenceState;

class OwnPresenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void awayOnlyWhereNobodyIsThere_data()
    {
        QTest::addColumn<PresenceState>("chosen");
        QTest::addColumn<PresenceState>("unattended");
        QTest::newRow("available") << PresenceState::Available << PresenceState::Away;
        QTest::newRow("busy") << PresenceState::Busy << PresenceState::Away;
        QTest::newRow("in consultation") << PresenceState::InConsultation << PresenceState::InConsultation;
        QTest::newRow("on break") << PresenceState::OnBreak << PresenceState::OnBreak;
        QTest::newRow("away") << PresenceState::Away << PresenceState::Away;
    }
    void awayOnlyWhereNobodyIsThere()
    {
        QFETCH(PresenceState, chosen);
        QFETCH(PresenceState, unattended);
        m_own.choose(chosen, m_now.wall + 1h, m_now);
        for (const DeskUse &use : {DeskUse{true, false, false}, DeskUse{false, false, true}}) {
            m_own.setDeskUse(use);
            QCOMPARE(m_own.state(), unattended);
            QCOMPARE(m_own.until().has_value(), chosen == unattended);
            m_own.setDeskUse({});
            QCOMPARE(m_own.state(), chosen);
        }
        m_own.setDeskUse({false, true, false});
        QCOMPARE(m_own.state(), chosen); // presenting is no absence
    }

    void aStateUntilSomeTimeEndsThen()
    {
        m_own.choose(PresenceState::InConsultation, m_now.wall + 10min, m_now);
        QCOMPARE(m_own.nextDue(m_now), std::optional(std::chrono::milliseconds(10min)));
        pass(10min - 1ms);
        QVERIFY(!m_own.passTime(m_now));
        QCOMPARE(m_own.state(), PresenceState::InConsultation);
        pass(1ms);
        QVERIFY(!m_own.passTime(m_now));
        QCOMPARE(m_own.state(), PresenceState::Available);
        QVERIFY(!m_own.until());
        QVERIFY(!m_own.nextDue(m_now));
    }

    void anEndThatIsPastIsNone()
    {
        m_own.choose(PresenceState::OnBreak, m_now.wall, m_now);
        QVERIFY(!m_own.until());
        QVERIFY(!m_own.passTime(m_now));
        QCOMPARE(m_own.state(), PresenceState::OnBreak);
    }

    void aLongConsultationIsAskedAboutAgainAndAgain()
    {
        m_own.choose(PresenceState::InConsultation, {}, m_now);
        pass(consultationCheckAfter - 1ms);
        QVERIFY(!m_own.passTime(m_now));
        pass(1ms);
        QVERIFY(m_own.passTime(m_now));
        QVERIFY(!m_own.passTime(m_now));
        pass(20min);
        m_own.confirmConsultation(m_now);
        pass(consultationCheckAfter - 1ms);
        QVERIFY(!m_own.passTime(m_now));
        pass(1ms);
        QVERIFY(m_own.passTime(m_now));
        QCOMPARE(m_own.state(), PresenceState::InConsultation);
    }

    void nothingElseIsAskedAbout()
    {
        m_own.choose(PresenceState::InConsultation, m_now.wall + 2h, m_now);
        pass(1h);
        QVERIFY(!m_own.passTime(m_now));
        m_own.choose(PresenceState::InConsultation, {}, m_now);
        m_own.choose(PresenceState::Busy, {}, m_now);
        m_own.confirmConsultation(m_now);
        pass(1h);
        QVERIFY(!m_own.passTime(m_now));
    }

    void aWallClockSetBackDoesNotAsk()
    {
        m_own.choose(PresenceState::InConsultation, {}, m_now);
        m_now.wall -= 1h;
        m_now.steady += 1min;
        QCOMPARE(m_own.nextDue(m_now),
                 std::optional(std::chrono::milliseconds(consultationCheckAfter - 1min)));
        QVERIFY(!m_own.passTime(m_now));
    }

    void init()
    {
        m_own = {};
        m_now = {WallTime{1'764'000'000'000ms}, SteadyTime{1'000'000ms}};
    }

private:
    void pass(std::chrono::milliseconds time)
    {
        m_now.wall += time;
        m_now.steady += time;
    }

    OwnPresence m_own;
    OwnPresence::Now m_now;
};

HANDBELL_TEST(OwnPresenceTest)
#include "OwnPresenceTest.moc"
