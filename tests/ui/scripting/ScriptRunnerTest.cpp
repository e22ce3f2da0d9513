// SPDX-License-Identifier: Apache-2.0
#include "ui/scripting/ScriptRunner.h"

#include "tests/support/DemoPractice.h"
#include "tests/support/FakeAlertManager.h"
#include "tests/support/FakePresenceManager.h"
#include "tests/support/TestProgram.h"
#include "ui/alerts/AlertWords.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace handbell;
using namespace handbell::testing;
using namespace handbell::ui;
using namespace Qt::Literals::StringLiterals;
using client::LadderStep;
using client::OutgoingAlert;
using protocol::Address;
using protocol::AlertState;
using protocol::PresenceState;

class ScriptRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_practice = std::make_unique<client::Practice>();
        demo::fill(*m_practice, demo::priya, m_clock.wallNow());
        m_alerts = std::make_unique<FakeAlertManager>();
        m_words = std::make_unique<AlertWords>(*m_practice);
        m_runner = std::make_unique<ScriptRunner>(
            ScriptRunner::Parts{*m_practice, *m_alerts, m_presence, *m_words, m_clock});
        m_told.clear();
    }

    void everyKindOfAddress_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<Address>("address");
        QTest::newRow("room") << u"room:consulting  ROOM 3"_s << Address::room(demo::room3);
        QTest::newRow("person") << u"person:Lin Chen"_s << Address::person(demo::lin);
        QTest::newRow("role") << u"role:nurse"_s << Address::ofRole(u"Nurse"_s);
        QTest::newRow("group") << u"group:Clinicians"_s << Address::group(demo::clinicians);
        QTest::newRow("everyone") << u"everyone"_s << Address::everyone();
    }
    void everyKindOfAddress()
    {
        QFETCH(QString, to);
        QFETCH(Address, address);
        ask({u"alert"_s, u"--to"_s, to, u"--template"_s, u"chap"_s, u"--note"_s, u"line 2"_s});
        QCOMPARE(m_alerts->raised.size(), size_t{1});
        QCOMPARE(m_alerts->raised.front().address, address);
        QCOMPARE(m_alerts->raised.front().alertTemplate, demo::chaperone);
        QCOMPARE(m_alerts->raised.front().note, std::optional(u"line 2"_s));
        QVERIFY(m_told.empty()); // the server has not taken it
        show(AlertState::Open, {});
        QCOMPARE(m_told.size(), size_t{1});
        QCOMPARE(m_told.front().exit, ScriptExit::Done);
        QCOMPARE(m_told.front().json.value(u"alert"_s).toInt(), 90);
    }

    void whatCannotBeMeant_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("alertTemplate");
        QTest::addColumn<QString>("said");
        QTest::newRow("no such room") << u"room:Attic"_s << u"chaperone"_s << u"no room of that name"_s;
        QTest::newRow("oneself") << u"person:Priya Shah"_s << u"chaperone"_s << u"no person"_s;
        QTest::newRow("no such kind") << u"desk:Front desk"_s << u"chaperone"_s << u"--to takes"_s;
        QTest::newRow("no kind") << u"Lin Chen"_s << u"chaperone"_s << u"--to takes"_s;
        QTest::newRow("no such template") << u"everyone"_s << u"fire"_s << u"next_is_here"_s;
        QTest::newRow("no template") << u"everyone"_s << QString() << u"next_is_here"_s;
    }
    void whatCannotBeMeant()
    {
        QFETCH(QString, to);
        QFETCH(QString, alertTemplate);
        QFETCH(QString, said);
        ScriptRequest request;
        request.verb = u"alert"_s;
        request.to = to;
        request.alertTemplate = alertTemplate;
        send(request);
        QCOMPARE(m_told.size(), size_t{1});
        QCOMPARE(m_told.front().exit, ScriptExit::Failed);
        QVERIFY2(m_told.front().text.contains(said), qPrintable(m_told.front().text));
        QVERIFY(m_alerts->raised.empty());
    }

    void aNoteGoesThroughTheGuard()
    {
        ask({u"alert"_s, u"--to"_s, u"everyone"_s, u"--template"_s, u"chaperone"_s, u"--note"_s,
             u"NHS no 999 000 0018"_s});
        QCOMPARE(m_told.front().exit, ScriptExit::Failed);
        QVERIFY(m_alerts->raised.empty());
    }

    void waitingTellsHowFarItGot_data()
    {
        using Kind = LadderStep::Kind;
        QTest::addColumn<AlertState>("state");
        QTest::addColumn<QList<int>>("steps");
        QTest::addColumn<ScriptExit>("exit");
        QTest::addColumn<QString>("reached");
        const auto kinds = [](std::initializer_list<Kind> steps) {
            QList<int> list;
            for (const Kind step : steps)
                list << int(step);
            return list;
        };
        QTest::newRow("answered") << AlertState::Answered
                                  << kinds({Kind::Delivered, Kind::Shown, Kind::Answered}) << ScriptExit::Done
                                  << u"answered"_s;
        QTest::newRow("shown") << AlertState::Expired << kinds({Kind::Delivered, Kind::Shown, Kind::Expired})
                               << ScriptExit::Shown << u"shown"_s;
        QTest::newRow("delivered") << AlertState::Cancelled << kinds({Kind::Delivered, Kind::Cancelled})
                                   << ScriptExit::Delivered << u"delivered"_s;
        QTest::newRow("held") << AlertState::Expired << kinds({Kind::Held, Kind::Expired})
                              << ScriptExit::Delivered << u"delivered"_s;
        QTest::newRow("nobody") << AlertState::Expired << kinds({Kind::NobodyOnline, Kind::Expired})
                                << ScriptExit::Nobody << u"nobody"_s;
    }
    void waitingTellsHowFarItGot()
    {
        QFETCH(AlertState, state);
        QFETCH(QList<int>, steps);
        QFETCH(ScriptExit, exit);
        QFETCH(QString, reached);
        ask({u"alert"_s, u"--to"_s, u"everyone"_s, u"--template"_s, u"chaperone"_s, u"--wait"_s, u"600"_s});
        show(AlertState::Open, {LadderStep{}});
        QVERIFY(m_told.empty());
        std::vector<LadderStep> ladder;
        for (const int step : steps) {
            LadderStep one;
            one.kind = LadderStep::Kind(step);
            one.members = {demo::lin};
            if (one.kind == LadderStep::Kind::Answered)
                one.reply = protocol::Reply::Coming;
            ladder.push_back(one);
        }
        show(state, ladder);
        QCOMPARE(m_told.size(), size_t{1});
        QCOMPARE(m_told.front().exit, exit);
        QCOMPARE(m_told.front().json.value(u"reached"_s).toString(), reached);
        show(state, ladder); // told once
        QCOMPARE(m_told.size(), size_t{1});
    }

    void aRefusalIsTold_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<ScriptExit>("exit");
        QTest::newRow("no line") << ErrorCode::Unreachable << ScriptExit::NotThere;
        QTest::newRow("not allowed") << ErrorCode::NotPermitted << ScriptExit::Failed;
    }
    void aRefusalIsTold()
    {
        QFETCH(ErrorCode, code);
        QFETCH(ScriptExit, exit);
        ask({u"alert"_s, u"--to"_s, u"everyone"_s, u"--template"_s, u"chaperone"_s});
        OutgoingAlert refused;
        refused.localId = 1;
        refused.refusal = Error{code, {}};
        m_alerts->setOutgoing({refused});
        QCOMPARE(m_told.size(), size_t{1});
        QCOMPARE(m_told.front().exit, exit);
    }

    void aStateIsSetAndSaid()
    {
        ask({u"status"_s, u"In-Consultation"_s});
        QCOMPARE(m_presence.state(), PresenceState::InConsultation);
        QCOMPARE(m_told.back().text, u"In consultation"_s);
        QCOMPARE(m_told.back().json.value(u"state"_s).toString(), u"in_consultation"_s);
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.wallNow().time_since_epoch().count());
        const QString later = now.addSecs(60).toString(u"HH:mm"_s);
        if (later > now.toString(u"HH:mm"_s)) { // not at midnight
            ask({u"status"_s, u"busy"_s, u"--until"_s, later});
            QCOMPARE(m_told.back().exit, ScriptExit::Done);
            QVERIFY(m_presence.until().has_value());
            QVERIFY(m_told.back().text.contains(later));
            ask({u"status"_s, u"away"_s, u"--until"_s, now.addSecs(-60).toString(u"HH:mm"_s)});
            QCOMPARE(m_told.back().exit, ScriptExit::Failed);
            QCOMPARE(m_presence.state(), PresenceState::Busy);
        }
        for (const QString &odd : {u"offline"_s, u"asleep"_s}) {
            ask({u"status"_s, odd});
            QCOMPARE(m_told.back().exit, ScriptExit::Failed);
        }
        ask({u"status"_s, u"away"_s, u"--until"_s, u"25:00"_s});
        QCOMPARE(m_told.back().exit, ScriptExit::Failed);
    }

    void whoIsIn()
    {
        ask({u"who"_s});
        const QJsonArray members = m_told.front().json.value(u"members"_s).toArray();
        QCOMPARE(members.size(), 7);
        const QJsonObject patel = members.at(4).toObject();
        QCOMPARE(patel.value(u"name"_s).toString(), u"Dr Anna Patel"_s);
        QCOMPARE(patel.value(u"room"_s).toString(), u"Consulting room 3"_s);
        QCOMPARE(patel.value(u"state"_s).toString(), u"in_consultation"_s);
        QVERIFY(m_told.front().text.contains(u"Lin Chen · Nurse"_s));
    }

    void hostileRequestsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("alert");
        QTest::newRow("no verb") << QByteArray("{}");
        QTest::newRow("another verb") << QByteArray(R"({"verb":"quit"})");
        QTest::newRow("a stray member") << QByteArray(R"({"verb":"who","as":"Carys Evans"})");
        QTest::newRow("a number for a name")
            << QByteArray(R"({"verb":"alert","to":3,"template":"chaperone"})");
        QTest::newRow("deep") << QByteArray(2000, '[');
    }
    void hostileRequestsAreRefused()
    {
        QFETCH(QByteArray, request);
        run(request);
        QCOMPARE(m_told.size(), size_t{1});
        QCOMPARE(m_told.front().exit, ScriptExit::Usage);
    }

    void nobodySignedIn()
    {
        m_practice->clear();
        ask({u"who"_s});
        QCOMPARE(m_told.front().exit, ScriptExit::NotThere);
    }

