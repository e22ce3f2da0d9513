// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/SelfTestOnDemand.h"

#include "client/SelfTest.h"
#include "tests/client/ClientKit.h"
#include "tests/support/TestProgram.h"
#include "ui/alerts/AlertWords.h"
#include "ui/shell/LinkWatch.h"

#include <QSignalSpy>

using namespace handbell;
using namespace std::chrono_literals;
using testing::FakeServer;
using ui::LinkWatch;
using ui::NoticeCard;
using ui::SelfTestOnDemand;

namespace {

//! A client that has joined, whose test worked once and does not run by itself.
struct TestableDesk
{
    TestableDesk()
    {
        test().setTiming({24h, 24h, 24h});
        QObject::connect(&test(), &client::SelfTest::cardWanted, &test(), [this](const QByteArray &nonce) {
            card = nonce;
            kit.clock.advance(takes);
            if (draws)
                test().cardDrawn(nonce);
        });
        joined = kit.join() && QTest::qWaitFor([this] { return test().lastSuccess().has_value(); });
        link = std::make_unique<LinkWatch>(kit.session(), 1ms);
        link->watch(test());
        onDemand = std::make_unique<SelfTestOnDemand>(test(), *link, 1ms);
        told = std::make_unique<QSignalSpy>(onDemand.get(), &SelfTestOnDemand::told);
    }
    [[nodiscard]] client::SelfTest &test() { return kit.client->selfTest(); }
    //! The notice told last: its kind, title and words.
    [[nodiscard]] NoticeCard::Kind kind() const { return told->last()[0].value<NoticeCard::Kind>(); }
    [[nodiscard]] QString title() const { return told->isEmpty() ? QString() : told->last()[1].toString(); }
    [[nodiscard]] QString words() const { return told->last()[2].toString(); }

    testing::ClientKit kit;
    std::chrono::milliseconds takes{230};
    bool draws = true;
    QByteArray card;
    bool joined = false;
    std::unique_ptr<LinkWatch> link;
    std::unique_ptr<SelfTestOnDemand> onDemand;
    std::unique_ptr<QSignalSpy> told;
};

} // namespace

class SelfTestOnDemandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhenAndHowFastItWorked()
    {
        TestableDesk desk;
        QVERIFY(desk.joined);
        desk.kit.clock.advance(1min);
        desk.onDemand->run();
        QTRY_COMPARE(desk.title(), QStringLiteral("Alerts work"));
        QCOMPARE(desk.kind(), NoticeCard::Kind::Told);
        const QString at = ui::AlertWords::timeOfDay(desk.kit.clock.wallNow());
        QVERIFY2(desk.words().contains(at), qPrintable(desk.words()));
        QVERIFY2(desk.words().contains(QStringLiteral("in 0.2 s")), qPrintable(desk.words()));
    }

    void saysNothingOfThoseThatRunByThemselves()
    {
        TestableDesk desk;
        QVERIFY(desk.joined);
        const WallTime before = *desk.test().lastSuccess();
        desk.kit.clock.advance(1min);
        desk.test().run();
        QTRY_VERIFY(*desk.test().lastSuccess() > before);
        QVERIFY(desk.told->isEmpty());
    }

    void saysThatItIsUnderWayWhereItTakesLong()
    {
        TestableDesk desk;
        QVERIFY(desk.joined);
        desk.draws = false;
        desk.onDemand->run();
        desk.onDemand->run(); // asked twice is told once
        QTRY_COMPARE(desk.title(), QStringLiteral("Testing alerts…"));
        desk.test().cardDrawn(desk.card);
        QTRY_COMPARE(desk.title(), QStringLiteral("Alerts work"));
        QCOMPARE(desk.told->count(), 2);
    }

    void saysWhatFailed()
    {
        TestableDesk desk;
        QVERIFY(desk.joined);
        desk.kit.server.instead =
            [](const protocol::ClientMessage &message) -> std::optional<protocol::ServerMessage> {
            if (!std::holds_alternative<protocol::SelfTest>(message))
                return std::nullopt;
            return FakeServer::error(ErrorCode::StorageUnavailable);
        };
        desk.onDemand->run();
        QTRY_COMPARE(desk.title(), QStringLiteral("Alerts are failing"));
        QCOMPARE(desk.kind(), NoticeCard::Kind::Warning);
        QVERIFY2(desk.words().contains(QStringLiteral("cannot write its record")), qPrintable(desk.words()));

        // And takes it back when one works that nobody asked for.
        QSignalSpy outdated(desk.onDemand.get(), &SelfTestOnDemand::outdated);
        desk.kit.server.instead = {};
        desk.test().run();
        QTRY_COMPARE(outdated.count(), 1);
        QCOMPARE(outdated.first().first().toString(), QStringLiteral("Alerts are failing"));
        QCOMPARE(desk.told->count(), 1);
    }

    void saysThatThereIsNothingToTestWithoutALine()
    {
        TestableDesk desk;
        QVERIFY(desk.joined);
        desk.kit.server.refusesWith = ErrorCode::Unreachable;
        desk.kit.server.cut();
        QTRY_COMPARE(desk.link->state(), LinkWatch::State::NotConnected);
        desk.onDemand->run();
        QCOMPARE(desk.told->count(), 1);
        QCOMPARE(desk.title(), QStringLiteral("Alerts could not be tested"));
        QCOMPARE(desk.kind(), NoticeCard::Kind::Warning);
    }
};

HANDBELL_TEST(SelfTestOnDemandTest)
#include "SelfTestOnDemandTest.moc"
