// SPDX-License-Identifier: Apache-2.0
#include "ui/composer/GuardBar.h"

#include "tests/support/TestProgram.h"
#include "tests/ui/composer/ComposerKit.h"

#include <QAccessible>
#include <QClipboard>
#include <QLineEdit>

using namespace handbell;
using namespace handbell::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString warned = u"her NHS no is 999 000 0018"_s;
const QString named = u"next is Mrs Jones, born 3/4/1954, at 10:40"_s;
const QString ill = u"Mrs Jones 72F wants her results"_s;

} // namespace

//! The guard's warning, met with the keyboard alone.
class GuardBarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_kit = std::make_unique<ComposerKit>();
        QVERIFY(m_kit->isReady());
        m_bar = m_kit->composer.findChild<ui::GuardBar *>();
        m_edit = m_kit->button(u"Edit"_s);
        m_remove = m_kit->button(u"Remove it"_s);
        m_initials = m_kit->button(u"Use initials"_s);
        m_notPatient = m_kit->button(u"Not a patient…"_s);
        m_task = m_kit->button(u"Use a task instead"_s);
        m_anyway = m_kit->button(u"Send anyway…"_s);
        m_confirm = m_kit->button(u"Send, and record that I was warned"_s);
        QVERIFY(m_bar && m_edit && m_remove && m_initials && m_task && m_notPatient && m_anyway && m_confirm);
    }
    void cleanup() { m_kit.reset(); }

    void theFirstEnterOpensTheBar()
    {
        m_kit->type(warned);
        QVERIFY(!m_bar->isVisible());
        QCOMPARE(m_kit->underlined(), QStringList{u"999 000 0018"_s});
        m_kit->press(Qt::Key_Return);
        QVERIFY(m_bar->isVisible());
        QVERIFY(m_kit->posted.empty());
        QCOMPARE(m_kit->composer.text(), warned);
        QCOMPARE(m_kit->focus(), m_edit);
        QVERIFY(m_kit->said().contains(u"This looks like a patient: an NHS number."_s));
        QVERIFY(m_kit->said().contains(u"test number"_s));
    }

    void theBarIsReadOut()
    {
        warn();
        QAccessibleInterface *bar = QAccessible::queryAccessibleInterface(m_bar);
        const QString name = bar->text(QAccessible::Name);
        QVERIFY2(name.startsWith(u"This looks like a patient: an NHS number. It is a test number"_s),
                 qPrintable(name));
        QVERIFY(name.endsWith(u"Safer: leave it out, and send a task in the clinical system."_s));
        for (QAbstractButton *button : choices())
            QCOMPARE(QAccessible::queryAccessibleInterface(button)->text(QAccessible::Name), button->text());
        chooseAnyway(Qt::Key_Space);
        QVERIFY(bar->text(QAccessible::Name)
                    .startsWith(u"This looks like a patient: an NHS number. It will be kept"_s));
    }

    void tabReachesEveryChoiceThenTheField_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("initials");
        QTest::addColumn<bool>("taskFirst");
        QTest::newRow("number") << warned << false << false;
        QTest::newRow("name") << named << true << false;
        QTest::newRow("health") << ill << true << true;
    }
    void tabReachesEveryChoiceThenTheField()
    {
        QFETCH(QString, text);
        QFETCH(bool, initials);
        QFETCH(bool, taskFirst);
        QList<QWidget *> order{m_edit, m_remove};
        if (!taskFirst && initials)
            order << m_initials;
        if (!taskFirst)
            order << m_task;
        else if (initials)
            order << m_initials;
        order << m_notPatient << m_anyway << &m_kit->edit() << &m_kit->send();
        if (taskFirst)
            order << m_task;
        // Twice, for the first time must leave nothing behind.
        for (int time = 0; time < 2; ++time) {
            warn(time == 0 ? ill : text);
            if (time == 0)
                continue;
            for (QWidget *next : order) {
                QCOMPARE(m_kit->focus(), next);
                m_kit->press(Qt::Key_Tab);
            }
            QCOMPARE(m_kit->focus(), m_edit);
            m_kit->press(Qt::Key_Backtab, Qt::ShiftModifier);
            QCOMPARE(m_kit->focus(), order.last());
        }
    }

    void aTaskComesFirstWhereHealthIsSpokenOf()
    {
        warn(ill);
        const auto place = [this](QWidget *button) {
            return button->mapTo(m_bar, QPoint());
        };
        QVERIFY(place(m_task).x() < place(m_edit).x());
        QCOMPARE(place(m_task).y(), place(m_edit).y());
        QCOMPARE(m_kit->focus(), m_edit);
        QVERIFY(m_kit->said().contains(u"with something about health"_s));
        QVERIFY(m_kit->said().contains(
            u"a task in the clinical system, where it reaches the patient's record"_s));
        QVERIFY(place(m_initials).y() >= place(m_edit).y());
        warn(named);
        QVERIFY(place(m_task).y() > place(m_edit).y());
    }

    void removingTakesOneKey_data()
    {
        QTest::addColumn<bool>("fromField");
        QTest::newRow("from the bar") << false;
        QTest::newRow("from the field") << true;
    }
    void removingTakesOneKey()
    {
        QFETCH(bool, fromField);
        warn(named);
        moveCursorBack(5); // before "10:40"
        const int fromEnd = int(named.size()) - m_kit->edit().textCursor().position();
        QVERIFY(m_bar->isVisible());
        if (fromField)
            m_kit->edit().setFocus();
        m_kit->press(Qt::Key_R, Qt::AltModifier);
        QCOMPARE(m_kit->composer.text(), u"next is, at 10:40"_s);
        QVERIFY(!m_bar->isVisible());
        QVERIFY(m_kit->posted.empty());
        QVERIFY(m_kit->edit().hasFocus());
        QCOMPARE(m_kit->composer.text().size() - m_kit->edit().textCursor().position(), fromEnd);
        QVERIFY(!m_kit->edit().textCursor().hasSelection());
        QVERIFY(m_kit->underlined().isEmpty());
        const QString said = u"Removed: a name and a date of birth. Nothing was sent yet."_s;
        QVERIFY2(m_kit->said().contains(said), qPrintable(m_kit->said()));
        QVERIFY(m_kit->isReadOut(said));
    }

    void removingIsOneStepToUndo()
    {
        warn(u"one\nMrs Jones, born 3/4/1954\nring pt back 07700 900123"_s);
        const QString text = m_kit->composer.text();
        m_remove->click();
        QCOMPARE(m_kit->composer.text(), u"one\nring pt back"_s);
        m_kit->press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_kit->composer.text(), text);
        m_kit->press(Qt::Key_Return);
        QVERIFY(m_bar->isVisible());
        QVERIFY(m_kit->posted.empty());
    }

    void theKeysShowAndDoNotTypeNorWorkWithoutTheBar()
    {
        warn(named);
        QCOMPARE(static_cast<ui::ActionButton *>(m_remove)->keyCap(), u"Alt+R"_s);
        QCOMPARE(static_cast<ui::ActionButton *>(m_initials)->keyCap(), u"Alt+I"_s);
        QVERIFY(m_remove->accessibleDescription().contains(u"Alt+R"_s));
        m_kit->press(Qt::Key_Escape);
        m_kit->press(Qt::Key_R, Qt::AltModifier);
        m_kit->press(Qt::Key_I, Qt::AltModifier);
        QCOMPARE(m_kit->composer.text(), named);
        m_kit->press(Qt::Key_Return);
        m_anyway->click(); // the second step has no such ways on
        m_kit->press(Qt::Key_R, Qt::AltModifier);
        QCOMPARE(m_kit->composer.text(), named);
        QVERIFY(m_confirm->isVisible());
    }

    void removingEverythingLeavesAnEmptyField()
    {
        warn(u"Mrs Jones, born 3/4/1954"_s);
        m_remove->click();
        QVERIFY(m_kit->composer.text().isEmpty());
        QVERIFY(!m_bar->isVisible() && !m_kit->send().isEnabled());
        QVERIFY(m_kit->edit().hasFocus());
        m_kit->press(Qt::Key_Return);
        QVERIFY(m_kit->posted.empty());
    }

    void initialsWhereNamesWere()
    {
        warn(u"Mr Smith 72M is here"_s);
        m_kit->press(Qt::Key_I, Qt::AltModifier);
        QCOMPARE(m_kit->composer.text(), u"Mr S 72M is here"_s);
        QVERIFY(!m_bar->isVisible());
        QVERIFY(m_kit->edit().hasFocus());
        QVERIFY(m_kit->posted.empty());
        QVERIFY(m_kit->isReadOut(u"Initials are in the place of names. Nothing was sent yet."_s));
        m_kit->press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_kit->composer.text(), u"Mr Smith 72M is here"_s);
    }

    void whatIsLeftIsWarnedOfAgain()
    {
        warn(named);
        m_initials->click();
        QCOMPARE(m_kit->composer.text(), u"next is Mrs J, born 3/4/1954, at 10:40"_s);
        QVERIFY(m_bar->isVisible());
        QCOMPARE(m_kit->focus(), m_edit);
        QVERIFY(m_remove->isVisible() && !m_initials->isVisible());
        QVERIFY(m_bar->accessibleName().startsWith(u"This looks like a patient: a date of birth."_s));
        m_kit->press(Qt::Key_R, Qt::AltModifier);
        QCOMPARE(m_kit->composer.text(), u"next is Mrs J, at 10:40"_s);
        QVERIFY(!m_bar->isVisible());
    }

    void notAPatientTakesASecondAct_data() { addKeys(); }
    void notAPatientTakesASecondAct()
    {
        QFETCH(int, key);
        warn();
        m_kit->choose(m_notPatient, key);
        QVERIFY(m_kit->posted.empty());
        QCOMPARE(m_kit->focus(), m_edit);
        QVERIFY(m_kit->said().contains(u"only what kind and which rule it was are noted: never the text"_s));
        QCOMPARE(m_confirm->text(), u"Send, and note: not a patient"_s);
        m_kit->press(Qt::Key_Tab);
        QCOMPARE(m_kit->focus(), m_confirm);
        m_kit->press(Qt::Key(key));
        QCOMPARE(m_kit->posted.size(), size_t(1));
        QVERIFY(m_kit->posted[0].confirmation()->notPatient);
        QVERIFY(m_kit->posted[0].confirmation()->reason.isEmpty());
        // The next "send anyway" says no such thing.
        warn();
        QCOMPARE(m_kit->button(u"Send, and record that I was warned"_s), nullptr);
        chooseAnyway(key);
        QCOMPARE(m_confirm->text(), u"Send, and record that I was warned"_s);
        m_confirm->click();
        QCOMPARE(m_kit->posted.size(), size_t(2));
        QVERIFY(!m_kit->posted[1].confirmation()->notPatient);
    }

    void notAPatientNeedsAReasonToo()
    {
        askForReason();
        warn();
        m_kit->choose(m_notPatient, Qt::Key_Space);
        QVERIFY(m_bar->findChild<QLineEdit *>()->hasFocus());
        QVERIFY(!m_confirm->isEnabled());
        QVERIFY(m_kit->said().contains(u"and your reason"_s));
        QCOMPARE(m_bar->findChild<QLineEdit *>()->placeholderText(), u"What it is instead"_s);
        m_kit->type(u"number of a parcel"_s);
        m_kit->press(Qt::Key_Return);
        QCOMPARE(m_kit->posted.size(), size_t(1));
        QVERIFY(m_kit->posted[0].confirmation()->notPatient);
        QCOMPARE(m_kit->posted[0].confirmation()->reason, u"number of a parcel"_s);
    }

    void aPastedTextIsScreened()
    {
        QApplication::clipboard()->setText(warned);
        m_kit->press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_kit->composer.text(), warned);
        QCOMPARE(m_kit->underlined(), QStringList{u"999 000 0018"_s});
        m_kit->press(Qt::Key_Return);
        QVERIFY(m_bar->isVisible());
        QVERIFY(m_kit->posted.empty());
        // Pasting over it, the bar open, is an edit like any other.
        QApplication::clipboard()->setText(u"Mrs Jones, born 3/4/1954"_s);
        m_kit->edit().setFocus();
        m_kit->edit().selectAll();
        m_kit->press(Qt::Key_V, Qt::ControlModifier);
        QVERIFY(!m_bar->isVisible());
        m_kit->press(Qt::Key_Return);
        QVERIFY(m_bar->isVisible());
        QVERIFY(m_kit->posted.empty());
    }

    void anEditAfterAConfirmationAsksAgain()
    {
        m_kit->outcome = ErrorCode::StorageUnavailable;
        warn();
        chooseAnyway(Qt::Key_Space);
        m_confirm->click();
        QVERIFY(!m_bar->isVisible() && m_kit->edit().hasFocus());
        m_kit->outcome = {};
        m_kit->type(u"!"_s);
        m_kit->press(Qt::Key_Return);
        QVERIFY(m_kit->posted.empty());
        QVERIFY(m_bar->isVisible() && m_anyway->isVisible() && !m_confirm->isVisible());
        // Neither does what was confirmed once hold for the same text sent again.
        m_kit->press(Qt::Key_Escape);
        m_kit->press(Qt::Key_Backspace);
        QCOMPARE(m_kit->composer.text(), warned);
        m_kit->press(Qt::Key_Return);
        QVERIFY(m_kit->posted.empty());
        QVERIFY(m_bar->isVisible());
    }

    void editGoesBackToTheText_data() { addKeys(); }
    void editGoesBackToTheText()
    {
        QFETCH(int, key);
        warn();
        m_kit->press(Qt::Key(key));
        QVERIFY(!m_bar->isVisible());
        QVERIFY(m_kit->edit().hasFocus());
        QCOMPARE(m_kit->composer.text(), warned);
        QVERIFY(m_kit->posted.empty());
    }

    void escapeGoesBackFromAnywhere_data()
    {
        QTest::addColumn<int>("tabs");
        QTest::newRow("edit") << 0;
        QTest::newRow("remove") << 1;
        QTest::newRow("task") << 2;
        QTest::newRow("not a patient") << 3;
        QTest::newRow("send anyway") << 4;
        QTest::newRow("the field itself") << 5;
        QTest::newRow("the send button") << 6;
    }
    void escapeGoesBackFromAnywhere()
    {
        QFETCH(int, tabs);
        warn();
        for (; tabs > 0; --tabs)
            m_kit->press(Qt::Key_Tab);
        m_kit->press(Qt::Key_Escape);
        QVERIFY(!m_bar->isVisible());
        QVERIFY(m_kit->edit().hasFocus());
        QCOMPARE(m_kit->composer.text(), warned);
    }

    void aTaskTakesTheTextAlong_data() { addKeys(); }
    void aTaskTakesTheTextAlong()
    {
        QFETCH(int, key);
        QApplication::clipboard()->clear();
        warn();
        m_kit->choose(m_task, key);
        QCOMPARE(QApplication::clipboard()->text(), warned);
        QVERIFY(m_kit->composer.text().isEmpty());
        QVERIFY(m_kit->posted.empty());
        QVERIFY(!m_bar->isVisible());
        QVERIFY(m_kit->edit().hasFocus());
        QVERIFY(m_kit->said().contains(u"Paste it into a task"_s));
        QVERIFY(m_kit->isReadOut(
            u"Copied. Paste it into a task in the clinical system; it was not sent and is not kept here."_s));
        m_kit->press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_kit->composer.text().isEmpty());
        QVERIFY(m_kit->underlined().isEmpty());
    }

    void sendingAnywayTakesASecondAct_data() { addKeys(); }
    void sendingAnywayTakesASecondAct()
    {
        QFETCH(int, key);
        warn();
        chooseAnyway(key);
        QVERIFY(m_kit->posted.empty());
        QVERIFY(!m_anyway->isVisible() && m_confirm->isVisible());
        QCOMPARE(m_kit->focus(), m_edit); // so that the same key again does not confirm
        QVERIFY(m_kit->said().contains(u"the record will say that you sent it"_s));
        QVERIFY(m_bar->accessibleName().contains(u"the record will say that you sent it"_s));
        m_kit->press(Qt::Key_Tab);
        QCOMPARE(m_kit->focus(), m_confirm);
        m_kit->press(Qt::Key(key));
        QCOMPARE(m_kit->posted.size(), size_t(1));
        QVERIFY(m_kit->posted[0].confirmation().has_value());
        QCOMPARE(m_kit->posted[0].confirmation()->textDigest, guard::digestOf(warned));
        QVERIFY(m_kit->composer.text().isEmpty());
        QVERIFY(!m_bar->isVisible());
        QVERIFY(m_kit->edit().hasFocus());
    }

    void aReasonIsAskedForWhereThePracticeWantsOne()
    {
        askForReason();
        warn();
        chooseAnyway(Qt::Key_Space);
        auto *reason = m_bar->findChild<QLineEdit *>();
        QCOMPARE(m_kit->focus(), reason);
        QCOMPARE(reason->accessibleName(), u"Reason"_s);
        QVERIFY(!m_confirm->isEnabled());
        m_kit->press(Qt::Key_Return);
        m_kit->type(u"  "_s);
        m_kit->press(Qt::Key_Return);
        QVERIFY(m_kit->posted.empty());
        QVERIFY(m_bar->isVisible());
        m_kit->type(u"ambulance is waiting"_s);
        m_kit->press(Qt::Key_Return);
        QCOMPARE(m_kit->posted.size(), size_t(1));
        QCOMPARE(m_kit->posted[0].confirmation()->reason, u"ambulance is waiting"_s);
    }

    void aReasonIsNotCarriedOver()
    {
        askForReason();
        warn();
        chooseAnyway(Qt::Key_Space);
        m_kit->type(u"half a reason"_s);
        m_kit->press(Qt::Key_Escape);
        QVERIFY(m_kit->edit().hasFocus());
        m_kit->press(Qt::Key_Return);
        QVERIFY(m_bar->findChild<QLineEdit *>()->text().isEmpty());
        QVERIFY(m_anyway->isVisible() && !m_confirm->isVisible());
    }

    void anEnterHeldDownChoosesNothing()
    {
        warn();
        m_kit->holdEnter();
        QVERIFY(m_bar->isVisible());
        QVERIFY(m_kit->posted.empty());
    }

    void aRefusedSendKeepsTheText()
    {
        m_kit->outcome = ErrorCode::StorageUnavailable;
        warn();
        chooseAnyway(Qt::Key_Space);
        m_kit->press(Qt::Key_Tab);
        m_kit->press(Qt::Key_Space);
        QCOMPARE(m_kit->composer.text(), warned);
        QVERIFY(m_kit->edit().hasFocus());
        QVERIFY(m_kit->said().contains(u"Not sent"_s));
    }

    void editingTheFindingAwayClosesTheBar()
    {
        warn();
        m_kit->edit().setFocus();
        for (int count = 0; count < 4; ++count)
            m_kit->press(Qt::Key_Backspace);
        QVERIFY(!m_bar->isVisible());
        m_kit->composer.setText(u"her number is in the record"_s);
        QVERIFY(m_kit->underlined().isEmpty());
        m_kit->press(Qt::Key_Return);
        QCOMPARE(m_kit->posted.size(), size_t(1));
        QVERIFY(!m_kit->posted[0].confirmation());
    }

    void aConfirmationIsForTheTextItWasGivenFor()
    {
        warn();
        chooseAnyway(Qt::Key_Space);
        m_kit->composer.setText(u"his NHS no is 999 000 0026"_s);
        m_kit->edit().setFocus();
        m_kit->press(Qt::Key_Return);
        QVERIFY(m_kit->posted.empty());
        QVERIFY(m_bar->isVisible() && m_anyway->isVisible() && !m_confirm->isVisible());
    }

    void anotherThemeLeavesTheBar()
    {
        warn();
        m_kit->theme.setKind(ui::ThemeKind::Dark);
        QVERIFY(m_bar->isVisible());
        QCOMPARE(m_kit->underlined(), QStringList{u"999 000 0018"_s});
    }

    void buttonsStandBesideTheWordsWhereThereIsRoom_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("beside");
        QTest::addColumn<QString>("text");
        for (const QString &text : {warned, named, ill}) {
            const QByteArray name = text.left(9).toUtf8();
            QTest::addRow("wide: %s", name.data()) << 1600 << true << text;
            QTest::addRow("narrow: %s", name.data()) << 480 << false << text;
            QTest::addRow("narrowest: %s", name.data()) << 320 << false << text;
        }
    }
    void buttonsStandBesideTheWordsWhereThereIsRoom()
    {
        QFETCH(int, width);
        QFETCH(bool, beside);
        QFETCH(QString, text);
        m_kit->composer.resize(width, 700);
        warn(text);
        QApplication::processEvents();
        const auto labels = m_bar->findChildren<ui::TextLabel *>();
        QList<QRect> places;
        for (QAbstractButton *button : choices()) {
            const QRect place(button->mapTo(m_bar, QPoint()), button->size());
            QVERIFY(m_bar->rect().contains(place));
            QVERIFY(place.width() >= button->sizeHint().width());
            for (const QRect &other : places)
                QVERIFY(!place.intersects(other));
            places << place;
            for (const auto *label : labels) {
                const QRect words(label->mapTo(m_bar, QPoint()), label->size());
                QVERIFY(beside ? place.left() > words.right() : place.top() > words.bottom());
                QVERIFY(words.height() >= label->heightForWidth(words.width()));
            }
        }
    }

    void theButtonsStandInTwoGroups()
    {
        for (int width = 560; width <= 1600; width += 40) {
            m_kit->composer.resize(width, 700);
            warn(named);
            QApplication::processEvents();
            const auto y = [this](QWidget *button) {
                return button->mapTo(m_bar, QPoint()).y();
            };
            QVERIFY(y(m_edit) == y(m_remove) && y(m_remove) == y(m_initials));
            QVERIFY(y(m_task) == y(m_notPatient) && y(m_notPatient) == y(m_anyway));
            QVERIFY(y(m_task) >= y(m_edit));
        }
    }

