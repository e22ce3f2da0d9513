// SPDX-License-Identifier: Apache-2.0
#include "server/Server.h"

#include "crypto/Digest.h"
#include "crypto/PracticeAuthority.h"
#include "protocol/Codec.h"
#include "record/Record.h"
#include "tests/support/TestProgram.h"
#include "transport/WebSocketChannel.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace handbell;
using namespace handbell::protocol;

namespace {

constexpr int patience = 30'000; // milliseconds; far beyond need, for machines under load

//! A client over a real socket, as thin as can be.
class Wire
{
public:
    Wire(quint16 port, const transport::Trust &trust)
        : m_channel({QStringLiteral("127.0.0.1"), port}, trust)
        , m_frames(&m_channel, &transport::Channel::frameReceived)
        , m_opened(&m_channel, &transport::Channel::opened)
        , m_closed(&m_channel, &transport::Channel::closed)
    {
        m_channel.open();
    }

    bool opens() { return !m_opened.isEmpty() || m_opened.wait(patience); }
    void send(const ClientFrame &frame) { m_channel.send(encode(frame)); }
    //! The next frame, whatever it is.
    ServerMessage next()
    {
        while (m_frames.isEmpty()) {
            if (!m_frames.wait(patience))
                return ErrorAnswer{QStringLiteral("(nothing)"), {}, {}, {}, {}};
        }
        auto parsed = parseServerFrame(m_frames.takeFirst().first().toByteArray());
        const auto *frame = std::get_if<ServerFrame>(&parsed);
        return frame ? frame->message
                     : ServerMessage(ErrorAnswer{QStringLiteral("(unreadable)"), {}, {}, {}, {}});
    }
    //! The next of one type; others are passed over.
    template <class T>
    T nextOf()
    {
        for (int i = 0; i < 20; ++i) {
            const ServerMessage message = next();
            if (const auto *wanted = std::get_if<T>(&message))
                return *wanted;
        }
        return {};
    }
    std::optional<ErrorCode> closes()
    {
        if (m_closed.isEmpty() && !m_closed.wait(patience))
            return std::nullopt;
        return m_closed.first().first().value<transport::CloseReason>().code;
    }

private:
    transport::WebSocketChannel m_channel;
    QSignalSpy m_frames;
    QSignalSpy m_opened;
    QSignalSpy m_closed;
};

} // namespace

