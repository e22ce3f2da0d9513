// SPDX-License-Identifier: Apache-2.0
#include "crypto/PasswordHash.h"

#include "tests/support/TestProgram.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace handbell;
using namespace handbell::crypto;

namespace {

const QString password = QStringLiteral("correct horse battery");
constexpr ScryptCost cheap = testScryptCost;

} // namespace

class PasswordHashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip()
    {
        SystemRandom random;
        const auto encoded = hashPassword(password, cheap, random);
        QVERIFY(encoded.ok());
        QVERIFY(encoded->startsWith(QStringLiteral("$scrypt$ln=4,r=8,p=1$")));
        QVERIFY(verifyPassword(password, *encoded));
        QVERIFY(!verifyPassword(password + u'!', *encoded));
        QVERIFY(!verifyPassword({}, *encoded));
        QVERIFY(*hashPassword(password, cheap, random) != *encoded);
    }

    void knownAnswer()
    {
        // RFC 7914, section 12: N=16384, r=8, p=1; our hash is the first 32 of its 64 bytes.
        const auto encoded = QStringLiteral(
            "$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI");
        QVERIFY(verifyPassword(QStringLiteral("pleaseletmein"), encoded));
        QVERIFY(!verifyPassword(QStringLiteral("pleaseletmeout"), encoded));
    }

    void defaultCostIsOwasps()
    {
        QCOMPARE(ScryptCost{}, (ScryptCost{17, 8, 1}));
        SystemRandom random;
        const auto encoded = hashPassword(password, {}, random);
        QVERIFY(encoded.ok());
        QVERIFY(encoded->startsWith(QStringLiteral("$scrypt$ln=17,r=8,p=1$")));
    }

    void sameLettersFromAnotherKeyboard()
    {
        SystemRandom random;
        const auto composed = QStringLiteral("caf\u00e9 y bore");
        const auto decomposed = QStringLiteral("cafe\u0301 y bore");
        const auto encoded = hashPassword(composed, cheap, random);
        QVERIFY(verifyPassword(decomposed, *encoded));
    }

    void refusedInput_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("logN");
        QTest::addColumn<int>("r");
        QTest::addColumn<int>("p");
        QTest::newRow("empty") << QString() << 4 << 8 << 1;
        QTest::newRow("too long") << QString(maxPasswordLength + 1, u'x') << 4 << 8 << 1;
        QTest::newRow("N too small") << password << 3 << 8 << 1;
        QTest::newRow("N too large") << password << 19 << 1 << 1;
        QTest::newRow("N negative") << password << -1 << 8 << 1;
        QTest::newRow("r zero") << password << 4 << 0 << 1;
        QTest::newRow("p too large") << password << 4 << 8 << 5;
        QTest::newRow("too much memory") << password << 18 << 16 << 1;
    }

    void refusedInput()
    {
        QFETCH(QString, text);
        QFETCH(int, logN);
        QFETCH(int, r);
        QFETCH(int, p);
        SystemRandom random;
        const auto encoded = hashPassword(text, {logN, r, p}, random);
        QVERIFY(!encoded.ok());
        QCOMPARE(encoded.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!encoded.error().detail.contains(password));
    }

    void hostileEncodings_data()
    {
        QTest::addColumn<QString>("encoded");
        const QString salt = QStringLiteral("AAAAAAAAAAAAAAAAAAAAAA");
        const QString hash = QString(43, u'A');
        const auto make = [&](const char *costs) -> QString {
            return QStringLiteral("$scrypt$") + QLatin1String(costs) + u'$' + salt + u'$' + hash;
        };
        QTest::newRow("empty") << QString();
        QTest::newRow("dollars") << QStringLiteral("$$$$");
        QTest::newRow("other scheme") << QStringLiteral("$argon2id$ln=4,r=8,p=1$") + salt + u'$' + hash;
        QTest::newRow("huge N") << make("ln=63,r=8,p=1");
        QTest::newRow("N beyond memory") << make("ln=18,r=16,p=1");
        QTest::newRow("three digits") << make("ln=004,r=8,p=1");
        QTest::newRow("leading zero") << make("ln=04,r=8,p=1");
        QTest::newRow("negative") << make("ln=-4,r=8,p=1");
        QTest::newRow("overflow") << make("ln=4294967300,r=8,p=1");
        QTest::newRow("r zero") << make("ln=4,r=0,p=1");
        QTest::newRow("p huge") << make("ln=4,r=8,p=99");
        QTest::newRow("missing p") << make("ln=4,r=8");
        QTest::newRow("other order") << make("r=8,ln=4,p=1");
        QTest::newRow("other digits") << QStringLiteral("$scrypt$ln=\u0664,r=8,p=1$") + salt + u'$' + hash;
        QTest::newRow("short hash") << QStringLiteral("$scrypt$ln=4,r=8,p=1$") + salt + u'$' + hash.left(42);
        QTest::newRow("empty hash") << QStringLiteral("$scrypt$ln=4,r=8,p=1$") + salt + u'$';
        QTest::newRow("padded salt") << QStringLiteral("$scrypt$ln=4,r=8,p=1$") + salt +
                                            QStringLiteral("==$") + hash;
        QTest::newRow("short salt") << QStringLiteral("$scrypt$ln=4,r=8,p=1$AAAA$") + hash;
        QTest::newRow("trailing field") << make("ln=4,r=8,p=1") + u'$';
        QTest::newRow("endless") << make("ln=4,r=8,p=1") + QString(1'000'000, u'A');
    }

    void hostileEncodings()
    {
        QFETCH(QString, encoded);
        QVERIFY(!verifyPassword(password, encoded));
    }

    void changedHashIsRefused()
    {
        SystemRandom random;
        QString encoded = *hashPassword(password, cheap, random);
        const qsizetype at = encoded.lastIndexOf(u'$') + 1;
        encoded[at] = encoded[at] == u'A' ? u'B' : u'A';
        QVERIFY(!verifyPassword(password, encoded));
    }

    void dummyIsWellFormedAndNeverMatches()
    {
        const QString dummy = dummyHash(cheap);
        QVERIFY(dummy.startsWith(QStringLiteral("$scrypt$ln=4,r=8,p=1$")));
        SystemRandom random;
        QCOMPARE(dummy.size(), hashPassword(password, cheap, random)->size());
        QVERIFY(!verifyPassword(password, dummy));
        // Out-of-bounds encodings cost nothing, so a dummy that verify refuses to read would give a member
        // away.
        QVERIFY(dummyHash({}).startsWith(QStringLiteral("$scrypt$ln=17,r=8,p=1$")));
    }

    void dummyCostsWhatARealOneCosts()
    {
        constexpr ScryptCost cost{14, 8, 1};
        SystemRandom random;
        const QString real = *hashPassword(password, cost, random);
        const auto fastestOf3 = [](const QString &encoded) {
            qint64 best = std::numeric_limits<qint64>::max();
            for (int i = 0; i < 3; ++i) {
                QElapsedTimer timer;
                timer.start();
                [[maybe_unused]] const bool matched =
                    verifyPassword(QStringLiteral("a wrong guess"), encoded);
                best = std::min(best, timer.nsecsElapsed());
            }
            return best;
        };
        // A malformed dummy would take microseconds, a real check tens of milliseconds.
        QVERIFY(fastestOf3(dummyHash(cost)) > fastestOf3(real) / 4);
    }
};

HANDBELL_TEST(PasswordHashTest)
#include "PasswordHashTest.moc"
