// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/NoteField.h"

#include "tests/support/DemoPractice.h"
#include "tests/support/TestProgram.h"
#include "tests/ui/composer/GuardedKit.h"
#include "ui/composer/GuardBar.h"
#include "ui/theme/Theme.h"

#include <QClipboard>
#include <QImage>
#include <QLineEdit>
#include <QMimeData>
#include <QUrl>

#include <memory>
#include <vector>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace Qt::Literals::StringLiterals;
using protocol::Importance;

namespace {

const QString numbered = u"NHS no 999 000 0018"_s;
const QString named = u"Mrs Braithwaite 72F is in your chair"_s;

} // namespace

//! The note of an alert and the guard's warning, met with the keyboard alone. Enter rings, as in the palette.
class NoteFieldTest : public QObject, private GuardedKit
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme = std::make_unique<Theme>(ThemeKind::Light);
        usePractice(demo::state());
        m_importance = Importance::Routine;
        m_rung.clear();
        m_field = std::make_unique<NoteField>(*m_theme, m_practice);
        connect(m_field.get(), &NoteField::ringRequested, this, [this] {
            if (const auto screened = m_field->screen(m_importance))
                m_rung.push_back(screened->note);
        });
        connect(m_field.get(), &NoteField::screened, this,
                [this](const NoteField::Screened &what) { m_rung.push_back(what.note); });
        m_field->resize(560, 300);
        m_field->show();
        m_field->focusField();
        QVERIFY(QTest::qWaitForWindowActive(m_field.get()));
        QVERIFY(edit().hasFocus());
    }
    void cleanup() { m_field.reset(); }

    void whatNobodyMindsRings_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("note");
        QTest::newRow("words") << u"line 2"_s << u"line 2"_s;
        QTest::newRow("with space around") << u" line 2 "_s << u"line 2"_s;
        QTest::newRow("a hint") << u"ask Mrs Braithwaite"_s << u"ask Mrs Braithwaite"_s;
    }
    void whatNobodyMindsRings()
    {
        QFETCH(QString, typed);
        QFETCH(QString, note);
        type(typed);
        press(Qt::Key_Return);
        QCOMPARE(m_rung.size(), size_t(1));
        QCOMPARE(m_rung[0]->text(), note);
        QVERIFY(!m_rung[0]->confirmation());
    }

    void blankIsNoNote_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nothing") << QString();
        QTest::newRow("spaces") << u"   "_s;
    }
    void blankIsNoNote()
    {
        QFETCH(QString, typed);
        type(typed);
        press(Qt::Key_Return);
        QCOMPARE(m_rung.size(), size_t(1));
        QVERIFY(!m_rung[0]);
    }

    void anAlertWithoutANoteTakesNone()
    {
        type(numbered);
        m_field->setTaken(false);
        m_field->focusField();
        QVERIFY(!edit().hasFocus());
        const auto screened = m_field->screen(Importance::Routine);
        QVERIFY(screened && !screened->note);
        m_field->setTaken(true);
        QCOMPARE(edit().toPlainText(), numbered);
    }

    void itIsUnderlinedWhileOneTypes()
    {
        type(u"for Mrs Braithwaite"_s);
        QCOMPARE(underlined(), QStringList{u"Mrs Braithwaite"_s});
        const QString hint = u"A name seen. Fine if not a patient's."_s;
        QVERIFY2(said().contains(hint), qPrintable(said()));
        QVERIFY(isReadOut(hint));
        m_field->clear();
        QVERIFY(underlined().isEmpty() && !said().contains(hint));
    }

    void wordsAimedAtAPersonAreDashed_data()
    {
        QTest::addColumn<bool>("on");
        QTest::newRow("off") << false;
        QTest::newRow("on") << true;
    }
    void wordsAimedAtAPersonAreDashed()
    {
        QFETCH(bool, on);
        protocol::PracticeState state = demo::state();
        state.guardSettings.tone = on;
        usePractice(state);
        type(u"that time-waster"_s);
        const QStringList words = on ? QStringList{u"time-waster"_s} : QStringList();
        QCOMPARE(underlined(QTextCharFormat::DashUnderline), words);
        QCOMPARE(said().contains(u"This can be read out"_s), on);
        press(Qt::Key_Return);
        QCOMPARE(m_rung.at(0)->text(), u"that time-waster"_s);
    }

    void theFirstEnterOpensTheBarOnChangingIt()
    {
        warn(named);
        QVERIFY(m_rung.empty());
        QCOMPARE(focus(), button(u"Change the note"_s));
        const QString name = bar().accessibleName();
        QVERIFY2(name.startsWith(u"This looks like a patient: a name and an age. Alerts stand on screens"_s),
                 qPrintable(name));
        QVERIFY(name.contains(u"Safer:"_s));
        press(Qt::Key_Return);
        QVERIFY(!bar().isVisible() && edit().hasFocus());
        QCOMPARE(edit().toPlainText(), named);
        QVERIFY(m_rung.empty());
    }

    void oneKeyMakesItSafer_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("said");
        QTest::newRow("remove") << int(Qt::Key_R) << u"is in your chair"_s
                                << u"Removed: a name and an age. Nothing was sent yet."_s;
        QTest::newRow("initials") << int(Qt::Key_I) << u"Mrs B 72F is in your chair"_s
                                  << u"Initials are in the place of names. Nothing was sent yet."_s;
    }
    void oneKeyMakesItSafer()
    {
        QFETCH(int, key);
        QFETCH(QString, left);
        QFETCH(QString, said);
        warn(named);
        press(Qt::Key(key), Qt::AltModifier);
        QCOMPARE(edit().toPlainText(), left);
        QVERIFY(!bar().isVisible() && edit().hasFocus());
        QVERIFY(isReadOut(said));
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(edit().toPlainText(), named);
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        press(Qt::Key_Return);
        QCOMPARE(m_rung.size(), size_t(1));
        QCOMPARE(m_rung[0]->text(), left);
        QVERIFY(!m_rung[0]->confirmation());
    }

    void aTaskTakesTheNoteAlong()
    {
        QApplication::clipboard()->clear();
        warn(named);
        choose(button(u"Use a task instead"_s));
        QCOMPARE(QApplication::clipboard()->text(), named);
        QVERIFY(edit().toPlainText().isEmpty() && edit().hasFocus());
        QVERIFY(!bar().isVisible() && m_rung.empty());
        QVERIFY(isReadOut(
            u"Copied. Paste it into a task in the clinical system; it was not sent and is not kept here."_s));
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(edit().toPlainText().isEmpty());
    }

    void ringingAllTheSameTakesASecondAct_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<bool>("notPatient");
        QTest::newRow("with it") << u"Ring with it…"_s << u"Ring, and record that I was warned"_s << false;
        QTest::newRow("not a patient") << u"Not a patient…"_s << u"Ring, and note: not a patient"_s << true;
    }
    void ringingAllTheSameTakesASecondAct()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(bool, notPatient);
        warn(numbered);
        choose(button(first));
        QVERIFY(m_rung.empty());
        QCOMPARE(focus(), button(u"Change the note"_s)); // so that the same key again does not ring
        QVERIFY(said().contains(u"It will be kept"_s));
        press(Qt::Key_Tab);
        QCOMPARE(focus(), button(second));
        press(Qt::Key_Return);
        QCOMPARE(m_rung.size(), size_t(1));
        QCOMPARE(m_rung[0]->text(), numbered);
        QCOMPARE(m_rung[0]->confirmation()->textDigest, guard::digestOf(numbered));
        QCOMPARE(m_rung[0]->confirmation()->notPatient, notPatient);
    }

    void aReasonIsAskedForWhereThePracticeWantsOne()
    {
        askForReason();
        warn(numbered);
        choose(button(u"Ring with it…"_s));
        QCOMPARE(focus(), bar().findChild<QLineEdit *>());
        type(u"  "_s);
        press(Qt::Key_Return);
        QVERIFY(m_rung.empty());
        type(u"asked for it"_s);
        press(Qt::Key_Return);
        QCOMPARE(m_rung.size(), size_t(1));
        QCOMPARE(m_rung[0]->confirmation()->reason, u"asked for it"_s);
    }

    void itCanBeLeftOut_data()
    {
        QTest::addColumn<bool>("secondStep");
        QTest::newRow("at first") << false;
        QTest::newRow("on second thoughts") << true;
    }
    void itCanBeLeftOut()
    {
        QFETCH(bool, secondStep);
        warn(numbered);
        if (secondStep)
            choose(button(u"Ring with it…"_s));
        choose(button(u"Ring without the note"_s));
        QCOMPARE(m_rung.size(), size_t(1));
        QVERIFY(!m_rung[0]);
    }

    void anEditAsksAgain()
    {
        warn(numbered);
        choose(button(u"Ring with it…"_s));
        edit().setFocus();
        type(u"!"_s);
        QVERIFY(!bar().isVisible());
        press(Qt::Key_Return);
        QVERIFY(m_rung.empty());
        QVERIFY(bar().isVisible() && button(u"Ring with it…"_s)->isVisible());
    }

    void anUrgentAlertIsOneKeyAway_data()
    {
        QTest::addColumn<bool>("reason");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("said");
        QTest::newRow("with the note") << false << u"Ring with it"_s << u"Urgent: Enter rings with it"_s;
        QTest::newRow("without it, where a reason is due")
            << true << u"Ring without the note"_s << u"Urgent: Enter rings without it"_s;
    }
    void anUrgentAlertIsOneKeyAway()
    {
        QFETCH(bool, reason);
        QFETCH(QString, first);
        QFETCH(QString, said);
        if (reason)
            askForReason();
        m_importance = Importance::Urgent;
        warn(numbered);
        QCOMPARE(focus(), button(first));
        QVERIFY2(bar().accessibleName().contains(said), qPrintable(bar().accessibleName()));
        holdEnter(); // the one that opened the bar
        QVERIFY(m_rung.empty());
        press(Qt::Key_Return);
        QCOMPARE(m_rung.size(), size_t(1));
        QCOMPARE(m_rung[0].has_value(), !reason);
        if (!reason)
            QCOMPARE(m_rung[0]->confirmation()->textDigest, guard::digestOf(numbered));
    }

    void anUrgentNoteCanStillBeExplained()
    {
        askForReason();
        m_importance = Importance::Urgent;
        warn(numbered);
        choose(button(u"Ring with it…"_s));
        type(u"crash team asked"_s);
        press(Qt::Key_Return);
        QCOMPARE(m_rung.at(0)->confirmation()->reason, u"crash team asked"_s);
    }

    void theNextAlertMayNotBeUrgent()
    {
        m_importance = Importance::Urgent;
        warn(numbered);
        press(Qt::Key_Escape);
        QVERIFY(!bar().isVisible());
        edit().setFocus();
        m_importance = Importance::Important;
        press(Qt::Key_Return);
        QCOMPARE(focus(), button(u"Change the note"_s));
        QVERIFY(button(u"Ring with it…"_s)->isVisible());
        QVERIFY(!bar().accessibleName().contains(u"Urgent"_s));
    }

    void whatIsLeftOfAnUrgentNoteIsOneKeyAwayToo()
    {
        m_importance = Importance::Urgent;
        warn(u"Mrs Braithwaite, NHS no 999 000 0018"_s);
        press(Qt::Key_I, Qt::AltModifier);
        QCOMPARE(edit().toPlainText(), u"Mrs B, NHS no 999 000 0018"_s);
        QVERIFY(bar().isVisible());
        press(Qt::Key_Return);
        QCOMPARE(m_rung.at(0)->text(), u"Mrs B, NHS no 999 000 0018"_s);
    }

    void whatIsPastedIsScreened()
    {
        QApplication::clipboard()->setText(u"NHS no\r\n999 000 0018\n"_s);
        press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(edit().toPlainText(), u"NHS no 999 000 0018 "_s);
        QCOMPARE(underlined(), QStringList{u"999 000 0018"_s});
        press(Qt::Key_Return);
        QVERIFY(bar().isVisible() && m_rung.empty());
    }

    void onlyWordsAreTaken_data()
    {
        QTest::addColumn<bool>("picture");
        QTest::addColumn<QString>("said");
        QTest::newRow("picture") << true << u"A picture can show a patient"_s;
        QTest::newRow("file") << false << u"A file can hold a patient's details"_s;
    }
    void onlyWordsAreTaken()
    {
        QFETCH(bool, picture);
        QFETCH(QString, said);
        auto data = std::make_unique<QMimeData>();
        if (picture)
            data->setImageData(QImage(8, 8, QImage::Format_RGB32));
        else
            data->setUrls({QUrl::fromLocalFile(u"/home/jo/letter.pdf"_s)});
        QApplication::clipboard()->setMimeData(data.release());
        press(Qt::Key_V, Qt::ControlModifier);
        QVERIFY(edit().toPlainText().isEmpty());
        QVERIFY2(this->said().contains(said), qPrintable(this->said()));
    }

    void whatHasNoRoomIsSaidToBeCut()
    {
        QApplication::clipboard()->setText(QString(120, u'a'));
        press(Qt::Key_V, Qt::ControlModifier);
        QVERIFY(!said().contains(u"Cut"_s));
        type(u"b"_s);
        QCOMPARE(edit().toPlainText(), QString(120, u'a'));
        QVERIFY2(said().contains(u"Cut: a note has room for 120 character"_s), qPrintable(said()));
        press(Qt::Key_Backspace);
        QVERIFY(!said().contains(u"Cut"_s));
    }

    void theFirstLineIsKnown()
    {
        QVERIFY(m_field->isInFirstLine());
        type(QString(40, u'w') + u' ' + QString(60, u'w'));
        QVERIFY(!m_field->isInFirstLine());
        press(Qt::Key_Home, Qt::ControlModifier);
        QVERIFY(m_field->isInFirstLine());
    }

private:
    QWidget &window() const override { return *m_field; }
    GuardBar &bar() const { return *m_field->findChild<GuardBar *>(); }
    void usePractice(const protocol::PracticeState &state) { m_practice.reset(demo::priya, state); }
    void askForReason()
    {
        protocol::PracticeState state = demo::state();
        state.guardSettings.actions = {{u"nhs_number"_s, u"warn_with_reason"_s}};
        usePractice(state);
    }
    void warn(const QString &note)
    {
        type(note);
        QVERIFY(!bar().isVisible());
        press(Qt::Key_Return);
        QVERIFY(bar().isVisible());
    }

    client::Practice m_practice;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<NoteField> m_field;
    Importance m_importance = Importance::Routine;
    std::vector<std::optional<guard::ScreenedText>> m_rung;
};

HANDBELL_TEST(NoteFieldTest)
#include "NoteFieldTest.moc"
