// SPDX-License-Identifier: Apache-2.0
#include "transport/WebSocketFrames.h"

#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell;
using namespace handbell::transport;

namespace {

using Message = WebSocketReader::Message;
using Kind = Message::Kind;

constexpr qsizetype maxMessage = 70'000;

//! A client's frame: \a first is its first byte, the mask something that shows.
QByteArray clientFrame(int first, const QByteArray &payload)
{
    const QByteArray mask("\x11\x22\x33\x44", 4);
    QByteArray frame(1, char(first));
    if (payload.size() <= 125) {
        frame.append(char(0x80 | payload.size()));
    } else if (payload.size() <= 0xffff) {
        frame.append(char(0x80 | 126)).append(char(payload.size() >> 8)).append(char(payload.size()));
    } else {
        frame.append(char(0x80 | 127)).append(4, '\0');
        for (int shift = 24; shift >= 0; shift -= 8)
            frame.append(char(payload.size() >> shift));
    }
    frame.append(mask);
    for (qsizetype i = 0; i < payload.size(); ++i)
        frame.append(char(payload[i] ^ mask[i % 4]));
    return frame;
}

struct Reading
{
    std::vector<Message> messages;
    std::optional<WebSocketClose> violation;
};

//! What comes of \a bytes that arrive \a step at a time.
Reading readIn(const QByteArray &bytes, qsizetype step)
{
    WebSocketReader reader(maxMessage);
    Reading reading;
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        reader.add(bytes.constData() + at, std::min(step, bytes.size() - at));
        while (auto message = reader.next())
            reading.messages.push_back(*std::move(message));
    }
    reading.violation = reader.violation();
    return reading;
}

} // namespace

class WebSocketFramesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("text") << webSocketText("Hello") << QByteArray("\x81\x05Hello");
        QTest::newRow("empty") << webSocketText("") << QByteArray("\x81\x00", 2);
        QTest::newRow("125") << webSocketText(QByteArray(125, 'x')) << "\x81\x7d" + QByteArray(125, 'x');
        QTest::newRow("126") << webSocketText(QByteArray(126, 'x'))
                             << QByteArray("\x81\x7e\x00\x7e", 4) + QByteArray(126, 'x');
        QTest::newRow("65535") << webSocketText(QByteArray(65'535, 'x'))
                               << QByteArray("\x81\x7e\xff\xff", 4) + QByteArray(65'535, 'x');
        QTest::newRow("65536") << webSocketText(QByteArray(65'536, 'x'))
                               << QByteArray("\x81\x7f\x00\x00\x00\x00\x00\x01\x00\x00", 10) +
                                      QByteArray(65'536, 'x');
        QTest::newRow("ping") << webSocketPing() << QByteArray("\x89\x00", 2);
        QTest::newRow("pong") << webSocketPong("abc")
                              << QByteArray("\x8a\x03"
                                            "abc");
        QTest::newRow("close") << webSocketClose(WebSocketClose::PolicyViolated, QLatin1String("why"))
                               << QByteArray("\x88\x05\x03\xf0why", 7);
        QTest::newRow("a long reason")
            << webSocketClose(WebSocketClose::Normal, QLatin1String(QByteArray(200, 'r')))
            << QByteArray("\x88\x7d\x03\xe8", 4) + QByteArray(123, 'r');
    }

    void writes()
    {
        QFETCH(QByteArray, written);
        QTEST(written, "expected");
    }

    void reads_data()
    {
        QTest::addColumn<qsizetype>("step");
        for (const qsizetype step : {1, 2, 3, 7, 1000, 1'000'000})
            QTest::addRow("%d bytes at a time", int(step)) << step;
    }

    void reads()
    {
        QFETCH(qsizetype, step);
        const QByteArray longText(69'000, 'l');
        QByteArray bytes = clientFrame(0x81, "one");
        bytes += clientFrame(0x01, "tw"); // in three pieces, with a ping between
        bytes += clientFrame(0x89, "still there?");
        bytes += clientFrame(0x00, "");
        bytes += clientFrame(0x80, "o \xc3\xa9");
        bytes += clientFrame(0x8a, "");
        bytes += clientFrame(0x82, QByteArray(300, '\xff'));
        bytes += clientFrame(0x81, longText);
        bytes += clientFrame(0x81, "");
        bytes += clientFrame(0x88, QByteArray("\x03\xe8"
                                              "bye"));
        bytes += clientFrame(0x81, "after the end");
        const Reading reading = readIn(bytes, step);
        QVERIFY(!reading.violation);
        QCOMPARE(reading.messages.size(), size_t{8});
        const std::pair<Kind, QByteArray> expected[] = {
            {Kind::Text, "one"}, {Kind::Ping, "still there?"}, {Kind::Text, "two \xc3\xa9"},
            {Kind::Pong, ""},    {Kind::Binary, ""},           {Kind::Text, longText},
            {Kind::Text, ""},    {Kind::Close, "\x03\xe8"}};
        for (size_t i = 0; i < reading.messages.size(); ++i) {
            QCOMPARE(reading.messages[i].kind, expected[i].first);
            QCOMPARE(reading.messages[i].payload, expected[i].second);
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const auto protocolError = int(WebSocketClose::ProtocolError);
        const auto invalidText = int(WebSocketClose::InvalidText);
        const auto tooLarge = int(WebSocketClose::TooLarge);
        QTest::newRow("no mask") << QByteArray("\x81\x01x") << protocolError;
        for (const int bit : {0x40, 0x20, 0x10})
            QTest::addRow("reserved bit %x", bit) << clientFrame(0x81 | bit, "x") << protocolError;
        for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
            QTest::addRow("opcode %d", opcode) << clientFrame(0x80 | opcode, "x") << protocolError;
        QTest::newRow("a ping in pieces") << clientFrame(0x09, "x") << protocolError;
        QTest::newRow("a long ping") << clientFrame(0x89, QByteArray(126, 'x')) << protocolError;
        QTest::newRow("a continuation of nothing") << clientFrame(0x80, "x") << protocolError;
        QTest::newRow("a text in a text") << clientFrame(0x01, "x") + clientFrame(0x81, "y") << protocolError;
        QTest::newRow("a length longer than it need be, 16 bits")
            << QByteArray("\x81\xfe\x00\x7d", 4) + QByteArray(4 + 125, '\0') << protocolError;
        QTest::newRow("a length longer than it need be, 64 bits")
            << QByteArray("\x81\xff\x00\x00\x00\x00\x00\x00\xff\xff", 10) + QByteArray(4, '\0')
            << protocolError;
        QTest::newRow("bad UTF-8") << clientFrame(0x81, "\xc3\x28") << invalidText;
        QTest::newRow("half a character") << clientFrame(0x81, "\xc3") << invalidText;
        QTest::newRow("a surrogate") << clientFrame(0x81, "\xed\xa0\x80") << invalidText;
        QTest::newRow("an overlong slash") << clientFrame(0x81, "\xc0\xaf") << invalidText;
        QTest::newRow("beyond Unicode") << clientFrame(0x81, "\xf4\x90\x80\x80") << invalidText;
        QTest::newRow("bad UTF-8 over two pieces")
            << clientFrame(0x01, "\xe2\x82") + clientFrame(0x80, "x") << invalidText;
        QTest::newRow("one byte over") << clientFrame(0x81, QByteArray(maxMessage + 1, 'x')) << tooLarge;
        QTest::newRow("one byte over in pieces")
            << clientFrame(0x01, QByteArray(maxMessage, 'x')) + clientFrame(0x80, "x") << tooLarge;
        QTest::newRow("a length of 2^63")
            << QByteArray("\x81\xff\x80\x00\x00\x00\x00\x00\x00\x00", 10) + QByteArray(4, '\0')
            << protocolError;
        QTest::newRow("a length of 2^62")
            << QByteArray("\x81\xff\x40\x00\x00\x00\x00\x00\x00\x00", 10) + QByteArray(4, '\0') << tooLarge;
        QTest::newRow("a close of one byte") << clientFrame(0x88, "\x03") << protocolError;
        for (const int code : {0, 999, 1004, 1005, 1006, 1015, 2999, 5000})
            QTest::addRow("close code %d", code)
                << clientFrame(0x88, QByteArray(1, char(code >> 8)) + QByteArray(1, char(code)))
                << protocolError;
        QTest::newRow("a close for a bad reason") << clientFrame(0x88, "\x03\xe8\xff") << invalidText;
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        for (const qsizetype step : {qsizetype{1}, qsizetype{1'000'000}}) {
            const Reading reading = readIn(bytes + clientFrame(0x81, "not read any more"), step);
            QVERIFY(reading.messages.empty());
            QVERIFY(reading.violation);
            QCOMPARE(int(*reading.violation), code);
        }
    }

    void theLongestMessageIsRead()
    {
        const Reading whole = readIn(clientFrame(0x81, QByteArray(maxMessage, 'x')), 5000);
        QCOMPARE(whole.messages.size(), size_t{1});
        const Reading pieces =
            readIn(clientFrame(0x01, QByteArray(maxMessage - 1, 'x')) + clientFrame(0x80, "y"), 5000);
        QCOMPARE(pieces.messages.size(), size_t{1});
        QCOMPARE(pieces.messages.front().payload.size(), maxMessage);
    }
};

HANDBELL_TEST(WebSocketFramesTest)
#include "WebSocketFramesTest.moc"
