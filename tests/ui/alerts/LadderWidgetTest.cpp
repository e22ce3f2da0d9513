// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/LadderWidget.h"

#include "tests/support/DemoPractice.h"
#include "tests/support/FakeAlertManager.h"
#include "tests/support/TestProgram.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QTest>

#include <memory>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using client::LadderStep;
using client::OutgoingAlert;
using protocol::Address;
using Kind = LadderStep::Kind;

class LadderWidgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme = std::make_unique<Theme>(ThemeKind::Light);
        demo::fill(m_practice, demo::priya, m_clock.wallNow());
        m_alerts = std::make_unique<FakeAlertManager>();
        m_ladder = std::make_unique<LadderWidget>(*m_theme, m_words, *m_alerts, m_clock);
        m_ladder->show();
    }

    void emptyUntilSomethingWasRung() { QVERIFY(m_ladder->boxes().empty()); }

    void itSaysWhatHappensBeforeTheServerAnswers()
    {
        OutgoingAlert alert = open(1);
        alert.steps.clear();
        m_alerts->setOutgoing({alert});
        QCOMPARE(m_ladder->boxes().at(0)->lines(), QStringList{u"Sending…"_s});
    }

    void theCountdownIsLive()
    {
        m_alerts->setOutgoing({open(1)});
        LadderBox *box = m_ladder->boxes().at(0);
        QCOMPARE(box->lines().size(), 4);
        QCOMPARE(box->lines().last(), u"Next: any nurse, in 1 min 40 s"_s);
        m_clock.advance(41s);
        m_ladder->tick();
        QCOMPARE(box->lines().last(), u"Next: any nurse, in 59 s"_s);
        m_clock.advance(5min);
        m_ladder->tick();
        QCOMPARE(box->lines().last(), u"Next: any nurse, now"_s);
    }

    void aRefusalIsLoud()
    {
        OutgoingAlert alert = open(1);
        alert.steps.clear();
        alert.refusal = Error{ErrorCode::Unreachable, {}};
        alert.canEscalate = alert.canCancel = false;
        m_alerts->setOutgoing({alert});
        QVERIFY(m_ladder->boxes().at(0)->lines().last().contains(u"phone"_s));
    }

    void theButtonsActOnTheirAlert()
    {
        m_alerts->setOutgoing({open(2), open(1)});
        QCOMPARE(m_ladder->boxes().size(), size_t(2));
        m_ladder->boxes().at(1)->findChild<QAbstractButton *>(u"escalate"_s)->click();
        m_ladder->boxes().at(0)->findChild<QAbstractButton *>(u"cancel"_s)->click();
        QCOMPARE(m_alerts->escalated, std::vector{AlertId{101}});
        QCOMPARE(m_alerts->cancelled, std::vector{AlertId{102}});
    }

    void anEndedAlertHasNoButtons()
    {
        OutgoingAlert alert = open(1);
        alert.state = protocol::AlertState::Answered;
        alert.canEscalate = alert.canCancel = false;
        alert.steps.back() = {
            Kind::Answered, m_clock.wallNow() + 14s, {demo::lin}, protocol::Reply::Coming, {}};
        m_alerts->setOutgoing({alert});
        LadderBox *box = m_ladder->boxes().at(0);
        QCOMPARE(box->lines().last(), u"“Coming” by Lin Chen in 14 s"_s);
        QVERIFY(!box->findChild<QAbstractButton *>(u"escalate"_s)->isVisible());
        QVERIFY(box->accessibleDescription().contains(u"Lin Chen"_s));
    }

    void aBoxStaysTheSameWhileItsAlertChanges()
    {
        m_alerts->setOutgoing({open(1)});
        LadderBox *box = m_ladder->boxes().at(0);
        m_alerts->setOutgoing({open(2), open(1)});
        QCOMPARE(m_ladder->boxes().at(1), box);
    }

    void endedOnesMakeWay()
    {
        OutgoingAlert ended = open(1);
        ended.state = protocol::AlertState::Expired;
        m_alerts->setOutgoing({open(5), open(4), open(3), open(2), ended});
        QCOMPARE(m_ladder->boxes().size(), size_t(LadderWidget::BoxLimit));
        m_alerts->setOutgoing({ended, ended});
        QCOMPARE(m_ladder->boxes().size(), size_t(1));
    }

private:
    OutgoingAlert open(quint64 localId) const
    {
        const WallTime now = m_clock.wallNow();
        OutgoingAlert alert;
        alert.localId = localId;
        alert.alert = AlertId{qint64(100 + localId)};
        alert.alertTemplate = demo::interpreter;
        alert.address = Address::room(demo::room3);
        alert.importance = protocol::Importance::Important;
        alert.canEscalate = alert.canCancel = true;
        alert.steps = {{Kind::Sent, now, {}, {}, {}},
                       {Kind::Delivered, now, {demo::patel}, {}, {}},
                       {Kind::Held, now, {demo::patel}, {}, {}},
                       {Kind::Next, now + 100s, {}, {}, Address::ofRole(u"Nurse"_s)}};
        return alert;
    }

    VirtualClock m_clock;
    client::Practice m_practice;
    AlertWords m_words{m_practice};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeAlertManager> m_alerts;
    std::unique_ptr<LadderWidget> m_ladder;
};

HANDBELL_TEST(LadderWidgetTest)
#include "LadderWidgetTest.moc"
