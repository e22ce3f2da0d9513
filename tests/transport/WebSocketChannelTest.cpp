// SPDX-License-Identifier: Apache-2.0
#include "transport/WebSocketChannel.h"

#include "tests/support/TestProgram.h"
#include "tests/transport/TransportFixture.h"
#include "transport/AuthorityProbe.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace handbell;
using namespace handbell::transport;
using namespace handbell::transport::test;
using namespace std::chrono_literals;

namespace {

std::optional<ErrorCode> codeOf(const QSignalSpy &closed)
{
    return reasonOf(closed).code;
}

QSslConfiguration tls12Only(QSslConfiguration configuration)
{
    configuration.setProtocol(QSsl::TlsV1_2);
    return configuration;
}

} // namespace

class WebSocketChannelTest : public QObject
{
    Q_OBJECT

    const Practice m_practice;
    const Practice m_other;

    [[nodiscard]] Trust trust() const { return Trust::authority(m_practice.certificate()); }

private Q_SLOTS:
    void framesBothWays()
    {
        WorkerServer server(m_practice.tls());
        QSignalSpy connected(&server, &WorkerServer::connected);
        QSignalSpy serverFrames(&server, &WorkerServer::frame);
        QSignalSpy gone(&server, &WorkerServer::disconnected);
        WebSocketChannel channel(server.address(), trust());
        QSignalSpy opened(&channel, &Channel::opened);
        QSignalSpy frames(&channel, &Channel::frameReceived);
        QSignalSpy closed(&channel, &Channel::closed);
        channel.open();
        channel.send("dropped: not open yet");
        QTRY_COMPARE(opened.size(), 1);
        QVERIFY(channel.isOpen());
        QTRY_COMPARE(connected.size(), 1);
        const auto id = connected[0][0].value<ConnectionId>();
        QVERIFY(connected[0][1].value<PeerInfo>().address.isLoopback());

        const QByteArray text("{\"text\":\"Meddygfa T\xc5\xb7 Coch \xf0\x9f\x94\x94\"}");
        channel.send(text);
        channel.send(QByteArray(maxFrameSize, 'x'));
        QTRY_COMPARE(serverFrames.size(), 2);
        QCOMPARE(serverFrames[0][1].toByteArray(), text);
        QCOMPARE(serverFrames[1][1].toByteArray().size(), maxFrameSize);

        server.worker().send(id, text);
        QTRY_COMPARE(frames.size(), 1);
        QCOMPARE(frames[0][0].toByteArray(), text);

        channel.close();
        QVERIFY(!channel.isOpen());
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(!codeOf(closed));
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(gone[0][0].value<ConnectionId>(), id);
    }

