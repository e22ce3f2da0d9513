// SPDX-License-Identifier: Apache-2.0
#include "ClientKit.h"
#include "crypto/PracticeAuthority.h"
#include "tests/support/TestProgram.h"

#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>

using namespace handbell;
using namespace handbell::testing;
using client::Session;

// The one way into a practice's server over real TLS: by the authority the invitation names, or not at all.
class PinTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherAuthorityThanTheInvitationsIsAHardStop()
    {
        SystemClock clock;
        const auto ours =
            *crypto::PracticeAuthority::create(QStringLiteral("Riverside Surgery"), clock.wallNow());
        const auto theirs =
            *crypto::PracticeAuthority::create(QStringLiteral("Riverside Surgery"), clock.wallNow());
        const auto certificate =
            *theirs.issueServerCertificate({QStringLiteral("127.0.0.1")}, clock.wallNow());

        QSslServer server;
        QSslConfiguration tls;
        tls.setLocalCertificateChain(QSslCertificate::fromData(certificate.chainPem));
        tls.setPrivateKey(QSslKey(certificate.keyPem, QSsl::Ec));
        server.setSslConfiguration(tls);
        QByteArray said;
        connect(&server, &QTcpServer::pendingConnectionAvailable, this, [&] {
            while (QTcpSocket *socket = server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [&, socket] { said += socket->readAll(); });
            }
        });
        QVERIFY(server.listen(QHostAddress::LocalHost));

        QTemporaryDir folder;
        SystemRandom random;
        client::MemorySecretStore secrets;
        auto profile = *client::Profile::open(QStringLiteral("test"), QDir(folder.path()));
        client::Client client({profile, secrets, client::webSocketChannels(), clock, random});
        client.start();
        transport::Invitation invitation;
        invitation.host = QStringLiteral("127.0.0.1");
        invitation.port = server.serverPort();
        invitation.pin = ours.pin();
        invitation.code = QByteArray(16, 'c');
        invitation.expiry = clock.wallNow() + std::chrono::hours(1);
        const auto joined = client.session().join(invitation.toText(), QStringLiteral("rainy tuesday desk"));
        QTRY_VERIFY(joined.isFinished());
        QCOMPARE(joined.result().error().code, ErrorCode::TlsPinMismatch);
        QCOMPARE(client.session().state(), Session::State::NotEnrolled);
        QVERIFY(!profile.server());
        QVERIFY(secrets.values().empty());
        QCOMPARE(said, QByteArray());
    }
};

HANDBELL_TEST(PinTest)
#include "PinTest.moc"
