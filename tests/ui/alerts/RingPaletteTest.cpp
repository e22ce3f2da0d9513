// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/RingPalette.h"

#include "client/Profile.h"
#include "client/SpeedDial.h"
#include "tests/support/DemoTargets.h"
#include "tests/support/FakeAlertManager.h"
#include "tests/support/TestProgram.h"
#include "ui/alerts/NoteGuardBar.h"
#include "ui/alerts/SpeedDialKeys.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace Qt::Literals::StringLiterals;
using protocol::Address;

//! The palette by keyboard alone.
class RingPaletteTest : public QObject
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
        auto *note = m_palette->findChild<QLineEdit *>(u"note"_s);
        note->setText(u"line 2"_s);
        note->setFocus();
        note->home(false);
        QTest::keyClick(note, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(m_dial->entries().empty());
        QCOMPARE(note->text(), u"line 2"_s);
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

    void aNoteWithAPatientTakesASecondEnter()
    {
        open(Address::room(demo::room3));
        type(u"0"_s);
        type(Patient);
        press(Qt::Key_Return);
        QVERIFY(m_alerts->raised.empty());
        auto *bar = m_palette->findChild<NoteGuardBar *>();
        QVERIFY(bar->isVisible());
        QVERIFY(bar->accessibleName().contains(u"an NHS number"_s));
        press(Qt::Key_Return);
        expectRung(demo::nextIsHere, Address::room(demo::room3));
        QCOMPARE(m_alerts->raised[0].note, std::optional(Patient.toString()));
        QCOMPARE(m_alerts->raised[0].confirmation->textDigest, guard::digestOf(Patient));
    }

    void wordsAimedAtAPersonGetALineAndStillRing_data()
    {
        QTest::addColumn<bool>("on");
        QTest::newRow("off") << false;
        QTest::newRow("on") << true;
    }
    void wordsAimedAtAPersonGetALineAndStillRing()
    {
        QFETCH(bool, on);
        protocol::PracticeState state = m_practice.state();
        state.guardSettings.tone = on;
        m_practice.reset(demo::priya, state);
        open(Address::room(demo::room3));
        auto *line = m_palette->findChild<QWidget *>(u"noteTone"_s);
        QVERIFY(!line->isVisible());
        type(u"0"_s);
        type(u"time-waster"_s);
        QCOMPARE(line->isVisible(), on);
        QVERIFY(!m_palette->findChild<NoteGuardBar *>()->isVisible());
        if (on)
            QCOMPARE(line->accessibleDescription(), u"About these words: time-waster"_s);
        press(Qt::Key_Return);
        expectRung(demo::nextIsHere, Address::room(demo::room3));
        QCOMPARE(m_alerts->raised[0].note, std::optional(u"time-waster"_s));
        QVERIFY(!m_alerts->raised[0].confirmation);
        open(Address::room(demo::room3));
        QVERIFY(!line->isVisible());
    }

    void oneKeyMakesTheNoteSafer()
    {
        open(Address::room(demo::room3));
        type(u"0"_s);
        type(u"Mrs Braithwaite 72F is in your chair"_s);
        press(Qt::Key_Return);
        auto *bar = m_palette->findChild<NoteGuardBar *>();
        QVERIFY(bar->isVisible());
        press(Qt::Key_I, Qt::AltModifier);
        QVERIFY(!bar->isVisible());
        auto *note = m_palette->findChild<QLineEdit *>(u"note"_s);
        QCOMPARE(note->text(), u"Mrs B 72F is in your chair"_s);
        note->undo();
        QCOMPARE(note->text(), u"Mrs Braithwaite 72F is in your chair"_s);
        press(Qt::Key_Return);
        press(Qt::Key_R, Qt::AltModifier);
        QCOMPARE(note->text(), u"is in your chair"_s);
        QVERIFY(m_alerts->raised.empty());
        press(Qt::Key_Return);
        QCOMPARE(m_alerts->raised[0].note, std::optional(u"is in your chair"_s));
        QVERIFY(!m_alerts->raised[0].confirmation);
    }

    void aHintStandsInTheFooter()
    {
        open(Address::room(demo::room3));
        type(u"0"_s);
        type(u"bring the key"_s);
        auto *footer = m_palette->findChild<QLabel *>(u"prospect"_s);
        QVERIFY(!footer->text().contains(u"name"_s));
        type(u" for Mrs Braithwaite"_s);
        QVERIFY(footer->text().contains(u"A name seen"_s));
        auto *note = m_palette->findChild<QLineEdit *>(u"note"_s);
        QVERIFY(note->accessibleDescription().contains(u"A name seen"_s));
        press(Qt::Key_Return);
        QCOMPARE(m_alerts->raised.size(), size_t{1});
    }

    void escapeLeavesTheWarningFirst()
    {
        open(Address::room(demo::room3));
        type(u"0"_s);
        type(Patient);
        press(Qt::Key_Return);
        press(Qt::Key_Escape);
        QVERIFY(m_palette->isVisible());
        QVERIFY(!m_palette->findChild<NoteGuardBar *>()->isVisible());
        type(u"!"_s); // another text: the warning is due anew
        press(Qt::Key_Return);
        QVERIFY(m_alerts->raised.empty());
        m_palette->findChild<QAbstractButton *>(u"ringWithout"_s)->click();
        expectRung(demo::nextIsHere, Address::room(demo::room3));
        QVERIFY(!m_alerts->raised[0].note);
    }

    void anUrgentAlertIsOneKeypressAwayWithAReasonDue()
    {
        NoteGuardBar bar(*m_theme);
        guard::Assessment assessment;
        assessment.verdict = guard::Verdict::Warn;
        assessment.reasonRequired = true;
        bar.warn(Patient.toString(), assessment, protocol::Importance::Urgent);
        QCOMPARE(bar.enter(), NoteGuardBar::Enter::RingWithoutNote);
        bar.warn(Patient.toString(), assessment, protocol::Importance::Important);
        QCOMPARE(bar.enter(), NoteGuardBar::Enter::NeedsReason);
        bar.findChild<QLineEdit *>()->setText(u"asked to"_s);
        QCOMPARE(bar.enter(), NoteGuardBar::Enter::RingWithNote);
        QCOMPARE(bar.reason(), u"asked to"_s);
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
        type(u"c7"_s);
        QVERIFY(m_palette->prospect().startsWith(u"Nobody can see this now: try any nurse."_s));
    }

    void nothingIsLeftOverFromTheLastTime()
    {
        open(Address::room(demo::room3));
        type(u"0"_s);
        type(u"old"_s);
        press(Qt::Key_Escape);
        open(Address::room(demo::room5));
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
    static constexpr QStringView Patient = u"NHS no 999 000 0018";

    void open(const std::optional<Address> &target = {})
    {
        m_palette->openFor(target);
        QVERIFY(QTest::qWaitForWindowActive(m_palette.get()));
    }
    QWidget *focus() const { return m_palette->focusWidget(); }
    void type(QStringView text)
    {
        for (const QChar letter : text)
            QTest::keyClick(focus(), letter.toLatin1());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(focus(), key, modifiers);
    }
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
