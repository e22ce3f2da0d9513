// SPDX-License-Identifier: Apache-2.0
#include "client/SelfTest.h"

#include "ClientKit.h"
#include "tests/support/TestProgram.h"

#include <QSignalSpy>

using namespace handbell;
using namespace handbell::testing;
using client::SelfTest;
using protocol::SelfTestCard;
using namespace std::chrono_literals;

namespace {

//! So long that nothing happens by itself while a test runs.
constexpr SelfTest::Timing never{24h, 24h, 24h};

//! A client that has joined, whose cards are drawn at once, with the test of its sign-in behind it.
struct TestedDesk
{
    explicit TestedDesk(const SelfTest::Timing &timing = never)
    {
        test().setTiming(timing);
        QObject::connect(&test(), &SelfTest::cardWanted, &test(), [this](const QByteArray &nonce) {
            cards.append(nonce);
            if (draws)
                test().cardDrawn(nonce);
        });
        kit.server.instead =
            [this](const protocol::ClientMessage &message) -> std::optional<protocol::ServerMessage> {
            const auto *asked = std::get_if<protocol::SelfTest>(&message);
            if (!asked)
                return std::nullopt;
            if (refusal)
                return FakeServer::error(*refusal);
            if (sendsCard)
                kit.server.notify(SelfTestCard{asked->nonce});
            return protocol::Ok{};
        };
        joined = kit.join();
    }
    [[nodiscard]] SelfTest &test() { return kit.client->selfTest(); }

    ClientKit kit;
    QList<QByteArray> cards;
    bool draws = true;
    bool sendsCard = true;
    std::optional<ErrorCode> refusal;
    bool joined = false;
};

} // namespace

class SelfTestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsWhenTheLineComesUp()
    {
        TestedDesk desk;
        QVERIFY(desk.joined);
        QTRY_COMPARE(desk.test().outcome(), SelfTest::Outcome::Works);
        QCOMPARE(*desk.test().lastSuccess(), desk.kit.clock.wallNow());
        QVERIFY(!desk.test().isRunning());
        desk.kit.clock.advance(1min);
        desk.kit.server.cut();
        QTRY_COMPARE(desk.kit.server.all<protocol::SelfTest>().size(), size_t(2));
        QTRY_COMPARE(*desk.test().lastSuccess(), desk.kit.clock.wallNow());
    }

    void saysHowLongItTook()
    {
        TestedDesk desk;
        QVERIFY(desk.joined);
        QTRY_COMPARE(desk.test().outcome(), SelfTest::Outcome::Works);
        desk.draws = false;
        desk.test().run();
        QTRY_COMPARE(desk.cards.size(), 2);
        QVERIFY2(!desk.test().lastDuration(), "it is not over");
        desk.kit.clock.advance(230ms);
        desk.test().cardDrawn(desk.cards.last());
        QCOMPARE(desk.test().lastDuration(), std::optional(std::chrono::milliseconds(230)));
    }

    void runsAgainByItself()
    {
        TestedDesk desk({1ms, 1ms, 24h});
        QVERIFY(desk.joined);
        QTRY_VERIFY(desk.kit.server.all<protocol::SelfTest>().size() >= 4);
        const auto asked = desk.kit.server.all<protocol::SelfTest>();
        QVERIFY2(asked[0].nonce != asked[1].nonce, "each is one of its own");
    }

    void whatFailed_data()
    {
        QTest::addColumn<bool>("sendsCard");
        QTest::addColumn<bool>("draws");
        QTest::addColumn<std::optional<ErrorCode>>("refusal");
        QTest::addColumn<SelfTest::Fault>("fault");
        using Code = std::optional<ErrorCode>;
        QTest::newRow("no card came") << false << true << Code() << SelfTest::Fault::Server;
        QTest::newRow("it was not drawn") << true << false << Code() << SelfTest::Fault::Screen;
        QTest::newRow("the disk is full")
            << true << true << Code(ErrorCode::StorageUnavailable) << SelfTest::Fault::Record;
        QTest::newRow("the server is in trouble")
            << true << true << Code(ErrorCode::ServerBusy) << SelfTest::Fault::Server;
    }

    void whatFailed()
    {
        QFETCH(bool, sendsCard);
        QFETCH(bool, draws);
        QFETCH(std::optional<ErrorCode>, refusal);
        TestedDesk desk;
        QVERIFY(desk.joined);
        QTRY_COMPARE(desk.test().outcome(), SelfTest::Outcome::Works);
        const WallTime worked = *desk.test().lastSuccess();
        desk.test().setTiming({24h, 24h, 20ms});
        desk.sendsCard = sendsCard;
        desk.draws = draws;
        desk.refusal = refusal;
        desk.kit.clock.advance(1min);
        desk.test().run();
        QVERIFY(desk.test().isRunning());
        QTRY_COMPARE(desk.test().outcome(), SelfTest::Outcome::Failed);
        QTEST(desk.test().fault(), "fault");
        QCOMPARE(desk.test().failingSince(), worked + 1min);
        QCOMPARE(*desk.test().lastSuccess(), worked);
        QVERIFY(!desk.test().lastDuration());

        desk.kit.clock.advance(1min);
        desk.test().run(); // fails once more: "since" stays
        QTRY_VERIFY(!desk.test().isRunning());
        QCOMPARE(desk.test().failingSince(), worked + 1min);

        desk.test().setTiming(never);
        desk.sendsCard = true;
        desk.draws = true;
        desk.refusal.reset();
        desk.test().run();
        QTRY_COMPARE(desk.test().outcome(), SelfTest::Outcome::Works);
    }

    void aServerThatDoesNotKnowItIsNoFailure()
    {
        TestedDesk desk;
        QVERIFY(desk.joined);
        QTRY_COMPARE(desk.test().outcome(), SelfTest::Outcome::Works);
        desk.refusal = ErrorCode::UnknownType;
        desk.test().run();
        QTRY_VERIFY(!desk.test().isRunning());
        QCOMPARE(desk.test().outcome(), SelfTest::Outcome::Works);
    }

    void aCardOfAnotherTestProvesNothing()
    {
        TestedDesk desk;
        QVERIFY(desk.joined);
        QTRY_COMPARE(desk.test().outcome(), SelfTest::Outcome::Works);
        desk.sendsCard = false;
        desk.test().run();
        const auto before = desk.cards.size();
        desk.kit.server.notify(SelfTestCard{{QByteArray(16, 'x')}});
        ClientKit::settle();
        QCOMPARE(desk.cards.size(), before);
        desk.test().cardDrawn(QByteArray(16, 'x'));
        QVERIFY(desk.test().isRunning());
    }

    void aBrokenLineEndsItWithoutAVerdict()
    {
        TestedDesk desk;
        QVERIFY(desk.joined);
        QTRY_COMPARE(desk.test().outcome(), SelfTest::Outcome::Works);
        desk.sendsCard = false;
        desk.test().run();
        desk.kit.server.refusesWith = ErrorCode::Unreachable;
        desk.kit.server.cut();
        QTRY_VERIFY(!desk.test().isRunning());
        QCOMPARE(desk.test().outcome(), SelfTest::Outcome::Works);
        desk.test().run();
        QVERIFY2(!desk.test().isRunning(), "there is nothing to test");
    }

    void nothingIsKnownOfTheNextMember()
    {
        TestedDesk desk;
        QVERIFY(desk.joined);
        QTRY_COMPARE(desk.test().outcome(), SelfTest::Outcome::Works);
        (void)desk.kit.session().signOut();
        ClientKit::settle();
        QCOMPARE(desk.test().outcome(), SelfTest::Outcome::NotYet);
        QVERIFY(!desk.test().lastSuccess());
    }
};

HANDBELL_TEST(SelfTestTest)
#include "SelfTestTest.moc"
