// SPDX-License-Identifier: Apache-2.0
#include "AssistanceDesk.h"
#include "client/Profile.h"
#include "tests/support/TestProgram.h"
#include "ui/assistance/AssistanceCard.h"
#include "ui/assistance/AssistanceDialog.h"
#include "ui/assistance/AssistanceReminder.h"
#include "ui/settings/Preferences.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>

using namespace handbell;
using namespace handbell::testing;
using namespace handbell::ui;
using protocol::AlertRaise;
using protocol::Reply;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

ActionButton *button(const QWidget &owner, const QString &name)
{
    return owner.findChild<ActionButton *>(name);
}

} // namespace

class AssistanceWidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTestWantsTheRoomConfirmed()
    {
        AssistanceDesk desk;
        QVERIFY(desk.joined);
        AssistanceDialog dialog(m_theme, desk.words, desk.assistance());
        dialog.show();
        auto *room = dialog.findChild<QCheckBox *>(u"roomIsRight"_s);
        auto *test = button(dialog, u"makeTest"_s);
        QVERIFY(room->text().contains(u"Front desk 1"_s));
        QVERIFY(!room->isChecked());
        QVERIFY(!test->isEnabled());
        QVERIFY(dialog.testWords().contains(u"Not tested"_s));

        room->click();
        QVERIFY(test->isEnabled());
        test->setFocus();
        test->click();
        QVERIFY(desk.test().isValid());
        QCOMPARE(desk.kit.server.all<AlertRaise>().front().testRoom, std::optional(demo::frontDesk1Room));
        QVERIFY(!test->isEnabled());
        QCOMPARE(dialog.focusWidget(), button(dialog, u"close"_s)); // Enter must not ask in earnest now
        desk.seen(desk.test(), demo::lin);
        QVERIFY2(dialog.testWords().contains(u"press Done"_s), qPrintable(dialog.testWords()));
        desk.answer(desk.test(), demo::lin, Reply::Done);
        QVERIFY2(dialog.testWords().contains(u"It works: Lin Chen"_s), qPrintable(dialog.testWords()));
        QVERIFY(test->isEnabled());
    }

    void aMoveTakesTheConfirmationAway()
    {
        AssistanceDesk desk;
        QVERIFY(desk.joined);
        AssistanceDialog dialog(m_theme, desk.words, desk.assistance());
        dialog.show();
        auto *room = dialog.findChild<QCheckBox *>(u"roomIsRight"_s);
        room->click();
        desk.kit.server.publish(protocol::WorkstationMoved{demo::frontDesk1, demo::room5}, {}, {});
        ClientKit::settle();
        QVERIFY(!room->isChecked());
        QVERIFY(room->text().contains(u"Consulting room 5"_s));
        (void)desk.kit.session().signOut();
        ClientKit::settle();
        QVERIFY2(!dialog.isVisible(), "nothing of the one who left stays");
    }

    void nobodyElseMeansNoTest()
    {
        AssistanceDesk desk;
        QVERIFY(desk.joined);
        std::vector<protocol::Presence> gone;
        for (protocol::Presence presence : demo::presence(desk.kit.clock.wallNow())) {
            presence.state = protocol::PresenceState::Offline;
            gone.push_back(presence);
        }
        desk.kit.server.notify(protocol::PresenceNotice{gone});
        ClientKit::settle();
        AssistanceDialog dialog(m_theme, desk.words, desk.assistance());
        dialog.findChild<QCheckBox *>(u"roomIsRight"_s)->click();
        QVERIFY(!button(dialog, u"makeTest"_s)->isEnabled());
    }

    void aTestNobodyAnsweredSaysWhatToDo()
    {
        AssistanceDesk desk;
        QVERIFY(desk.joined);
        desk.assistance().test(demo::frontDesk1Room);
        const AlertId test = desk.test();
        AssistanceDialog dialog(m_theme, desk.words, desk.assistance());
        desk.kit.server.publish(protocol::AlertClosed{test, protocol::AlertState::Expired, {}}, {}, {});
        ClientKit::settle();
        QVERIFY2(dialog.testWords().contains(u"Nobody answered"_s), qPrintable(dialog.testWords()));
    }

    void theCardShowsWhoComes()
    {
        AssistanceDesk desk;
        QVERIFY(desk.joined);
        const AlertId alert = desk.ask();
        AssistanceCard card(m_theme, desk.words, desk.assistance());
        QVERIFY2(card.words().contains(u"Nobody has answered yet"_s), qPrintable(card.words()));
        QVERIFY2(!card.words().contains(u"ssistance"_s), "whoever is in the room may read it");
        QCOMPARE(button(card, u"over"_s)->text(), u"Not needed after all"_s);
        desk.answer(alert, demo::lin, Reply::Coming);
        desk.answer(alert, demo::patel, Reply::TwoMinutes);
        QVERIFY2(card.words().contains(u"Lin Chen is coming\nDr Anna Patel is coming in 2 minutes"_s),
                 qPrintable(card.words()));
        QCOMPARE(card.accessibleName().section(u'\n', 0, 0), u"Lin Chen is coming"_s);
        button(card, u"over"_s)->click();
        QTRY_VERIFY(!desk.assistance().asked());
        QCOMPARE(desk.kit.server.all<protocol::AlertCancel>().front().alert, alert);
    }

    void manyWhoComeAreCounted()
    {
        AssistanceDesk desk;
        QVERIFY(desk.joined);
        const AlertId alert = desk.ask();
        AssistanceCard card(m_theme, desk.words, desk.assistance());
        for (const MemberId who : {demo::lin, demo::patel, demo::jo, demo::sam, demo::okafor})
            desk.answer(alert, who, Reply::Coming);
        QCOMPARE(card.words().count(u"is coming"_s), 3);
        QVERIFY2(card.words().contains(u"and 2 others"_s), qPrintable(card.words()));
    }

    void aRequestThatDidNotGoOutSaysSo()
    {
        AssistanceDesk desk;
        QVERIFY(desk.joined);
        desk.kit.server.refusesWith = ErrorCode::Unreachable;
        desk.kit.server.cut();
        QTRY_COMPARE(desk.kit.session().link(), client::Session::Link::Offline);
        desk.assistance().ask();
        QTRY_VERIFY(desk.assistance().asked() && desk.assistance().asked()->refusal);
        AssistanceCard card(m_theme, desk.words, desk.assistance());
        QVERIFY2(card.words().contains(u"did not go out"_s) && card.words().contains(u"phone"_s),
                 qPrintable(card.words()));
        QVERIFY(button(card, u"again"_s)->isVisibleTo(&card));
        QVERIFY(!button(card, u"over"_s)->isVisibleTo(&card));
        QSignalSpy dismissed(&card, &AssistanceCard::dismissed);
        button(card, u"close"_s)->click();
        QCOMPARE(dismissed.size(), 1);
    }

    void theReminderStandsUntilATestWasAnsweredOrTomorrow()
    {
        AssistanceDesk desk;
        QVERIFY(desk.joined);
        Preferences preferences(*desk.kit.profile);
        AssistanceReminder reminder(
            {m_theme, desk.words, desk.assistance(), preferences, desk.kit.clock});
        QVERIFY(!reminder.isHidden());
        QVERIFY2(reminder.words().contains(u"Front desk 1 has never been tested"_s),
                 qPrintable(reminder.words()));
        QSignalSpy wanted(&reminder, &AssistanceReminder::testRequested);
        button(reminder, u"test"_s)->click();
        QCOMPARE(wanted.size(), 1);
        button(reminder, u"later"_s)->click();
        QVERIFY(reminder.isHidden());
        Q_EMIT desk.assistance().changed();
        QVERIFY(reminder.isHidden());
        desk.kit.clock.advance(24h);
        Q_EMIT desk.assistance().changed();
        QVERIFY(!reminder.isHidden());
        desk.assistance().test(demo::frontDesk1Room);
        desk.answer(desk.test(), demo::lin, Reply::Done);
        QVERIFY(reminder.isHidden());
        desk.kit.clock.advance(24h * 8);
        desk.kit.server.publish(protocol::RoomRenamed{demo::room5, u"Room five"_s}, {}, {});
        ClientKit::settle();
        QVERIFY(!reminder.isHidden());
        QVERIFY2(reminder.words().contains(u"was last tested on"_s), qPrintable(reminder.words()));
    }

private:
    Theme m_theme{ThemeKind::Light};
};

HANDBELL_TEST(AssistanceWidgetsTest)
#include "AssistanceWidgetsTest.moc"
