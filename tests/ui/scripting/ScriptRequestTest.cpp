// SPDX-License-Identifier: Apache-2.0
#include "ui/scripting/ScriptRequest.h"

#include "protocol/StrictJson.h"
#include "tests/support/TestProgram.h"

#include <QJsonDocument>
#include <QTest>

using namespace handbell;
using namespace handbell::ui;
using namespace Qt::Literals::StringLiterals;

class ScriptRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAlert()
    {
        const auto request =
            ScriptRequest::parse({u"alert"_s, u"--to"_s, u"room:Consulting room 3"_s, u"--template"_s,
                                  u"chaperone"_s, u"--note"_s, u"line 2"_s, u"--wait"_s, u"90"_s});
        QVERIFY(request.ok());
        QCOMPARE(request->to, std::optional(u"room:Consulting room 3"_s));
        QCOMPARE(request->alertTemplate, std::optional(u"chaperone"_s));
        QCOMPARE(request->note, std::optional(u"line 2"_s));
        QCOMPARE(request->waitSeconds, std::optional(90));
        const auto json = QJsonDocument(protocol::toJson(*request)).toJson(QJsonDocument::Compact);
        const auto back = protocol::readStrictly<ScriptRequest>(json);
        QVERIFY(back.ok());
        QVERIFY(*back == *request);
    }
    void aStatus()
    {
        QVERIFY(ScriptRequest::parse({u"status"_s}).ok());
        const auto request =
            ScriptRequest::parse({u"status"_s, u"in-consultation"_s, u"--until"_s, u"10:40"_s});
        QVERIFY(request.ok());
        QCOMPARE(request->state, std::optional(u"in-consultation"_s));
        QCOMPARE(request->untilTime, std::optional(u"10:40"_s));
        QVERIFY(ScriptRequest::parse({u"who"_s}).ok());
    }
    void mistakesAreSaid_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("said");
        const QStringList alert{u"alert"_s, u"--to"_s, u"everyone"_s, u"--template"_s, u"delivery"_s};
        QTest::newRow("no target") << QStringList{u"alert"_s, u"--template"_s, u"delivery"_s} << u"--to"_s;
        QTest::newRow("no template") << alert.first(3) << u"--template"_s;
        QTest::newRow("no value") << alert.first(4) << u"--template needs a value"_s;
        QTest::newRow("an empty value") << alert + QStringList{u"--note"_s, QString()} << u"--note"_s;
        QTest::newRow("a long note") << alert + QStringList{u"--note"_s, QString(121, u'x')} << u"120"_s;
        QTest::newRow("wait for nothing") << alert + QStringList{u"--wait"_s, u"0"_s} << u"--wait"_s;
        QTest::newRow("wait for ever") << alert + QStringList{u"--wait"_s, u"86401"_s} << u"--wait"_s;
        QTest::newRow("wait for a word") << alert + QStringList{u"--wait"_s, u"long"_s} << u"--wait"_s;
        QTest::newRow("another's option") << alert + QStringList{u"--until"_s, u"10:40"_s} << u"--until"_s;
        QTest::newRow("two states") << QStringList{u"status"_s, u"busy"_s, u"away"_s} << u"away"_s;
        QTest::newRow("an end of nothing")
            << QStringList{u"status"_s, u"--until"_s, u"10:40"_s} << u"--until"_s;
        QTest::newRow("who with a word") << QStringList{u"who"_s, u"else"_s} << u"else"_s;
    }
    void mistakesAreSaid()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, said);
        const auto request = ScriptRequest::parse(words);
        QVERIFY(!request.ok());
        QVERIFY2(request.error().detail.contains(said), qPrintable(request.error().detail));
    }
    void anAnswerComesBack()
    {
        const ScriptAnswer answer{ScriptExit::Shown, u"two\nlines"_s, {{u"alert"_s, 7}}};
        QVERIFY(!answer.toJson().contains('\n'));
        const auto back = ScriptAnswer::fromJson(answer.toJson());
        QVERIFY(back);
        QCOMPARE(back->exit, ScriptExit::Shown);
        QCOMPARE(back->text, answer.text);
        QCOMPARE(back->json, answer.json);
        for (const char *odd : {"", "{}", "[]", R"({"exit":7})", R"({"exit":-1})", R"({"exit":"0"})"})
            QVERIFY2(!ScriptAnswer::fromJson(odd), odd);
    }
};

HANDBELL_TEST(ScriptRequestTest)
#include "ScriptRequestTest.moc"
