// SPDX-License-Identifier: Apache-2.0
#include "WireServer.h"
#include "tests/support/TestProgram.h"

#include <QTcpSocket>
#include <QTest>

using namespace handbell;
using namespace handbell::test;

// Peers that hang up in the middle, trickle, or flood: they get nothing by it, and others notice nothing.

namespace {

constexpr int places = 8; //!< connections from one address

//! The start of a TLS handshake message that says it has 512 bytes.
const QByteArray halfAHello = QByteArray::fromHex("1603010200010001fc0303");

QByteArray greeting()
{
    return RawFrame(Opcode::Text, QByteArray("{'type':'nope','id':1}").replace('\'', '"')).bytes();
}

} // namespace

class RudePeersTest : public QObject
{
    Q_OBJECT

    WireServer m_server;

    //! A connection up to TLS, for which a place may have to be given back first; null where none is.
    std::unique_ptr<RawConnection> connection() const
    {
        for (int attempt = 0; attempt < 500; ++attempt) {
            auto made = m_server.connection();
            if (made->connects())
                return made;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server.config().connections.perAddress = places;
        m_server.config().connections.maxUnsentBytes = 512 * 1024;
        m_server.config().timings.closing = std::chrono::milliseconds(200);
        QVERIFY(m_server.start());
    }

    // A place that is not given back is missed after eight.

    void hangingUpBeforeTls_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("without a word") << QByteArray();
        QTest::newRow("within the first message") << halfAHello;
        QTest::newRow("after nonsense") << QByteArray("GET / HTTP/1.1\r\n\r\n");
    }

    void hangingUpBeforeTls()
    {
        QFETCH(QByteArray, bytes);
        for (int i = 0; i < 2 * places; ++i) {
            QTcpSocket socket;
            socket.connectToHost(QStringLiteral("127.0.0.1"), m_server.port());
            QVERIFY(socket.waitForConnected());
            socket.write(bytes);
            socket.flush();
            socket.abort();
        }
        QVERIFY(connection() != nullptr);
        QVERIFY(m_server.servesOthers());
    }

    void hangingUpLater_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("frames");
        const QByteArray request = upgradeRequest();
        const QByteArray large = RawFrame(Opcode::Text, QByteArray(100'000, ' ')).bytes();
        QTest::newRow("after TLS") << QByteArray() << QByteArray();
        QTest::newRow("within the request") << request.first(60) << QByteArray();
        QTest::newRow("before the answer") << request << QByteArray();
        QTest::newRow("after the upgrade") << request << greeting();
        QTest::newRow("within a frame's first bytes") << request << large.first(1);
        QTest::newRow("within a frame's length") << request << large.first(5);
        QTest::newRow("within a frame's mask") << request << large.first(12);
        QTest::newRow("within a frame") << request << large.chopped(1);
        QTest::newRow("between fragments") << request << RawFrame(Opcode::Text, "{", false).bytes();
        QTest::newRow("right after its goodbye") << request << closeFrame(1000);
    }

    void hangingUpLater()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, frames);
        for (int i = 0; i < 2 * places; ++i) {
            const auto rude = connection();
            QVERIFY(rude != nullptr);
            rude->send(request + frames);
            if (i % 2 == 0) {
                rude->cut();
            } else {
                rude->hangUp();
                QVERIFY(rude->ends());
            }
        }
        QVERIFY(m_server.servesOthers());
    }

    void aByteAtATime()
    {
        const auto slow = m_server.connection();
        QVERIFY(slow->connects());
        slow->sendByteByByte(upgradeRequest());
        QVERIFY(slow->isUpgraded());
        slow->sendByteByByte(greeting());
        QVERIFY(slow->hears(1));
        QCOMPARE(slow->answers(), QStringList{QStringLiteral("unknown_type")});
        QVERIFY(m_server.servesOthers());
    }

    void manyPingsAreAnswered()
    {
        constexpr int count = 50;
        const auto eager = m_server.connection();
        QVERIFY(eager->upgrades());
        QList<QByteArray> sent;
        for (int i = 0; i < count; ++i) {
            sent.append(QByteArray::number(i).rightJustified(125, 'p'));
            eager->send(RawFrame(Opcode::Ping, sent.last()).bytes());
        }
        QVERIFY(m_server.servesOthers());
        QVERIFY(eager->hears(count));
        QCOMPARE(eager->pongs(), sent);
    }

    void pingsWithoutEndAreNot()
    {
        const auto eager = m_server.connection();
        QVERIFY(eager->upgrades());
        eager->send(RawFrame(Opcode::Ping, "still there?").bytes().repeated(5000));
        QVERIFY(eager->ends());
        QCOMPARE(eager->closeCode(), 1008);
        QVERIFY(m_server.servesOthers());
    }

    void aFloodThatDoesNotRead_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<int>("times");
        QTest::newRow("of pings") << RawFrame(Opcode::Ping, QByteArray(125, 'p')).bytes() << 2000;
        QTest::newRow("of requests") << greeting() << 2000;
    }

    void aFloodThatDoesNotRead()
    {
        QFETCH(QByteArray, frame);
        QFETCH(int, times);
        const auto flood = m_server.connection();
        QVERIFY(flood->upgrades());
        flood->stopReading();
        const bool cut = flood->floodsUntilCut(frame.repeated(2000), times);
        QVERIFY(m_server.servesOthers());
        QVERIFY2(cut, "what the server has to say to it piles up");
    }
};

HANDBELL_TEST(RudePeersTest)
#include "RudePeersTest.moc"
