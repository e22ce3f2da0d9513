// SPDX-License-Identifier: Apache-2.0
#include "tests/support/TestProgram.h"
#include "tests/transport/TransportFixture.h"
#include "transport/ConnectionLedger.h"

#include <QSslEllipticCurve>
#include <QTest>

using namespace handbell;
using namespace handbell::transport;
using namespace handbell::transport::test;

class TlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pinIsTheSameOnBothSides()
    {
        const Practice practice;
        QCOMPARE(spkiPin(practice.certificate()), practice.pin());
        QVERIFY(spkiPin(QSslCertificate()).isEmpty());
    }

    void clientTrustsOneAuthorityAlone()
    {
        const Practice practice;
        const auto configuration = clientConfiguration(Trust::authority(practice.certificate()));
        QCOMPARE(configuration.caCertificates(), QList{practice.certificate()});
        QCOMPARE(configuration.peerVerifyMode(), QSslSocket::VerifyPeer);
        QCOMPARE(configuration.protocol(), QSsl::TlsV1_3OrLater);
        QVERIFY(clientConfiguration(Trust::authority(QSslCertificate())).caCertificates().isEmpty());
        QCOMPARE(clientConfiguration(Trust::publicCertificates()).peerVerifyMode(), QSslSocket::VerifyPeer);
    }

    void ledgerCountsByAddressAndInAll()
    {
        ConnectionLimits limits;
        limits.perAddress = 2;
        limits.total = 3;
        ConnectionLedger ledger(limits);
        const QHostAddress one(QStringLiteral("192.0.2.1"));
        const QHostAddress oneThroughV6(QStringLiteral("::ffff:192.0.2.1"));
        const QHostAddress two(QStringLiteral("2001:db8::2"));
        QVERIFY(ledger.enter(one));
        QVERIFY(ledger.enter(oneThroughV6));
        QVERIFY(!ledger.enter(one));
        QVERIFY(ledger.enter(two));
        QVERIFY(!ledger.enter(two)); // the server is full
        QCOMPARE(ledger.count(), 3);
        ledger.leave(oneThroughV6);
        QVERIFY(ledger.enter(two));
        ledger.leave(one);
        ledger.leave(two);
        ledger.leave(two);
        QCOMPARE(ledger.count(), 0);
        const ConnectionId first = ledger.nextId();
        QVERIFY(first.isValid());
        QVERIFY(first < ledger.nextId());
    }
};

HANDBELL_TEST(TlsTest)
#include "TlsTest.moc"
