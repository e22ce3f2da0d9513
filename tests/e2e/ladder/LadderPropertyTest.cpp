// SPDX-License-Identifier: Apache-2.0
#include "LadderWorld.h"
#include "tests/support/TestProgram.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTest>

using namespace handbell;
using namespace handbell::testing;

// Whatever happens, and in whatever order, no alert is lost, none is without an end, none is shown after it.
// Whole clients (client::Client, with their Session, Sync, Practice and LiveAlertManager) against the real
// hub, writer and record, in one thread, with one clock that is moved by hand: no sleeping, no real clock.
//
// HANDBELL_LADDER_SEED=n plays the schedule of seed n alone, HANDBELL_LADDER_SCHEDULES=n as many from seed
// HANDBELL_LADDER_FIRST (1) on.

namespace {

//! What the programs themselves call a bug.
QString criticals;

void takeMessage(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtCriticalMsg)
        criticals += text + u'\n';
    if (type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(text));
}

quint32 number(const char *name, quint32 fallback)
{
    bool given = false;
    const uint value = qEnvironmentVariable(name).toUInt(&given);
    return given ? value : fallback;
}

QString play(LadderWorld &world, const Schedule &schedule)
{
    criticals.clear();
    const QtMessageHandler before = qInstallMessageHandler(takeMessage);
    QString complaint = world.play(schedule);
    qInstallMessageHandler(before);
    if (complaint.isEmpty() && !criticals.isEmpty())
        complaint = QStringLiteral("logged as critical: ") + criticals;
    return complaint;
}

} // namespace

class LadderPropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyScheduleKeepsThePromises_data()
    {
        // A row a few hundred: Qt Test takes a test that runs for five minutes to be stuck.
        QTest::addColumn<quint32>("from");
        QTest::addColumn<quint32>("many");
        constexpr quint32 aRow = 250;
        const quint32 only = number("HANDBELL_LADDER_SEED", 0);
        const quint32 first = only > 0 ? only : number("HANDBELL_LADDER_FIRST", 1);
        const quint32 count = only > 0 ? 1 : number("HANDBELL_LADDER_SCHEDULES", 1000);
        for (quint32 done = 0; done < count; done += aRow)
            QTest::addRow("from seed %u on", first + done) << first + done << qMin(aRow, count - done);
    }
    void everyScheduleKeepsThePromises()
    {
        QFETCH(quint32, from);
        QFETCH(quint32, many);
        QLoggingCategory::installFilter([](QLoggingCategory *category) {
            for (const QtMsgType type : {QtDebugMsg, QtInfoMsg, QtWarningMsg})
                category->setEnabled(type, false);
        });
        // In memory where there is such a place: what a workstation keeps goes to the disk at every start.
        const QByteArray memory = "/dev/shm";
        if (!qEnvironmentVariableIsSet("TMPDIR") && QFileInfo(QString::fromLatin1(memory)).isWritable())
            qputenv("TMPDIR", memory);
        LadderWorld world;
        QVERIFY(world.isMade());
        QElapsedTimer time; // for the report below alone
        time.start();
        size_t steps = 0;
        for (quint32 seed = from; seed < from + many; ++seed) {
            const Schedule schedule = Schedule::random(seed);
            steps += schedule.steps.size();
            const QString complaint = play(world, schedule);
            if (complaint.isEmpty())
                continue;
            const Schedule shortest =
                cutDown(schedule, [&](const Schedule &fewer) { return !play(world, fewer).isEmpty(); });
            std::fprintf(stderr, "HANDBELL_LADDER_SEED=%u broke a promise %s\ncut down: %s\nwhich says %s\n",
                         seed, qPrintable(complaint), qPrintable(shortest.words()),
                         qPrintable(play(world, shortest)));
            QFAIL(qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(complaint)));
        }
        std::fprintf(stderr, "%u schedules from seed %u on, %zu steps, %lld alerts, %lld cards, %.1f s\n",
                     many, from, steps, static_cast<long long>(world.alertsSoFar()),
                     static_cast<long long>(world.cardsSoFar()), static_cast<double>(time.elapsed()) / 1000);
    }
};

HANDBELL_TEST(LadderPropertyTest)
#include "LadderPropertyTest.moc"