private:
    static void addKeys()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("space") << int(Qt::Key_Space);
        QTest::newRow("enter") << int(Qt::Key_Return);
        QTest::newRow("number pad") << int(Qt::Key_Enter);
    }
    void warn(const QString &text = warned)
    {
        m_kit->composer.setText(text);
        m_kit->edit().setFocus();
        m_kit->press(Qt::Key_Return);
        QVERIFY(m_bar->isVisible());
    }
    void askForReason()
    {
        guard::Policy policy;
        policy.actions[guard::Kind::NhsNumber] = guard::Action::WarnWithReason;
        m_kit->useGuard(policy);
    }
    void chooseAnyway(int key) { m_kit->choose(m_anyway, key); }
    void moveCursorBack(int characters)
    {
        QTextCursor cursor = m_kit->edit().textCursor();
        cursor.movePosition(QTextCursor::Left, QTextCursor::MoveAnchor, characters);
        m_kit->edit().setTextCursor(cursor);
    }
    //! The buttons of the first step that are in view.
    [[nodiscard]] QList<QAbstractButton *> choices() const
    {
        QList<QAbstractButton *> shown;
        for (QAbstractButton *button : {m_edit, m_remove, m_initials, m_task, m_notPatient, m_anyway}) {
            if (button->isVisible())
                shown << button;
        }
        return shown;
    }

    std::unique_ptr<ComposerKit> m_kit;
    ui::GuardBar *m_bar = nullptr;
    QAbstractButton *m_edit = nullptr;
    QAbstractButton *m_remove = nullptr;
    QAbstractButton *m_initials = nullptr;
    QAbstractButton *m_task = nullptr;
    QAbstractButton *m_notPatient = nullptr;
    QAbstractButton *m_anyway = nullptr;
    QAbstractButton *m_confirm = nullptr;
};

HANDBELL_TEST(GuardBarTest)
#include "GuardBarTest.moc"
