// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/RingPalette.h"

#include "client/Profile.h"
#include "client/SpeedDial.h"
#include "tests/support/DemoTargets.h"
#include "tests/support/FakeAlertManager.h"
#include "tests/support/TestProgram.h"
#include "tests/ui/composer/GuardedKit.h"
#include "ui/alerts/SpeedDialKeys.h"
#include "ui/composer/GuardBar.h"
#include "ui/theme/Theme.h"

#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace Qt::Literals::StringLiterals;
using protocol::Address;

//! The palette by keyboard alone.
class RingPaletteTest : public QObject, private GuardedKit
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme = std::make_unique<Theme>(ThemeKind::Light);
        demo::fill(m_practice, demo::priya, m_clock.wallNow());
        m_alerts = std::make_unique<FakeAlertManager>();
        m_targets.setTargets(demo::targets());
        m_templates.setRows(demo::templateRows());
        m_palette = std::make_unique<RingPalette>(
            RingPalette::Parts{*m_theme, m_words, m_practice, *m_alerts, m_targets, m_templates});
    }
    void cleanup()
    {
        m_palette.reset();
        m_dial.reset();
        QFile::remove(m_folder.filePath(u"profiles/default/profile.ini"_s));
    }

    void openedForARoomOneDigitRings()
    {
        open(Address::room(demo::room5));
        QVERIFY(m_palette->digitsRing());
        type(u"2"_s);
        expectRung(demo::interpreter, Address::room(demo::room5));
        QVERIFY(!m_palette->isVisible());
    }

    void openedWithoutATargetItTakesTheOneRungLast()
    {
        client::OutgoingAlert last;
        last.address = Address::ofRole(u"Nurse"_s);
        m_alerts->setOutgoing({last});
        open();
        type(u"1"_s);
        expectRung(demo::nextIsHere, Address::ofRole(u"Nurse"_s));
    }

    void withNeitherADigitDoesNotRing()
    {
        open();
        QVERIFY(!m_palette->digitsRing());
        type(u"2"_s);
        QVERIFY(m_alerts->raised.empty());
    }

    void ctrlDPutsItOnTheSpeedDialAndTakesItOff()
    {
        makeSpeedDial();
        open(Address::room(demo::room5));
        press(Qt::Key_Down);
        QTest::keyClick(m_palette->focusWidget(), Qt::Key_D, Qt::ControlModifier);
        const client::SpeedDialEntry entry{u"interpreter_here"_s, Address::room(demo::room5)};
        QCOMPARE(m_dial->entries(), std::vector{entry});
        const auto *star = m_palette->findChild<QAbstractButton *>(u"speedDial"_s);
        QCOMPARE(star->text(), SpeedDialKeys::keyName(1));
        QVERIFY(star->accessibleName().contains(SpeedDialKeys::keyName(1)));
        press(Qt::Key_Up); // another template is another entry
        QVERIFY(star->text().isEmpty());
        press(Qt::Key_Down);
        // From the note as well, where the key would delete a character on some desktops.
        edit().setPlainText(u"line 2"_s);
        edit().setFocus();
        edit().moveCursor(QTextCursor::Start);
        QTest::keyClick(&edit(), Qt::Key_D, Qt::ControlModifier);
        QVERIFY(m_dial->entries().empty());
        QCOMPARE(edit().toPlainText(), u"line 2"_s);
        QVERIFY(m_alerts->raised.empty());
        QVERIFY(m_palette->isVisible());
    }

    void theStarDoesTheSameUntilTheSpeedDialIsFull()
    {
        makeSpeedDial();
        for (int i = 1; i < int(client::SpeedDial::Limit); ++i)
            m_dial->toggle({u"chaperone"_s, Address::room(RoomId{i})});
        open(Address::room(demo::room5));
        auto *star = m_palette->findChild<QAbstractButton *>(u"speedDial"_s);
        star->click();
        QVERIFY(m_dial->isFull());
        QVERIFY(star->isEnabled()); // it can be taken off again
        QVERIFY(m_palette->digitsRing());
        press(Qt::Key_Down);
        QVERIFY(!star->isEnabled());
        QTest::keyClick(m_palette->focusWidget(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(m_dial->entries().back().templateKey, u"next_is_here"_s);
    }

    void openedForATemplateEnterRingsThat()
    {
        m_palette->openFor(Address::room(demo::room5), demo::chaperone);
        QVERIFY(QTest::qWaitForWindowActive(m_palette.get()));
        QCOMPARE(m_palette->chosenTemplate(), demo::chaperone);
        press(Qt::Key_Return);
        expectRung(demo::chaperone, Address::room(demo::room5));
    }

    void digitsFollowLettersIntoTheFilter()
    {
        open(Address::everyone());
        type(u"c3"_s);
        QVERIFY(m_alerts->raised.empty());
        QCOMPARE(m_palette->target(), std::optional(Address::room(demo::room3)));
        type(u"2"_s); // one target is left, and "c32" would leave none
        expectRung(demo::interpreter, Address::room(demo::room3));
    }

    void aDigitAfterSeveralMatchesIsPartOfTheFilter()
    {
        open();
        type(u"c9"_s); // rooms 3, 5, 7 and the clinicians begin with "c": not a template
        QVERIFY(m_alerts->raised.empty());
        QVERIFY(!m_palette->target());
        press(Qt::Key_Return);
        type(u"1"_s);
        QVERIFY(m_alerts->raised.empty());
    }

    void enterTakesTheTargetAndEnterRings_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Enter") << int(Qt::Key_Return);
        QTest::newRow("keypad Enter") << int(Qt::Key_Enter);
        QTest::newRow("Tab") << int(Qt::Key_Tab);
        QTest::newRow("Right") << int(Qt::Key_Right);
    }
    void enterTakesTheTargetAndEnterRings()
    {
        QFETCH(int, key);
        open();
        type(u"n"_s);
        press(Qt::Key(key));
        QVERIFY(m_alerts->raised.empty());
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        expectRung(demo::interpreter, Address::ofRole(u"Nurse"_s));
    }

    void itStandsInTheMiddleOfAPlaceAndOnTheScreen()
    {
        const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
        m_palette->centreOn(screen);
        open();
        QCOMPARE(m_palette->geometry().center(), screen.center());
        m_palette->centreOn({screen.bottomRight() - QPoint(40, 40), QSize(30, 30)});
        QVERIFY(screen.contains(m_palette->geometry()));
    }

    void everyNumberedTemplateIsWhollyInView()
    {
        auto rows = demo::templateRows();
        while (rows.size() < 12)
            rows.push_back(rows.front());
        m_templates.setRows(rows);
        open();
        const auto *list = m_palette->findChild<QListView *>(u"templates"_s);
        const QRect view = list->viewport()->rect();
        QVERIFY(view.contains(list->visualRect(list->model()->index(8, 0))));
        QVERIFY(!view.intersects(list->visualRect(list->model()->index(9, 0))));
    }

    void arrowsChooseAmongTargets()
    {
        open();
        press(Qt::Key_Down);
        QCOMPARE(m_palette->target(), std::optional(Address::room(demo::room5)));
        press(Qt::Key_Up);
        press(Qt::Key_Up);
        QCOMPARE(m_palette->target(), std::optional(Address::room(demo::room3)));
    }

    void lettersGoBackToTheFilter()
    {
        open(Address::room(demo::room3));
        type(u"lin"_s);
        QCOMPARE(m_palette->target(), std::optional(Address::person(demo::lin)));
        press(Qt::Key_Return);
        press(Qt::Key_Left);
        QVERIFY(!m_palette->findChild<QListView *>(u"templates"_s)->hasFocus());
    }

    void altDigitRingsFromAnywhere()
    {
        open();
        type(u"nurse"_s);
        press(Qt::Key_3, Qt::AltModifier);
        expectRung(demo::callWaiting, Address::ofRole(u"Nurse"_s));
    }

    void zeroGoesToTheNoteAndEnterRingsWithIt()
    {
        open(Address::room(demo::room3));
        press(Qt::Key_Down);
        type(u"0"_s);
        type(u"line 2"_s); // digits belong to the note here
        press(Qt::Key_Return);
        expectRung(demo::interpreter, Address::room(demo::room3));
        QCOMPARE(m_alerts->raised[0].note, std::optional(u"line 2"_s));
    }

    void aNoteWithAPatientAsksFirst()
    {
        open(Address::room(demo::room3));
        type(u"0"_s);
        type(Patient);
        QCOMPARE(underlined(), QStringList{u"999 000 0018"_s});
        press(Qt::Key_Return);
        QVERIFY(m_alerts->raised.empty());
        QVERIFY(bar().isVisible());
        QCOMPARE(focus(), button(u"Change the note"_s));
        choose(button(u"Ring with it…"_s));
        QVERIFY(m_alerts->raised.empty());
        choose(button(u"Ring, and record that I was warned"_s), Qt::Key_Return);
        expectRung(demo::nextIsHere, Address::room(demo::room3));
        QCOMPARE(m_alerts->raised[0].note, std::optional(Patient));
        QCOMPARE(m_alerts->raised[0].confirmation->textDigest, guard::digestOf(Patient));
        QVERIFY(!m_palette->isVisible());
    }

    void theReasonsEnterRingsOnce()
    {
        protocol::PracticeState state = m_practice.state();
        state.guardSettings.actions = {{u"nhs_number"_s, u"warn_with_reason"_s}};
        m_practice.reset(demo::priya, state);
        open(Address::room(demo::room3));
        type(u"0"_s);
        type(Patient);
        press(Qt::Key_Return);
        choose(button(u"Ring with it…"_s));
        press(Qt::Key_Return); // nothing typed yet
        QVERIFY(m_alerts->raised.empty() && bar().isVisible());
        type(u"3"_s);
        press(Qt::Key_3, Qt::AltModifier); // does not go into the reason
        QVERIFY(m_alerts->raised.empty() && bar().isVisible());
        choose(button(u"Ring with it…"_s));
        type(u"asked"_s);
        press(Qt::Key_Return);
        expectRung(demo::callWaiting, Address::room(demo::room3));
        QCOMPARE(m_alerts->raised[0].confirmation->reason, u"asked"_s);
    }

    void itCanGoOutWithoutTheNote()
    {
        open(Address::room(demo::room3));
        type(u"0"_s);
        type(Patient);
        press(Qt::Key_Return);
        choose(button(u"Ring without the note"_s));
        expectRung(demo::nextIsHere, Address::room(demo::room3));
        QVERIFY(!m_alerts->raised[0].note);
    }

    void anUrgentAlertTakesOneActMore_data()
    {
        QTest::addColumn<bool>("barOpen");
        QTest::addColumn<QString>("act");
        QTest::newRow("Enter") << false << u"Enter"_s;
        QTest::newRow("Enter after another's warning") << true << u"Enter"_s;
        QTest::newRow("the same key again") << false << u"Alt+7"_s;
        QTest::newRow("the button") << false << u"Ring"_s;
    }
    void anUrgentAlertTakesOneActMore()
    {
        QFETCH(bool, barOpen);
        QFETCH(QString, act);
        open(Address::room(demo::room3));
        type(u"0"_s);
        type(Patient);
        if (barOpen)
            press(Qt::Key_Return);
        QCOMPARE(bar().isVisible(), barOpen);
        press(Qt::Key_7, Qt::AltModifier);
        QVERIFY(m_alerts->raised.empty());
        if (act == u"Ring")
            button(act)->click();
        else if (act == u"Enter")
            press(Qt::Key_Return);
        else
            press(Qt::Key_7, Qt::AltModifier);
        expectRung(demo::assistance, Address::room(demo::room3));
        QCOMPARE(m_alerts->raised[0].note, std::optional(Patient));
    }

    void askingAgainForWhatCanWaitRingsNothing()
    {
        open(Address::room(demo::room3));
        type(u"0"_s);
        type(Patient);
        for (int time = 0; time < 3; ++time) {
            button(u"Ring"_s)->click();
            QVERIFY(m_alerts->raised.empty());
            QCOMPARE(focus(), button(u"Change the note"_s));
        }
    }

    void anotherChoiceClosesTheWarning_data()
    {
        QTest::addColumn<QString>("list");
        QTest::newRow("target") << u"targets"_s;
        QTest::newRow("template") << u"templates"_s;
    }
    void anotherChoiceClosesTheWarning()
    {
        QFETCH(QString, list);
        open(Address::room(demo::room3));
        type(u"0"_s);
        type(Patient);
        press(Qt::Key_Return);
        auto *view = m_palette->findChild<QListView *>(list);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          view->visualRect(view->model()->index(1, 0)).center());
        QVERIFY(!bar().isVisible());
        QCOMPARE(edit().toPlainText(), Patient);
        QVERIFY(m_palette->findChild<QListView *>(u"templates"_s)->hasFocus());
        press(Qt::Key_Return);
        QVERIFY(m_alerts->raised.empty() && bar().isVisible());
    }

    void thePaletteGrowsWithWhatIsSaidAndStaysOnTheScreen()
    {
        const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
        m_palette->centreOn({screen.bottomLeft() - QPoint(0, 40), QSize(30, 30)});
        open(Address::room(demo::room3));
        const int height = m_palette->height();
        QVERIFY(screen.contains(m_palette->geometry()));
        type(u"0"_s);
        type(Patient);
        press(Qt::Key_Return);
        QTRY_VERIFY(m_palette->height() > height);
        const auto fits = [this](const QWidget *widget) {
            return m_palette->rect().contains(
                QRect(widget->mapTo(m_palette.get(), QPoint()), widget->size()));
        };
        QTRY_VERIFY(fits(button(u"Ring with it…"_s)) && fits(button(u"Ring"_s)));
        QTRY_VERIFY2(screen.contains(m_palette->geometry()),
                     qPrintable(QDebug::toString(m_palette->geometry())));
        press(Qt::Key_Escape);
        QTRY_COMPARE(m_palette->height(), height);
    }

    void upLeavesTheNoteFromItsFirstLine()
    {
        open(Address::room(demo::room3));
        type(u"0"_s);
        type(QString(40, u'w') + u' ' + QString(30, u'w'));
        press(Qt::Key_Up);
        QVERIFY(edit().hasFocus());
        press(Qt::Key_Up);
        QVERIFY(m_palette->findChild<QListView *>(u"templates"_s)->hasFocus());
        press(Qt::Key_Tab);
        QVERIFY(edit().hasFocus());
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(m_palette->findChild<QListView *>(u"templates"_s)->hasFocus());
    }

    void escapeLeavesTheWarningFirst_data()
    {
        QTest::addColumn<int>("tabs");
        QTest::newRow("from the bar") << 0;
        QTest::newRow("from its last button") << 5;
        QTest::newRow("from Ring") << 7;
    }
    void escapeLeavesTheWarningFirst()
    {
        QFETCH(int, tabs);
        open(Address::room(demo::room3));
        type(u"0"_s);
        type(Patient);
        press(Qt::Key_Return);
        for (int tab = 0; tab < tabs; ++tab)
            press(Qt::Key_Tab);
        QCOMPARE(focus() == button(u"Ring"_s), tabs == 7);
        press(Qt::Key_Escape);
        QVERIFY(m_palette->isVisible());
        QVERIFY(!bar().isVisible() && edit().hasFocus());
        type(u"!"_s); // another text: the warning is due anew
        press(Qt::Key_Return);
        QVERIFY(m_alerts->raised.empty());
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        QVERIFY(!m_palette->isVisible());
    }

    void escapeCloses()
    {
        open(Address::room(demo::room3));
        press(Qt::Key_Escape);
        QVERIFY(!m_palette->isVisible());
        QVERIFY(m_alerts->raised.empty());
    }

    void theFooterSaysWhatWillHappen()
    {
        open(Address::room(demo::room3));
        QCOMPARE(m_palette->prospect(), u"Held: in consultation, routine alerts wait."_s);
        press(Qt::Key_Down);
        QVERIFY(m_palette->prospect().endsWith(u"If unanswered in 2 min: any nurse."_s));
        QCOMPARE(m_palette->findChild<QListView *>(u"templates"_s)->accessibleDescription(),
                 m_palette->prospect());
        type(u"c7"_s);
        QVERIFY(m_palette->prospect().startsWith(u"Nobody can see this now: try any nurse."_s));
    }

    void oneKeyNamesWhoIsMeantAndOneTakesWhatIsSuggested_data()
    {
        QTest::addColumn<bool>("note");
        QTest::newRow("from the lists") << false;
        QTest::newRow("from the note") << true;
    }
    void oneKeyNamesWhoIsMeantAndOneTakesWhatIsSuggested()
    {
        QFETCH(bool, note);
        const QString patel = u"Dr Anna Patel, GP · Consulting room 3 · in consultation"_s;
        open();
        type(u"c3"_s);
        if (note) {
            press(Qt::Key_Return);
            type(u"0now"_s);
        }
        press(Qt::Key_W, Qt::AltModifier);
        QVERIFY2(said().contains(patel), qPrintable(said()));
        press(Qt::Key_W, Qt::AltModifier);
        QVERIFY(!said().contains(patel));
        press(Qt::Key_T, Qt::AltModifier); // nothing to suggest, and nothing to type
        QCOMPARE(m_palette->target(), std::optional(Address::room(demo::room3)));
        open(Address::room(demo::room7));
        if (note)
            type(u"0now"_s);
        press(Qt::Key_T, Qt::AltModifier);
        QCOMPARE(m_palette->target(), std::optional(Address::everyone()));
        QCOMPARE(edit().hasFocus(), note);
        press(Qt::Key_Return);
        expectRung(demo::nextIsHere, Address::everyone());
        QCOMPARE(m_alerts->raised[0].note, note ? std::optional(u"now"_s) : std::nullopt);
    }

    void whatIsSuggestedIsFoundBehindTheFilter()
    {
        open();
        type(u"c7"_s);
        press(Qt::Key_T, Qt::AltModifier);
        QCOMPARE(m_palette->target(), std::optional(Address::everyone()));
        press(Qt::Key_2, Qt::AltModifier);
        expectRung(demo::interpreter, Address::everyone());
    }

    void nothingIsLeftOverFromTheLastTime()
    {
        open(Address::room(demo::room3));
        type(u"0"_s);
        type(u"old"_s);
        press(Qt::Key_W, Qt::AltModifier);
        press(Qt::Key_Escape);
        open(Address::room(demo::room5));
        QVERIFY(!said().contains(u"available"_s));
        type(u"1"_s);
        expectRung(demo::nextIsHere, Address::room(demo::room5));
        QVERIFY(!m_alerts->raised[0].note);
    }

