// SPDX-License-Identifier: Apache-2.0
#include "crypto/PracticeAuthority.h"

#include "crypto/Digest.h"
#include "tests/support/TestProgram.h"

#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslKey>
#include <QTest>

using namespace handbell;
using namespace handbell::crypto;
using namespace std::chrono_literals;

namespace {

const WallTime now = VirtualClock().wallNow();

PracticeAuthority riverside()
{
    return *PracticeAuthority::create(QStringLiteral("Riverside Surgery"), now);
}

QVariantMap extension(const QSslCertificate &certificate, const QString &name)
{
    const auto extensions = certificate.extensions();
    for (const auto &item : extensions) {
        if (item.name() == name)
            return item.value().toMap();
    }
    return {};
}

} // namespace

class PracticeAuthorityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAuthority()
    {
        const PracticeAuthority authority = riverside();
        const auto read = QSslCertificate::fromData(authority.certificatePem());
        QCOMPARE(read.size(), 1);
        const QSslCertificate certificate = read.first();
        QCOMPARE(certificate.version(), QByteArray("3"));
        QVERIFY(certificate.isSelfSigned());
        QCOMPARE(certificate.subjectInfo(QSslCertificate::CommonName),
                 QStringList{QStringLiteral("Riverside Surgery")});
        const QVariantMap constraints = extension(certificate, QStringLiteral("basicConstraints"));
        QCOMPARE(constraints.value(QStringLiteral("ca")).toBool(), true);
        QCOMPARE(constraints.value(QStringLiteral("pathLenConstraint")).toInt(), 0);
        QCOMPARE(certificate.publicKey().algorithm(), QSsl::Ec);
        QCOMPARE(certificate.publicKey().length(), 256);
        QCOMPARE(*certificateExpiry(authority.certificatePem()),
                 std::chrono::floor<std::chrono::seconds>(now + PracticeAuthority::validity));
        QVERIFY(certificate.effectiveDate().toMSecsSinceEpoch() < now.time_since_epoch().count());
        QVERIFY(certificate.toText().contains(QStringLiteral("Certificate Sign, CRL Sign")));
    }

    void pinIsTheDigestOfTheKey()
    {
        const PracticeAuthority authority = riverside();
        const QSslCertificate certificate = QSslCertificate::fromData(authority.certificatePem()).first();
        QCOMPARE(authority.pin().size(), 32);
        QCOMPARE(authority.pin(), sha256(certificate.publicKey().toDer()));
        QCOMPARE(*spkiPin(authority.certificatePem()), authority.pin());
        QCOMPARE(*spkiPin(certificate.toDer()), authority.pin());
        QVERIFY(riverside().pin() != authority.pin());
    }

    void theServersCertificate()
    {
        const PracticeAuthority authority = riverside();
        const auto issued = authority.issueServerCertificate(
            {QStringLiteral("handbell.riverside.example"), QStringLiteral("127.0.0.1"), QStringLiteral("::1"),
             QStringLiteral("m\u00fcller.example")},
            now);
        QVERIFY(issued.ok());
        const auto chain = QSslCertificate::fromData(issued->chainPem);
        QCOMPARE(chain.size(), 2);
        QCOMPARE(chain[1], QSslCertificate::fromData(authority.certificatePem()).first());
        const auto names = chain[0].subjectAlternativeNames();
        QVERIFY(names.contains(QSsl::DnsEntry, QStringLiteral("handbell.riverside.example")));
        QVERIFY(names.contains(QSsl::DnsEntry, QStringLiteral("xn--mller-kva.example")));
        QCOMPARE(names.values(QSsl::IpAddressEntry).size(), 2);
        QCOMPARE(extension(chain[0], QStringLiteral("basicConstraints")).value(QStringLiteral("ca")).toBool(),
                 false);
        QVERIFY(chain[0].toText().contains(QStringLiteral("TLS Web Server Authentication")));
        QCOMPARE(*certificateExpiry(issued->chainPem),
                 std::chrono::floor<std::chrono::seconds>(now + PracticeAuthority::serverValidity));
        QVERIFY(!QSslKey(issued->keyPem, QSsl::Ec).isNull());
        // Another key and serial each time
        const auto again = authority.issueServerCertificate({QStringLiteral("127.0.0.1")}, now);
        QVERIFY(again->keyPem != issued->keyPem);
        QVERIFY(QSslCertificate::fromData(again->chainPem).first().serialNumber() != chain[0].serialNumber());
    }

    void survivesAFile()
    {
        const PracticeAuthority authority = riverside();
        const auto loaded = PracticeAuthority::load(authority.keyPem(), authority.certificatePem());
        QVERIFY(loaded.ok());
        QCOMPARE(loaded->pin(), authority.pin());
        QVERIFY(loaded->issueServerCertificate({QStringLiteral("127.0.0.1")}, now).ok());
    }

    void refusedPairs()
    {
        const PracticeAuthority one = riverside();
        const PracticeAuthority other = riverside();
        const auto server = one.issueServerCertificate({QStringLiteral("127.0.0.1")}, now);
        const auto codeOf = [](QByteArrayView key, QByteArrayView certificate) {
            const auto loaded = PracticeAuthority::load(key, certificate);
            return loaded.ok() ? ErrorCode::Internal : loaded.error().code;
        };
        QCOMPARE(codeOf(one.keyPem(), other.certificatePem()), ErrorCode::InvalidArgument);
        QCOMPARE(codeOf(server->keyPem, server->chainPem), ErrorCode::InvalidArgument); // not an authority's
        QCOMPARE(codeOf({}, {}), ErrorCode::InvalidArgument);
        QCOMPARE(codeOf(one.certificatePem(), one.keyPem()), ErrorCode::InvalidArgument);
        QCOMPARE(codeOf(one.keyPem().chopped(40), one.certificatePem()), ErrorCode::InvalidArgument);
        QCOMPARE(codeOf(one.keyPem(), one.certificatePem().chopped(40)), ErrorCode::InvalidArgument);
        QCOMPARE(codeOf(one.keyPem(), QByteArray(1'000'000, '-')), ErrorCode::InvalidArgument);
        QVERIFY(!spkiPin("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n").ok());
        QVERIFY(!spkiPin(QByteArray(64, '\x30')).ok());
        QVERIFY(!certificateExpiry({}).ok());
    }

    void errorsHoldNoKey()
    {
        const PracticeAuthority one = riverside();
        const QByteArray key = one.keyPem();
        const auto loaded = PracticeAuthority::load(key, "x");
        QVERIFY(!loaded.error().detail.contains(QLatin1String(key.mid(30, 40))));
    }

    void refusedHosts_data()
    {
        QTest::addColumn<QStringList>("hosts");
        QTest::newRow("none") << QStringList{};
        QTest::newRow("empty") << QStringList{QString()};
        QTest::newRow("space") << QStringList{QStringLiteral("two words")};
        QTest::newRow("list in one") << QStringList{QStringLiteral("a.example,DNS:b.example")};
        QTest::newRow("url") << QStringList{QStringLiteral("https://a.example")};
        QTest::newRow("wildcard") << QStringList{QStringLiteral("*.example")};
        QTest::newRow("line break") << QStringList{QStringLiteral("a.example\nb")};
        QTest::newRow("endless") << QStringList{QString(10'000, u'a')};
        QTest::newRow("one bad of two") << QStringList{QStringLiteral("127.0.0.1"), QStringLiteral("a..b")};
        QTest::newRow("too many") << QStringList(33, QStringLiteral("a.example"));
    }

    void refusedHosts()
    {
        QFETCH(QStringList, hosts);
        const auto issued = riverside().issueServerCertificate(hosts, now);
        QVERIFY(!issued.ok());
        QCOMPARE(issued.error().code, ErrorCode::InvalidArgument);
    }

    void practiceNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("commonName"); // empty: refused
        QTest::newRow("welsh") << QStringLiteral("Meddygfa T\u0177 Coch")
                               << QStringLiteral("Meddygfa T\u0177 Coch");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("spaces") << QStringLiteral("  \n ") << QString();
        QTest::newRow("controls") << QStringLiteral("River\u0007side") << QStringLiteral("Riverside");
        QTest::newRow("long") << QString(200, u'x') << QString(64, u'x');
        QTest::newRow("cut within a pair")
            << QString(63, u'x') + QStringLiteral("\U0001F514") << QString(63, u'x');
    }

    void practiceNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, commonName);
        const auto authority = PracticeAuthority::create(name, now);
        QCOMPARE(authority.ok(), !commonName.isEmpty());
        if (authority) {
            const auto certificate = QSslCertificate::fromData(authority->certificatePem()).first();
            QCOMPARE(certificate.subjectInfo(QSslCertificate::CommonName), QStringList{commonName});
        }
    }
};

HANDBELL_TEST(PracticeAuthorityTest)
#include "PracticeAuthorityTest.moc"
