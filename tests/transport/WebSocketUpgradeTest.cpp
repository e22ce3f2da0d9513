// SPDX-License-Identifier: Apache-2.0
#include "transport/WebSocketUpgrade.h"

#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::transport;

namespace {

const QByteArray requestLine("GET / HTTP/1.1\r\n");
const QByteArray hostField("Host: handbell.example:22355\r\n");
const QByteArray upgradeFields("Upgrade: websocket\r\nConnection: Upgrade\r\n");
const QByteArray keyField("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
const QByteArray versionField("Sec-WebSocket-Version: 13\r\n");
const QByteArray subprotocolField("Sec-WebSocket-Protocol: handbell.v1\r\n");
const QByteArray lastLine("\r\n");

} // namespace

class WebSocketUpgradeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void upgrades()
    {
        const QByteArray request =
            requestLine + hostField + upgradeFields + keyField + versionField + subprotocolField + lastLine;
        const auto answer = answerUpgrade(request + "\x81\x80");
        QVERIFY(answer);
        QVERIFY(answer->isUpgraded);
        QVERIFY(answer->speaksHandbell);
        QCOMPARE(answer->requestSize, request.size());
        QVERIFY(answer->answer.startsWith("HTTP/1.1 101 "));
        QVERIFY(answer->answer.endsWith("\r\n\r\n"));
        // The example of RFC 6455, 1.3.
        QVERIFY(answer->answer.contains("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
        QVERIFY(answer->answer.contains("\r\nSec-WebSocket-Protocol: handbell.v1\r\n"));
    }

    void bytesOnTheirWayAreWaitedFor()
    {
        const QByteArray request =
            requestLine + hostField + upgradeFields + keyField + versionField + subprotocolField + lastLine;
        for (qsizetype size = 0; size < request.size(); ++size)
            QVERIFY(!answerUpgrade(request.first(size)));
    }

    void otherSpellings_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<bool>("speaksHandbell");
        QTest::newRow("case and blanks")
            << requestLine + "host:x\r\nUPGRADE:  WebSocket \r\nconnection: keep-alive, upgrade\r\n" +
                   keyField + versionField + subprotocolField + lastLine
            << true;
        QTest::newRow("one of several subprotocols")
            << requestLine + hostField + upgradeFields + keyField + versionField +
                   "Sec-WebSocket-Protocol: chat, handbell.v1\r\n" + lastLine
            << true;
        QTest::newRow("subprotocols in two fields")
            << requestLine + hostField + upgradeFields + keyField + versionField +
                   "Sec-WebSocket-Protocol: chat\r\n" + subprotocolField + lastLine
            << true;
        QTest::newRow("our own origin") << requestLine + hostField + upgradeFields + keyField + versionField +
                                               subprotocolField + "Origin: handbell://client\r\n" + lastLine
                                        << true;
        QTest::newRow("no subprotocol")
            << requestLine + hostField + upgradeFields + keyField + versionField + lastLine << false;
        QTest::newRow("another subprotocol")
            << requestLine + hostField + upgradeFields + keyField + versionField +
                   "Sec-WebSocket-Protocol: HANDBELL.V1\r\n" + lastLine
            << false;
    }

    void otherSpellings()
    {
        QFETCH(QByteArray, request);
        const auto answer = answerUpgrade(request);
        QVERIFY(answer && answer->isUpgraded);
        QTEST(answer->speaksHandbell, "speaksHandbell");
        QCOMPARE(answer->answer.contains("Sec-WebSocket-Protocol"), answer->speaksHandbell);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        const QByteArray rest = upgradeFields + keyField + versionField + subprotocolField + lastLine;
        QTest::newRow("POST") << "POST / HTTP/1.1\r\n" + hostField + rest << QByteArray("400");
        QTest::newRow("HTTP 1.0") << "GET / HTTP/1.0\r\n" + hostField + rest << QByteArray("400");
        QTest::newRow("no path") << "GET  HTTP/1.1\r\n" + hostField + rest << QByteArray("400");
        QTest::newRow("nothing") << lastLine + lastLine << QByteArray("400");
        QTest::newRow("a plain page") << requestLine + hostField + lastLine << QByteArray("400");
        QTest::newRow("no host") << requestLine + rest << QByteArray("400");
        QTest::newRow("no connection")
            << requestLine + hostField + "Upgrade: websocket\r\n" + keyField + versionField + lastLine
            << QByteArray("400");
        QTest::newRow("no key") << requestLine + hostField + upgradeFields + versionField + lastLine
                                << QByteArray("400");
        QTest::newRow("a short key") << requestLine + hostField + upgradeFields +
                                            "Sec-WebSocket-Key: dGhlIA==\r\n" + versionField + lastLine
                                     << QByteArray("400");
        QTest::newRow("no base64") << requestLine + hostField + upgradeFields +
                                          "Sec-WebSocket-Key: !!!lIHNhbXBsZSBub25jZQ==\r\n" + versionField +
                                          lastLine
                                   << QByteArray("400");
        QTest::newRow("two keys") << requestLine + hostField + upgradeFields + keyField + keyField +
                                         versionField + lastLine
                                  << QByteArray("400");
        QTest::newRow("version 8") << requestLine + hostField + upgradeFields + keyField +
                                          "Sec-WebSocket-Version: 8\r\n" + lastLine
                                   << QByteArray("426");
        QTest::newRow("no version") << requestLine + hostField + upgradeFields + keyField + lastLine
                                    << QByteArray("426");
        QTest::newRow("a page's origin")
            << requestLine + hostField + "Origin: https://intranet.example\r\n" + rest << QByteArray("403");
        QTest::newRow("a sandbox's origin")
            << requestLine + hostField + "Origin: null\r\n" + rest << QByteArray("403");
        QTest::newRow("a folded field")
            << requestLine + hostField + " folded\r\n" + rest << QByteArray("400");
        QTest::newRow("a blank before the colon") << requestLine + "Host : x\r\n" + rest << QByteArray("400");
        QTest::newRow("a line without a colon")
            << requestLine + hostField + "nonsense\r\n" + rest << QByteArray("400");
        QTest::newRow("too long") << requestLine + hostField + "X: " + QByteArray(8192, 'x') + "\r\n" + rest
                                  << QByteArray("431");
        QTest::newRow("too long and not at its end") << QByteArray(8192, 'x') << QByteArray("431");
    }

    void refuses()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        const auto answer = answerUpgrade(request);
        QVERIFY(answer);
        QVERIFY(!answer->isUpgraded);
        QCOMPARE(answer->answer.mid(9, 3), status);
        QVERIFY(answer->answer.endsWith("\r\n\r\n"));
    }
};

HANDBELL_TEST(WebSocketUpgradeTest)
#include "WebSocketUpgradeTest.moc"
