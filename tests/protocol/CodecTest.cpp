// SPDX-License-Identifier: Apache-2.0
#include "protocol/Codec.h"

#include "Samples.h"
#include "tests/support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace handbell;
using namespace handbell::protocol;

// Golden frames stand in tests/data/protocol, one file a type. They are what other programs were written
// against: a change here is a change of protocol. HANDBELL_WRITE_GOLDEN=1 writes those that are missing,
// never an existing one.

namespace {

QString goldenPath(const char *folder, QLatin1String type)
{
    return QStringLiteral(HANDBELL_TEST_DATA "/protocol/%1/%2.json").arg(QLatin1String(folder), type);
}

QByteArray golden(const QString &path, const QByteArray &frame)
{
    if (qEnvironmentVariableIntValue("HANDBELL_WRITE_GOLDEN") == 1 && !QFile::exists(path)) {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(QJsonDocument::fromJson(frame).toJson(QJsonDocument::Indented));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).toJson(QJsonDocument::Compact);
}

template <class Frame>
ErrorCode codeOf(const Parsed<Frame> &parsed)
{
    const auto *error = std::get_if<FrameError>(&parsed);
    return error ? error->error.code : ErrorCode::Internal;
}

//! \a frame, written with ' for ".
QByteArray quoted(QByteArray frame)
{
    return frame.replace('\'', '"');
}

QByteArray document()
{
    QFile file(QStringLiteral(HANDBELL_SOURCE_DIR "/app/protocol/PROTOCOL.md"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! Adds the name of every member in \a value, however deep.
void addMemberNames(const QJsonValue &value, QSet<QString> &names)
{
    for (const QJsonValue &entry : value.toArray())
        addMemberNames(entry, names);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        names.insert(member.key());
        addMemberNames(member.value(), names);
    }
}

} // namespace

class CodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyClientTypeHasASampleInRegistryOrder()
    {
        std::vector<QLatin1String> seen;
        for (const ClientFrame &frame : samples::clientFrames())
            seen.push_back(typeOf(frame.message));
        QVERIFY(seen == clientTypes());
    }

    void everyServerTypeHasASampleInRegistryOrder()
    {
        std::vector<QLatin1String> seen;
        for (const ServerFrame &frame : samples::serverFrames())
            seen.push_back(typeOf(frame.message));
        QVERIFY(seen == serverTypes());
    }

    void everyEventKindHasASampleInRegistryOrder()
    {
        std::vector<QLatin1String> seen;
        for (const Payload &payload : samples::payloads())
            seen.push_back(kindOf(payload));
        QVERIFY(seen == eventKinds());
    }

    void clientFramesMatchTheirGoldenFiles()
    {
        for (const ClientFrame &frame : samples::clientFrames()) {
            const QByteArray encoded = encode(frame);
            QCOMPARE(golden(goldenPath("client", typeOf(frame.message)), encoded), encoded);
            const auto parsed = parseClientFrame(encoded);
            QVERIFY2(std::holds_alternative<ClientFrame>(parsed), encoded.constData());
            QVERIFY2(*std::get_if<ClientFrame>(&parsed) == frame, encoded.constData());
        }
    }

    void serverFramesMatchTheirGoldenFiles()
    {
        for (const ServerFrame &frame : samples::serverFrames()) {
            const QByteArray encoded = encode(frame);
            QCOMPARE(golden(goldenPath("server", typeOf(frame.message)), encoded), encoded);
            const auto parsed = parseServerFrame(encoded);
            QVERIFY2(std::holds_alternative<ServerFrame>(parsed), encoded.constData());
            QVERIFY2(*std::get_if<ServerFrame>(&parsed) == frame, encoded.constData());
        }
    }

    void eventPayloadsMatchTheirGoldenFiles()
    {
        for (const Payload &payload : samples::payloads()) {
            const QByteArray encoded = QJsonDocument(payloadToJson(payload)).toJson(QJsonDocument::Compact);
            QCOMPARE(golden(goldenPath("event", kindOf(payload)), encoded), encoded);
            const auto parsed = parsePayload(QString(kindOf(payload)), payloadToJson(payload));
            QVERIFY2(parsed.ok() && *parsed == payload, encoded.constData());
        }
    }

    void everyTypeKindAndCodeStandsInTheDocument()
    {
        const QByteArray text = document();
        QVERIFY(!text.isEmpty());
        const auto named = [&text](QLatin1String name) {
            const QByteArray quoted = QByteArray("`") + name.data() + "`";
            return text.contains(quoted);
        };
        for (const auto type : clientTypes())
            QVERIFY2(named(type), type.data());
        for (const auto type : serverTypes())
            QVERIFY2(named(type), type.data());
        for (const auto kind : eventKinds())
            QVERIFY2(named(kind), kind.data());
        for (int i = 0; isWireCode(static_cast<ErrorCode>(i)); ++i)
            QVERIFY2(named(wireName(static_cast<ErrorCode>(i))), wireName(static_cast<ErrorCode>(i)).data());
    }

    void everyMemberStandsInTheDocument()
    {
        QSet<QString> names;
        for (const ClientFrame &frame : samples::clientFrames())
            addMemberNames(QJsonDocument::fromJson(encode(frame)).object(), names);
        for (const ServerFrame &frame : samples::serverFrames())
            addMemberNames(QJsonDocument::fromJson(encode(frame)).object(), names);
        for (const Payload &payload : samples::payloads())
            addMemberNames(payloadToJson(payload), names);
        const QString text = QString::fromUtf8(document());
        QVERIFY(names.contains(QStringLiteral("takes_note")));
        for (const QString &name : names) {
            const QRegularExpression word(QStringLiteral("`[^`\\n]*\\b%1\\b[^`\\n]*`").arg(name));
            QVERIFY2(text.contains(word), qPrintable(name));
        }
    }

    void badFrames_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<qint64>("id");

        QTest::newRow("empty") << QByteArray() << ErrorCode::MalformedFrame << qint64{0};
        QTest::newRow("not JSON") << QByteArray("hello") << ErrorCode::MalformedFrame << qint64{0};
        QTest::newRow("a list") << QByteArray("[1,2]") << ErrorCode::MalformedFrame << qint64{0};
        QTest::newRow("cut short") << QByteArray(R"({"type":"ping","id":1)") << ErrorCode::MalformedFrame
                                   << qint64{0};
        QTest::newRow("two objects") << QByteArray(R"({"type":"ping","id":1}{})") << ErrorCode::MalformedFrame
                                     << qint64{0};
        QTest::newRow("bad UTF-8") << QByteArray("{\"type\":\"\xff\xfe\",\"id\":1}")
                                   << ErrorCode::MalformedFrame << qint64{0};
        QTest::newRow("no type") << QByteArray(R"({"id":3})") << ErrorCode::MalformedFrame << qint64{3};
        QTest::newRow("a number for a type")
            << QByteArray(R"({"type":7,"id":3})") << ErrorCode::MalformedFrame << qint64{3};
        QTest::newRow("unknown type")
            << QByteArray(R"({"type":"launch","id":4})") << ErrorCode::UnknownType << qint64{4};
        QTest::newRow("a server's type")
            << QByteArray(R"({"type":"ok","id":4})") << ErrorCode::UnknownType << qint64{4};
        QTest::newRow("no id") << QByteArray(R"({"type":"ping"})") << ErrorCode::InvalidField << qint64{0};
        QTest::newRow("id zero") << QByteArray(R"({"type":"ping","id":0})") << ErrorCode::InvalidField
                                 << qint64{0};
        QTest::newRow("id a text") << QByteArray(R"({"type":"ping","id":"1"})") << ErrorCode::InvalidField
                                   << qint64{0};
        QTest::newRow("id a fraction")
            << QByteArray(R"({"type":"ping","id":1.5})") << ErrorCode::InvalidField << qint64{0};
        QTest::newRow("id too large")
            << QByteArray(R"({"type":"ping","id":1e300})") << ErrorCode::InvalidField << qint64{0};
        QTest::newRow("a member missing")
            << QByteArray(R"({"type":"message.withdraw","id":5})") << ErrorCode::InvalidField << qint64{5};
        QTest::newRow("a negative seq")
            << QByteArray(R"({"type":"history","id":5,"conversation":-1,"limit":5})")
            << ErrorCode::InvalidField << qint64{5};
        QTest::newRow("not base64url")
            << QByteArray(R"({"type":"conversation.open","id":5,"nonce":"a b+","member":5})")
            << ErrorCode::InvalidField << qint64{5};
        QTest::newRow("unknown enum") << QByteArray(R"({"type":"presence.set","id":5,"state":"asleep"})")
                                      << ErrorCode::InvalidField << qint64{5};
        QTest::newRow("a list too long") << [] {
            QByteArray frame(R"({"type":"receipts.post","id":5,"state":"shown","events":[1)");
            for (int i = 0; i < 500; ++i)
                frame += ",1";
            return QByteArray(frame + "]}");
        }() << ErrorCode::InvalidField << qint64{5};
        QTest::newRow("one byte too many")
            << QByteArray(maxFrameBytes + 1, ' ') << ErrorCode::FrameTooLarge << qint64{0};
        QTest::newRow("deeply nested") << QByteArray(100'000, '[') << ErrorCode::MalformedFrame << qint64{0};
    }

    void badFrames()
    {
        QFETCH(QByteArray, frame);
        QFETCH(ErrorCode, code);
        QFETCH(qint64, id);
        const auto parsed = parseClientFrame(frame);
        QVERIFY(std::holds_alternative<FrameError>(parsed));
        QCOMPARE(codeOf(parsed), code);
        QCOMPARE(std::get_if<FrameError>(&parsed)->id.value_or(0), id);
    }

    void aDetailNamesTheMemberAndNeverItsValue()
    {
        const auto parsed =
            parseClientFrame(R"({"type":"auth.password","id":1,"member":5,"password":["MARKED"]})");
        const QString detail = std::get_if<FrameError>(&parsed)->error.detail;
        QVERIFY(detail.contains(QLatin1String("password")));
        QVERIFY(!detail.contains(QLatin1String("MARKED")));
    }

    void aDetailSaysWhereAndWhat_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const QByteArray &frame, const char *field, const char *what) {
            const QByteArray detail = *field ? '"' + QByteArray(field) + "\" " + what : QByteArray(what);
            QTest::newRow(name) << quoted(frame) << QString::fromLatin1(detail) << QString::fromLatin1(field);
        };
        const QByteArray ring = "{'type':'alert.raise','id':5,'nonce':'AAAAAAAAAAAAAAAAAAAAAA','template':7,";
        const QByteArray receipts = "{'type':'receipts.post','id':5,";
        row("inside an object", ring + "'address':{'kind':'person','id':5}}", "address.role", "is missing");
        row("an enum inside an object", ring + "'address':{'kind':'MARKED','id':5,'role':''}}",
            "address.kind", "is not one of person, role, room, group, everyone");
        row("no object", ring + "'address':7}", "address", "is not an object");
        row("inside an optional object",
            ring + "'address':{'kind':'everyone','id':0,'role':''},'confirmation':{'rules_version':1}}",
            "confirmation.text_digest", "is missing");
        row("in a list", receipts + "'state':'shown','events':[1,2,'MARKED']}", "events[2]",
            "is not a whole number from 0");
        row("no list", receipts + "'state':'shown','events':3}", "events", "is not a list");
        row("an enum", receipts + "'state':'MARKED','events':[1]}", "state",
            "is not one of delivered, held, shown, read");
        row("a number for bytes", "{'type':'conversation.open','id':5,'member':5,'nonce':5}", "nonce",
            "is not a text of unpadded base64url");
        row("a long text",
            "{'type':'auth.password','id':5,'member':5,'password':'" + QByteArray(257, 'x') + "'}",
            "password", "has more than 256 UTF-16 units");
        row("an id", "{'type':'ping','id':'MARKED'}", "id", "is not a whole number from 1");
        row("an unknown type", "{'type':'alert.ring_2','id':5}", "",
            "no message to this side is of type \"alert.ring_2\"");
        row("an unknown type of other letters", "{'type':'MARKED <b>','id':5}", "",
            "no message to this side is of type \"?\"");
        row("an endless unknown type", "{'id':5,'type':'" + QByteArray(41, 'm') + "'}", "",
            "no message to this side is of type \"?\"");
    }

