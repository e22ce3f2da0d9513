// SPDX-License-Identifier: Apache-2.0
#include "ui/ledger/LedgerDialog.h"

#include "LedgerKit.h"
#include "tests/support/TestProgram.h"
#include "ui/ledger/LedgerChart.h"
#include "ui/ledger/LedgerTableModel.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handbell;
using namespace handbell::testing;
using namespace handbell::ui;

class LedgerDialogTest : public QObject
{
    Q_OBJECT

    const Theme m_theme{ThemeKind::Light};
    VirtualClock m_clock;
    std::unique_ptr<FakeLedgerManager> m_manager;
    std::unique_ptr<LedgerDialog> m_dialog;

    //! All words in view, line by line.
    QString words() const
    {
        QStringList lines;
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->isVisible())
                lines << label->text();
        }
        return lines.join(u'\n');
    }
    ActionButton *button(const QString &text) const
    {
        for (auto *button : m_dialog->findChildren<ActionButton *>()) {
            if (button->text().startsWith(text))
                return button;
        }
        return nullptr;
    }
    QComboBox *choice(const QString &name) const
    {
        for (auto *choice : m_dialog->findChildren<QComboBox *>()) {
            if (choice->accessibleName() == name)
                return choice;
        }
        return nullptr;
    }
    bool showsChart() const { return m_dialog->findChild<LedgerChart *>()->isVisible(); }
    bool showsTable() const { return m_dialog->findChild<QTableView *>()->isVisible(); }
    void open(const FakeLedgerManager::Answer &answer)
    {
        m_dialog->show();
        m_manager->answer(answer);
    }