    void probeFindsThePinnedAuthority()
    {
        RawTlsServer server(m_practice.serverTls());
        QSignalSpy gone(&server, &RawTlsServer::clientGone);
        AuthorityProbe probe(server.address(), m_practice.pin());
        QSignalSpy found(&probe, &AuthorityProbe::found);
        QSignalSpy failed(&probe, &AuthorityProbe::failed);
        probe.start();
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found[0][0].value<QSslCertificate>(), m_practice.certificate());
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(server.applicationBytes(), 0);
        QVERIFY(failed.isEmpty());
    }

    void joiningByPin()
    {
        WorkerServer server(m_practice.tls());
        AuthorityProbe probe(server.address(), m_practice.pin());
        QSignalSpy found(&probe, &AuthorityProbe::found);
        probe.start();
        QTRY_COMPARE(found.size(), 1);
        WebSocketChannel channel(server.address(), Trust::authority(found[0][0].value<QSslCertificate>()));
        QSignalSpy opened(&channel, &Channel::opened);
        channel.open();
        QTRY_COMPARE(opened.size(), 1);
    }

    void wrongPinIsAHardStop_data()
    {
        QTest::addColumn<QByteArray>("pin");
        QTest::newRow("another practice's") << m_other.pin();
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("zero") << QByteArray(32, '\0');
        QTest::newRow("shortened") << m_practice.pin().first(31);
    }

    void wrongPinIsAHardStop()
    {
        QFETCH(QByteArray, pin);
        RawTlsServer server(m_practice.serverTls());
        QSignalSpy gone(&server, &RawTlsServer::clientGone);
        AuthorityProbe probe(server.address(), pin);
        QSignalSpy found(&probe, &AuthorityProbe::found);
        QSignalSpy failed(&probe, &AuthorityProbe::failed);
        probe.start();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::TlsPinMismatch);
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(server.applicationBytes(), 0);
        QVERIFY(found.isEmpty());
    }

    void untrustedServerGetsNotOneByte_data()
    {
        QTest::addColumn<QSslConfiguration>("tls");
        QTest::addColumn<int>("code");
        const int pinMismatch = static_cast<int>(ErrorCode::TlsPinMismatch);
        const int tlsFailed = static_cast<int>(ErrorCode::TlsFailed);
        QTest::newRow("another authority") << m_other.serverTls() << pinMismatch;
        // Sends the pinned authority's public certificate beside a server certificate that it never signed
        const auto foreign = m_other.issue();
        auto borrowed = serverTls(foreign);
        borrowed.setLocalCertificateChain({borrowed.localCertificate(), m_practice.certificate()});
        QTest::newRow("borrowed authority") << borrowed << pinMismatch;
        // The right authority, but an expired certificate, or one for another machine
        QTest::newRow("expired") << serverTls(m_practice.issueExpired()) << tlsFailed;
        QTest::newRow("other address")
            << serverTls(m_practice.issue({QStringLiteral("127.0.0.2")})) << tlsFailed;
        QTest::newRow("other name") << serverTls(m_practice.issue({QStringLiteral("handbell.example")}))
                                    << tlsFailed;
        QTest::newRow("TLS 1.2") << tls12Only(m_practice.serverTls()) << tlsFailed;
    }

    void untrustedServerGetsNotOneByte()
    {
        QFETCH(QSslConfiguration, tls);
        QFETCH(int, code);
        RawTlsServer server(tls);
        QSignalSpy gone(&server, &RawTlsServer::clientGone);
        WebSocketChannel channel(server.address(), trust());
        QSignalSpy opened(&channel, &Channel::opened);
        QSignalSpy closed(&channel, &Channel::closed);
        channel.open();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(codeOf(closed), std::optional(static_cast<ErrorCode>(code)));
        QTRY_VERIFY(!gone.isEmpty());
        QCOMPARE(server.applicationBytes(), 0);
        QVERIFY(opened.isEmpty());
    }

    void publicTrustDoesNotTakeAPracticesAuthority()
    {
        RawTlsServer server(m_practice.serverTls());
        WebSocketChannel channel(server.address(), Trust::publicCertificates());
        QSignalSpy closed(&channel, &Channel::closed);
        channel.open();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(codeOf(closed), std::optional(ErrorCode::TlsFailed));
        QCOMPARE(server.applicationBytes(), 0);
    }

    void noAuthorityTrustsNobody()
    {
        RawTlsServer server(m_practice.serverTls());
        WebSocketChannel channel(server.address(), Trust::authority(QSslCertificate()));
        QSignalSpy closed(&channel, &Channel::closed);
        channel.open();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(codeOf(closed), std::optional(ErrorCode::TlsPinMismatch));
        QVERIFY(!server.lastSocket());
    }

    void probeRefusesTls12()
    {
        RawTlsServer server(tls12Only(m_practice.serverTls()));
        AuthorityProbe probe(server.address(), m_practice.pin());
        QSignalSpy failed(&probe, &AuthorityProbe::failed);
        probe.start();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::TlsFailed);
    }

    void nobodyListens()
    {
        QTcpServer reserved;
        QVERIFY(reserved.listen(QHostAddress::LocalHost));
        const ServerAddress address{QStringLiteral("127.0.0.1"), reserved.serverPort()};
        reserved.close();
        WebSocketChannel channel(address, trust());
        QSignalSpy closed(&channel, &Channel::closed);
        channel.open();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(codeOf(closed), std::optional(ErrorCode::Unreachable));
        AuthorityProbe probe(address, m_practice.pin());
        QSignalSpy failed(&probe, &AuthorityProbe::failed);
        probe.start();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::Unreachable);
    }

    void silentServerIsGivenUp()
    {
        QTcpServer mute; // accepts in the kernel, never answers the TLS handshake
        QVERIFY(mute.listen(QHostAddress::LocalHost));
        const ServerAddress address{QStringLiteral("127.0.0.1"), mute.serverPort()};
        WebSocketChannel channel(address, trust(), shortHandshake(150ms));
        QSignalSpy closed(&channel, &Channel::closed);
        AuthorityProbe probe(address, m_practice.pin(), shortHandshake(150ms));
        QSignalSpy failed(&probe, &AuthorityProbe::failed);
        channel.open();
        probe.start();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(codeOf(closed), std::optional(ErrorCode::Unreachable));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::Unreachable);
    }

    void silentAfterTlsIsGivenUp()
    {
        RawTlsServer server(m_practice.serverTls());
        QSignalSpy gone(&server, &RawTlsServer::clientGone);
        WebSocketChannel channel(server.address(), trust(), shortHandshake(1500ms));
        QSignalSpy closed(&channel, &Channel::closed);
        channel.open();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(codeOf(closed), std::optional(ErrorCode::Unreachable));
        QVERIFY(server.received().startsWith("GET / HTTP/1.1\r\n"));
        QVERIFY(!server.received().toLower().contains("\norigin:"));
        QTRY_COMPARE(gone.size(), 1); // given up means hung up
    }

    void serverWithoutOurSubprotocol()
    {
        QWebSocketServer server(QStringLiteral("other"), QWebSocketServer::SecureMode);
        server.setSslConfiguration(m_practice.serverTls());
        QVERIFY(server.listen(QHostAddress::LocalHost));
        WebSocketChannel channel({QStringLiteral("127.0.0.1"), server.serverPort()}, trust());
        QSignalSpy opened(&channel, &Channel::opened);
        QSignalSpy closed(&channel, &Channel::closed);
        channel.open();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(codeOf(closed), std::optional(ErrorCode::UnsupportedVersion));
        QVERIFY(opened.isEmpty());
    }

    void deadServerIsNoticed()
    {
        RawTlsServer server(m_practice.serverTls());
        WebSocketChannel channel(server.address(), trust(), shortSilence());
        QSignalSpy opened(&channel, &Channel::opened);
        QSignalSpy closed(&channel, &Channel::closed);
        connect(&server, &RawTlsServer::receivedSomething, &channel, [&] {
            if (server.received().endsWith("\r\n\r\n"))
                server.acceptUpgrade();
        });
        channel.open();
        QTRY_COMPARE(opened.size(), 1);
        QTRY_COMPARE(closed.size(), 1); // it pings, and nobody answers
        QCOMPARE(codeOf(closed), std::optional(ErrorCode::Unreachable));
        QVERIFY(server.applicationBytes() > 0);
    }

    void livingServerIsKept()
    {
        WorkerServer server(m_practice.tls());
        WebSocketChannel channel(server.address(), trust(), shortSilence());
        QSignalSpy opened(&channel, &Channel::opened);
        QSignalSpy closed(&channel, &Channel::closed);
        channel.open();
        QTRY_COMPARE(opened.size(), 1);
        // Longer than the silence that ends a connection: its pings are answered.
        QVERIFY(!closed.wait(static_cast<int>(shortSilence().silence.count() * 3 / 2)));
    }

    void cutConnection()
    {
        RawTlsServer server(m_practice.serverTls());
        WebSocketChannel channel(server.address(), trust());
        QSignalSpy opened(&channel, &Channel::opened);
        QSignalSpy closed(&channel, &Channel::closed);
        connect(&server, &RawTlsServer::receivedSomething, &channel, [&] { server.acceptUpgrade(); });
        channel.open();
        QTRY_COMPARE(opened.size(), 1);
        server.lastSocket()->abort();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(codeOf(closed), std::optional(ErrorCode::Unreachable));
        QVERIFY(!channel.isOpen());
        channel.send("harmless");
        channel.close();
    }

    void frameRulesHoldForTheServerToo()
    {
        RawTlsServer server(m_practice.serverTls());
        WebSocketChannel channel(server.address(), trust());
        QSignalSpy opened(&channel, &Channel::opened);
        QSignalSpy frames(&channel, &Channel::frameReceived);
        QSignalSpy violations(&channel, &Channel::violation);
        QSignalSpy closed(&channel, &Channel::closed);
        auto once = std::make_unique<QObject>();
        connect(&server, &RawTlsServer::receivedSomething, once.get(), [&] { server.acceptUpgrade(); });
        channel.open();
        QTRY_COMPARE(opened.size(), 1);
        once.reset();
        server.lastSocket()->write(frameHeader(2, 3) + "abc");
        server.lastSocket()->write(frameHeader(1, maxFrameSize + 1) + QByteArray(maxFrameSize + 1, 'x'));
        server.lastSocket()->write(frameHeader(1, 2) + "{}");
        QTRY_COMPARE(frames.size(), 1);
        QCOMPARE(violations.size(), 2);
        QCOMPARE(violations[0][0].value<ErrorCode>(), ErrorCode::BinaryFrame);
        QCOMPARE(violations[1][0].value<ErrorCode>(), ErrorCode::FrameTooLarge);
        QVERIFY(closed.isEmpty());
        server.lastSocket()->write(frameHeader(1, maxReadFrameSize + 1));
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(codeOf(closed), std::optional(ErrorCode::FrameTooLarge));
    }

    void serverNamesWhyItCloses()
    {
        WorkerServer server(m_practice.tls());
        QSignalSpy connected(&server, &WorkerServer::connected);
        QSignalSpy gone(&server, &WorkerServer::disconnected);
        WebSocketChannel channel(server.address(), trust());
        QSignalSpy frames(&channel, &Channel::frameReceived);
        QSignalSpy closed(&channel, &Channel::closed);
        channel.open();
        QTRY_COMPARE(connected.size(), 1);
        const auto id = connected[0][0].value<ConnectionId>();
        server.worker().send(id, "last words");
        server.worker().close(id, ErrorCode::TokenRevoked);
        server.worker().send(id, "too late");
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(codeOf(closed), std::optional(ErrorCode::TokenRevoked));
        QCOMPARE(frames.size(), 1);
        QTRY_COMPARE(gone.size(), 1);
    }

    void closingWhileConnecting()
    {
        RawTlsServer server(m_practice.serverTls());
        WebSocketChannel channel(server.address(), trust());
        QSignalSpy closed(&channel, &Channel::closed);
        channel.open();
        channel.close({ErrorCode::NotPermitted, {}});
        QVERIFY(closed.isEmpty()); // never from within the call
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(codeOf(closed), std::optional(ErrorCode::NotPermitted));
        channel.close();
        QCoreApplication::processEvents();
        QCOMPARE(closed.size(), 1);
    }

    void destroyedWhileOpen()
    {
        WorkerServer server(m_practice.tls());
        QSignalSpy connected(&server, &WorkerServer::connected);
        QSignalSpy gone(&server, &WorkerServer::disconnected);
        auto channel = std::make_unique<WebSocketChannel>(server.address(), trust());
        channel->open();
        QTRY_COMPARE(connected.size(), 1);
        channel.reset();
        QTRY_COMPARE(gone.size(), 1);
    }
};

HANDBELL_TEST(WebSocketChannelTest)
#include "WebSocketChannelTest.moc"
