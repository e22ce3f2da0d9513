// SPDX-License-Identifier: Apache-2.0
#include "record/Canonical.h"

#include "record/Verification.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell;
using namespace handbell::record;

namespace {

StoredEvent sample()
{
    return {Seq{1},
            WallTime(std::chrono::milliseconds(1'764'000'000'000)),
            MemberId{7},
            WorkstationId{5},
            "practice",
            "message_posted",
            R"({"conversation":2})",
            QByteArray(32, '\xaa'),
            QByteArray(32, '\0')};
}

} // namespace

// The encoding is for ever: every hash in every practice's record depends on these bytes.
class CanonicalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytes()
    {
        QCOMPARE(canonicalForm(sample()).toHex(),
                 QByteArray("00000011"
                            "68616e6462656c6c2d6576656e742d7631" // handbell-event-v1
                            "00000008"
                            "0000000000000001"
                            "00000008"
                            "0000019ab697e800"
                            "00000008"
                            "0000000000000007"
                            "00000008"
                            "0000000000000005"
                            "00000008"
                            "7072616374696365"
                            "0000000e"
                            "6d6573736167655f706f73746564"
                            "00000012"
                            "7b22636f6e766572736174696f6e223a327d"
                            "00000020"
                            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                            "00000020"
                            "0000000000000000000000000000000000000000000000000000000000000000"));
    }

    //! From the description in README.md alone: sha256 of the bytes above by another program.
    void hash()
    {
        QCOMPARE(hashOf(sample()).toHex(),
                 QByteArray("287b9e382213c397fe9a9203295d591d75b7c803a7997074cb480fe2725c0b3a"));
    }

    void everyFieldCounts_data()
    {
        QTest::addColumn<int>("field");
        for (int i = 0; i < 9; ++i)
            QTest::addRow("field %d", i) << i;
    }

    void everyFieldCounts()
    {
        QFETCH(int, field);
        StoredEvent changed = sample();
        QByteArray *const parts[] = {&changed.scope, &changed.kind, &changed.payload, &changed.textDigest,
                                     &changed.previousHash};
        switch (field) {
        case 0:
            changed.seq = Seq{2};
            break;
        case 1:
            changed.at += std::chrono::milliseconds(1);
            break;
        case 2:
            changed.actor = MemberId{8};
            break;
        case 3:
            changed.workstation = WorkstationId{6};
            break;
        default:
            parts[field - 4]->append('x');
        }
        QVERIFY(hashOf(changed) != hashOf(sample()));
    }

    void fieldsDoNotRunIntoOneAnother()
    {
        StoredEvent one = sample();
        one.scope = "practice";
        one.kind = "x";
        StoredEvent other = sample();
        other.scope = "practicex";
        other.kind = "";
        QVERIFY(hashOf(one) != hashOf(other));
        StoredEvent noText = sample();
        noText.textDigest.clear();
        QVERIFY(hashOf(noText) != hashOf(sample()));
    }

    void textDigests()
    {
        // SHA-256 of 16 times 's' followed by "Morning"
        QCOMPARE(textDigest(QByteArray(16, 's'), "Morning").toHex(),
                 QByteArray("8be289411a42a7228b74394f098830fb8cf496b4bb5dd2b25559e01aca82530e"));
        QVERIFY(textDigest(QByteArray(16, 's'), "Morning") != textDigest(QByteArray(16, 't'), "Morning"));
    }

    void checkpoints()
    {
        const Checkpoint checkpoint{
            QByteArray(16, 'e'), Seq{258}, QByteArray(32, 'h'), WallTime(std::chrono::milliseconds(1)), {}};
        QCOMPARE(checkpointMessage(checkpoint), QByteArray("handbell-checkpoint-v1") + QByteArray(16, 'e') +
                                                    QByteArray::fromHex("0000000000000102") +
                                                    QByteArray(32, 'h') +
                                                    QByteArray::fromHex("0000000000000001"));
    }
};

HANDBELL_TEST(CanonicalTest)
#include "CanonicalTest.moc"