private Q_SLOTS:
    void init()
    {
        m_manager = std::make_unique<FakeLedgerManager>();
        m_dialog = std::make_unique<LedgerDialog>(m_theme, *m_manager, m_clock);
        m_dialog->showAs(LedgerDialog::Form::Chart);
    }

    void asksForAWeekAndSumsItUp()
    {
        m_dialog->show();
        QVERIFY(words().contains(u"Counting…"_s));
        QVERIFY(!button(u"Save as CSV"_s)->isEnabled());
        QCOMPARE(m_manager->asked.size(), size_t{1});
        QVERIFY(m_manager->asked.front().from < m_clock.wallNow());
        QVERIFY(m_manager->asked.front().until > m_clock.wallNow());
        m_manager->answer(week());
        QVERIFY(words().contains(
            u"94 alerts in the last 7 days. About 9 in 10 were answered, half of them within 41 s."_s));
        QVERIFY(words().contains(u"not about people"_s));
        QVERIFY(words().contains(u"fewer than three people"_s));
        QVERIFY(showsChart());
    }

    void aTimeWithoutAlertsSaysSo()
    {
        open(protocol::Ledger{});
        QVERIFY(words().contains(u"No alerts in this time"_s));
        QVERIFY(!showsChart() && !showsTable());
        QVERIFY(!button(u"Save as CSV"_s)->isEnabled());
    }

    void theWayIsChosenWithoutAskingAgain()
    {
        open(week());
        auto *ways = choice(u"Show by"_s);
        QVERIFY(ways);
        const auto *table = m_dialog->findChild<QTableView *>();
        QCOMPARE(table->model()->rowCount(), 7);
        ways->setCurrentIndex(1);
        QCOMPARE(table->model()->rowCount(), 4);
        QCOMPARE(table->model()->index(3, 0).data().toString(), u"Other roles"_s);
        ways->setCurrentIndex(2);
        QCOMPARE(table->model()->rowCount(), 9);
        QCOMPARE(m_manager->count, 1);
        QVERIFY(!words().contains(u"fewer than three people"_s));
    }

    void anotherTimeIsAskedFor()
    {
        open(week());
        choice(u"Time"_s)->setCurrentIndex(2);
        QVERIFY(words().contains(u"Counting…"_s));
        QVERIFY(!words().contains(u"94 alerts"_s));
        QCOMPARE(m_manager->asked.size(), size_t{1});
        QVERIFY(m_manager->asked.front().until - m_manager->asked.front().from > std::chrono::days(80));
        m_manager->answer(week());
        QVERIFY(words().contains(u"94 alerts in the last 3 months."_s));
    }

    void oneTimeIsAskedForAtATimeAndTheLastOneShown()
    {
        m_dialog->show();
        choice(u"Time"_s)->setCurrentIndex(1);
        choice(u"Time"_s)->setCurrentIndex(2);
        QCOMPARE(m_manager->asked.size(), size_t{1});
        m_manager->answer(week()); // of the 7 days that nobody wants any more
        QVERIFY(words().contains(u"Counting…"_s));
        QCOMPARE(m_manager->asked.size(), size_t{1});
        QVERIFY(m_manager->asked.front().until - m_manager->asked.front().from > std::chrono::days(80));
        m_manager->answer(protocol::Ledger{});
        QVERIFY(words().contains(u"No alerts in this time"_s));
        QCOMPARE(m_manager->count, 2);
    }

    void aFailureMayBeTriedAgain()
    {
        open(Error{ErrorCode::Unreachable, {}});
        QVERIFY(words().contains(u"no connection"_s));
        QVERIFY(button(u"Try again"_s)->isVisible());
        QTest::mouseClick(button(u"Try again"_s), Qt::LeftButton);
        QVERIFY(!button(u"Try again"_s)->isVisible());
        m_manager->answer(week());
        QVERIFY(showsChart());
    }

    void whoIsNoAdministratorIsNotSentInCircles()
    {
        open(Error{ErrorCode::Forbidden, {}});
        QVERIFY(words().contains(u"administrator"_s));
        QVERIFY(!button(u"Try again"_s)->isVisible());
    }

    void aKeySwitchesToTheTableAndBack()
    {
        open(week());
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        QTest::keyClick(m_dialog.get(), Qt::Key_T, Qt::ControlModifier);
        QVERIFY(showsTable() && !showsChart());
        QVERIFY(button(u"Show as a chart"_s));
        QTest::keyClick(m_dialog.get(), Qt::Key_T, Qt::ControlModifier);
        QVERIFY(showsChart() && !showsTable());
        QTest::mouseClick(button(u"Show as a table"_s), Qt::LeftButton);
        QVERIFY(showsTable());
        // The form stays while the way changes.
        choice(u"Show by"_s)->setCurrentIndex(3);
        QVERIFY(showsTable());
    }

    void whatIsShownIsSaved()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"interruptions.csv"_s);
        open(week());
        choice(u"Show by"_s)->setCurrentIndex(3);
        m_dialog->save(path);
        QVERIFY(words().contains(u"Saved as"_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.startsWith("\xEF\xBB\xBFImportance,Alerts,"));
        QVERIFY2(content.endsWith("\r\nUrgent,5,0,0,5,5,100,,1,0,0,0\r\n"), content.constData());
        // What was said of the file goes when something else is shown.
        choice(u"Show by"_s)->setCurrentIndex(0);
        QVERIFY(!words().contains(u"Saved as"_s));
    }

    void whatCannotBeSavedIsSaid()
    {
        const QTemporaryDir folder;
        open(week());
        m_dialog->save(folder.filePath(u"nowhere/interruptions.csv"_s));
        QVERIFY(words().contains(u"could not be saved"_s));
    }

    void anAnswerAfterItsEndHurtsNobody()
    {
        m_dialog.reset();
        m_manager->answer(week());
        QCOMPARE(m_manager->count, 1);
    }

    void everythingHasAnAccessibleName()
    {
        open(week());
        for (const auto *widget : m_dialog->findChildren<QWidget *>()) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool takesKeys = widget->focusPolicy() != Qt::NoFocus && widget->isVisible() && !button &&
                                   widget->parentWidget() && !widget->inherits("QScrollBar") &&
                                   !widget->inherits("QHeaderView") &&
                                   !widget->objectName().startsWith(u"qt_"_s);
            if (takesKeys)
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }
};

HANDBELL_TEST(LedgerDialogTest)
#include "LedgerDialogTest.moc"
