// SPDX-License-Identifier: Apache-2.0
#include "base/Csv.h"

#include "tests/support/TestProgram.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handbell;

class CsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLine_data()
    {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<QString>("line");
        const auto row = [](const char *name, const QStringList &cells, const QString &line) {
            QTest::newRow(name) << cells << line + u"\r\n"_s;
        };
        row("plain", {u"Room 1"_s, u"42"_s}, u"Room 1,42"_s);
        row("empty cells", {u""_s, u""_s}, u","_s);
        row("a comma", {u"Room 1, upstairs"_s, u"4"_s}, u"\"Room 1, upstairs\",4"_s);
        row("quotes", {u"the \"blue\" room"_s}, u"\"the \"\"blue\"\" room\""_s);
        row("a line break", {u"Room\n1"_s}, u"\"Room\n1\""_s);
        row("Welsh", {u"Ystafell ymgynghori â ŵ"_s}, u"Ystafell ymgynghori â ŵ"_s);
        row("a formula", {u"=1+1"_s}, u"'=1+1"_s);
        row("a plus", {u"+44"_s}, u"'+44"_s);
        row("a minus", {u"-1"_s}, u"'-1"_s);
        row("an at", {u"@SUM(A1)"_s}, u"'@SUM(A1)"_s);
        row("a tab", {u"\t=1"_s}, u"'\t=1"_s);
        row("a carriage return", {u"\r=1"_s}, u"\"'\r=1\""_s);
        row("full width", {u"\uFF1D1"_s}, u"'\uFF1D1"_s);
        row("a formula with a comma and quotes", {u"=HYPERLINK(\"x\",\"y\")"_s},
            u"\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""_s);
        row("a sign further on", {u"Room 1=2"_s}, u"Room 1=2"_s);
    }
    void aLine()
    {
        QFETCH(QStringList, cells);
        QTEST(csvLine(cells), "line");
    }
};

HANDBELL_TEST(CsvTest)
#include "CsvTest.moc"
