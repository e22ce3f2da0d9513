// SPDX-License-Identifier: Apache-2.0
#include "tests/support/TestProgram.h"
#include "tests/transport/TransportFixture.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

using namespace handbell;
using namespace handbell::transport;
using namespace handbell::transport::test;
using namespace std::chrono_literals;

namespace {

//! A client that breaks the rules a WebSocketChannel keeps.
class RudeClient final : public QWebSocket
{
public:
    RudeClient(const Practice &practice, const QString &origin = {})
        : QWebSocket(origin)
    {
        setSslConfiguration(clientConfiguration(Trust::authority(practice.certificate())));
    }

    void openTo(const WorkerServer &server, const QStringList &subprotocols = {QStringLiteral("handbell.v1")})
    {
        QWebSocketHandshakeOptions options;
        options.setSubprotocols(subprotocols);
        QUrl url(QStringLiteral("wss://127.0.0.1/"));
        url.setPort(server.address().port);
        open(url, options);
    }
};

const QByteArray
    upgradeRequest("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                   "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                   "Sec-WebSocket-Protocol: handbell.v1\r\n\r\n");

constexpr char textOpcode = 1;
constexpr char closeOpcode = 8;

//! A client's frame of up to 125 bytes under a mask of zeros.
QByteArray maskedFrame(char opcode, const QByteArray &payload)
{
    QByteArray frame;
    frame.append(static_cast<char>(0x80 | opcode)).append(static_cast<char>(0x80 | payload.size()));
    return frame.append(4, '\0').append(payload);
}

//! A TLS client below WebSocket: what it does not write is not sent, what it does not read stays unread.
class BareClient final : public QSslSocket
{
public:
    explicit BareClient(const Practice &practice)
    {
        setSslConfiguration(clientConfiguration(Trust::authority(practice.certificate())));
    }
    void openTo(const WorkerServer &server)
    {
        connectToHostEncrypted(server.address().host, server.address().port);
    }
};

} // namespace

class IoWorkerTest : public QObject
{
    Q_OBJECT

    const Practice m_practice;

private Q_SLOTS:
    void origins_data()
    {
        QTest::addColumn<QString>("origin");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("none") << QString() << true;
        QTest::newRow("ours") << QStringLiteral("handbell://client") << true;
        QTest::newRow("a page") << QStringLiteral("https://intranet.example") << false;
        QTest::newRow("the server's own") << QStringLiteral("https://127.0.0.1") << false;
        QTest::newRow("a sandboxed page") << QStringLiteral("null") << false;
    }

    void origins()
    {
        QFETCH(QString, origin);
        QFETCH(bool, allowed);
        WorkerServer server(m_practice.tls());
        QSignalSpy mentioned(&server, &WorkerServer::connected);
        if (allowed) {
            RudeClient client(m_practice, origin);
            client.openTo(server);
            QTRY_COMPARE(mentioned.size(), 1);
            return;
        }
        BareClient client(m_practice);
        QSignalSpy gone(&client, &QTcpSocket::disconnected);
        client.openTo(server);
        QByteArray request = upgradeRequest;
        request.insert(request.size() - 2, QByteArray("Origin: " + origin.toUtf8() + "\r\n"));
        client.write(request);
        QTRY_COMPARE(gone.size(), 1);
        QVERIFY(client.readAll().startsWith("HTTP/1.1 403 "));
        QTRY_COMPARE(server.ledger().count(), 0);
        QVERIFY(mentioned.isEmpty());
    }

    void subprotocols_data()
    {
        QTest::addColumn<QStringList>("offered");
        QTest::newRow("none") << QStringList{};
        QTest::newRow("another") << QStringList{QStringLiteral("chat")};
        QTest::newRow("a later one") << QStringList{QStringLiteral("handbell.v2")};
    }

