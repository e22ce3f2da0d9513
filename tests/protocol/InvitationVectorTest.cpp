// SPDX-License-Identifier: Apache-2.0
#include "base/Clock.h"
#include "crypto/Digest.h"
#include "crypto/PracticeAuthority.h"
#include "tests/support/TestProgram.h"
#include "transport/Invitation.h"

#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QTest>

using namespace handbell;

// The invitation and the authority's certificate that PROTOCOL.md takes its example of a pin from, so that
// whoever writes a client can try their own reading of both. HANDBELL_WRITE_GOLDEN=1 makes them where they
// are missing.

namespace {

QString pathOf(const char *name)
{
    return QStringLiteral(HANDBELL_TEST_DATA "/protocol/invitation/") + QString::fromLatin1(name);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

void makeExample()
{
    constexpr WallTime made{std::chrono::seconds(1'764'000'000)};
    const auto authority = crypto::PracticeAuthority::create(QStringLiteral("Riverside Surgery"), made);
    if (!authority)
        qFatal("no authority");
    const transport::Invitation invitation{
        QStringLiteral("handbell.riverside.example"), 22355, authority->pin(),
        QByteArray::fromHex("000102030405060708090a0b0c0d0e0f"), made + std::chrono::hours(7 * 24)};
    QDir().mkpath(pathOf(""));
    write(pathOf("authority.pem"), authority->certificatePem());
    write(pathOf("invitation.txt"), invitation.toText().toLatin1() + '\n');
}

} // namespace

class InvitationVectorTest : public QObject
{
    Q_OBJECT

    QByteArray m_pem;
    QString m_text;

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIntValue("HANDBELL_WRITE_GOLDEN") == 1 &&
            !QFile::exists(pathOf("authority.pem")))
            makeExample();
        m_pem = read(pathOf("authority.pem"));
        m_text = QString::fromLatin1(read(pathOf("invitation.txt"))).trimmed();
        QVERIFY(!m_pem.isEmpty() && !m_text.isEmpty());
    }

    void theInvitationNamesTheCertificatesKey()
    {
        const auto invitation = transport::Invitation::parse(m_text);
        QVERIFY(invitation.ok());
        QCOMPARE(invitation->toText(), m_text);
        QCOMPARE(invitation->code, QByteArray::fromHex("000102030405060708090a0b0c0d0e0f"));
        QCOMPARE(invitation->expiry, WallTime(std::chrono::seconds(1'764'604'800)));
        const auto pin = crypto::spkiPin(m_pem);
        QVERIFY(pin.ok());
        QCOMPARE(*pin, invitation->pin);
        // The same with nothing of ours: SHA-256 of the SubjectPublicKeyInfo in DER.
        const QByteArray info = QSslCertificate(m_pem).publicKey().toDer();
        QCOMPARE(info.size(), 91); // the algorithm, the curve, and the point of 65 bytes
        QCOMPARE(crypto::sha256(info), invitation->pin);
    }

    void theDocumentShowsThisVeryExample()
    {
        const QString page =
            QString::fromUtf8(read(QStringLiteral(HANDBELL_SOURCE_DIR "/app/protocol/PROTOCOL.md")));
        const auto invitation = transport::Invitation::parse(m_text);
        QVERIFY(page.contains(m_text));
        QVERIFY(page.contains(QString::fromLatin1(invitation->pin.toHex())));
        QVERIFY(page.contains(QString::fromLatin1(invitation->code.toHex())));
    }
};

HANDBELL_TEST(InvitationVectorTest)
#include "InvitationVectorTest.moc"
