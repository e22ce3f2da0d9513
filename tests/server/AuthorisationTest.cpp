// SPDX-License-Identifier: Apache-2.0
#include "server/Conversation.h"
#include "tests/support/TestProgram.h"

using namespace handbell;
using namespace handbell::protocol;
using namespace handbell::test;

// Deny by default: every type there is, in every state a session can be in. The table is made from the
// registry, so a new type is in it by itself.

namespace {

template <size_t... Index>
std::vector<ClientMessage> oneOfEach(std::index_sequence<Index...>)
{
    return {ClientMessage(std::in_place_index<Index>)...};
}

std::vector<ClientMessage> oneOfEach()
{
    return oneOfEach(std::make_index_sequence<std::variant_size_v<ClientMessage>>{});
}

//! Keeps what is logged while it lives; one at a time.
class LogCatcher
{
public:
    LogCatcher()
    {
        lines().clear();
        qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &line) { lines().append(line); });
    }
    ~LogCatcher() { qInstallMessageHandler(nullptr); }
    LogCatcher(const LogCatcher &) = delete;
    LogCatcher &operator=(const LogCatcher &) = delete;

    [[nodiscard]] static QStringList &lines()
    {
        static QStringList kept;
        return kept;
    }
};

constexpr const char *stateNames[]{"connected", "enrolled", "active"};

std::unique_ptr<TestPeer> peerIn(ServerKit &kit, SessionState state)
{
    if (state == SessionState::Connected)
        return kit.connectPeer();
    auto peer = kit.signIn("Priya Shah");
    if (state == SessionState::Enrolled)
        peer->ask(SignOut{});
    return peer;
}

} // namespace

class AuthorisationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTypeInEveryState_data()
    {
        QTest::addColumn<size_t>("type");
        QTest::addColumn<int>("state");
        const auto all = oneOfEach();
        for (size_t type = 0; type < all.size(); ++type) {
            for (int state = 0; state < 3; ++state)
                QTest::addRow("%s while %s", typeOf(all[type]).data(), stateNames[state]) << type << state;
        }
    }

    void everyTypeInEveryState()
    {
        QFETCH(size_t, type);
        QFETCH(int, state);
        const ClientMessage message = oneOfEach()[type];
        const auto sessionState = static_cast<SessionState>(state);
        ServerKit kit;
        auto peer = peerIn(kit, sessionState);
        const Seq before = kit.record().head()->seq;
        peer->forget();
        if (std::holds_alternative<Ack>(message)) {
            peer->tell(message);
            kit.settle();
            QVERIFY(peer->isOpen());
            QVERIFY(peer->notices<ErrorAnswer>().empty());
            return;
        }
        const auto id = peer->send(message);
        kit.settle();
        kit.advance(std::chrono::milliseconds(50));
        QCOMPARE(peer->answerCount(id), 1);
        const QString code = TestPeer::codeOf(*peer->answer(id));
        if (acceptedIn(message, sessionState)) {
            QVERIFY(code != text("unexpected_message"));
        } else {
            QCOMPARE(code, text("unexpected_message"));
            const QString detail = std::get<ErrorAnswer>(*peer->answer(id)).detail;
            QVERIFY(
                detail.startsWith(text("the session is ") + QString::fromLatin1(stateNames[state]) + u';'));
            QVERIFY(detail.contains(u'"' + QString(typeOf(message)) + u'"'));
            QCOMPARE(kit.record().head()->seq, before);
            QVERIFY(peer->isOpen());
        }
        QVERIFY2(code != text("internal"), "a default message is a client's mistake, not a bug of ours");
    }

    void badFrames_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("closes");
        QTest::newRow("not JSON") << QByteArray("hello") << "malformed_frame" << true;
        QTest::newRow("no type") << QByteArray("{\"id\":4}") << "malformed_frame" << true;
        QTest::newRow("unknown") << QByteArray("{\"id\":4,\"type\":\"teapot\"}") << "unknown_type" << false;
        QTest::newRow("the server's") << QByteArray("{\"id\":4,\"type\":\"ok\"}") << "unknown_type" << false;
        QTest::newRow("no id") << QByteArray("{\"type\":\"ping\"}") << "invalid_field" << false;
        QTest::newRow("a member missing")
            << QByteArray("{\"id\":4,\"type\":\"history\",\"limit\":5}") << "invalid_field" << false;
        QTest::newRow("too large") << QByteArray("{\"id\":4,\"type\":\"ping\",\"x\":\"") +
                                          QByteArray(300'000, 'x') + "\"}"
                                   << "frame_too_large" << true;
    }

    void badFrames()
    {
        QFETCH(QByteArray, frame);
        QFETCH(QString, code);
        QFETCH(bool, closes);
        ServerKit kit;
        auto peer = kit.signIn("Priya Shah");
        peer->forget();
        if (frame.size() > maxFrameBytes)
            kit.violate(ErrorCode::FrameTooLarge);
        else
            peer->sendRaw(frame);
        kit.settle();
        const auto told = peer->answer(4).value_or(ServerMessage{});
        const auto unaddressed = peer->notices<ErrorAnswer>();
        const ErrorAnswer error = unaddressed.empty() ? std::get<ErrorAnswer>(told) : unaddressed.front();
        QCOMPARE(error.code, code);
        QVERIFY(!error.detail.isEmpty());
        QCOMPARE(peer->closedWith().has_value(), closes);
    }

    void aBinaryFrameIsAnsweredAndEndsIt()
    {
        ServerKit kit;
        auto peer = kit.signIn("Priya Shah");
        kit.violate(ErrorCode::BinaryFrame);
        kit.settle();
        QCOMPARE(peer->notices<ErrorAnswer>().front().code, text("binary_frame"));
        QVERIFY(!peer->notices<ErrorAnswer>().front().detail.isEmpty());
        QCOMPARE(peer->closedWith()->code, std::optional(ErrorCode::BinaryFrame));
    }

    void whoAsksTooMuchIsToldToWait()
    {
        auto limits = ServerKit::quickLimits();
        limits.requestBurst = 10;
        limits.requestsPerSecond = 5;
        ServerKit kit(limits);
        auto peer = kit.signIn("Priya Shah"); // two requests
        for (int i = 0; i < 8; ++i)
            QVERIFY(std::holds_alternative<Ok>(peer->ask(Ping{})));
        const auto refused = peer->askFor<ErrorAnswer>(Ping{});
        QCOMPARE(refused.code, text("rate_limited"));
        QVERIFY(refused.retryAfterMs.value_or(0) > 0);
        kit.advance(std::chrono::milliseconds(*refused.retryAfterMs));
        QVERIFY(std::holds_alternative<Ok>(peer->ask(Ping{})));
    }

    void badFramesCountAsRequests()
    {
        auto limits = ServerKit::quickLimits();
        limits.requestBurst = 10;
        limits.requestsPerSecond = 5;
        ServerKit kit(limits);
        auto peer = kit.connectPeer();
        for (int i = 0; i < 10; ++i)
            peer->sendRaw("{\"type\":\"teapot\"}");
        kit.settle();
        QCOMPARE(peer->notices<ErrorAnswer>().size(), size_t{10});
        const LogCatcher catcher;
        peer->sendRaw("{\"type\":\"teapot\"}"); // was no request, and is owed no answer
        peer->sendRaw("{\"id\":4,\"type\":\"teapot\"}");
        kit.settle();
        QCOMPARE(peer->notices<ErrorAnswer>().size(), size_t{10});
        const auto refused = std::get<ErrorAnswer>(*peer->answer(4));
        QCOMPARE(refused.code, text("rate_limited"));
        QVERIFY(LogCatcher::lines().isEmpty());
        kit.advance(std::chrono::milliseconds(refused.retryAfterMs.value_or(0)));
        peer->sendRaw("{\"id\":5,\"type\":\"teapot\"}");
        kit.settle();
        QCOMPARE(TestPeer::codeOf(*peer->answer(5)), text("unknown_type"));
    }

    void theLogSaysWhichMemberWasWrongAndNeverWhatStoodThere()
    {
        ServerKit kit;
        auto peer = kit.signIn("Priya Shah");
        const LogCatcher catcher;
        peer->sendRaw(
            R"({"id":4,"type":"message.post","nonce":"AA","conversation":"MARKED","text":"MARKED"})");
        peer->sendRaw(R"({"id":5,"type":"marked.type"})");
        kit.settle();
        const QString log = LogCatcher::lines().join(u'\n');
        QVERIFY(log.contains(
            text(R"(sent a bad frame: "invalid_field" type "message.post" field "conversation")")));
        QVERIFY(log.contains(text(R"(sent a bad frame: "unknown_type" type "-" field "-")")));
        QVERIFY(!log.contains(text("marked"), Qt::CaseInsensitive));
    }

    void aNonceHasSixteenBytes()
    {
        ServerKit kit;
        auto peer = kit.signIn("Priya Shah");
        for (const int length : {0, 15, 17})
            QCOMPARE(peer->askForError(
                         MessagePost{Bytes{QByteArray(length, 'n')}, kit.everyone(), text("hello"), {}}),
                     text("invalid_field"));
    }
};

HANDBELL_TEST(AuthorisationTest)
#include "AuthorisationTest.moc"
