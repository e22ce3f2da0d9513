// SPDX-License-Identifier: Apache-2.0
#include "base/Result.h"

#include "base/Clock.h"
#include "base/Error.h"
#include "base/Ids.h"
#include "base/Random.h"
#include "tests/support/TestProgram.h"

#include <QSet>
#include <QTest>

#include <type_traits>

using namespace handbell;
using namespace std::chrono_literals;

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0)
        return Error{ErrorCode::InvalidArgument, QStringLiteral("%1 is odd").arg(number)};
    return number / 2;
}

} // namespace

class ResultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valueAndError()
    {
        QVERIFY(half(4).ok());
        QCOMPARE(*half(4), 2);
        QVERIFY(!half(3));
        QCOMPARE(half(3).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(half(3).valueOr(-1), -1);
        QVERIFY(Result<void>{}.ok());
        QVERIFY(!Result<void>{ErrorCode::IoError}.ok());
    }

    void everyErrorCodeHasItsOwnName()
    {
        QSet<QString> names;
        for (int i = 0; i <= static_cast<int>(ErrorCode::NotPermitted); ++i) {
            const auto code = static_cast<ErrorCode>(i);
            const QString name = QString(wireName(code));
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
            QCOMPARE(errorCodeFromWire(name), code);
        }
        QVERIFY(!errorCodeFromWire(u"no_such_code"));
        QVERIFY(isWireCode(ErrorCode::Internal));
        QVERIFY(!isWireCode(ErrorCode::IoError));
    }

    void idsOfDifferentKindsDoNotMix()
    {
        static_assert(!std::is_convertible_v<MemberId, RoomId>);
        static_assert(!std::is_constructible_v<MemberId, RoomId>);
        QVERIFY(!MemberId{}.isValid());
        QVERIFY(Seq(3) < Seq(10));
    }

    void virtualClockMovesOnlyWhenTold()
    {
        VirtualClock clock;
        const auto wall = clock.wallNow();
        const auto steady = clock.steadyNow();
        clock.advance(90s);
        QCOMPARE((clock.wallNow() - wall).count(), qint64{90'000});
        QCOMPARE((clock.steadyNow() - steady).count(), qint64{90'000});
        clock.setWall(wall - 1h);
        QCOMPARE((clock.steadyNow() - steady).count(), qint64{90'000});
    }

    void randomBytes()
    {
        SystemRandom system;
        QCOMPARE(system.bytes(33).size(), 33);
        QVERIFY(system.bytes(16) != system.bytes(16));
        QVERIFY(system.below(1) == 0);
        QCOMPARE(SeededRandom(7).bytes(9), SeededRandom(7).bytes(9));
    }
};

HANDBELL_TEST(ResultTest)
#include "ResultTest.moc"