    void subprotocols()
    {
        QFETCH(QStringList, offered);
        WorkerServer server(m_practice.tls());
        QSignalSpy mentioned(&server, &WorkerServer::connected);
        QSignalSpy mentionedEnd(&server, &WorkerServer::disconnected);
        RudeClient client(m_practice);
        QSignalSpy gone(&client, &QWebSocket::disconnected);
        client.openTo(server, offered);
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(client.closeReason(), QStringLiteral("unsupported_version"));
        QTRY_COMPARE(server.ledger().count(), 0);
        QVERIFY(mentioned.isEmpty());
        QVERIFY(mentionedEnd.isEmpty());
    }

    void binaryAndOversizedFramesCanBeAnswered()
    {
        WorkerServer server(m_practice.tls());
        QSignalSpy mentioned(&server, &WorkerServer::connected);
        QSignalSpy frames(&server, &WorkerServer::frame);
        QSignalSpy violations(&server, &WorkerServer::violation);
        RudeClient client(m_practice);
        QSignalSpy answers(&client, &QWebSocket::textMessageReceived);
        client.openTo(server);
        QTRY_COMPARE(mentioned.size(), 1);
        const auto id = mentioned[0][0].value<ConnectionId>();
        client.sendBinaryMessage("abc");
        client.sendTextMessage(QString(maxFrameSize + 1, u'x'));
        client.sendTextMessage(QString(maxFrameSize / 2 + 1, QChar(0xe9))); // counted in UTF-8
        client.sendTextMessage(QString(maxFrameSize, u'x'));
        QTRY_COMPARE(frames.size(), 1);
        QCOMPARE(violations.size(), 3);
        QCOMPARE(violations[0][1].value<ErrorCode>(), ErrorCode::BinaryFrame);
        QCOMPARE(violations[1][1].value<ErrorCode>(), ErrorCode::FrameTooLarge);
        QCOMPARE(violations[2][1].value<ErrorCode>(), ErrorCode::FrameTooLarge);
        server.worker().send(id, "too large");
        QTRY_COMPARE(answers.size(), 1);
    }

    void beyondReadingClosesWith1009()
    {
        WorkerServer server(m_practice.tls());
        QSignalSpy mentioned(&server, &WorkerServer::connected);
        QSignalSpy violations(&server, &WorkerServer::violation);
        QSignalSpy ends(&server, &WorkerServer::disconnected);
        BareClient client(m_practice);
        client.openTo(server);
        client.write(upgradeRequest);
        QTRY_COMPARE(mentioned.size(), 1);
        // A client's frame is masked; the header alone, announcing a GiB, is enough
        QByteArray header = frameHeader(1, quint64{1} << 30);
        header[1] = static_cast<char>(header[1] | 0x80);
        client.write(header + QByteArray(4, '\0'));
        QTRY_COMPARE(ends.size(), 1);
        QCOMPARE(violations.size(), 1);
        QCOMPARE(violations[0][1].value<ErrorCode>(), ErrorCode::FrameTooLarge);
        QTRY_VERIFY(client.peek(4096).contains("\x03\xf1")); // 1009
    }

    void silentClientIsDropped()
    {
        WorkerServer server(m_practice.tls(), shortHandshake(150ms));
        QSignalSpy mentioned(&server, &WorkerServer::connected);
        QTcpSocket mute;
        QSignalSpy gone(&mute, &QTcpSocket::disconnected);
        mute.connectToHost(server.address().host, server.address().port);
        QTRY_COMPARE(gone.size(), 1);
        QTRY_COMPARE(server.ledger().count(), 0);
        QVERIFY(mentioned.isEmpty());
    }

    void silentAfterTlsIsDropped()
    {
        WorkerServer server(m_practice.tls(), shortHandshake(1500ms));
        QSignalSpy mentioned(&server, &WorkerServer::connected);
        BareClient client(m_practice);
        QSignalSpy encrypted(&client, &QSslSocket::encrypted);
        QSignalSpy gone(&client, &QTcpSocket::disconnected);
        client.openTo(server);
        QTRY_COMPARE(encrypted.size(), 1);
        client.write("GET / HTTP/1.1\r\n"); // and no more
        QTRY_COMPARE(gone.size(), 1);
        QTRY_COMPARE(server.ledger().count(), 0);
        QVERIFY(mentioned.isEmpty());
    }