    void aDetailSaysWhereAndWhat()
    {
        QFETCH(QByteArray, frame);
        const auto parsed = parseClientFrame(frame);
        const auto *wrong = std::get_if<FrameError>(&parsed);
        QVERIFY(wrong);
        QTEST(wrong->error.detail, "detail");
        QTEST(wrong->field, "field");
        QVERIFY(!wrong->error.detail.contains(QLatin1String("MARKED")));
    }

    void bytesAreWrittenInOneWayAlone_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("as it should be") << QByteArray("AAECAwQFBgcICQoLDA0ODw") << true;
        QTest::newRow("padded") << QByteArray("AAECAwQFBgcICQoLDA0ODw==") << false;
        QTest::newRow("stray bits") << QByteArray("AAECAwQFBgcICQoLDA0ODx") << false;
        QTest::newRow("ordinary base64") << QByteArray("++ECAwQFBgcICQoLDA0ODw") << false;
        QTest::newRow("base64url") << QByteArray("--ECAwQFBgcICQoLDA0ODw") << true;
        QTest::newRow("a blank") << QByteArray("AAECAwQFBgcICQoLDA0O Dw") << false;
    }

    void bytesAreWrittenInOneWayAlone()
    {
        QFETCH(QByteArray, code);
        const auto parsed = parseClientFrame(
            quoted("{'type':'auth.join','id':1,'client':{'protocol':1,'abilities':[],'program':''},'code':'" +
                   code + "'}"));
        QTEST(std::holds_alternative<ClientFrame>(parsed), "accepted");
    }

    void unknownMembersAreIgnored()
    {
        const auto parsed = parseClientFrame(R"({"type":"ping","id":1,"colour":"blue"})");
        QVERIFY(std::holds_alternative<ClientFrame>(parsed));
    }

    void anAckNeedsNoId()
    {
        QVERIFY(std::holds_alternative<ClientFrame>(parseClientFrame(R"({"type":"ack","cursor":4})")));
    }

    void damagedFramesNeverCrash()
    {
        const auto seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        qInfo("seed %u", seed);
        std::vector<QByteArray> frames;
        for (const ClientFrame &frame : samples::clientFrames())
            frames.push_back(encode(frame));
        for (int round = 0; round < 5'000; ++round) {
            QByteArray frame = frames[random.bounded(static_cast<quint32>(frames.size()))];
            for (int change = 0; change < 3; ++change)
                frame[static_cast<qsizetype>(random.bounded(static_cast<quint32>(frame.size())))] =
                    static_cast<char>(random.bounded(256));
            const auto parsed = parseClientFrame(frame);
            if (const auto *read = std::get_if<ClientFrame>(&parsed))
                QVERIFY(std::holds_alternative<ClientFrame>(parseClientFrame(encode(*read))));
        }
    }

    void statesAreDenyByDefault()
    {
        int acceptedWhenConnected = 0;
        for (const ClientFrame &frame : samples::clientFrames()) {
            const bool gettingIn = typeOf(frame.message).startsWith(QLatin1String("auth."));
            if (acceptedIn(frame.message, SessionState::Connected)) {
                QVERIFY(gettingIn);
                ++acceptedWhenConnected;
            }
            QCOMPARE(acceptedIn(frame.message, SessionState::Active), !gettingIn);
        }
        QCOMPARE(acceptedWhenConnected, 3);
    }
};

HANDBELL_TEST(CodecTest)
#include "CodecTest.moc"