private:
    void run(const QByteArray &request)
    {
        m_runner->run(request, [this](const ScriptAnswer &answer) { m_told.push_back(answer); });
    }
    void send(const ScriptRequest &request)
    {
        run(QJsonDocument(protocol::toJson(request)).toJson(QJsonDocument::Compact));
    }
    void ask(const QStringList &words) { send(*ScriptRequest::parse(words)); }
    //! The alert rung first, as the server has it now.
    void show(AlertState state, std::vector<LadderStep> steps)
    {
        OutgoingAlert alert;
        alert.localId = 1;
        alert.alert = AlertId{90};
        alert.alertTemplate = demo::chaperone;
        alert.state = state;
        alert.steps = std::move(steps);
        m_alerts->setOutgoing({alert});
    }

    VirtualClock m_clock;
    FakePresenceManager m_presence;
    std::unique_ptr<client::Practice> m_practice;
    std::unique_ptr<FakeAlertManager> m_alerts;
    std::unique_ptr<AlertWords> m_words;
    std::unique_ptr<ScriptRunner> m_runner;
    std::vector<ScriptAnswer> m_told;
};

Q_DECLARE_METATYPE(handbell::protocol::Address)

HANDBELL_TEST(ScriptRunnerTest)
#include "ScriptRunnerTest.moc"
