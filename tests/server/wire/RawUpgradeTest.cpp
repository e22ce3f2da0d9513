// SPDX-License-Identifier: Apache-2.0
#include "WireServer.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell;
using namespace handbell::test;

// The HTTP request that makes a WebSocket of a TLS connection, right and wrong, byte for byte.

namespace {

QByteArray with(const QByteArray &lines)
{
    return upgradeRequest(lines);
}

QByteArray without(const QByteArray &line)
{
    return upgradeRequest().replace(line, "");
}

QByteArray changed(const QByteArray &from, const QByteArray &to)
{
    return upgradeRequest().replace(from, to);
}

} // namespace

class RawUpgradeTest : public QObject
{
    Q_OBJECT

    WireServer m_server;
    WireServer m_impatient;

private Q_SLOTS:
    void initTestCase()
    {
        m_server.config().timings.closing = std::chrono::milliseconds(200);
        QVERIFY(m_server.start());
        m_impatient.config().timings.handshake = std::chrono::milliseconds(1500);
        QVERIFY(m_impatient.start());
    }

    void good_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("plain") << upgradeRequest();
        QTest::newRow("small letters")
            << upgradeRequest()
                   .toLower()
                   .replace("get / http/1.1", "GET / HTTP/1.1")
                   .replace("dghlihnhbxbszsbub25jzq==", "dGhlIHNhbXBsZSBub25jZQ==");
        QTest::newRow("with our origin") << with("Origin: handbell://client\r\n");
        QTest::newRow("through a browser's list")
            << changed("Connection: Upgrade", "Connection: keep-alive, Upgrade");
        QTest::newRow("one of several subprotocols") << changed("handbell.v1", "chat, handbell.v1");
        QTest::newRow("with compression offered") << with("Sec-WebSocket-Extensions: permessage-deflate\r\n");
        QTest::newRow("with fifty more lines") << with(QByteArray("X-More: yes\r\n").repeated(50));
        QTest::newRow("with an address") << changed("GET / ", "GET /some/where?else=1 ");
    }

    void good()
    {
        QFETCH(QByteArray, request);
        const auto connection = m_server.connection();
        QVERIFY2(connection->upgrades(request), connection->head().constData());
        const QByteArray head = connection->head().toLower();
        QVERIFY(head.contains("\r\nsec-websocket-accept: s3pplmbitxaq9kygzzhzrbk+xoo=\r\n")); // RFC 6455, 1.3
        QVERIFY(head.contains("\r\nsec-websocket-protocol: handbell.v1\r\n"));
        QVERIFY(!head.contains("sec-websocket-extensions"));
        connection->send(RawFrame(Opcode::Ping, "well?").bytes());
        QVERIFY(connection->hears(1));
        QCOMPARE(connection->pongs(), QList<QByteArray>{"well?"});
        QVERIFY(m_server.servesOthers());
    }

    void origins_data()
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::newRow("a page's") << QByteArray("https://intranet.example");
        QTest::newRow("the server's own") << QByteArray("https://127.0.0.1");
        QTest::newRow("a sandboxed page's") << QByteArray("null");
        QTest::newRow("like ours") << QByteArray("handbell://client.example");
        QTest::newRow("in capitals") << QByteArray("HANDBELL://CLIENT");
        QTest::newRow("ours, then a page's") << QByteArray("handbell://client\r\nOrigin: https://x.example");
        QTest::newRow("a page's, then ours") << QByteArray("https://x.example\r\nOrigin: handbell://client");
        QTest::newRow("nothing, then a page's") << QByteArray("\r\nOrigin: https://x.example");
    }

    void origins()
    {
        QFETCH(QByteArray, origin);
        const auto connection = m_server.connection();
        QVERIFY(!connection->upgrades(with("Origin: " + origin + "\r\n")));
        QCOMPARE(connection->status(), 403);
        QVERIFY(connection->ends());
        QVERIFY(m_server.servesOthers());
    }

    void bad_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray key("dGhlIHNhbXBsZSBub25jZQ==");
        QTest::newRow("POST") << changed("GET", "POST") << 400;
        QTest::newRow("no method") << changed("GET ", "") << 400;
        QTest::newRow("HTTP/1.0") << changed("HTTP/1.1", "HTTP/1.0") << 400;
        QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 400;
        QTest::newRow("another protocol") << changed("HTTP/1.1", "SIP/2.0") << 400;
        QTest::newRow("no host") << without("Host: 127.0.0.1\r\n") << 400;
        QTest::newRow("no upgrade") << without("Upgrade: websocket\r\n") << 400;
        QTest::newRow("another upgrade") << changed("websocket", "h2c") << 400;
        QTest::newRow("no connection") << without("Connection: Upgrade\r\n") << 400;
        QTest::newRow("another connection") << changed("Connection: Upgrade", "Connection: close") << 400;
        QTest::newRow("no version") << without("Sec-WebSocket-Version: 13\r\n") << 426;
        QTest::newRow("an old version") << changed("Version: 13", "Version: 8") << 426;
        QTest::newRow("a version to come") << changed("Version: 13", "Version: 14") << 426;
        QTest::newRow("no number for a version") << changed("Version: 13", "Version: thirteen") << 426;
        QTest::newRow("no key") << without("Sec-WebSocket-Key: " + key + "\r\n") << 400;
        QTest::newRow("an empty key") << changed(key, "") << 400;
        QTest::newRow("a short key") << changed(key, "c2hvcnQ=") << 400;
        QTest::newRow("a key that is not base64") << changed(key, "!!!!") << 400;
        QTest::newRow("two keys") << with("Sec-WebSocket-Key: " + key + "\r\n") << 400;
        QTest::newRow("a line without a colon") << with("nonsense\r\n") << 400;
        QTest::newRow("a line of 9 KiB") << with("X-Long: " + QByteArray(9 * 1024, 'x') + "\r\n") << 431;
        QTest::newRow("a thousand lines") << with(QByteArray("X-More: yes\r\n").repeated(1000)) << 431;
        QTest::newRow("nothing but an end") << QByteArray("\r\n\r\n") << 400;
        QTest::newRow("a frame") << closeFrame(1000) + "\r\n\r\n" << 400;
    }

    void bad()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        const auto connection = m_server.connection();
        QVERIFY(!connection->upgrades(request));
        QCOMPARE(connection->status(), status);
        QVERIFY(connection->ends());
        QVERIFY(connection->frames().empty());
        QVERIFY(m_server.servesOthers());
    }

    // Untidy, and of no consequence.
    void untidy_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("a zero byte") << with(QByteArray("X-Zero: a\0b\r\n", 13));
        QTest::newRow("bytes beyond ASCII") << with("X-Bell: \xf0\x9f\x94\x94\xff\r\n");
        QTest::newRow("a body") << with("Content-Length: 5\r\n") + "hello";
        QTest::newRow("a frame cut short before the answer") << upgradeRequest() + closeFrame(1000).first(3);
    }

    void untidy()
    {
        QFETCH(QByteArray, request);
        const auto connection = m_server.connection();
        QVERIFY(connection->upgrades(request) || connection->ends());
        QVERIFY(m_server.servesOthers());
    }

    void framesWithTheRequestAreServed()
    {
        const auto connection = m_server.connection();
        QVERIFY(connection->upgrades(upgradeRequest() + RawFrame(Opcode::Ping, "early").bytes() +
                                     closeFrame(1000)));
        QVERIFY(connection->ends());
        QCOMPARE(connection->pongs(), QList<QByteArray>{"early"});
        QCOMPARE(connection->closeCode(), 1000);
        QVERIFY(m_server.servesOthers());
    }

    void noSubprotocolOfOurs_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("none") << without("Sec-WebSocket-Protocol: handbell.v1\r\n");
        QTest::newRow("another") << changed("handbell.v1", "chat");
        QTest::newRow("a later one") << changed("handbell.v1", "handbell.v2");
        QTest::newRow("in capitals") << changed("handbell.v1", "HANDBELL.V1");
        QTest::newRow("like ours") << changed("handbell.v1", "handbell.v1x");
    }

    void noSubprotocolOfOurs()
    {
        QFETCH(QByteArray, request);
        const auto connection = m_server.connection();
        QVERIFY(connection->upgrades(request));
        connection->send(RawFrame(Opcode::Text, "{}").bytes());
        QVERIFY(connection->ends());
        QCOMPARE(connection->closeCode(), 1008);
        QCOMPARE(connection->closeReason(), "unsupported_version");
        QCOMPARE(connection->answers(), QStringList());
        QVERIFY(m_server.servesOthers());
    }

    void aHeaderThatDoesNotEndIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("a line") << QByteArray(65'000, 'x');
        QTest::newRow("lines") << QByteArray("X-More: yes\r\n").repeated(5'000);
    }

    void aHeaderThatDoesNotEndIsCutOff()
    {
        QFETCH(QByteArray, part);
        const auto connection = m_server.connection();
        QVERIFY(connection->connects());
        connection->send("GET / HTTP/1.1\r\n");
        QVERIFY(connection->floodsUntilCut(part, 30) || connection->ends());
        QVERIFY(m_server.servesOthers());
    }

    void oneThatIsNotFinishedInTimeIsCut_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a letter") << QByteArray("G");
        QTest::newRow("all but the last byte") << upgradeRequest().chopped(1);
    }

    void oneThatIsNotFinishedInTimeIsCut()
    {
        QFETCH(QByteArray, start);
        const auto connection = m_impatient.connection();
        QVERIFY(connection->connects());
        connection->send(start);
        QVERIFY(connection->ends());
        QCOMPARE(connection->head(), QByteArray());
        QVERIFY(m_impatient.servesOthers());
    }
};

HANDBELL_TEST(RawUpgradeTest)
#include "RawUpgradeTest.moc"
