// SPDX-License-Identifier: Apache-2.0
#include "Crowd.h"
#include "tests/support/TestProgram.h"

using namespace handbell;
using namespace handbell::test;

// Backups while people write; going back to one, after which workstations bring what it lacks.

class BackupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatABackupLacksComesAgain()
    {
        Crowd crowd({6, 0, 0});
        QVERIFY2(crowd.problem().isEmpty(), qPrintable(crowd.problem()));
        LivePractice &practice = crowd.practice();
        crowd.setWriting(true);
        const int rounds = faultRounds(2);
        for (int round = 0; round < rounds; ++round) {
            QVERIFY(write(crowd));
            const QString backup = m_folder.filePath(QStringLiteral("backup-%1.db").arg(round));
            QVERIFY(backUpUnderLoad(crowd, backup));
            QVERIFY(QProcess::execute(QStringLiteral(HANDBELLCTL),
                                      {QStringLiteral("verify"), QStringLiteral("--record"), backup,
                                       QStringLiteral("--public-key"),
                                       practice.data() + QStringLiteral("/record.pub")}) == 0);
            QVERIFY(write(crowd)); // what the backup lacks
            if (round % 2 == 0)
                practice.kill();
            else
                practice.stop();
            QCOMPARE(QProcess::execute(QStringLiteral(HANDBELLD),
                                       {QStringLiteral("restore"), QStringLiteral("--data"), practice.data(),
                                        QStringLiteral("--from"), backup}),
                     0);
            crowd.engines().front()->restart(); // it knows from its disk as well
            practice.start();
            QVERIFY2(crowd.problem().isEmpty(), qPrintable(crowd.problem()));
            QVERIFY(write(crowd));
        }
        const QString differences = crowd.settle();
        QVERIFY2(differences.isEmpty(), qPrintable(differences));
        QVERIFY2(!practice.ctl({QStringLiteral("verify")}).isEmpty(), qPrintable(crowd.problem()));
        std::printf("faults: backups, seed %u: %d restored, %lld messages accepted, none lost, none twice\n",
                    faultSeed(), rounds, static_cast<long long>(crowd.accepted()));
    }

private:
    static bool write(Crowd &crowd)
    {
        const qint64 enough = crowd.accepted() + 60;
        return crowd.until([&] { return crowd.accepted() >= enough; });
    }

    //! Messages go on being accepted meanwhile.
    static bool backUpUnderLoad(Crowd &crowd, const QString &file)
    {
        QProcess backup;
        backup.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        backup.start(QStringLiteral(HANDBELLD), {QStringLiteral("backup"), QStringLiteral("--data"),
                                                 crowd.practice().data(), QStringLiteral("--to"), file});
        const qint64 before = crowd.accepted();
        return crowd.until([&] { return backup.state() == QProcess::NotRunning; }) &&
               backup.exitCode() == 0 && crowd.accepted() > before;
    }

    QTemporaryDir m_folder;
};

HANDBELL_TEST(BackupTest)
#include "BackupTest.moc"
