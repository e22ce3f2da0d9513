// SPDX-License-Identifier: Apache-2.0
#include "tests/support/DemoBoard.h"
#include "tests/support/TestProgram.h"
#include "ui/directory/DirectoryWords.h"
#include "ui/directory/PresenceBoardWidget.h"
#include "ui/directory/PresenceBoardWords.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace handbell;
using namespace handbell::testing;
using ui::PresenceBoardWidget;
using ui::PresenceBoardWords;

class PresenceBoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model.setRows(demo::boardRows(m_now));
        m_board = std::make_unique<PresenceBoardWidget>(m_theme, m_model);
        m_board->resize(320, 700);
        m_board->show();
        QVERIFY(QTest::qWaitForWindowActive(m_board.get()));
        m_board->setFocus();
    }
    void cleanup() { m_board.reset(); }

    void everyRowSaysAllOfItself_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("words");
        QTest::newRow("since") << 0
                               << QStringLiteral(
                                      "Consulting room 3, Dr Anna Patel, GP, In consultation since 10:31");
        QTest::newRow("available") << 1 << QStringLiteral("Consulting room 5, Dr Ben Okafor, GP, Available");
        QTest::newRow("until") << 2
                               << QStringLiteral(
                                      "Consulting room 6, Lin Chen, Nurse, In consultation until 11:00");
        QTest::newRow("empty") << 3 << QStringLiteral("Consulting room 7, Nobody signed in");
        QTest::newRow("self") << 4 << QStringLiteral("Front desk 1, you, Receptionist, Available");
        QTest::newRow("break") << 6
                               << QStringLiteral("Back office, Sam Reid, Receptionist, On break since 10:40");
        QTest::newRow("not in") << 7 << QStringLiteral("Carys Evans, Practice manager, Not signed in");
    }
    void everyRowSaysAllOfItself()
    {
        QFETCH(int, row);
        QFETCH(QString, words);
        QCOMPARE(index(row).data(Qt::DisplayRole).toString(), words);
        QCOMPARE(index(row).data(Qt::AccessibleTextRole).toString(), words);
    }

    void aScreenReaderReadsTheRow()
    {
        QAccessible::setActive(true);
        QAccessibleInterface *board = QAccessible::queryAccessibleInterface(m_board.get());
        QVERIFY(board);
        QCOMPARE(board->text(QAccessible::Name), QStringLiteral("Who is in"));
        QVERIFY(board->childCount() >= 8);
        QVERIFY(board->child(0)
                    ->text(QAccessible::Name)
                    .startsWith(QStringLiteral("Consulting room 3, Dr Anna Patel")));
    }

    void headingsStandWhereSectionsBegin()
    {
        QStringList headings;
        for (int row = 0; row < 8; ++row)
            headings << index(row).data(PresenceBoardWords::HeadingRole).toString();
        const QStringList wanted{QStringLiteral("Consulting rooms"),      {}, {}, {},
                                 QStringLiteral("Front desk and office"), {}, {}, QStringLiteral("Not in")};
        QCOMPARE(headings, wanted);
        m_model.removeRow(0);
        QCOMPARE(index(0).data(PresenceBoardWords::HeadingRole).toString(),
                 QStringLiteral("Consulting rooms"));
    }

    void enterWritesToThePerson()
    {
        QSignalSpy written(m_board.get(), &PresenceBoardWidget::personActivated);
        m_board->setCurrentIndex(index(1));
        QTest::keyClick(m_board.get(), Qt::Key_Return);
        QCOMPARE(written.count(), 1);
        QCOMPARE(written.first().first().value<MemberId>(), demo::okafor);
        m_board->setCurrentIndex(index(3)); // nobody
        QTest::keyClick(m_board.get(), Qt::Key_Return);
        m_board->setCurrentIndex(index(4)); // oneself
        QTest::keyClick(m_board.get(), Qt::Key_Return);
        QCOMPARE(written.count(), 1);
    }

    void shiftEnterRingsTheRoom()
    {
        QSignalSpy rung(m_board.get(), &PresenceBoardWidget::ringRequested);
        m_board->setCurrentIndex(index(0));
        QTest::keyClick(m_board.get(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(rung.count(), 1);
        QCOMPARE(rung.first().first().value<protocol::Address>(), protocol::Address::room(demo::room3));
        for (const int row : {3, 4, 7}) {
            m_board->setCurrentIndex(index(row));
            QTest::keyClick(m_board.get(), Qt::Key_Return, Qt::ShiftModifier);
        }
        QCOMPARE(rung.count(), 1);
    }

    void theBellRingsAndNothingElse()
    {
        QSignalSpy rung(m_board.get(), &PresenceBoardWidget::ringRequested);
        QSignalSpy written(m_board.get(), &PresenceBoardWidget::personActivated);
        const QPoint bell = m_board->bellRect(2).center();
        QTest::mouseClick(m_board->viewport(), Qt::LeftButton, {}, bell);
        QCOMPARE(rung.count(), 1);
        QCOMPARE(rung.first().first().value<protocol::Address>(), protocol::Address::room(demo::room6));
        // Pressed on one bell, let go elsewhere: a change of mind.
        QTest::mousePress(m_board->viewport(), Qt::LeftButton, {}, bell);
        QTest::mouseRelease(m_board->viewport(), Qt::LeftButton, {}, m_board->bellRect(0).center());
        QCOMPARE(rung.count(), 1);
        QCOMPARE(written.count(), 0);
    }

    void aDoubleClickWrites()
    {
        QSignalSpy written(m_board.get(), &PresenceBoardWidget::personActivated);
        const QPoint words = m_board->visualRect(index(5)).center();
        QTest::mouseDClick(m_board->viewport(), Qt::LeftButton, {}, words);
        QCOMPARE(written.count(), 1);
        QCOMPARE(written.first().first().value<MemberId>(), demo::jo);
    }

    void emptyRoomsAndOneselfHaveNoBell()
    {
        QVERIFY(m_board->bellRect(3).isEmpty());
        QVERIFY(m_board->bellRect(4).isEmpty());
        QVERIFY(m_board->bellRect(7).isEmpty());
        QVERIFY(!m_board->bellRect(5).isEmpty());
    }

    void anotherDayIsNamed()
    {
        const QDateTime friday(QDate(2026, 11, 20), QTime(17, 5));
        QCOMPARE(
            ui::DirectoryWords::stateWithTime(protocol::PresenceState::Away, friday, {}, QDate(2026, 11, 23)),
            QStringLiteral("Away since Fri 17:05"));
    }

    void aLongRoomAndNameGetTwoLines()
    {
        m_model.changeRow(
            1, {{client::PresenceBoardModel::RoomNameRole, QStringLiteral("Treatment and recovery room 5")}});
        m_board->doItemsLayout();
        QVERIFY(m_board->visualRect(index(1)).height() > m_board->visualRect(index(2)).height());
    }

private:
    QModelIndex index(int row) const { return m_board->model()->index(row, 0); }

    const QDateTime m_now{QDate::currentDate(), QTime(10, 41)};
    ui::Theme m_theme{ui::ThemeKind::Light};
    FakePresenceBoardModel m_model;
    std::unique_ptr<PresenceBoardWidget> m_board;
};

HANDBELL_TEST(PresenceBoardTest)
#include "PresenceBoardTest.moc"
