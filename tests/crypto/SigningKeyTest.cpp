// SPDX-License-Identifier: Apache-2.0
#include "crypto/SigningKey.h"

#include "tests/support/TestProgram.h"

#include <QTest>

#include <utility>

using namespace handbell;
using namespace handbell::crypto;

namespace {

//! An Ed25519 seed as PKCS#8 PEM (RFC 8410).
QByteArray pemOfSeed(const QByteArray &seed)
{
    const QByteArray der = QByteArray::fromHex("302e020100300506032b657004220420") + seed;
    return "-----BEGIN PRIVATE KEY-----\n" + der.toBase64() + "\n-----END PRIVATE KEY-----\n";
}

} // namespace

class SigningKeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers_data()
    {
        // RFC 8032, section 7.1: TEST 1 to 3
        QTest::addColumn<QByteArray>("seed");
        QTest::addColumn<QByteArray>("publicKey");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("signature");
        QTest::newRow("1") << QByteArray("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
                           << QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
                           << QByteArray()
                           << QByteArray("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                                         "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
        QTest::newRow("2") << QByteArray("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
                           << QByteArray("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
                           << QByteArray("72")
                           << QByteArray("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                         "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        QTest::newRow("3") << QByteArray("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
                           << QByteArray("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
                           << QByteArray("af82")
                           << QByteArray("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                                         "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
    }

    void knownAnswers()
    {
        QFETCH(QByteArray, seed);
        QFETCH(QByteArray, publicKey);
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, signature);
        const auto key = SigningKey::fromPem(pemOfSeed(QByteArray::fromHex(seed)));
        QVERIFY(key.ok());
        QCOMPARE(key->publicKey().toHex(), publicKey);
        const auto made = key->sign(QByteArray::fromHex(message));
        QVERIFY(made.ok());
        QCOMPARE(made->toHex(), signature);
        QVERIFY(verifySignature(key->publicKey(), QByteArray::fromHex(message), *made));
    }

    void pemRoundTrip()
    {
        const auto key = SigningKey::generate();
        QVERIFY(key.ok());
        const auto again = SigningKey::fromPem(key->toPem());
        QVERIFY(again.ok());
        QCOMPARE(again->publicKey(), key->publicKey());
        QCOMPARE(*again->sign("checkpoint"), *key->sign("checkpoint"));
        QVERIFY(SigningKey::generate()->publicKey() != key->publicKey());
    }

    void tamperingShows()
    {
        const auto key = SigningKey::generate();
        const QByteArray signature = *key->sign("seq 17");
        QVERIFY(verifySignature(key->publicKey(), "seq 17", signature));
        QVERIFY(!verifySignature(key->publicKey(), "seq 18", signature));
        QVERIFY(!verifySignature(key->publicKey(), {}, signature));
        QVERIFY(!verifySignature(SigningKey::generate()->publicKey(), "seq 17", signature));
        QVERIFY(!verifySignature({}, "seq 17", signature));
        QVERIFY(!verifySignature(QByteArray(32, '\xff'), "seq 17", signature));
        QVERIFY(!verifySignature(key->publicKey(), "seq 17", signature.first(63)));
        QVERIFY(!verifySignature(key->publicKey(), "seq 17", QByteArray(signature + 'x')));
        for (qsizetype bit = 0; bit < signature.size() * 8; ++bit) {
            QByteArray changed = signature;
            changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY(!verifySignature(key->publicKey(), "seq 17", changed));
        }
    }

    void hostilePem_data()
    {
        QTest::addColumn<QByteArray>("pem");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("nonsense") << QByteArray("nonsense");
        QTest::newRow("empty block") << QByteArray(
            "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n");
        QTest::newRow("short seed") << pemOfSeed(QByteArray(31, 'x'));
        QTest::newRow("cut") << pemOfSeed(QByteArray(32, 'x')).chopped(30);
        QTest::newRow("huge") << QByteArray(2'000'000, 'A');
        QTest::newRow("encrypted") << QByteArray(
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
            "MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjK1H8pXWvJRwICCAAw\n"
            "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEC0p3MnUS5l3ZQK8sC3mCwkEQF7e\n"
            "-----END ENCRYPTED PRIVATE KEY-----\n");
        // A P-256 key: right container, wrong algorithm
        QTest::newRow("other algorithm")
            << QByteArray("-----BEGIN PRIVATE "
                          "KEY-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgD0v4PCwxSaRBdecVhMXG3KZ/"
                          "ACdAH0a8QJzaHeE5B7yhRANCAAQyZpaxY0gKnVIY5loOjYKeHBphTsKuj0M+eTMYZK+"
                          "e9Bn85tCRP0tlkogwGt8qOh/7Q/Y6wQcTA8praXvNV+lt\n-----END PRIVATE KEY-----\n");
    }

    void hostilePem()
    {
        QFETCH(QByteArray, pem);
        const auto key = SigningKey::fromPem(pem);
        QVERIFY(!key.ok());
        QCOMPARE(key.error().code, ErrorCode::InvalidArgument);
    }
};

HANDBELL_TEST(SigningKeyTest)
#include "SigningKeyTest.moc"
