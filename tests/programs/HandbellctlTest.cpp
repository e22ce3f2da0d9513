// SPDX-License-Identifier: Apache-2.0
#include "RunningProgram.h"
#include "record/Record.h"
#include "tests/support/TestProgram.h"
#include "transport/Invitation.h"

#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handbell;
using test::Ran;

//! handbellctl on a practice that "handbelld init" made.
class HandbellctlTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_temporary;

    [[nodiscard]] QString data() const { return m_temporary.filePath(u"data"_s); }
    [[nodiscard]] Ran ctl(const QStringList &arguments) const
    {
        return test::run(HANDBELLCTL, QStringList{u"--data"_s, data()} + arguments);
    }
    [[nodiscard]] Ran ctlJson(const QStringList &arguments) const
    {
        return ctl(QStringList{u"--json"_s} + arguments);
    }
    [[nodiscard]] QString writeFile(const char *name, const QByteArray &content) const
    {
        const QString path = m_temporary.filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        return path;
    }
    [[nodiscard]] qint64 head() const { return ctlJson({u"status"_s}).json().value(u"head"_s).toInteger(); }

private Q_SLOTS:
    void initTestCase()
    {
        const Ran ran =
            test::run(HANDBELLD, {u"init"_s, u"--data"_s, data(), u"--practice"_s, u"Riverside Surgery"_s,
                                  u"--admin"_s, u"Carys Evans"_s, u"--room"_s, u"Manager's office"_s});
        QVERIFY2(ran.exit == 0, ran.err.constData());
    }

    void seedMakesThePractice()
    {
        const QString file = QStringLiteral(HANDBELL_RESOURCES "/demo/practice.json");
        const Ran ran = ctlJson({u"seed"_s, file});
        QVERIFY2(ran.exit == 0, ran.err.constData());
        const QJsonArray invitations = ran.json().value(u"invitations"_s).toArray();
        QCOMPARE(invitations.size(), 7);
        const QJsonObject first = invitations.at(0).toObject();
        QCOMPARE(first.value(u"member"_s).toString(), u"Priya Shah"_s);
        QCOMPARE(first.value(u"workstation"_s).toString(), u"Front desk 1"_s);
        QVERIFY(transport::Invitation::parse(first.value(u"invitation"_s).toString()).ok());
    }

    void listsAreReadByPeopleAndScripts_data()
    {
        QTest::addColumn<QString>("family");
        QTest::addColumn<qsizetype>("count");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("members") << u"members"_s << qsizetype{7} << QByteArray("Dr Anna Patel");
        QTest::newRow("rooms") << u"rooms"_s << qsizetype{8} << QByteArray("Consulting room 3");
        QTest::newRow("workstations") << u"workstations"_s << qsizetype{9} << QByteArray("Front desk 1");
        QTest::newRow("groups") << u"groups"_s << qsizetype{3} << QByteArray("Rota swaps");
        QTest::newRow("templates") << u"templates"_s << qsizetype{23} << QByteArray("Chaperone needed");
        QTest::newRow("invitations") << u"invitations"_s << qsizetype{8}
                                     << QByteArray("Priya Shah at Front desk 1");
    }
    void listsAreReadByPeopleAndScripts()
    {
        QFETCH(QString, family);
        QFETCH(QByteArray, shown);
        const Ran json = ctlJson({family, u"list"_s});
        QCOMPARE(json.exit, 0);
        QTEST(json.json().value(family).toArray().size(), "count");
        const Ran text = ctl({family, u"list"_s});
        QCOMPARE(text.exit, 0);
        QVERIFY2(text.out.contains(shown), text.out.constData());
        for (const QByteArray &out : {json.out, text.out}) {
            QVERIFY(!out.contains("handbell://"));
            QVERIFY(!out.contains("digest"));
        }
    }

    void membersChange()
    {
        const qint64 before = head();
        const Ran added = ctlJson(
            {u"members"_s, u"add"_s, u"Mo Khan"_s, u"--role"_s, u"Nurse"_s, u"--permission"_s, u"trainer"_s});
        QVERIFY2(added.exit == 0, added.err.constData());
        const QString id =
            QString::number(added.json().value(u"member"_s).toObject().value(u"id"_s).toInteger());
        QCOMPARE(id, QString::number(before + 1));
        QCOMPARE(ctl({u"members"_s, u"set-role"_s, id, u"Lead nurse"_s}).exit, 0);
        QCOMPARE(ctl({u"members"_s, u"set-permissions"_s, u"mo khan"_s, u"member"_s, u"reviewer"_s}).exit, 0);
        const Ran reset = ctlJson({u"members"_s, u"reset"_s, u"Mo Khan"_s});
        QVERIFY(transport::Invitation::parse(
                    reset.json().value(u"invitation"_s).toObject().value(u"invitation"_s).toString())
                    .ok());
        QCOMPARE(ctl({u"members"_s, u"disable"_s, u"Mo Khan"_s}).exit, 0);
        QCOMPARE(ctl({u"members"_s, u"enable"_s, u"#"_s + id}).exit, 0);
        // added, role, permissions, reset and its invitation, disabled and the invitation cancelled, enabled
        QCOMPARE(head(), before + 8);
    }

    void placesAndGroupsChange()
    {
        QCOMPARE(ctl({u"rooms"_s, u"add"_s, u"Treatment room"_s, u"--kind"_s, u"consulting"_s}).exit, 0);
        QCOMPARE(ctl({u"rooms"_s, u"rename"_s, u"Treatment room"_s, u"Treatment room A"_s}).exit, 0);
        const Ran added = ctl({u"workstations"_s, u"add"_s, u"Treatment 1"_s, u"--room"_s,
                               u"Treatment room A"_s, u"--at"_s, u"bell.riverside.example:4433"_s});
        QVERIFY2(added.exit == 0, added.err.constData());
        QVERIFY2(added.out.contains("handbell://join/bell.riverside.example:4433/"), added.out.constData());
        QCOMPARE(ctl({u"workstations"_s, u"move"_s, u"Treatment 1"_s, u"--room"_s, u"Back office"_s}).exit,
                 0);
        QCOMPARE(ctl({u"workstations"_s, u"remove"_s, u"Treatment 1"_s}).exit, 0);
        QCOMPARE(ctl({u"groups"_s, u"add"_s, u"Fire wardens"_s, u"--member"_s, u"Lin Chen"_s, u"--member"_s,
                      u"Sam Reid"_s})
                     .exit,
                 0);
        QCOMPARE(ctl({u"groups"_s, u"add-member"_s, u"Fire wardens"_s, u"Jo Lewis"_s, u"Priya Shah"_s}).exit,
                 0);
        QCOMPARE(ctl({u"groups"_s, u"remove-member"_s, u"Fire wardens"_s, u"Sam Reid"_s}).exit, 0);
        const Ran renamed = ctlJson({u"groups"_s, u"rename"_s, u"Fire wardens"_s, u"Wardens"_s});
        QCOMPARE(renamed.json().value(u"group"_s).toObject().value(u"members"_s).toArray().size(), 3);
    }

    void invitationsAreMadeAndCancelled()
    {
        const Ran made =
            ctlJson({u"invitations"_s, u"create"_s, u"--member"_s, u"Jo Lewis"_s, u"--hours"_s, u"2"_s});
        QVERIFY2(made.exit == 0, made.err.constData());
        const QString id =
            QString::number(made.json().value(u"invitation"_s).toObject().value(u"id"_s).toInteger());
        QCOMPARE(ctl({u"invitations"_s, u"cancel"_s, id}).exit, 0);
        const Ran list = ctlJson({u"invitations"_s, u"list"_s});
        QCOMPARE(list.json().value(u"invitations"_s).toArray().last().toObject().value(u"state"_s).toString(),
                 u"cancelled"_s);
    }

    void filesAreTaken()
    {
        const QString guard = writeFile("guard.json", R"({"nation": "wales", "postcodes": ["ZZ99 3CZ"]})");
        const Ran set = ctlJson({u"guard"_s, u"set-file"_s, guard});
        QVERIFY2(set.exit == 0, set.err.constData());
        QCOMPARE(ctlJson({u"guard"_s, u"show"_s})
                     .json()
                     .value(u"guard"_s)
                     .toObject()
                     .value(u"nation"_s)
                     .toString(),
                 u"wales"_s);
        const auto tone = [&] {
            static const QRegularExpression row(u"^tone +(\\w+)"_s, QRegularExpression::MultilineOption);
            return row.match(QString::fromUtf8(ctl({u"guard"_s, u"show"_s}).out)).captured(1);
        };
        QCOMPARE(tone(), u"off"_s);
        QCOMPARE(ctl({u"guard"_s, u"set-file"_s, writeFile("tone.json", R"({"tone": true})")}).exit, 0);
        QCOMPARE(tone(), u"on"_s);
        const Ran imported = ctlJson(
            {u"templates"_s, u"import"_s, QStringLiteral(HANDBELL_RESOURCES "/alerts/templates.json")});
        QVERIFY2(imported.exit == 0, imported.err.constData());
        QCOMPARE(imported.json().value(u"changed"_s).toInt(-1), 0);
    }

    void refusalsSayWhatToDo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QByteArray>("hint");
        const auto row = [](const char *name, const QStringList &arguments, int exit, const char *hint) {
            QTest::newRow(name) << arguments << exit << QByteArray(hint);
        };
        row("unknown member", {u"members"_s, u"disable"_s, u"Nobody Here"_s}, 1, "members list");
        row("part of a name", {u"members"_s, u"disable"_s, u"Anna"_s}, 1, "did you mean");
        row("name taken", {u"rooms"_s, u"add"_s, u"front DESK"_s, u"--kind"_s, u"desk"_s}, 1,
            "choose another");
        row("last administrator", {u"members"_s, u"disable"_s, u"Carys Evans"_s}, 1, "last administrator");
        row("no such file", {u"seed"_s, u"/nonexistent/practice.json"_s}, 1, "no file");
        row("no command", {}, 2, "--help");
        row("no such command", {u"members"_s, u"dance"_s}, 2, "--help");
        row("no such option", {u"members"_s, u"list"_s, u"--loud"_s}, 2, "--help");
        row("no name", {u"members"_s, u"add"_s, u"--role"_s, u"GP"_s}, 2, "NAME is missing");
        row("no role", {u"members"_s, u"add"_s, u"A B"_s}, 2, "--role is missing");
        row("no quotes", {u"members"_s, u"disable"_s, u"Jo"_s, u"Lewis"_s}, 2, "quote names");
        row("no such permission", {u"members"_s, u"set-permissions"_s, u"Jo Lewis"_s, u"king"_s}, 2,
            "administrator");
        row("no such kind", {u"rooms"_s, u"add"_s, u"Attic"_s, u"--kind"_s, u"attic"_s}, 2, "consulting");
        row("no target", {u"invitations"_s, u"create"_s}, 2, "--member");
        row("no date", {u"ledger"_s, u"--from"_s, u"yesterday"_s}, 2, "2025-11-24");
        row("no such day", {u"ledger"_s, u"--until"_s, u"2025-02-30"_s}, 2, "2025-11-24");
        row("backwards", {u"ledger"_s, u"--from"_s, u"2025-11-25"_s, u"--until"_s, u"2025-11-24"_s}, 2,
            "after --until");
        row("by people", {u"ledger"_s, u"--by"_s, u"member"_s}, 2, "room, role, hour or importance");
        row("no such folder", {u"ledger"_s, u"--csv"_s, u"/nonexistent/ledger.csv"_s}, 1,
            "cannot be written");
        row("half of the evidence", {u"verify"_s, u"--record"_s, u"x"_s}, 2, "belong together");
    }
    void refusalsSayWhatToDo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, hint);
        const qint64 before = head();
        const Ran ran = ctl(arguments);
        QTEST(ran.exit, "exit");
        QVERIFY2(ran.err.contains(hint), ran.err.constData());
        QVERIFY(ran.out.isEmpty());
        const Ran json = ctlJson(arguments);
        QTEST(json.exit, "exit");
        QVERIFY(json.json().contains(u"error"_s));
        QCOMPARE(head(), before);
    }

    void helpAndVersionSucceed()
    {
        for (const QStringList &arguments :
             {QStringList{u"--help"_s}, QStringList{u"members"_s, u"--help"_s},
              QStringList{u"members"_s, u"add"_s, u"--help"_s}, QStringList{u"--version"_s}}) {
            const Ran ran = test::run(HANDBELLCTL, arguments);
            QCOMPARE(ran.exit, 0);
            QVERIFY(ran.out.contains("handbellctl"));
        }
        QVERIFY(test::run(HANDBELLCTL, {u"--help"_s}).out.contains("Exit status"));
        QCOMPARE(test::run(HANDBELLCTL, {u"status"_s}).exit, 2);
    }

    void directoryMustBePrivate()
    {
#ifdef Q_OS_WIN
        QSKIP("access lists rule on Windows");
#endif
        const auto ours = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
        QVERIFY(QFile::setPermissions(data(), ours | QFile::ReadGroup | QFile::ExeGroup));
        const Ran ran = ctl({u"status"_s});
        QVERIFY(QFile::setPermissions(data(), ours));
        QCOMPARE(ran.exit, 1);
        QVERIFY2(ran.err.contains("chmod 700"), ran.err.constData());
    }

    void theLedgerIsReadByPeopleSpreadsheetsAndScripts()
    {
        const Ran room = ctlJson({u"rooms"_s, u"add"_s, u"=1+1, \"upstairs\""_s, u"--kind"_s, u"office"_s});
        QVERIFY2(room.exit == 0, room.err.constData());
        {
            SystemRandom random;
            auto record = record::Record::open(data() + u"/record.db"_s, random);
            QVERIFY(record.ok());
            protocol::AlertRaised raised;
            raised.address =
                protocol::Address::room(RoomId(room.json().value(u"room"_s)[u"id"_s].toInteger()));
            raised.importance = protocol::Importance::Urgent;
            record::EventDraft draft;
            draft.payload = raised;
            // Noon of a day in summer, in any time zone near this one.
            const WallTime noon{std::chrono::sys_days{std::chrono::year{2025} / 7 / 1} +
                                std::chrono::hours(12)};
            const std::vector drafts{draft};
            QVERIFY(record->append(drafts, noon).ok());
        }
        const QStringList days{u"ledger"_s, u"--from"_s, u"2025-07-01"_s, u"--until"_s, u"2025-07-01"_s};
        const Ran csv = ctl(days + QStringList{u"--by"_s, u"room"_s, u"--csv"_s, u"-"_s});
        QVERIFY2(csv.exit == 0, csv.err.constData());
        QCOMPARE(csv.out, QByteArray("by,name,alerts,routine,important,urgent,answered,answered_percent,"
                                     "median_s,escalated,expired,cancelled,open\r\n"
                                     "room,\"'=1+1, \"\"upstairs\"\"\",1,0,0,1,,,,,,,\r\n"
                                     "all,,1,0,0,1,0,,,0,0,0,1\r\n"));
        const QString file = m_temporary.filePath(u"ledger.csv"_s);
        QCOMPARE(ctl(days + QStringList{u"--by"_s, u"room"_s, u"--csv"_s, file}).exit, 0);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), csv.out);

        const Ran text = ctl(days);
        QVERIFY2(text.out.startsWith("1 alert from 2025-07-01 to 2025-07-01"), text.out.constData());
        for (const char *title : {"Room ", "Hour ", "Importance ", "\nurgent "})
            QVERIFY2(text.out.contains(title), text.out.constData());
        const QJsonObject json = ctlJson(days + QStringList{u"--by"_s, u"importance"_s}).json();
        QCOMPARE(json.value(u"all"_s)[u"urgent"_s].toInt(), 1);
        QCOMPARE(json.value(u"importances"_s).toArray().size(), 1);
        QVERIFY(!json.contains(u"rooms"_s));
        // The day after has none.
        const Ran none = ctl({u"ledger"_s, u"--from"_s, u"2025-07-02"_s, u"--until"_s, u"2025-07-02"_s});
        QVERIFY2(none.out.startsWith("0 alerts"), none.out.constData());
    }

    // Last: it spoils the record.
    void verifyFindsWhatWasChanged()
    {
        const Ran sound = ctlJson({u"verify"_s});
        QVERIFY2(sound.exit == 0, sound.err.constData());
        QCOMPARE(sound.json().value(u"head"_s).toInteger(), head());

        constexpr qint64 victim = 7;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s);
            database.setDatabaseName(data() + u"/record.db"_s);
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(u"DROP TRIGGER event_stays"_s));
            QVERIFY(query.exec(u"UPDATE event SET at = at + 1 WHERE seq = %1"_s.arg(victim)));
            QCOMPARE(query.numRowsAffected(), 1);
        }
        QSqlDatabase::removeDatabase(u"tamper"_s);
        const Ran json = ctlJson({u"verify"_s});
        QCOMPARE(json.exit, 3);
        QCOMPARE(json.json().value(u"ok"_s), QJsonValue(false));
        QCOMPARE(json.json().value(u"first_bad_seq"_s).toInteger(), victim);
        const Ran text = ctl({u"verify"_s});
        QCOMPARE(text.exit, 3);
        QVERIFY2(text.out.contains("at event 7"), text.out.constData());
    }
};

HANDBELL_TEST(HandbellctlTest)
#include "HandbellctlTest.moc"
