// SPDX-License-Identifier: Apache-2.0
#include "ChildWorkstation.h"
#include "Crowd.h"
#include "DiskFaultControl.h"
#include "Oracle.h"
#include "tests/support/TestProgram.h"

#include <cerrno>

using namespace handbell;
using namespace handbell::test;

// The disk of the server, or of a workstation, is full, or broken, or may not be written to. Whoever asks is
// told at once, what was there can be read, and when the disk is in order again everything goes on without a
// restart.

namespace {

//! A file system of its own, so small that it can be filled. Only root may make one.
class SmallDisk
{
public:
    SmallDisk()
    {
        m_mounted =
            run({QStringLiteral("mount"), QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                 QStringLiteral("size=24m,mode=700"), QStringLiteral("tmpfs"), m_folder.path()});
    }
    ~SmallDisk()
    {
        if (m_mounted)
            run({QStringLiteral("umount"), QStringLiteral("--lazy"), m_folder.path()});
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isThere() const { return m_mounted; }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    //! Takes all the room there is.
    void fill()
    {
        QFile ballast(ballastPath());
        if (!ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return;
        for (qsizetype piece = 1 << 20; piece > 0; piece /= 2) {
            while (ballast.write(QByteArray(piece, 'x')) == piece) {
            }
        }
    }
    void makeRoom() { QFile::remove(ballastPath()); }

private:
    [[nodiscard]] QString ballastPath() const { return m_folder.filePath(QStringLiteral("ballast")); }
    static bool run(QStringList command)
    {
        const QString program = command.takeFirst();
        return QProcess::execute(program, command) == 0;
    }

    QTemporaryDir m_folder;
    bool m_mounted = false;
};

#ifdef DISK_FAULT
//! A disk that fails as it is told, for \a user, a LivePractice or a ChildWorkstation, from its next start.
class FailingDisk
{
public:
    template <class User>
    explicit FailingDisk(User &user)
    {
        set({});
        user.setEnvironment(QStringLiteral("LD_PRELOAD"), QStringLiteral(DISK_FAULT));
        user.setEnvironment(QStringLiteral("HANDBELL_DISK_FAULT"), path());
        // A sanitizer's runtime wants to be the first of all libraries, and complains unless told not to.
        user.setEnvironment(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("verify_asan_link_order=0"));
    }

    void set(const DiskFaultControl &control)
    {
        QFile file(path());
        if (!file.open(QIODevice::ReadWrite) ||
            file.write(reinterpret_cast<const char *>(&control), sizeof control) != sizeof control)
            qFatal("the disk cannot be told");
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("control")); }

    QTemporaryDir m_folder;
};
#endif

constexpr Crowd::Size size{2, 4, 0};

} // namespace

class DiskFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFullDiskRefusesAndRecovers()
    {
        SmallDisk disk;
        if (!disk.isThere())
            QSKIP("only root can mount a small disk");
        Crowd crowd(size, LivePractice::Way::Direct, disk.path());
        QVERIFY2(crowd.problem().isEmpty(), qPrintable(crowd.problem()));
        for (int round = 0; round < faultRounds(2); ++round)
            failAndRecover(
                crowd, [&] { disk.fill(); }, [&] { disk.makeRoom(); });
        finish(crowd);
    }

#ifdef DISK_FAULT
    void aFailingDiskRefusesAndRecovers_data()
    {
        QTest::addColumn<int>("writeError");
        QTest::addColumn<int>("syncError");
        QTest::newRow("no space left") << ENOSPC << 0;
        QTest::newRow("read-only file system") << EROFS << EROFS;
        QTest::newRow("writing fails") << EIO << 0;
        QTest::newRow("syncing fails") << 0 << EIO;
    }
    void aFailingDiskRefusesAndRecovers()
    {
        QFETCH(int, writeError);
        QFETCH(int, syncError);
        Crowd crowd(size);
        QVERIFY2(crowd.problem().isEmpty(), qPrintable(crowd.problem()));
        FailingDisk disk(crowd.practice());
        crowd.practice().stop();
        crowd.practice().start();
        for (int round = 0; round < faultRounds(2); ++round)
            failAndRecover(
                crowd,
                [&] {
                    disk.set({writeError, syncError, 1});
                },
                [&] { disk.set({}); });
        finish(crowd);
    }

    void aDiskThatFailsNowAndThenLosesNothing_data()
    {
        QTest::addColumn<int>("writeError");
        QTest::addColumn<int>("syncError");
        QTest::addColumn<int>("period"); // a commit makes a dozen writes and one sync
        QTest::newRow("writing") << EIO << 0 << 61;
        QTest::newRow("syncing") << 0 << EIO << 7;
    }
    void aDiskThatFailsNowAndThenLosesNothing()
    {
        QFETCH(int, writeError);
        QFETCH(int, syncError);
        QFETCH(int, period);
        Crowd crowd(size);
        QVERIFY2(crowd.problem().isEmpty(), qPrintable(crowd.problem()));
        FailingDisk disk(crowd.practice());
        crowd.practice().stop();
        crowd.practice().start();
        disk.set({writeError, syncError, period});
        crowd.setWriting(true);
        const qint64 enough = crowd.accepted() + 200 * faultRounds(1);
        QVERIFY(crowd.until([&] { return crowd.accepted() >= enough; }));
        for (const auto &lean : crowd.lean())
            QVERIFY(refusals(*lean) > 0);
        disk.set({});
        for (const auto &lean : crowd.lean())
            m_faults += static_cast<int>(refusals(*lean));
        finish(crowd);
    }

