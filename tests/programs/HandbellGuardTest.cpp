// SPDX-License-Identifier: Apache-2.0
#include "RunningProgram.h"
#include "tests/support/TestProgram.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace {

//! What handbell-guard answered, line for line.
struct Answer : handbell::test::Ran
{
    [[nodiscard]] QList<QByteArray> lines() const { return out.trimmed().split('\n'); }
    [[nodiscard]] QJsonObject line(qsizetype index) const
    {
        return QJsonDocument::fromJson(lines().value(index)).object();
    }
    [[nodiscard]] QString verdict(qsizetype index) const { return line(index).value(u"verdict").toString(); }
};

Answer ask(const QStringList &arguments, const QByteArray &input)
{
    return {handbell::test::run(HANDBELL_GUARD, arguments, input)};
}

} // namespace

//! handbell-guard as a script sees it: what it answers to lines good and bad.
class HandbellGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersEachLine()
    {
        const Answer answer = ask({}, "room 3 at 10.30\nMrs Jones is here\n\nNHS no 999 000 0018\n");
        QCOMPARE(answer.exit, 0);
        QCOMPARE(answer.lines().size(), 4);
        QCOMPARE(answer.line(0), (QJsonObject{{u"verdict"_s, u"silent"_s}, {u"findings"_s, QJsonArray()}}));
        QCOMPARE(
            answer.line(1),
            (QJsonObject{{u"verdict"_s, u"hint"_s},
                         {u"findings"_s, QJsonArray{QJsonObject{{u"kind"_s, u"person_name"_s},
                                                                {u"start"_s, 0},
                                                                {u"length"_s, 9},
                                                                {u"verdict"_s, u"hint"_s},
                                                                {u"rule"_s, u"person_name.titled"_s}}}}}));
        QCOMPARE(answer.verdict(2), u"silent"_s);
        QCOMPARE(answer.verdict(3), u"warn"_s);
        QVERIFY(answer.err.isEmpty());
    }

    void repeatsNothingOfAMessage()
    {
        const Answer answer = ask({}, "Mrs Aardvark, 72F, wants her results\n");
        QCOMPARE(answer.verdict(0), u"warn"_s);
        QVERIFY(!answer.out.contains("Aardvark"));
        QVERIFY(!answer.out.contains("72F"));
    }

    void countsInUtf16()
    {
        const Answer answer = ask({}, "\xf0\x9f\x94\x94 Mrs Jones\n");
        const QJsonObject finding = answer.line(0).value(u"findings").toArray().first().toObject();
        QCOMPARE(finding.value(u"start").toInt(), 3);
        QCOMPARE(finding.value(u"length").toInt(), 9);
    }

    void clinicalContentStandsBesideTheRest()
    {
        const QJsonArray findings =
            ask({}, "Mrs Jones wants her results\n").line(0).value(u"findings").toArray();
        QCOMPARE(findings.size(), 2);
        QCOMPARE(findings[1].toObject().value(u"kind").toString(), u"clinical_content"_s);
        QCOMPARE(findings[1].toObject().value(u"verdict").toString(), u"silent"_s);
    }

    void aMessageMayHoldLinesAsJson()
    {
        const Answer answer = ask({u"--json"_s}, "\"Mrs Jones\\n14 Weelsby St\"\n\"a \\\"quoted\\\" one\"\n");
        QCOMPARE(answer.lines().size(), 2);
        QCOMPARE(answer.verdict(0), u"warn"_s);
        QCOMPARE(answer.verdict(1), u"silent"_s);
    }

    void badLinesAreSaidAndPassedOver_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("code");
        const QStringList json{u"--json"_s};
        QTest::newRow("not UTF-8") << QStringList() << QByteArray("Mrs \xff Jones") << u"invalid_utf8"_s;
        QTest::newRow("cut UTF-8") << QStringList() << QByteArray("Mrs Jones \xc3") << u"invalid_utf8"_s;
        QTest::newRow("too long") << QStringList() << QByteArray(8 * 1024 * 1024 + 1, 'a')
                                  << u"line_too_long"_s;
        QTest::newRow("no JSON") << json << QByteArray("Mrs Jones") << u"invalid_json"_s;
        QTest::newRow("a number") << json << QByteArray("3") << u"invalid_json"_s;
        QTest::newRow("two strings") << json << QByteArray("\"a\",\"b\"") << u"invalid_json"_s;
        QTest::newRow("an array's end") << json << QByteArray("\"a\"],[\"b\"") << u"invalid_json"_s;
        QTest::newRow("empty") << json << QByteArray() << u"invalid_json"_s;
    }
    void badLinesAreSaidAndPassedOver()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, line);
        QFETCH(QString, code);
        const QByteArray good = arguments.isEmpty() ? "lunch?" : "\"lunch?\"";
        const Answer answer = ask(arguments, good + '\n' + line + '\n' + good + '\n');
        QCOMPARE(answer.exit, 0);
        QCOMPARE(answer.lines().size(), 3);
        QCOMPARE(answer.line(1).value(u"code").toString(), code);
        QCOMPARE(answer.line(1).value(u"line").toInt(), 2);
        QVERIFY(!answer.line(1).value(u"error").toString().isEmpty());
        QCOMPARE(answer.line(0), answer.line(2));
        QCOMPARE(answer.verdict(2), u"silent"_s);
    }

    void longLinesAndOddEndsAreTaken()
    {
        const QByteArray longest(8 * 1024 * 1024, 'a');
        const Answer answer = ask({}, longest + "\r\nMrs Jones\r\n\0\nMrs Jones"_ba);
        QCOMPARE(answer.lines().size(), 4);
        QCOMPARE(answer.verdict(0), u"silent"_s);
        QCOMPARE(answer.verdict(1), u"hint"_s);
        QCOMPARE(answer.verdict(2), u"silent"_s);
        QCOMPARE(answer.verdict(3), u"hint"_s); // without a line end
    }

    void knowsThePractice()
    {
        const QByteArray input =
            "Mrs Jones\n14 Weelsby St\nDN31 1AA\n07700 900123\npt a@mill.example\n0101900015\n"
            "Mr Topping\n";
        const Answer strangers = ask({}, input);
        for (const int line : {0, 1, 2, 3, 4, 6})
            QVERIFY(strangers.verdict(line) != u"silent"_s);
        QCOMPARE(strangers.verdict(5), u"silent"_s);
        const Answer answer =
            ask({u"--practice"_s,
                 practiceFile(
                     "{\"nation\":\"scotland\",\"roster\":[\"Mrs Jones\"], \"addresses\":[\"14 Weelsby "
                     "St\"],\"postcodes\":[\"dn311aa\"],\"phone_numbers\":[\"+44 7700 "
                     "900123\"],\"emails\":[], \"domains\":[\"mill.example\"],\"allow\":[\"mr topping\"]}")},
                input);
        QCOMPARE(answer.exit, 0);
        for (const int line : {0, 1, 2, 3, 4, 6})
            QCOMPARE(answer.verdict(line), u"silent"_s);
        QCOMPARE(answer.verdict(5), u"warn"_s);
    }

    void aBadPracticeFileIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("unknown member")
            << QByteArray("{\"rooster\":[\"Mrs Jones\"]}") << QByteArray("rooster");
        QTest::newRow("nation") << QByteArray("{\"nation\":\"france\"}") << QByteArray("nation");
        QTest::newRow("type") << QByteArray("{\"roster\":\"Mrs Jones\"}") << QByteArray("roster");
        QTest::newRow("no JSON") << QByteArray("{") << QByteArray("JSON");
        QTest::newRow("array") << QByteArray("[]") << QByteArray("object");
    }
    void aBadPracticeFileIsRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, said);
        const Answer answer = ask({u"--practice"_s, practiceFile(json)}, "Mrs Jones\n");
        QCOMPARE(answer.exit, 2);
        QVERIFY2(answer.err.contains(said), answer.err.constData());
        QVERIFY(answer.out.isEmpty());
    }

    void everyMemberIsOptional()
    {
        QCOMPARE(
            ask({u"--practice"_s, practiceFile("{}")}, "Mrs Jones\n").line(0).value(u"verdict").toString(),
            u"hint"_s);
    }

    void explainsToPeople()
    {
        const Answer answer = ask({u"--explain"_s}, "lunch?\nMrs Jones wants her results\nbad \xff\n");
        QCOMPARE(answer.exit, 0);
        QVERIFY(answer.out.contains("1: silent"));
        QVERIFY2(answer.out.contains("\"Mrs Jones\": a name, beside clinical words"), answer.out.constData());
        QVERIFY(answer.out.contains("3: not UTF-8"));
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{u"--loud"_s};
        QTest::newRow("a message") << QStringList{u"Mrs Jones"_s};
        QTest::newRow("no file") << QStringList{u"--practice"_s, u"/nowhere/practice.json"_s};
        QTest::newRow("file missing") << QStringList{u"--practice"_s};
    }
    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        const Answer answer = ask(arguments, {});
        QCOMPARE(answer.exit, 2);
        QVERIFY(!answer.err.isEmpty());
        QVERIFY(answer.out.isEmpty());
    }

    void helpAndVersion()
    {
        const Answer help = ask({u"--help"_s}, {});
        QCOMPARE(help.exit, 0);
        for (const char *option : {"--json", "--practice", "--explain"})
            QVERIFY(help.out.contains(option));
        QVERIFY(ask({u"--version"_s}, {}).out.startsWith("handbell-guard "));
    }

private:
    QString practiceFile(const QByteArray &json)
    {
        const QString path = m_folder.filePath(u"practice.json"_s);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(json);
        return path;
    }

    QTemporaryDir m_folder;
};

HANDBELL_TEST(HandbellGuardTest)
#include "HandbellGuardTest.moc"