    void nonsenseInsteadOfTlsIsDropped()
    {
        WorkerServer server(m_practice.tls());
        QTcpSocket plain;
        QSignalSpy gone(&plain, &QTcpSocket::disconnected);
        plain.connectToHost(server.address().host, server.address().port);
        plain.write(upgradeRequest);
        QTRY_COMPARE(gone.size(), 1);
        QTRY_COMPARE(server.ledger().count(), 0);
    }

    void tls12ClientIsRefused()
    {
        WorkerServer server(m_practice.tls());
        BareClient client(m_practice);
        QSslConfiguration old = client.sslConfiguration();
        old.setProtocol(QSsl::TlsV1_2);
        client.setSslConfiguration(old);
        QSignalSpy encrypted(&client, &QSslSocket::encrypted);
        QSignalSpy failed(&client, &QSslSocket::errorOccurred);
        client.openTo(server);
        QTRY_VERIFY(!failed.isEmpty());
        QVERIFY(encrypted.isEmpty());
        QTRY_COMPARE(server.ledger().count(), 0);
    }

    void deadClientIsNoticed()
    {
        WorkerServer server(m_practice.tls(), shortSilence());
        QSignalSpy mentioned(&server, &WorkerServer::connected);
        QSignalSpy ends(&server, &WorkerServer::disconnected);
        BareClient client(m_practice); // never answers a ping
        client.openTo(server);
        client.write(upgradeRequest);
        QTRY_COMPARE(mentioned.size(), 1);
        QTRY_COMPARE(ends.size(), 1);
        QTRY_COMPARE(server.ledger().count(), 0);
    }

