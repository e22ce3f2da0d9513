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
        m_task = m_kit->button(u"Use a task instead"_s);
        m_anyway = m_kit->button(u"Send anyway…"_s);
        m_confirm = m_kit->button(u"Send, and record that I was warned"_s);
        QVERIFY(m_bar && m_edit && m_task && m_anyway && m_confirm);
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
        QCOMPARE(bar->text(QAccessible::Name), u"This looks like a patient: an NHS number."_s);
        QVERIFY(!bar->text(QAccessible::Description).isEmpty());
        for (QAbstractButton *button : {m_edit, m_task, m_anyway, m_confirm})
            QVERIFY(!QAccessible::queryAccessibleInterface(button)->text(QAccessible::Name).isEmpty());
    }

    void tabReachesEveryChoiceThenTheField()
    {
        warn();
        for (QWidget *next :
             {static_cast<QWidget *>(m_task), static_cast<QWidget *>(m_anyway),
              static_cast<QWidget *>(&m_kit->edit()), static_cast<QWidget *>(&m_kit->send())}) {
            m_kit->press(Qt::Key_Tab);
            QCOMPARE(m_kit->focus(), next);
        }
        m_kit->press(Qt::Key_Tab);
        QCOMPARE(m_kit->focus(), m_edit);
        m_kit->press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(m_kit->focus(), &m_kit->send());
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
        QTest::newRow("task") << 1;
        QTest::newRow("send anyway") << 2;
        QTest::newRow("the field itself") << 3;
        QTest::newRow("the send button") << 4;
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
        m_kit->press(Qt::Key_Tab);
        m_kit->press(Qt::Key(key));
        QCOMPARE(QApplication::clipboard()->text(), warned);
        QVERIFY(m_kit->composer.text().isEmpty());
        QVERIFY(m_kit->posted.empty());
        QVERIFY(!m_bar->isVisible());
        QVERIFY(m_kit->edit().hasFocus());
        QVERIFY(m_kit->said().contains(u"Paste it into a task"_s));
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
        QVERIFY(m_bar->accessibleDescription().contains(u"the record will say that you sent it"_s));
        m_kit->press(Qt::Key_Tab);
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
        guard::Policy policy;
        policy.actions[guard::Kind::NhsNumber] = guard::Action::WarnWithReason;
        m_kit->useGuard(policy);
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
        guard::Policy policy;
        policy.actions[guard::Kind::NhsNumber] = guard::Action::WarnWithReason;
        m_kit->useGuard(policy);
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
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true);
        QApplication::sendEvent(m_edit, &held);
        QVERIFY(m_bar->isVisible());
        QVERIFY(m_kit->posted.empty());
    }

    void aRefusedSendKeepsTheText()
    {
        m_kit->outcome = ErrorCode::StorageUnavailable;
        warn();
        chooseAnyway(Qt::Key_Space);
        m_kit->press(Qt::Key_Tab);
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
        QTest::newRow("wide") << 900 << true;
        QTest::newRow("narrow") << 420 << false;
        QTest::newRow("narrowest") << 280 << false;
    }
    void buttonsStandBesideTheWordsWhereThereIsRoom()
    {
        QFETCH(int, width);
        QFETCH(bool, beside);
        m_kit->composer.resize(width, 400);
        warn();
        QApplication::processEvents();
        const auto labels = m_bar->findChildren<ui::TextLabel *>();
        for (QAbstractButton *button : {m_edit, m_task, m_anyway}) {
            const QRect place(button->mapTo(m_bar, QPoint()), button->size());
            QVERIFY(m_bar->rect().contains(place));
            QVERIFY(place.width() >= button->sizeHint().width());
            for (const auto *label : labels) {
                const QRect words(label->mapTo(m_bar, QPoint()), label->size());
                QVERIFY(beside ? place.left() > words.right() : place.top() > words.bottom());
            }
        }
    }

    void buttonsBesideTheWordsStandInOneRow()
    {
        warn();
        int beside = 0;
        for (int width = 640; width > 480; width -= 4) {
            m_kit->composer.resize(width, 400);
            QApplication::processEvents();
            if (m_edit->mapTo(m_bar, QPoint()).x() < m_bar->width() / 3)
                continue;
            ++beside;
            QCOMPARE(m_task->y(), m_edit->y());
            QCOMPARE(m_anyway->y(), m_edit->y());
        }
        QVERIFY(beside > 0 && beside < 40);
    }

private:
    static void addKeys()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("space") << int(Qt::Key_Space);
        QTest::newRow("enter") << int(Qt::Key_Return);
        QTest::newRow("number pad") << int(Qt::Key_Enter);
    }
    void warn()
    {
        m_kit->composer.setText(warned);
        m_kit->press(Qt::Key_Return);
        QVERIFY(m_bar->isVisible());
    }
    void chooseAnyway(int key)
    {
        m_kit->press(Qt::Key_Tab);
        m_kit->press(Qt::Key_Tab);
        QCOMPARE(m_kit->focus(), m_anyway);
        m_kit->press(Qt::Key(key));
    }

    std::unique_ptr<ComposerKit> m_kit;
    ui::GuardBar *m_bar = nullptr;
    QAbstractButton *m_edit = nullptr;
    QAbstractButton *m_task = nullptr;
    QAbstractButton *m_anyway = nullptr;
    QAbstractButton *m_confirm = nullptr;
};

HANDBELL_TEST(GuardBarTest)
#include "GuardBarTest.moc"