class ServerTest : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    SystemRandom m_random;
    QTemporaryDir m_directory;
    server::ServerConfig m_config;
    QSslCertificate m_authority;
    QByteArray m_publicKey;
    const QByteArray m_code = QByteArray(16, 'c');

    void makeRecord()
    {
        auto record = record::Record::create(m_config.recordPath, m_random);
        QVERIFY(record.ok());
        const std::vector<Payload> payloads{
            PracticeCreated{QStringLiteral("Riverside Surgery")},
            ConversationCreated{ConversationKind::Everyone, {}, {}},
            RoomAdded{QStringLiteral("Front desk"), RoomKind::Desk},
            WorkstationAdded{QStringLiteral("Front desk 1"), RoomId(3)},
            MemberAdded{QStringLiteral("Priya Shah"), QStringLiteral("Receptionist"), {Permission::Member}},
            InvitationCreated{Bytes{crypto::sha256(m_code)}, MemberId(5), WorkstationId(4),
                              m_clock.wallNow() + std::chrono::hours(1)}};
        for (const Payload &payload : payloads) {
            record::EventDraft draft;
            draft.payload = payload;
            QVERIFY(record->append(std::vector{draft}, m_clock.wallNow()).ok());
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<transport::CloseReason>();
        const auto authority =
            crypto::PracticeAuthority::create(QStringLiteral("Riverside"), m_clock.wallNow());
        const auto certificate =
            authority->issueServerCertificate({QStringLiteral("127.0.0.1")}, m_clock.wallNow());
        m_authority = QSslCertificate(authority->certificatePem());
        const auto key = crypto::SigningKey::generate();
        m_publicKey = key->publicKey();
        m_config.recordPath = m_directory.filePath(QStringLiteral("record.db"));
        m_config.tlsKeyPem = certificate->keyPem;
        m_config.tlsChainPem = certificate->chainPem;
        m_config.signingKeyPem = key->toPem();
        m_config.address = QHostAddress::LocalHost;
        m_config.hub.scrypt = crypto::testScryptCost;
        makeRecord();
    }

    void joinPostStopAndComeBack()
    {
        Bytes token;
        {
            server::Server server(m_config, m_clock, m_random);
            const auto port = server.start();
            QVERIFY2(port.ok(), port.ok() ? "" : qPrintable(port.error().detail));
            Wire wire(*port, transport::Trust::authority(m_authority));
            QVERIFY(wire.opens());
            const ClientInfo info{protocolVersion, {}, QStringLiteral("test 1")};
            wire.send({1, AuthJoin{info, Bytes{m_code}, QStringLiteral("rainy tuesday desk")}});
            const auto session = wire.nextOf<OkSession>();
            QCOMPARE(session.member, MemberId(5));
            token = *session.token;
            wire.send({2, Sync{}});
            QVERIFY(wire.nextOf<OkSync>().snapshot.has_value());
            wire.send({3, MessagePost{
                              Bytes{QByteArray(16, 'n')}, ConversationId(2), QStringLiteral("Morning"), {}}});
            const auto events = wire.nextOf<EventsNotice>();
            QCOMPARE(events.events.front().text, std::optional(QStringLiteral("Morning")));
            wire.send({std::nullopt, Ack{events.cursor}});

            // Another process; found by polling.
            auto other = record::Record::open(m_config.recordPath, m_random);
            record::EventDraft draft;
            draft.payload = RoomAdded{QStringLiteral("Treatment room"), RoomKind::Other};
            QVERIFY(other->append(std::vector{draft}, m_clock.wallNow()).ok());
            QVERIFY(std::holds_alternative<RoomAdded>(wire.nextOf<EventsNotice>().events.front().payload));

            server.stop();
            wire.nextOf<StoppingNotice>();
            QCOMPARE(wire.closes(), std::optional(ErrorCode::ServerStopping));
            server.stop(); // harmless
            const auto report = other->verify(m_publicKey);
            QVERIFY(report->ok());
            QCOMPARE((*other->newestCheckpoint())->seq, other->head()->seq);
        }
        server::Server server(m_config, m_clock, m_random);
        const auto port = server.start();
        QVERIFY(port.ok());
        QCOMPARE(server.port(), *port);
        Wire wire(*port, transport::Trust::authority(m_authority));
        QVERIFY(wire.opens());
        wire.send({1, AuthToken{{protocolVersion, {}, QStringLiteral("test 1")}, token}});
        QCOMPARE(wire.nextOf<OkSession>().member, MemberId(5));
    }

    void whatCannotStartSaysWhy()
    {
        server::ServerConfig config = m_config;
        config.recordPath = m_directory.filePath(QStringLiteral("none.db"));
        QCOMPARE(server::Server(config, m_clock, m_random).start().error().code, ErrorCode::NotFound);
        config = m_config;
        config.tlsChainPem = "nonsense";
        QCOMPARE(server::Server(config, m_clock, m_random).start().error().code, ErrorCode::InvalidArgument);
        config = m_config;
        config.signingKeyPem = "nonsense";
        QCOMPARE(server::Server(config, m_clock, m_random).start().error().code, ErrorCode::InvalidArgument);
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        config = m_config;
        config.port = taken.serverPort();
        QCOMPARE(server::Server(config, m_clock, m_random).start().error().code, ErrorCode::Unreachable);
    }
};

HANDBELL_TEST(ServerTest)
#include "ServerTest.moc"
