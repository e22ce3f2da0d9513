// SPDX-License-Identifier: Apache-2.0
#include "crypto/Sealer.h"

#include "tests/support/TestProgram.h"

#include <QSet>
#include <QTest>

using namespace handbell;
using namespace handbell::crypto;

namespace {

SealingKey someKey(quint32 seed = 1)
{
    SeededRandom random(seed);
    return SealingKey::generate(random);
}

} // namespace

class SealerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers_data()
    {
        // McGrew & Viega, "The Galois/Counter Mode of Operation", appendix B, AES-256: test cases 13, 14 and
        // 16
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("nonce");
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("associated");
        QTest::addColumn<QByteArray>("cipher");
        QTest::addColumn<QByteArray>("tag");
        QTest::newRow("13") << QByteArray(64, '0') << QByteArray(24, '0') << QByteArray() << QByteArray()
                            << QByteArray() << QByteArray("530f8afbc74536b9a963b4f1c4cb738b");
        QTest::newRow("14") << QByteArray(64, '0') << QByteArray(24, '0') << QByteArray(32, '0')
                            << QByteArray() << QByteArray("cea7403d4d606b6e074ec5d3baf39d18")
                            << QByteArray("d0d1c8a799996bf0265b98b5d48ab919");
        QTest::newRow("16") << QByteArray("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")
                            << QByteArray("cafebabefacedbaddecaf888")
                            << QByteArray("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                          "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39")
                            << QByteArray("feedfacedeadbeeffeedfacedeadbeefabaddad2")
                            << QByteArray("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                                          "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662")
                            << QByteArray("76fc6ece0f4e1768cddf8853bb2d551b");
    }

    void knownAnswers()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, nonce);
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, associated);
        QFETCH(QByteArray, cipher);
        QFETCH(QByteArray, tag);
        const Sealer sealer(*SealingKey::fromBytes(QByteArray::fromHex(key)));
        const auto opened =
            sealer.open(QByteArray::fromHex(nonce + cipher + tag), QByteArray::fromHex(associated));
        QVERIFY(opened.ok());
        QCOMPARE(opened->toHex(), plain);
    }

    void roundTrip_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("Please bring the spare key to Consulting room 3");
        QTest::newRow("large") << QByteArray(300'000, 'x');
    }

    void roundTrip()
    {
        QFETCH(QByteArray, plain);
        const Sealer sealer(someKey());
        const auto sealed = sealer.seal(plain, "row 17");
        QVERIFY(sealed.ok());
        QCOMPARE(sealed->size(), plain.size() + Sealer::overhead);
        QCOMPARE(*sealer.open(*sealed, "row 17"), plain);
    }

    void everyBitCounts()
    {
        const Sealer sealer(someKey());
        const QByteArray sealed = *sealer.seal("short text", "row 17");
        for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
            QByteArray changed = sealed;
            changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
            const auto opened = sealer.open(changed, "row 17");
            QVERIFY2(!opened.ok(), qPrintable(QString::number(bit)));
            QCOMPARE(opened.error().code, ErrorCode::DecryptFailed);
        }
    }

    void movedOrStrangeTextsStayShut()
    {
        const Sealer sealer(someKey(1));
        const QByteArray sealed = *sealer.seal("short text", "row 17");
        QVERIFY(!sealer.open(sealed, "row 18").ok());
        QVERIFY(!sealer.open(sealed, {}).ok());
        QVERIFY(!Sealer(someKey(2)).open(sealed, "row 17").ok());
        for (qsizetype size = 0; size < sealed.size(); ++size)
            QVERIFY(!sealer.open(QByteArrayView(sealed).first(size), "row 17").ok());
        QVERIFY(!sealer.open(QByteArray(sealed + 'x'), "row 17").ok());
    }

    void noncesDoNotRepeat()
    {
        const Sealer sealer(someKey());
        QSet<QByteArray> nonces;
        for (int i = 0; i < 1000; ++i)
            nonces.insert(sealer.seal("same", {})->first(12));
        QCOMPARE(nonces.size(), 1000);
    }
};

HANDBELL_TEST(SealerTest)
#include "SealerTest.moc"