private:
    void makeSpeedDial()
    {
        m_profile.emplace(*client::Profile::open(u"default"_s, QDir(m_folder.path())));
        m_dial = std::make_unique<client::SpeedDial>(*m_profile);
        m_palette = std::make_unique<RingPalette>(RingPalette::Parts{*m_theme, m_words, m_practice, *m_alerts,
                                                                     m_targets, m_templates, m_dial.get()});
    }
    const QString Patient = u"NHS no 999 000 0018"_s;

    void open(const std::optional<Address> &target = {})
    {
        m_palette->openFor(target);
        QVERIFY(QTest::qWaitForWindowActive(m_palette.get()));
    }
    QWidget &window() const override { return *m_palette; }
    GuardBar &bar() const { return *m_palette->findChild<GuardBar *>(); }
    void expectRung(TemplateId alertTemplate, const Address &address)
    {
        QCOMPARE(m_alerts->raised.size(), size_t(1));
        QCOMPARE(m_alerts->raised[0].alertTemplate, alertTemplate);
        QCOMPARE(m_alerts->raised[0].address, address);
    }

    VirtualClock m_clock;
    client::Practice m_practice;
    AlertWords m_words{m_practice};
    FakeTargetModel m_targets;
    FakeTemplateModel m_templates;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeAlertManager> m_alerts;
    QTemporaryDir m_folder;
    std::optional<client::Profile> m_profile;
    std::unique_ptr<client::SpeedDial> m_dial;
    std::unique_ptr<RingPalette> m_palette;
};

HANDBELL_TEST(RingPaletteTest)
#include "RingPaletteTest.moc"
