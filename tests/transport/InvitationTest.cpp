// SPDX-License-Identifier: Apache-2.0
#include "transport/Invitation.h"

#include "base/Random.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell;
using namespace handbell::transport;

namespace {

Invitation sample(const QString &host = QStringLiteral("handbell.riverside.example"), quint16 port = 4470)
{
    SeededRandom random(3);
    return {host, port, random.bytes(32), random.bytes(16), WallTime(std::chrono::seconds(1'764'000'000))};
}

} // namespace

class InvitationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::newRow("name") << QStringLiteral("handbell.riverside.example") << 4470;
        QTest::newRow("short name") << QStringLiteral("server") << 1;
        QTest::newRow("IPv4") << QStringLiteral("192.0.2.7") << 65535;
        QTest::newRow("IPv6") << QStringLiteral("2001:db8::7") << 443;
    }

    void roundTrip()
    {
        QFETCH(QString, host);
        QFETCH(int, port);
        const Invitation invitation = sample(host, static_cast<quint16>(port));
        const QString text = invitation.toText();
        QVERIFY(text.startsWith(QStringLiteral("handbell://join/")));
        const auto read = Invitation::parse(text);
        QVERIFY2(read.ok(), qPrintable(text));
        QVERIFY(*read == invitation);
    }

    void goldenText()
    {
        const Invitation invitation{QStringLiteral("192.0.2.7"), 4470, QByteArray(32, '\x11'),
                                    QByteArray(16, '\x22'), WallTime(std::chrono::seconds(1'764'000'000))};
        QCOMPARE(
            invitation.toText(),
            QStringLiteral("handbell://join/192.0.2.7:4470/"
                           "ARERERERERERERERERERERERERERERERERERERERERERIiIiIiIiIiIiIiIiIiIiIgBpJIEAZXzscA"));
    }

    void forgiving_data()
    {
        const QString text = sample().toText();
        QString wrapped = text;
        wrapped.insert(70, QStringLiteral("\r\n  "));
        wrapped.insert(40, QStringLiteral("\n"));
        QString hyphenated = text;
        hyphenated.insert(60, QChar(0x00ad));
        QString shouted = text;
        shouted.replace(0, 16, QStringLiteral("HANDBELL://JOIN/"));
        shouted.replace(QStringLiteral("handbell.riverside"), QStringLiteral("Handbell.Riverside"));
        QTest::addColumn<QString>("text");
        QTest::newRow("surrounded") << QString(QStringLiteral(" \t\n") + text + QStringLiteral("\r\n "));
        QTest::newRow("wrapped") << wrapped;
        QTest::newRow("soft hyphen") << hyphenated;
        QTest::newRow("angle brackets") << QString(u'<' + text + u'>');
        QTest::newRow("quotes") << QString(u'"' + text + u'"');
        QTest::newRow("slash added") << QString(text + u'/');
        QTest::newRow("other case") << shouted;
        QTest::newRow("zero-width space in front") << QString(QChar(0x200b) + text);
    }

    void forgiving()
    {
        QFETCH(QString, text);
        const auto read = Invitation::parse(text);
        QVERIFY2(read.ok(), qPrintable(text));
        QVERIFY(*read == sample());
    }

    void escapedBrackets()
    {
        QString text = sample(QStringLiteral("::1")).toText();
        text.replace(u'[', QStringLiteral("%5b")).replace(u']', QStringLiteral("%5D"));
        QCOMPARE(Invitation::parse(text)->host, QStringLiteral("::1"));
    }

    void everyChangedCharacterIsNoticed()
    {
        const QString text = sample().toText();
        for (qsizetype i = 0; i < text.size(); ++i) {
            QString changed = text;
            // Another letter of the alphabet, and not the same one in another case
            changed[i] = changed[i].toLower() == u'k' ? u'w' : u'k';
            const auto read = Invitation::parse(changed);
            QVERIFY2(!read.ok(), qPrintable(changed));
            QCOMPARE(read.error().code, ErrorCode::InvitationInvalid);
        }
        for (qsizetype size = 0; size < text.size(); ++size)
            QVERIFY(!Invitation::parse(QStringView(text).first(size)).ok());
    }

    void hostile_data()
    {
        const QString text = sample().toText();
        const QString blob = text.mid(text.lastIndexOf(u'/') + 1);
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("only the prefix") << QStringLiteral("handbell://join/");
        QTest::newRow("other scheme")
            << QString(text).replace(QStringLiteral("handbell:"), QStringLiteral("https:"));
        QTest::newRow("huge") << QString(5'000'000, u'a');
        QTest::newRow("huge after prefix")
            << QString(QStringLiteral("handbell://join/") + QString(100'000, u'['));
        QTest::newRow("twice") << QString(text + text);
        QTest::newRow("no port") << QString(QStringLiteral("handbell://join/host/") + blob);
        QTest::newRow("empty port") << QString(QStringLiteral("handbell://join/host:/") + blob);
        QTest::newRow("port 0") << QString(QStringLiteral("handbell://join/host:0/") + blob);
        QTest::newRow("port too large") << QString(QStringLiteral("handbell://join/host:65536/") + blob);
        QTest::newRow("signed port") << QString(QStringLiteral("handbell://join/host:+443/") + blob);
        QTest::newRow("user info") << QString(QStringLiteral("handbell://join/a@host:443/") + blob);
        QTest::newRow("open bracket") << QString(QStringLiteral("handbell://join/[::1:443/") + blob);
        QTest::newRow("brackets around a name")
            << QString(QStringLiteral("handbell://join/[host]:443/") + blob);
        QTest::newRow("empty host") << QString(QStringLiteral("handbell://join/:443/") + blob);
        QTest::newRow("another host") << QString(QStringLiteral("handbell://join/evil.example:4470/") + blob);
        QTest::newRow("null characters") << QString(200, QChar(0));
        QTest::newRow("lone surrogates")
            << QString(QStringLiteral("handbell://join/") + QString(80, QChar(0xd800)));
        QTest::newRow("not base64") << QString(QStringLiteral("handbell://join/host:443/") +
                                               QString(78, u'!'));
        QTest::newRow("not Latin") << QString(QStringLiteral("handbell://join/host:443/") +
                                              QString(78, QChar(0x416)));
    }

    void hostile()
    {
        QFETCH(QString, text);
        const auto read = Invitation::parse(text);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::InvitationInvalid);
        QVERIFY(read.error().detail.size() < 100);
    }

    void randomTextNeverHarms()
    {
        SeededRandom random(11);
        const QString text = sample().toText();
        for (int round = 0; round < 20'000; ++round) {
            QString mangled = text;
            for (quint32 change = random.below(6) + 1; change > 0; --change) {
                const auto at = static_cast<qsizetype>(random.below(static_cast<quint32>(mangled.size())));
                switch (random.below(3)) {
                case 0:
                    mangled[at] = QChar(static_cast<char16_t>(random.below(0x10000)));
                    break;
                case 1:
                    mangled.remove(at, random.below(8));
                    break;
                default:
                    mangled.insert(at, QChar(static_cast<char16_t>(random.below(128))));
                }
                if (mangled.isEmpty())
                    mangled = text;
            }
            const auto read = Invitation::parse(mangled);
            QVERIFY(!read.ok() || *read == sample());
        }
    }

    void outOfBoundsHasNoText()
    {
        QVERIFY(sample(QStringLiteral("two words")).toText().isEmpty());
        QVERIFY(sample(QString()).toText().isEmpty());
        QVERIFY(sample(QStringLiteral("host/x")).toText().isEmpty());
        for (const char *host :
             {"2001:db8::7%eth0", "2001:db8::7%5D:1/x", " 2001:db8::7", "2001:db8::7 ", "2001:DB8::7"})
            QVERIFY(sample(QString::fromLatin1(host)).toText().isEmpty());
        QVERIFY(sample(QStringLiteral("host"), 0).toText().isEmpty());
        Invitation shortPin = sample();
        shortPin.pin.chop(1);
        QVERIFY(shortPin.toText().isEmpty());
        Invitation shortCode = sample();
        shortCode.code.chop(1);
        QVERIFY(shortCode.toText().isEmpty());
        Invitation early = sample();
        early.expiry = WallTime(std::chrono::milliseconds(-1));
        QVERIFY(early.toText().isEmpty());
    }

    void publicCertificateAndExpiry()
    {
        Invitation invitation = sample();
        QVERIFY(!invitation.usesPublicCertificate());
        invitation.pin.fill('\0');
        QVERIFY(Invitation::parse(invitation.toText())->usesPublicCertificate());
        QVERIFY(!invitation.isExpired(invitation.expiry - std::chrono::milliseconds(1)));
        QVERIFY(invitation.isExpired(invitation.expiry));
    }
};

HANDBELL_TEST(InvitationTest)
#include "InvitationTest.moc"
