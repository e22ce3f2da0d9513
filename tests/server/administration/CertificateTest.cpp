// SPDX-License-Identifier: Apache-2.0
#include "server/administration/SetUp.h"
#include "tests/support/TestProgram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace handbell;
using namespace handbell::administration;

namespace {

constexpr std::chrono::days shortlyBefore{10};

//! A data directory with its keys and certificates, and a practice in it.
struct CertifiedPractice
{
    CertifiedPractice()
        : directory(*DataDirectory::create(folder.filePath(QStringLiteral("data"))))
    {
        NewPractice wanted;
        wanted.name = QStringLiteral("Riverside Surgery");
        wanted.hosts = {QStringLiteral("127.0.0.1")};
        isMade = setUpPractice(directory, wanted, clock, random).ok();
    }
    [[nodiscard]] QByteArray chain() const { return directory.serverCertificate()->chainPem; }

    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    DataDirectory directory;
    bool isMade = false;
};

} // namespace

class CertificateTest : public QObject
{
    Q_OBJECT

    const WallTime m_now = SystemClock().wallNow();

private Q_SLOTS:
    void oneThatLastsIsLeft()
    {
        const CertifiedPractice practice;
        QVERIFY(practice.isMade);
        const QByteArray before = practice.chain();
        const auto renewed = renewServerCertificate(practice.directory, m_now);
        QVERIFY(renewed.ok() && !*renewed);
        QCOMPARE(practice.chain(), before);
    }

    void oneThatEndsSoonIsRenewed()
    {
        const CertifiedPractice practice;
        const QByteArray before = practice.chain();
        const WallTime then = m_now + crypto::PracticeAuthority::serverValidity - shortlyBefore;
        const auto renewed = renewServerCertificate(practice.directory, then);
        QVERIFY(renewed.ok() && *renewed);
        QVERIFY(practice.chain() != before);
        QVERIFY(*crypto::certificateExpiry(practice.chain()) > then + crypto::PracticeAuthority::renewBefore);
        const auto again = renewServerCertificate(practice.directory, then);
        QVERIFY(again.ok() && !*again);
    }

    void anotherAuthoritysIsNotOursToRenew()
    {
        const CertifiedPractice practice;
        const auto other = crypto::PracticeAuthority::create(QStringLiteral("Somebody else"), m_now);
        const auto bought = other->issueServerCertificate({QStringLiteral("handbell.example")}, m_now);
        QVERIFY(practice.directory.saveServerCertificate(*bought).ok());
        const WallTime then = m_now + crypto::PracticeAuthority::serverValidity - shortlyBefore;
        const auto renewed = renewServerCertificate(practice.directory, then);
        QVERIFY(renewed.ok() && !*renewed);
        QCOMPARE(practice.chain(), bought->chainPem);
    }
};

HANDBELL_TEST(CertificateTest)
#include "CertificateTest.moc"
