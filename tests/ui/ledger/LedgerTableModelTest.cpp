// SPDX-License-Identifier: Apache-2.0
#include "ui/ledger/LedgerTableModel.h"

#include "LedgerKit.h"
#include "tests/support/TestProgram.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handbell;
using namespace handbell::testing;
using namespace handbell::ui;
using Column = LedgerTableModel::Column;
using protocol::LedgerOutcome;

class LedgerTableModelTest : public QObject
{
    Q_OBJECT

    static QStringList row(const LedgerTableModel &model, int number)
    {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(number, column).data().toString();
        return cells;
    }

private Q_SLOTS:
    void aRowSaysWhatALineSays()
    {
        LedgerTableModel model;
        const QAbstractItemModelTester tester(&model);
        model.setLines({line("Front desk", 22, 9, 2, LedgerOutcome{27, 3, 2, 1, 4, 96})}, LedgerWay::Room);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(row(model, 0), (QStringList{u"Front desk"_s, u"33"_s, u"22"_s, u"9"_s, u"2"_s, u"27"_s,
                                             u"90 %"_s, u"1 min 36 s"_s, u"4"_s, u"3"_s, u"2"_s, u"1"_s}));
        QCOMPARE(model.headerData(Column::Name, Qt::Horizontal).toString(), u"Room"_s);
        QVERIFY(!model.holdsBack());
    }

    void everyColumnHasAHeading()
    {
        LedgerTableModel model;
        QSet<QString> headings;
        for (int column = 0; column < model.columnCount(); ++column)
            headings.insert(model.headerData(column, Qt::Horizontal).toString());
        QCOMPARE(int(headings.size()), int(Column::ColumnCount));
        QVERIFY(!headings.contains(QString()));
    }

    void whatIsHeldBackIsSaidInWords()
    {
        LedgerTableModel model;
        model.setLines({line("Room 1", 5, 0, 0)}, LedgerWay::Room);
        QVERIFY(model.holdsBack());
        for (const int column : {Column::Answered, Column::Share, Column::HalfWithin, Column::WentOn,
                                 Column::RanOut, Column::TakenBack, Column::Open}) {
            QCOMPARE(model.index(0, column).data().toString(), u"–"_s);
            QCOMPARE(model.index(0, column).data(Qt::AccessibleTextRole).toString(),
                     u"not told, too few people"_s);
        }
        QCOMPARE(model.index(0, Column::Alerts).data().toString(), u"5"_s);
    }

    void aNameIsNoMarkup()
    {
        LedgerTableModel model;
        model.setLines({line("<b>Room</b>", 5, 0, 0)}, LedgerWay::Room);
        QCOMPARE(model.index(0, Column::Name).data(Qt::ToolTipRole).toString(), u"&lt;b&gt;Room&lt;/b&gt;"_s);
    }

    void theCsvHasNumbersAlone()
    {
        LedgerTableModel model;
        model.setLines({line("Front desk", 22, 9, 2, LedgerOutcome{27, 3, 2, 1, 4, 96}),
                        line("=cmd|' /C calc'!A0", 5, 0, 0)},
                       LedgerWay::Room);
        const QStringList lines = model.csv().split(u"\r\n"_s);
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[0].startsWith(u"Room,Alerts,"_s));
        QVERIFY(lines[0].contains(u"(%)"_s) && lines[0].contains(u"(seconds)"_s));
        QCOMPARE(lines[1], u"Front desk,33,22,9,2,27,90,96,4,3,2,1"_s);
        QCOMPARE(lines[2], u"'=cmd|' /C calc'!A0,5,5,0,0,,,,,,,"_s);
        QCOMPARE(lines[3], QString());
    }
};

HANDBELL_TEST(LedgerTableModelTest)
#include "LedgerTableModelTest.moc"
