// SPDX-License-Identifier: Apache-2.0
#include "transport/ServerTls.h"

#include "tests/support/TestProgram.h"
#include "tests/transport/TransportFixture.h"

#include <QTest>

using namespace handbell;
using namespace handbell::transport;
using namespace handbell::transport::test;

class ServerTlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheAuthorityWrote()
    {
        const auto issued = Practice().issue();
        QVERIFY(ServerTls::make(issued.keyPem, issued.chainPem).ok());
    }

    void refusesWhatItCannotUse_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("chain");
        const Practice practice;
        const auto issued = practice.issue();
        const auto other = practice.issue();
        QTest::newRow("a certificate for a key") << issued.chainPem << issued.chainPem;
        QTest::newRow("a key for a certificate") << issued.keyPem << issued.keyPem;
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("nonsense") << issued.keyPem << QByteArray(100'000, '-');
        QTest::newRow("more than a chain has")
            << issued.keyPem << QByteArray(1'000'000, '\n') + issued.chainPem;
        QTest::newRow("another key") << other.keyPem << issued.chainPem;
    }

    void refusesWhatItCannotUse()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, chain);
        QCOMPARE(ServerTls::make(key, chain).error().code, ErrorCode::InvalidArgument);
    }

    void aNewCertificateIsShownToThoseWhoComeAfter()
    {
        const Practice practice;
        WorkerServer server(practice.tls());
        const auto seen = [&practice, &server] {
            QSslSocket client;
            client.setSslConfiguration(clientConfiguration(Trust::authority(practice.certificate())));
            client.connectToHostEncrypted(server.address().host, server.address().port);
            if (!QTest::qWaitFor([&client] { return client.isEncrypted(); }))
                return QByteArray();
            return client.peerCertificate().serialNumber();
        };
        const QByteArray before = seen();
        QVERIFY(!before.isEmpty());
        QCOMPARE(seen(), before);
        server.worker().setTls(practice.tls());
        const QByteArray after = seen();
        QVERIFY(!after.isEmpty());
        QVERIFY(after != before);
    }
};

HANDBELL_TEST(ServerTlsTest)
#include "ServerTlsTest.moc"
