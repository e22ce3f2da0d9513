// SPDX-License-Identifier: Apache-2.0
#include "programs/console/Table.h"

#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handbell::programs;

class TableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAlign()
    {
        Table table({u"Id"_s, u"Name"_s, u"Role"_s});
        table.add({u"3"_s, u"Sio\u0302n Rees"_s, u"GP"_s});
        table.add({u"12"_s, u"Lin"_s, QString()});
        QCOMPARE(table.toText({}), u"Id  Name       Role\n3   Sio\u0302n Rees  GP\n12  Lin\n"_s);
    }

    void emptySaysSo() { QCOMPARE(Table({u"Id"_s}).toText(u"There are none."_s), u"There are none.\n"_s); }

    void terminalIsSafe()
    {
        QCOMPARE(forTerminal(u"a\u001b[31mb\u202ec\nd"_s), u"a?[31mb?c?d"_s);
        QCOMPARE(forTerminal(u"Siôn £5"_s), u"Siôn £5"_s);
    }
};

HANDBELL_TEST(TableTest)
#include "TableTest.moc"
