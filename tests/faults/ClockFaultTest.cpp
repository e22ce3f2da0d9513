// SPDX-License-Identifier: Apache-2.0
#include "Crowd.h"
#include "Oracle.h"
#include "tests/support/TestProgram.h"

#include <QDateTime>
#include <QStandardPaths>

using namespace handbell;
using namespace handbell::test;

// The server's clock is set while people write. Order goes by seq, so nobody notices; what timers of alerts
// do then is with a clock that is moved by hand in AlertLadderTest and AlertTest.

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

//! The wall clock of a server, as the program faketime pretends it to be; its monotonic clock stays.
class Watch
{
public:
    explicit Watch(LivePractice &practice)
    {
        set(seconds(0));
        // faketime would fix the offset in the environment; it is to be read from the file each time.
        practice.setLauncher({QStringLiteral("faketime"), QStringLiteral("-m"),
                              QStringLiteral("--exclude-monotonic"), QStringLiteral("-f"),
                              QStringLiteral("+0"), QStringLiteral("env"), QStringLiteral("-u"),
                              QStringLiteral("FAKETIME")});
        practice.setEnvironment(QStringLiteral("FAKETIME_TIMESTAMP_FILE"), path());
        practice.setEnvironment(QStringLiteral("FAKETIME_NO_CACHE"), QStringLiteral("1"));
        practice.setEnvironment(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("verify_asan_link_order=0"));
        practice.setEnvironment(QStringLiteral("TZ"), QStringLiteral("Europe/London"));
    }

    //! So much ahead of the real time.
    void set(seconds offset)
    {
        QFile file(path() + QStringLiteral(".new"));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("the clock cannot be set");
        file.write(offset.count() < 0 ? "" : "+");
        file.write(QByteArray::number(static_cast<qlonglong>(offset.count())) + '\n');
        file.close();
        QFile::remove(path());
        file.rename(path());
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("clock")); }

    QTemporaryDir m_folder;
};

} // namespace

class ClockFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void orderStandsWhileTheClockJumps_data()
    {
        QTest::addColumn<QList<qint64>>("offsets"); // in seconds, one after another
        QTest::addColumn<bool>("crossesTheChange");
        const auto beforeChange = [](int month, int day) {
            // An hour of UTC later clocks in Britain change by an hour; two seconds are left.
            const QDateTime change(QDate(2027, month, day), QTime(0, 59, 58), Qt::UTC);
            return QDateTime::currentDateTimeUtc().secsTo(change);
        };
        QTest::newRow("an hour ahead") << QList<qint64>{3600} << false;
        QTest::newRow("an hour back") << QList<qint64>{-3600} << false;
        QTest::newRow("to and fro") << QList<qint64>{3600, -3600, 86'400, 0, -86'400, 0} << false;
        QTest::newRow("into summer time") << QList<qint64>{beforeChange(3, 28)} << true;
        QTest::newRow("out of summer time") << QList<qint64>{beforeChange(10, 31)} << true;
    }
    void orderStandsWhileTheClockJumps()
    {
        QFETCH(QList<qint64>, offsets);
        QFETCH(bool, crossesTheChange);
        if (QStandardPaths::findExecutable(QStringLiteral("faketime")).isEmpty())
            QSKIP("the program faketime is not installed");
        Crowd crowd({2, 4, 0});
        QVERIFY2(crowd.problem().isEmpty(), qPrintable(crowd.problem()));
        Watch watch(crowd.practice());
        crowd.practice().stop();
        crowd.practice().start();
        crowd.setWriting(true);
        QVERIFY(write(crowd));
        for (const qint64 offset : std::as_const(offsets)) {
            watch.set(seconds(offset));
            ++m_faults;
            QVERIFY(write(crowd));
            QVERIFY2(isNear(newestTime(crowd), offset), "the clock was not set");
        }
        if (crossesTheChange) {
            const WallTime later = newestTime(crowd) + seconds(4);
            QVERIFY(crowd.until([&] { return newestTime(crowd) >= later; }));
        }
        const QString differences = crowd.settle();
        QVERIFY2(differences.isEmpty(), qPrintable(differences));
        QVERIFY2(!crowd.practice().ctl({QStringLiteral("verify")}).isEmpty(), qPrintable(crowd.problem()));
        m_accepted += crowd.accepted();
    }

    void cleanupTestCase()
    {
        std::printf(
            "faults: the server's clock, seed %u: %d jumps, %lld messages accepted, none lost, none twice\n",
            faultSeed(), m_faults, static_cast<long long>(m_accepted));
    }

private:
    static bool write(Crowd &crowd)
    {
        const qint64 enough = crowd.accepted() + 40;
        return crowd.until([&] { return crowd.accepted() >= enough; });
    }
    static WallTime newestTime(Crowd &crowd)
    {
        return newestTimeIn(crowd.practice().data() + QStringLiteral("/record.db"));
    }
    static bool isNear(WallTime time, qint64 offset)
    {
        const auto away = time - (SystemClock().wallNow() + seconds(offset));
        return away < minutes(1) && away > minutes(-1);
    }

    int m_faults = 0;
    qint64 m_accepted = 0;
};

HANDBELL_TEST(ClockFaultTest)
#include "ClockFaultTest.moc"