    void slowReaderIsDropped()
    {
        ConnectionLimits limits;
        limits.maxUnsentBytes = 512 * 1024;
        WorkerServer server(m_practice.tls(), shortClosing(), limits);
        QSignalSpy mentioned(&server, &WorkerServer::connected);
        QSignalSpy ends(&server, &WorkerServer::disconnected);
        BareClient client(m_practice);
        client.setReadBufferSize(1024);
        client.openTo(server);
        client.write(upgradeRequest);
        QTRY_COMPARE(mentioned.size(), 1);
        const auto id = mentioned[0][0].value<ConnectionId>();
        for (int i = 0; i < 100; ++i)
            server.worker().send(id, QByteArray(200'000, 'x'));
        QTRY_COMPARE(ends.size(), 1);
        QTRY_COMPARE(server.ledger().count(), 0);
    }

    void unansweredCloseIsCut()
    {
        WorkerServer server(m_practice.tls(), shortClosing());
        QSignalSpy mentioned(&server, &WorkerServer::connected);
        QSignalSpy ends(&server, &WorkerServer::disconnected);
        BareClient client(m_practice);
        client.openTo(server);
        client.write(upgradeRequest);
        QTRY_COMPARE(mentioned.size(), 1);
        server.worker().close(mentioned[0][0].value<ConnectionId>(), ErrorCode::Unauthenticated);
        QTRY_COMPARE(ends.size(), 1);
        QTRY_VERIFY(client.peek(4096).contains("unauthenticated"));
    }

    void aClosingConnectionStaysUntilThePeerHasAnswered()
    {
        // Cut at once, with something of the peer's unread, TCP resets the connection, and the peer may never
        // see why it was closed.
        Timings timings;
        timings.closing = 60s;
        WorkerServer server(m_practice.tls(), timings);
        QSignalSpy mentioned(&server, &WorkerServer::connected);
        QSignalSpy frames(&server, &WorkerServer::frame);
        QSignalSpy ends(&server, &WorkerServer::disconnected);
        BareClient client(m_practice);
        client.openTo(server);
        client.write(upgradeRequest);
        QTRY_COMPARE(mentioned.size(), 1);
        server.worker().close(mentioned[0][0].value<ConnectionId>(), ErrorCode::ServerStopping);
        QTRY_VERIFY(client.peek(4096).contains("server_stopping"));
        client.write(maskedFrame(textOpcode, "{}")); // crossed the close on its way
        BareClient another(m_practice);
        another.openTo(server);
        another.write(upgradeRequest);
        QTRY_COMPARE(mentioned.size(), 2); // the worker has had time for whatever it wanted to do
        QCOMPARE(ends.size(), 0);
        QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
        client.write(maskedFrame(closeOpcode, QByteArray::fromHex("03e9")));
        QTRY_COMPARE(ends.size(), 1);
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
        QVERIFY2(frames.isEmpty(), "what comes after the close is nobody's any more");
    }

    void oneAddressMayHoldSoMany()
    {
        ConnectionLimits limits;
        limits.perAddress = 2;
        WorkerServer server(m_practice.tls(), {}, limits);
        QSignalSpy mentioned(&server, &WorkerServer::connected);
        RudeClient first(m_practice);
        RudeClient second(m_practice);
        first.openTo(server);
        second.openTo(server);
        QTRY_COMPARE(mentioned.size(), 2);
        RudeClient third(m_practice);
        QSignalSpy refused(&third, &QWebSocket::stateChanged);
        third.openTo(server);
        QTRY_VERIFY(!refused.isEmpty() && third.state() == QAbstractSocket::UnconnectedState);
        QCOMPARE(mentioned.size(), 2);
        QCOMPARE(server.ledger().count(), 2);
        first.close();
        QTRY_COMPARE(server.ledger().count(), 1);
        RudeClient fourth(m_practice);
        fourth.openTo(server);
        QTRY_COMPARE(mentioned.size(), 3);
    }

    void idsAreUniqueAndForgotten()
    {
        WorkerServer server(m_practice.tls());
        QSignalSpy mentioned(&server, &WorkerServer::connected);
        QSignalSpy ends(&server, &WorkerServer::disconnected);
        QSet<qint64> ids;
        for (int i = 0; i < 3; ++i) {
            RudeClient client(m_practice);
            client.openTo(server);
            QTRY_COMPARE(mentioned.size(), i + 1);
            ids.insert(mentioned[i][0].value<ConnectionId>().value);
            client.abort();
            QTRY_COMPARE(ends.size(), i + 1);
        }
        QCOMPARE(ids.size(), 3);
        server.worker().send(ConnectionId(*ids.begin()), "nobody");
        server.worker().close(ConnectionId(*ids.begin()), ErrorCode::Internal);
        server.worker().send(ConnectionId(), "nobody");
    }

    void stoppingTellsEveryone()
    {
        WorkerServer server(m_practice.tls());
        QSignalSpy mentioned(&server, &WorkerServer::connected);
        RudeClient one(m_practice);
        RudeClient two(m_practice);
        QSignalSpy goneOne(&one, &QWebSocket::disconnected);
        QSignalSpy goneTwo(&two, &QWebSocket::disconnected);
        one.openTo(server);
        two.openTo(server);
        QTRY_COMPARE(mentioned.size(), 2);
        server.worker().closeAll();
        QTRY_COMPARE(goneOne.size(), 1);
        QTRY_COMPARE(goneTwo.size(), 1);
        QCOMPARE(one.closeReason(), QStringLiteral("server_stopping"));
        QCOMPARE(two.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
        QTRY_COMPARE(server.ledger().count(), 0);
    }

    void destroyedWithOpenConnections()
    {
        WorkerServer server(m_practice.tls());
        QSignalSpy mentioned(&server, &WorkerServer::connected);
        RudeClient open(m_practice);
        open.openTo(server);
        QTRY_COMPARE(mentioned.size(), 1);
        QTcpSocket halfway;
        halfway.connectToHost(server.address().host, server.address().port);
        QTRY_COMPARE(server.ledger().count(), 2);
        QSignalSpy gone(&open, &QWebSocket::disconnected);
        server.stop();
        QCOMPARE(server.ledger().count(), 0);
        QTRY_COMPARE(gone.size(), 1);
    }
};

HANDBELL_TEST(IoWorkerTest)
#include "IoWorkerTest.moc"
