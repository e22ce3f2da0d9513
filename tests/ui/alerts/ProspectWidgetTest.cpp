// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/ProspectWidget.h"

#include "tests/support/DemoPractice.h"
#include "tests/support/TestProgram.h"
#include "ui/alerts/ReachList.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Theme.h"

#include <QSignalSpy>

#include <memory>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace Qt::Literals::StringLiterals;
using protocol::Address;

class ProspectWidgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme = std::make_unique<Theme>(ThemeKind::Light);
        demo::fill(m_practice, demo::priya, m_clock.wallNow());
        m_widget = std::make_unique<ProspectWidget>(*m_theme, m_practice, m_words);
        m_widget->show();
    }
    void cleanup() { m_widget.reset(); }

    void namesAreShownOnRequest()
    {
        tell(demo::nextIsHere, Address::ofRole(u"Nurse"_s), 1);
        QVERIFY(m_widget->words().endsWith(u"can see this now."_s));
        QVERIFY(who().isVisible() && !names().isVisible());
        QCOMPARE(who().keyCap(), u"Alt+W"_s);
        who().click();
        QVERIFY(names().isVisible());
        QCOMPARE(names().accessibleName(), u"Lin Chen, nurse · Consulting room 6 · in consultation"_s);
        QCOMPARE(who().text(), u"Hide names"_s);
        // They follow the choice, for as long as they are wanted.
        tell(demo::nextIsHere, Address::person(demo::okafor), 1);
        QCOMPARE(names().accessibleName(), u"Dr Ben Okafor, GP · Consulting room 5 · available"_s);
        who().click();
        QVERIFY(!names().isVisible());
        QCOMPARE(who().text(), u"Who?"_s);
        who().click();
        m_widget->hideNames();
        QVERIFY(!names().isVisible());
    }

    void thereAreNoNamesOfNobody()
    {
        tell(demo::nextIsHere, Address::person(demo::okafor), 1);
        who().click();
        tell(demo::nextIsHere, Address::room(demo::room7), 0);
        QVERIFY(!who().isVisible() && !names().isVisible());
        tell(demo::nextIsHere, Address::person(demo::okafor), 1);
        QVERIFY(names().isVisible());
        m_widget->setNothing();
        QVERIFY(m_widget->words().isEmpty() && !who().isVisible() && !instead().isVisible());
    }

    void whereNobodyCanSomebodyIsSuggested_data()
    {
        QTest::addColumn<TemplateId>("alertTemplate");
        QTest::addColumn<Address>("address");
        QTest::addColumn<QString>("words");
        QTest::newRow("the ladder's first")
            << demo::interpreter << Address::ofRole(u"Nurse"_s) << u"Try any nurse"_s;
        QTest::newRow("without a ladder") << demo::nextIsHere << Address::everyone() << u"Try everyone"_s;
    }
    void whereNobodyCanSomebodyIsSuggested()
    {
        QFETCH(TemplateId, alertTemplate);
        QFETCH(Address, address);
        QFETCH(QString, words);
        QSignalSpy chosen(m_widget.get(), &ProspectWidget::alternativeChosen);
        tell(alertTemplate, Address::room(demo::room3), 1);
        QVERIFY(!instead().isVisible());
        tell(alertTemplate, Address::room(demo::room7), 0);
        QVERIFY(instead().isVisible());
        QCOMPARE(instead().text(), words);
        QCOMPARE(instead().keyCap(), u"Alt+T"_s);
        instead().click();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].value<Address>(), address);
    }

    void whereNobodyAtAllIsInThereIsThePhone()
    {
        m_practice.reset(demo::priya, demo::state()); // nobody's presence is known
        tell(demo::interpreter, Address::room(demo::room7), 0);
        QVERIFY(m_widget->words().startsWith(u"Nobody can see this now: use the phone."_s));
        QVERIFY(!instead().isVisible());
    }

private:
    ActionButton &who() const { return *m_widget->findChild<ActionButton *>(u"who"_s); }
    ActionButton &instead() const { return *m_widget->findChild<ActionButton *>(u"tryInstead"_s); }
    ReachList &names() const { return *m_widget->findChild<ReachList *>(); }
    void tell(TemplateId alertTemplate, const Address &address, int now)
    {
        m_widget->setAlert(m_practice.state().templates.at(alertTemplate), address, {now, {}});
    }

    VirtualClock m_clock;
    client::Practice m_practice;
    AlertWords m_words{m_practice};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ProspectWidget> m_widget;
};

HANDBELL_TEST(ProspectWidgetTest)
#include "ProspectWidgetTest.moc"
