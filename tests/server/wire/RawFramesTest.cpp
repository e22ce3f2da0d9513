// SPDX-License-Identifier: Apache-2.0
#include "WireServer.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell;
using namespace handbell::test;

// Frames as RFC 6455 has them and as it forbids them, byte for byte, to a whole server over TLS.

namespace {

constexpr int none = 0; //!< no close frame

//! What the server is to do about a case's bytes.
struct Fate
{
    QStringList answers; //!< of text frames, by code
    int close = none;    //!< code of its close frame
    bool stays = true;   //!< otherwise it hangs up
};

//! Frames are easier to read with single quotes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

//! A frame of ours that any state answers with `unknown_type` and that leaves the connection as it is,
//! filled up to \a size bytes.
QByteArray question(qsizetype size = 0)
{
    const QByteArray text = json("{'type':'nope','id':1}");
    return text + QByteArray(std::max<qsizetype>(0, size - text.size()), ' ');
}

const QString answered = QStringLiteral("unknown_type");

Fate goesOn(qsizetype answers = 1)
{
    return {QStringList(answers, answered), none, true};
}

Fate refusedWith(const QString &code)
{
    return {{code}, 1008, false};
}

Fate closedWith(int code)
{
    return {{}, code, false};
}

QByteArray text(const QByteArray &payload = question())
{
    return RawFrame(Opcode::Text, payload).bytes();
}

QByteArray part(Opcode opcode, const QByteArray &payload = {})
{
    return RawFrame(opcode, payload, false).bytes();
}

QByteArray end(const QByteArray &payload = {})
{
    return RawFrame(Opcode::Continuation, payload).bytes();
}

QByteArray ping(const QByteArray &payload = "hello")
{
    return RawFrame(Opcode::Ping, payload).bytes();
}

//! A text frame with one thing about it changed.
template <class Change>
QByteArray bent(RawFrame frame, Change change)
{
    change(frame);
    return frame.bytes();
}

QByteArray repeated(const QByteArray &bytes, int times)
{
    return bytes.repeated(times);
}

void row(const char *name, const QByteArray &bytes, const Fate &fate)
{
    QTest::newRow(name) << bytes << fate.answers << fate.close << fate.stays;
}

void columns()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("answers");
    QTest::addColumn<int>("close");
    QTest::addColumn<bool>("stays");
}

} // namespace

class RawFramesTest : public QObject
{
    Q_OBJECT

    WireServer m_server;

    //! Sends the row's bytes and compares what comes of them.
    void play()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, answers);
        QFETCH(int, close);
        QFETCH(bool, stays);
        const auto opened = m_server.connection();
        RawConnection &connection = *opened;
        QVERIFY(connection.upgrades());
        connection.send(bytes);
        if (stays) {
            // Whatever was to come of the bytes has come when this is answered.
            connection.send(text(json("{'type':'ping','id':2}")));
            answers.append(QStringLiteral("unexpected_message"));
            QVERIFY2(hearsAnswers(connection, answers.size()),
                     qPrintable(QStringLiteral("closed with %1 after: %2")
                                    .arg(connection.closeCode())
                                    .arg(connection.answers().join(u' '))));
        } else {
            QVERIFY(connection.ends());
        }
        QCOMPARE(connection.answers(), answers);
        QCOMPARE(connection.closeCode(), close);
        if (!answers.isEmpty() && !stays)
            QCOMPARE(QString::fromLatin1(connection.closeReason()), answers.last());
        for (const RawFrame &frame : connection.frames())
            QVERIFY2(!frame.masked && frame.reserved == 0, "a server's frames are bare");
        QVERIFY2(m_server.servesOthers(), "others go on");
    }

    static bool hearsAnswers(RawConnection &connection, qsizetype count)
    {
        while (connection.answers().size() < count) {
            if (!connection.hears(connection.frames().size() + 1))
                return false;
        }
        return true;
    }

