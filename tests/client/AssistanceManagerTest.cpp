// SPDX-License-Identifier: Apache-2.0
#include "client/AssistanceManager.h"

#include "ClientKit.h"
#include "tests/support/TestProgram.h"

#include <QSignalSpy>

using namespace handbell;
using namespace handbell::testing;
using client::AssistanceManager;
using protocol::AlertRaise;
using protocol::Reply;
using Readiness = AssistanceManager::Readiness;
using namespace std::chrono_literals;

namespace {

//! Priya at the front desk, with Dr Patel and Lin Chen to see what she rings.
struct AskingDesk
{
    AskingDesk()
    {
        kit.server.reached = {demo::lin, demo::patel};
        kit.server.presence = demo::presence(kit.clock.wallNow());
        joined = kit.join();
    }
    [[nodiscard]] AssistanceManager &assistance() { return kit.client->assistance(); }
    [[nodiscard]] AlertId ask()
    {
        assistance().ask();
        return QTest::qWaitFor([this] { return assistance().asked() && assistance().asked()->canCancel; })
                   ? assistance().asked()->alert
                   : AlertId();
    }
    //! A test that Lin answers.
    [[nodiscard]] bool test()
    {
        assistance().test(demo::frontDesk1Room);
        if (!QTest::qWaitFor([this] { return assistance().tested() && assistance().tested()->canCancel; }))
            return false;
        answer(assistance().tested()->alert, demo::lin, Reply::Done);
        return true;
    }
    void answer(AlertId alert, MemberId who, Reply reply)
    {
        kit.server.publish(protocol::AlertAnswered{alert, reply, {}}, who, demo::consulting6);
        ClientKit::settle();
    }

    ClientKit kit;
    bool joined = false;
};

} // namespace

class AssistanceManagerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void askingRingsEveryoneOnce()
    {
        AskingDesk desk;
        QVERIFY(desk.joined);
        const AlertId alert = desk.ask();
        QVERIFY(alert.isValid());
        desk.assistance().ask(); // pressed again in a fright
        ClientKit::settle();
        const auto raised = desk.kit.server.all<AlertRaise>();
        QCOMPARE(raised.size(), size_t(1));
        QCOMPARE(raised.front().alertTemplate, demo::assistance);
        QCOMPARE(raised.front().address, protocol::Address::everyone());
        QVERIFY(!raised.front().testRoom);
        QCOMPARE(desk.assistance().reachNow(), 6);
    }

    void isThereAfterAQuietNight()
    {
        AskingDesk desk;
        QVERIFY(desk.joined);
        QTRY_COMPARE(desk.assistance().readiness(), AssistanceManager::Readiness::NeverTested);
        // What is known of the practice comes out of the cache, before the server has said which PC this is;
        // and then there is nothing new to tell.
        desk.kit.restart();
        QVERIFY(desk.kit.waitForSync());
        QTRY_COMPARE(desk.assistance().readiness(), AssistanceManager::Readiness::NeverTested);
    }

    void whoComesIsShownInOrder()
    {
        AskingDesk desk;
        QVERIFY(desk.joined);
        const AlertId alert = desk.ask();
        QSignalSpy changed(&desk.assistance(), &AssistanceManager::changed);
        desk.answer(alert, demo::lin, Reply::Coming);
        desk.answer(alert, demo::jo, Reply::PassOn);
        desk.answer(alert, demo::patel, Reply::TwoMinutes);
        QVERIFY(!changed.empty());
        const auto comers = desk.assistance().comers();
        QCOMPARE(comers.size(), size_t(2));
        QCOMPARE(comers.front().by, demo::lin);
        QCOMPARE(comers.back().by, demo::patel);
        QVERIFY2(desk.assistance().asked(), "it goes on");
        QVERIFY(desk.assistance().asked()->hasComers);
        desk.assistance().end();
        QTRY_VERIFY(!desk.assistance().asked());
        QVERIFY(desk.assistance().comers().empty());
    }

    void aRefusalStaysInSightUntilTheNext()
    {
        AskingDesk desk;
        QVERIFY(desk.joined);
        desk.kit.server.refusesWith = ErrorCode::Unreachable;
        desk.kit.server.cut();
        QTRY_COMPARE(desk.kit.session().link(), client::Session::Link::Offline);
        desk.assistance().ask();
        QTRY_VERIFY(desk.assistance().asked() && desk.assistance().asked()->refusal);
        desk.kit.server.refusesWith.reset();
        QVERIFY(desk.kit.waitForSync());
        QVERIFY(desk.ask().isValid());
        QVERIFY(!desk.assistance().asked()->refusal);
    }

    void aTestThatWasAnsweredMakesItReady()
    {
        AskingDesk desk;
        QVERIFY(desk.joined);
        QCOMPARE(desk.assistance().readiness(), Readiness::NeverTested);
        QVERIFY(desk.test());
        QCOMPARE(desk.kit.server.all<AlertRaise>().front().testRoom, std::optional(demo::frontDesk1Room));
        QTRY_COMPARE(desk.assistance().readiness(), Readiness::Ready);
        QVERIFY(desk.assistance().lastTest());
        QCOMPARE(desk.assistance().tested()->state, protocol::AlertState::Answered);
        QVERIFY2(!desk.assistance().asked(), "a test asks nobody to come");
    }

    void aTestIsDueAfterAWeekAndAfterAMove()
    {
        AskingDesk desk;
        QVERIFY(desk.joined);
        QVERIFY(desk.test());
        QTRY_COMPARE(desk.assistance().readiness(), Readiness::Ready);
        desk.kit.clock.advance(24h * 8);
        desk.kit.server.publish(protocol::RoomRenamed{demo::room5, QStringLiteral("Room five")}, {}, {});
        QTRY_COMPARE(desk.assistance().readiness(), Readiness::TestDue);
        desk.kit.server.publish(protocol::WorkstationMoved{demo::frontDesk1, demo::room5}, {}, {});
        QTRY_COMPARE(desk.assistance().readiness(), Readiness::NeverTested);
        QCOMPARE(desk.assistance().room()->id, demo::room5);
    }

    void itIsNotOfferedWithoutATemplateOneMaySend()
    {
        AskingDesk desk;
        QVERIFY(desk.joined);
        protocol::AlertTemplate changed = desk.kit.server.state.templates.at(demo::assistance);
        changed.senders = std::vector{QStringLiteral("GP")};
        desk.kit.server.publish(protocol::TemplateSaved{changed, changed.id}, {}, {});
        QTRY_COMPARE(desk.assistance().readiness(), Readiness::NotOffered);
        desk.assistance().ask();
        ClientKit::settle();
        QVERIFY(desk.kit.server.all<AlertRaise>().empty());
    }
};

HANDBELL_TEST(AssistanceManagerTest)
#include "AssistanceManagerTest.moc"
