// SPDX-License-Identifier: Apache-2.0
#include "crypto/Digest.h"

#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::crypto;

class DigestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers_data()
    {
        // FIPS 180-4 examples
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("empty") << QByteArray()
                               << QByteArray(
                                      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("abc") << QByteArray("abc")
                             << QByteArray(
                                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("two blocks")
            << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
            << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    }

    void knownAnswers()
    {
        QFETCH(QByteArray, data);
        QFETCH(QByteArray, hex);
        QCOMPARE(sha256(data).toHex(), hex);
    }

    void partsAreJoined()
    {
        QCOMPARE(sha256OfParts({"a", "", "bc"}), sha256("abc"));
        QCOMPARE(sha256OfParts({}), sha256({}));
    }

    void comparison()
    {
        QVERIFY(equalConstantTime("same", "same"));
        QVERIFY(equalConstantTime({}, {}));
        QVERIFY(!equalConstantTime("same", "sane"));
        QVERIFY(!equalConstantTime("same", "same "));
        QVERIFY(!equalConstantTime({}, "x"));
    }
};

HANDBELL_TEST(DigestTest)
#include "DigestTest.moc"
