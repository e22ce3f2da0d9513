// SPDX-License-Identifier: Apache-2.0
#include "server/administration/PracticeFile.h"

#include "tests/support/TestProgram.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handbell;
using namespace handbell::administration;

class PracticeFileTest : public QObject
{
    Q_OBJECT

    SeededRandom m_random{11};
    InvitationDesk m_desk{{QStringLiteral("localhost"), 22355, QByteArray(32, 'p')}, m_random};

    static Plan newPlan()
    {
        Plan plan({}, WallTime(std::chrono::milliseconds{1'764'000'000'000}));
        static_cast<void>(plan.createPractice(QStringLiteral("Riverside Surgery")).ok());
        static_cast<void>(plan.addMember(QStringLiteral("Carys Evans"), QStringLiteral("Administrator"),
                                         {protocol::Permission::Administrator})
                              .ok());
        return plan;
    }

private Q_SLOTS:
    void demoPracticeApplies()
    {
        QFile file(QStringLiteral(HANDBELL_RESOURCES "/demo/practice.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto practice = readPracticeFile(file.readAll());
        QVERIFY2(practice.ok(), qPrintable(practice ? QString() : practice.error().detail));
        Plan plan = newPlan();
        const auto issued = applyPracticeFile(plan, *practice, m_desk);
        QVERIFY2(issued.ok(), qPrintable(issued ? QString() : issued.error().detail));
        QCOMPARE(plan.after().members.size(), size_t{7});
        QCOMPARE(plan.after().rooms.size(), size_t{8});
        QCOMPARE(plan.after().members.begin()->second.role, QStringLiteral("Practice manager"));
        QCOMPARE(issued->size(), size_t{7});

        const auto before = plan.events().size();
        auto again = *practice;
        again.invitations.reset();
        QVERIFY(applyPracticeFile(plan, again, m_desk).ok());
        QCOMPARE(plan.events().size(), before);
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("hint");
        QTest::newRow("not json") << QByteArray("{\n\"rooms\": [\n}") << u"line 3"_s;
        QTest::newRow("not an object") << QByteArray("[]") << u"one JSON object"_s;
        QTest::newRow("mistyped list") << QByteArray(R"({"room": []})") << u"\"room\""_s;
        QTest::newRow("mistyped member")
            << QByteArray(R"({"rooms": [{"name": "A", "kind": "desk", "flor": 1}]})") << u"rooms[0].flor"_s;
        QTest::newRow("wrong kind") << QByteArray(R"({"rooms": [{"name": "A", "kind": "attic"}]})")
                                    << u"rooms"_s;
        QTest::newRow("unknown room")
            << QByteArray(R"({"workstations": [{"name": "A", "room": "B"}]})") << u"workstations[0]"_s;
        QTest::newRow("unknown member")
            << QByteArray(R"({"groups": [{"name": "A", "members": ["B"]}]})") << u"groups[0]"_s;
        QTest::newRow("ids are no names")
            << QByteArray(R"({"invitations": [{"member": "3"}]})") << u"invitations[0]"_s;
        QTest::newRow("empty role") << QByteArray(R"({"members": [{"name": "A", "role": ""}]})")
                                    << u"members[0]"_s;
        QTest::newRow("guard") << QByteArray(R"({"guard": {"nation": "atlantis"}})") << u"guard"_s;
    }
    void mistakesAreNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, hint);
        const auto practice = readPracticeFile(json);
        Plan plan = newPlan();
        const auto applied = practice ? applyPracticeFile(plan, *practice, m_desk)
                                      : Result<std::vector<IssuedInvitation>>(practice.error());
        QVERIFY(!applied.ok());
        QVERIFY2(applied.error().detail.contains(hint), qPrintable(applied.error().detail));
    }
};

HANDBELL_TEST(PracticeFileTest)
#include "PracticeFileTest.moc"