    void aServerOnAReadOnlyDiskSaysSo()
    {
        Crowd crowd({0, 1, 0});
        QVERIFY2(crowd.problem().isEmpty(), qPrintable(crowd.problem()));
        FailingDisk disk(crowd.practice());
        crowd.practice().stop();
        disk.set({EROFS, EROFS, 1});
        crowd.practice().start();
        QVERIFY2(crowd.practice().problem().contains(QStringLiteral("handbelld: ")),
                 qPrintable(crowd.practice().problem()));
    }

    void aWorkstationsFailingDiskLosesNothing_data()
    {
        QTest::addColumn<int>("writeError");
        QTest::addColumn<int>("syncError");
        QTest::addColumn<int>("period");
        QTest::newRow("no space left") << ENOSPC << 0 << 1;
        QTest::newRow("writing fails now and then") << EIO << 0 << 13;
        QTest::newRow("syncing fails now and then") << 0 << EIO << 3;
    }
    //! Who writes is told at once, and what was taken is sent, whatever becomes of the program.
    void aWorkstationsFailingDiskLosesNothing()
    {
        QFETCH(int, writeError);
        QFETCH(int, syncError);
        QFETCH(int, period);
        Crowd crowd({0, 3, 1});
        QVERIFY2(crowd.problem().isEmpty(), qPrintable(crowd.problem()));
        ChildWorkstation child(crowd.server(), crowd.spare().front());
        child.setRefusalsCertain(syncError == 0);
        FailingDisk disk(child);
        crowd.add(child);
        crowd.setWriting(true);
        for (int round = 0; round < faultRounds(2); ++round) {
            child.start();
            const auto enough = child.postings().size() + 10;
            QVERIFY(crowd.until([&] { return child.postings().size() >= enough; }));
            const int refused = child.refusals();
            disk.set({writeError, syncError, period});
            ++m_faults;
            QVERIFY2(crowd.until([&] { return child.refusals() >= refused + 3; }), "nobody was told");
            child.kill();
            QVERIFY(crowd.until([&] { return !child.isRunning(); }));
            child.takeExit();
            disk.set({});
        }
        child.start();
        QVERIFY(crowd.until([&] { return child.isFollowing(); }));
        finish(crowd);
        child.quit();
        QVERIFY(crowd.until([&] { return !child.isRunning(); }));
    }
#endif

    void cleanupTestCase()
    {
        std::printf("faults: disks, seed %u: %d faults, %lld messages accepted, none lost, none twice\n",
                    faultSeed(), m_faults, static_cast<long long>(m_accepted));
    }

private:
    static qsizetype refusals(const LeanWorkstation &workstation)
    {
        return std::count(workstation.errors().begin(), workstation.errors().end(),
                          QStringLiteral("storage_unavailable"));
    }

    void failAndRecover(Crowd &crowd, const std::function<void()> &fail, const std::function<void()> &mend)
    {
        crowd.setWriting(true);
        const qint64 enough = crowd.accepted() + 50;
        QVERIFY(crowd.until([&] { return crowd.accepted() >= enough; }));
        fail();
        ++m_faults;
        std::vector<qsizetype> before;
        for (const auto &lean : crowd.lean())
            before.push_back(refusals(*lean));
        QVERIFY2(crowd.until([&] {
            for (size_t i = 0; i < before.size(); ++i) {
                if (refusals(*crowd.lean()[i]) <= before[i])
                    return false;
            }
            return true;
        }),
                 "somebody was not told");
        const std::vector<Row> kept = messagesIn(crowd.practice().data() + QStringLiteral("/record.db"));
        QVERIFY(!kept.empty());
        // Whoever comes now gets everything there is, and asks in vain to have more kept.
        LeanWorkstation &reader = *crowd.lean().back();
        const qsizetype refused = refusals(reader);
        reader.disconnectNow();
        reader.connectNow();
        QVERIFY2(crowd.until([&] { return reader.isFollowing() && refusals(reader) > refused; }),
                 "nothing can be read");
        QCOMPARE(messagesIn(crowd.practice().data() + QStringLiteral("/record.db")), kept);
        mend();
        const qint64 again = crowd.accepted() + 50;
        QVERIFY2(crowd.until([&] { return crowd.accepted() >= again; }), "it does not recover");
    }

    void finish(Crowd &crowd)
    {
        const QString differences = crowd.settle();
        QVERIFY2(differences.isEmpty(), qPrintable(differences));
        QVERIFY2(!crowd.practice().ctl({QStringLiteral("verify")}).isEmpty(), qPrintable(crowd.problem()));
        m_accepted += crowd.accepted();
    }

    int m_faults = 0;
    qint64 m_accepted = 0;
};

HANDBELL_TEST(DiskFaultTest)
#include "DiskFaultTest.moc"