private Q_SLOTS:
    void initTestCase()
    {
        // A case that does not say goodbye back is not to take two seconds.
        m_server.config().timings.closing = std::chrono::milliseconds(100);
        QVERIFY(m_server.start());
    }

    void fragments_data()
    {
        columns();
        row("one frame", text(), goesOn());
        row("two messages at once", text() + text(), goesOn(2));
        row("two fragments", fragmented(question(), 12), goesOn());
        row("a fragment a byte", fragmented(question(), 1), goesOn());
        row("the first is empty", part(Opcode::Text) + end(question()), goesOn());
        row("the last is empty", part(Opcode::Text, question()) + end(), goesOn());
        row("a thousand empty ones",
            part(Opcode::Text) + repeated(part(Opcode::Continuation), 1000) + end(question()), goesOn());
        row("a ping between", part(Opcode::Text, question().first(9)) + ping() + end(question().mid(9)),
            goesOn());
        row("a pong between",
            part(Opcode::Text, question().first(9)) + RawFrame(Opcode::Pong).bytes() + end(question().mid(9)),
            goesOn());
        row("the end of none", end(question()), closedWith(1002));
        row("the middle of none", part(Opcode::Continuation, question()), closedWith(1002));
        row("a new message inside", part(Opcode::Text, question()) + text(), closedWith(1002));
        row("a binary one inside", part(Opcode::Text) + RawFrame(Opcode::Binary).bytes(), closedWith(1002));
        row("a close between", part(Opcode::Text, question()) + closeFrame(1000), closedWith(1000));
        row("a ping in fragments", part(Opcode::Ping) + end(), closedWith(1002));
        row("a pong in fragments", part(Opcode::Pong) + end(), closedWith(1002));
        row("a close in fragments", part(Opcode::Close) + end(), closedWith(1002));
    }
    void fragments() { play(); }

    void texts_data()
    {
        columns();
        const auto member = [](const QByteArray &value) -> QByteArray {
            return json("{'type':'nope','id':1,'x':'") + value + json("'}");
        };
        const QByteArray bell = QByteArray::fromHex("f09f9494");
        row("beyond the basic plane", text(member(bell)), goesOn());
        row("a mark at the start", text(QByteArray::fromHex("efbbbf") + question()), goesOn());
        for (const char *hex :
             {"ff", "80", "c3", "c328", "c0af", "e080af", "eda080", "f8888080", "f4908080"}) {
            const QByteArray wrong = QByteArray::fromHex(hex);
            row(QByteArray("not UTF-8: ").append(hex).constData(), text(member(wrong)), closedWith(1007));
        }
        row("wrong in the second fragment",
            part(Opcode::Text, json("{'x':'")) + end(QByteArray::fromHex("ff") + json("'}")),
            closedWith(1007));
        row("a character split wrongly", part(Opcode::Text, bell.first(2)) + end(json(" '}")),
            closedWith(1007));
        row("cut short at the end", text(bell.first(3)), closedWith(1007));
        row("cut short at the end of the last fragment", part(Opcode::Text, "{}") + end(bell.first(2)),
            closedWith(1007));
        const QString malformed = QStringLiteral("malformed_frame");
        row("nothing", text({}), refusedWith(malformed));
        row("a zero byte", text(QByteArray(1, '\0')), refusedWith(malformed));
        row("no object", text("[]"), refusedWith(malformed));
        row("two objects", text(question() + question()), refusedWith(malformed));
        row("a hundred thousand brackets", text(QByteArray(100'000, '[')), refusedWith(malformed));
        row("nothing is heard after that", text("[]") + text(), refusedWith(malformed));
        const QString binaryFrame = QStringLiteral("binary_frame");
        row("binary", RawFrame(Opcode::Binary, question()).bytes(), refusedWith(binaryFrame));
        row("binary and empty", RawFrame(Opcode::Binary).bytes(), refusedWith(binaryFrame));
        row("binary in fragments", part(Opcode::Binary, question()) + end(question()),
            refusedWith(binaryFrame));
    }
    void texts() { play(); }

    void sizes_data()
    {
        columns();
        constexpr qsizetype most = transport::maxFrameSize;
        constexpr qsizetype mostRead = transport::maxReadFrameSize;
        for (const qsizetype size : {125, 126, 127, 65'535, 65'536})
            row(QByteArray::number(size).constData(), text(question(size)), goesOn());
        row("256 KiB", text(question(most)), goesOn());
        row("256 KiB in fragments", fragmented(question(most), 1000), goesOn());
        const QString tooLarge = QStringLiteral("frame_too_large");
        row("a byte more", text(question(most + 1)), refusedWith(tooLarge));
        row("a byte more in fragments", fragmented(question(most + 1), most), refusedWith(tooLarge));
        row("1 MiB", text(question(mostRead)), refusedWith(tooLarge));
        row("more than 1 MiB", text(question(mostRead + 1)), closedWith(1009));
        row("more than 1 MiB in fragments", fragmented(question(mostRead + 1), 100'000), closedWith(1009));
        row("more than 1 MiB, binary, in fragments",
            part(Opcode::Binary, question(mostRead)) + end(question(1)), closedWith(1009));
        for (const quint64 claimed : {quint64{mostRead} + 1, quint64{0x7fffffff}, quint64{0x80000000},
                                      quint64{0xffffffff}, quint64{0x100000016}, ~quint64{0} >> 1}) {
            row(QByteArray("says it has ").append(QByteArray::number(claimed)).constData(),
                bent(RawFrame(Opcode::Text, question()), [=](RawFrame &frame) { frame.claimed = claimed; }),
                closedWith(1009));
        }
        row("says it has more than 63 bits",
            bent(RawFrame(Opcode::Text, question()), [](RawFrame &frame) { frame.claimed = ~quint64{0}; }),
            closedWith(1002));
        row("a short one in two bytes",
            bent(RawFrame(Opcode::Text, question()), [](RawFrame &frame) { frame.lengthBytes = 2; }),
            closedWith(1002));
        row("a short one in eight bytes",
            bent(RawFrame(Opcode::Text, question()), [](RawFrame &frame) { frame.lengthBytes = 8; }),
            closedWith(1002));
        row("a middling one in eight bytes",
            bent(RawFrame(Opcode::Text, question(1000)), [](RawFrame &frame) { frame.lengthBytes = 8; }),
            closedWith(1002));
    }
    void sizes() { play(); }

    void headers_data()
    {
        columns();
        for (quint8 bits = 1; bits <= 7; ++bits) {
            row(QByteArray("reserved bits ").append(QByteArray::number(bits)).constData(),
                bent(RawFrame(Opcode::Text, question()), [=](RawFrame &frame) { frame.reserved = bits; }),
                closedWith(1002));
        }
        for (quint8 opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
            row(QByteArray("opcode ").append(QByteArray::number(opcode)).constData(),
                bent(RawFrame(), [=](RawFrame &frame) { frame.opcode = opcode; }), closedWith(1002));
        }
    }
    void headers() { play(); }

    // RFC 6455, 5.1, has a server close on a frame that is not masked.
    void unmasked_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const Opcode opcode : {Opcode::Text, Opcode::Binary, Opcode::Ping, Opcode::Close}) {
            QTest::newRow(QByteArray::number(static_cast<int>(opcode)).constData())
                << bent(RawFrame(opcode, opcode == Opcode::Text ? question() : QByteArray()),
                        [](RawFrame &frame) { frame.masked = false; });
        }
    }

    void unmasked()
    {
        QFETCH(QByteArray, bytes);
        const auto connection = m_server.connection();
        QVERIFY(connection->upgrades());
        connection->send(bytes);
        QVERIFY(connection->hears(1)); // an answer, a pong or a close
        QVERIFY(m_server.servesOthers());
        QCOMPARE(connection->closeCode(), 1002);
    }

    void aCharacterInFragments_data()
    {
        QTest::addColumn<int>("size");
        for (int size = 1; size <= 4; ++size)
            QTest::newRow(QByteArray::number(size).constData()) << size;
    }

    void aCharacterInFragments()
    {
        QFETCH(int, size);
        const QByteArray bells = QByteArray::fromHex("f09f9494").repeated(5);
        const auto connection = m_server.connection();
        QVERIFY(connection->upgrades());
        connection->send(fragmented(json("{'type':'nope','id':1,'x':'") + bells + json("'}"), size));
        QVERIFY(connection->hears(1)); // RFC 6455, 5.6, allows it
        QCOMPARE(connection->answers(), QStringList{answered});
        QVERIFY(m_server.servesOthers());
    }

    void pingsAndPongs_data()
    {
        columns();
        row("a ping of 125 bytes", ping(QByteArray(125, 'p')), goesOn(0));
        row("a ping of 126 bytes", ping(QByteArray(126, 'p')), closedWith(1002));
        row("a pong nobody asked for", RawFrame(Opcode::Pong, "hello").bytes(), goesOn(0));
        row("a pong of 126 bytes", RawFrame(Opcode::Pong, QByteArray(126, 'p')).bytes(), closedWith(1002));
        row("a close of 126 bytes", closeFrame(1000, QByteArray(124, 'r')), closedWith(1002));
    }
    void pingsAndPongs() { play(); }

    void closes_data()
    {
        columns();
        row("in peace", closeFrame(1000), closedWith(1000));
        row("without a code", RawFrame(Opcode::Close).bytes(), closedWith(1005));
        row("with half a code", RawFrame(Opcode::Close, "x").bytes(), closedWith(1002));
        for (const quint16 code : {1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999})
            row(QByteArray::number(code).constData(), closeFrame(code), closedWith(code));
        for (const quint16 code : {0, 1, 999, 1004, 1005, 1006, 1016, 2999, 5000, 65'535})
            row(QByteArray("no code: ").append(QByteArray::number(code)).constData(), closeFrame(code),
                closedWith(1002));
        row("with a reason", closeFrame(1000, QByteArray(123, 'r')), closedWith(1000));
        row("with a reason that is not UTF-8", closeFrame(1000, QByteArray::fromHex("ff")), closedWith(1007));
        row("nothing is heard after it", closeFrame(1000) + text() + ping(), closedWith(1000));
    }
    void closes() { play(); }
};

HANDBELL_TEST(RawFramesTest)
#include "RawFramesTest.moc"
