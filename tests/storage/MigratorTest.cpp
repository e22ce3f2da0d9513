// SPDX-License-Identifier: Apache-2.0
#include "storage/Migrator.h"

#include "tests/support/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <latch>

using namespace handbell;
using namespace handbell::storage;

namespace {

constexpr quint32 applicationId = 0xfeedbe11; // above 2^31: SQLite keeps it as a negative number

Migration first()
{
    return {1,
            Migration::Statements{QStringLiteral("CREATE TABLE member (id INTEGER PRIMARY KEY, name TEXT)"),
                                  QStringLiteral("CREATE INDEX member_name ON member (name)")}};
}

Migration second()
{
    return {2, Migration::Function([](Database &database) -> Result<void> {
                if (auto added = database.execute(
                        QStringLiteral("ALTER TABLE member ADD COLUMN role TEXT DEFAULT ''"));
                    !added)
                    return added;
                return database.execute(QStringLiteral("UPDATE member SET role = ?"), {QStringLiteral("GP")});
            })};
}

Migration failing()
{
    return {2, Migration::Statements{QStringLiteral("CREATE TABLE half (id INTEGER)"),
                                     QStringLiteral("DELETE FROM member"),
                                     QStringLiteral("INSERT INTO nowhere VALUES (1)")}};
}

Schema schemaOf(std::vector<Migration> migrations)
{
    return {applicationId, std::move(migrations)};
}

QStringList tablesOf(Database &database)
{
    auto rows = database.prepare(QStringLiteral("SELECT type || ' ' || name || ' ' || coalesce(sql, '')"
                                                " FROM sqlite_master ORDER BY 1"));
    QStringList found;
    if (rows && rows->run()) {
        while (rows->next().valueOr(false))
            found << rows->text(0);
    }
    return found;
}

} // namespace

class MigratorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }

    void freshFile()
    {
        auto database = open("fresh.db");
        QCOMPARE(*versionOf(database, schemaOf({first()})), 0);
        QCOMPARE(requireCurrent(database, schemaOf({first()})).error().code, ErrorCode::InvalidArgument);
        QVERIFY(migrate(database, schemaOf({first(), second()})).ok());
        QCOMPARE(*versionOf(database, schemaOf({first(), second()})), 2);
        QVERIFY(requireCurrent(database, schemaOf({first(), second()})).ok());
        QVERIFY(migrate(database, schemaOf({first(), second()})).ok());
        QCOMPARE(backups(), QStringList());
    }

    void freshEqualsMigrated()
    {
        auto fresh = open("fresh.db");
        QVERIFY(migrate(fresh, schemaOf({first(), second()})).ok());
        auto grown = open("grown.db");
        QVERIFY(migrate(grown, schemaOf({first()})).ok());
        QVERIFY(migrate(grown, schemaOf({first(), second()})).ok());
        QVERIFY(tablesOf(fresh).size() >= 2);
        QCOMPARE(tablesOf(grown), tablesOf(fresh));
        for (const char *pragma : {"PRAGMA user_version", "PRAGMA application_id"}) {
            const QString sql = QString::fromLatin1(pragma);
            QCOMPARE(*grown.number(sql), *fresh.number(sql));
        }
    }

    void backupComesFirst()
    {
        auto database = withOneMember("old.db");
        QVERIFY(migrate(database, schemaOf({first(), second()})).ok());
        QCOMPARE(*database.number(QStringLiteral("SELECT count(*) FROM member WHERE role = 'GP'")), 1);
        QCOMPARE(backups(), QStringList{QStringLiteral("old.db.v1.backup")});
        auto backup = Database::open(m_dir->filePath(backups().constFirst()), OpenMode::ReadOnly);
        QVERIFY(backup.ok());
        QCOMPARE(*versionOf(*backup, schemaOf({first()})), 1);
        QCOMPARE(*backup->number(QStringLiteral("SELECT count(*) FROM member")), 1);
    }

    void failureMidwayChangesNothing()
    {
        auto database = withOneMember("old.db");
        const QStringList before = tablesOf(database);
        QCOMPARE(migrate(database, schemaOf({first(), failing()})).error().code, ErrorCode::Internal);
        QCOMPARE(tablesOf(database), before);
        QCOMPARE(*database.number(QStringLiteral("SELECT count(*) FROM member")), 1);
        QCOMPARE(*versionOf(database, schemaOf({first()})), 1);
        // A later try goes through, and keeps the first backup.
        QVERIFY(migrate(database, schemaOf({first(), second()})).ok());
        QCOMPARE(backups().size(), 2);
    }

    void noBackupNoMigration()
    {
        auto database = withOneMember("old.db");
        QVERIFY(database.execute(QStringLiteral("BEGIN")).ok()); // a backup is impossible in a transaction
        QVERIFY(!migrate(database, schemaOf({first(), second()})).ok());
        QVERIFY(database.execute(QStringLiteral("ROLLBACK")).ok());
        QCOMPARE(*versionOf(database, schemaOf({first()})), 1);
    }

    void newerIsRefused()
    {
        auto database = open("new.db");
        QVERIFY(migrate(database, schemaOf({first(), second()})).ok());
        const QStringList before = tablesOf(database);
        QCOMPARE(migrate(database, schemaOf({first()})).error().code, ErrorCode::NewerDatabase);
        QCOMPARE(requireCurrent(database, schemaOf({first()})).error().code, ErrorCode::NewerDatabase);
        QCOMPARE(tablesOf(database), before);
        QCOMPARE(backups(), QStringList());
    }

    void strangersAreRefused()
    {
        auto database = open("stranger.db");
        QVERIFY(database.execute(QStringLiteral("CREATE TABLE bookmark (url TEXT)")).ok());
        QCOMPARE(migrate(database, schemaOf({first()})).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(tablesOf(database).size(), 1);
    }

    void twoAtOnce()
    {
        const QString path = withOneMember("both.db").path();
        std::atomic<int> runs{0};
        const Migration counted{2, Migration::Function([&runs](Database &database) {
                                    ++runs;
                                    return std::get<Migration::Function>(second().step)(database);
                                })};
        constexpr int count = 4;
        std::latch start(count);
        std::atomic<int> succeeded{0};
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < count; ++i) {
            threads.emplace_back(QThread::create([&] {
                auto database = Database::open(path, OpenMode::Existing, Durability::None);
                start.arrive_and_wait();
                if (database && migrate(*database, schemaOf({first(), counted})).ok())
                    ++succeeded;
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            thread->wait();
        QCOMPARE(succeeded.load(), count);
        QCOMPARE(runs.load(), 1);
    }

private:
    Database open(const char *name)
    {
        auto database =
            Database::open(m_dir->filePath(QString::fromLatin1(name)), OpenMode::Create, Durability::None);
        Q_ASSERT(database.ok());
        return *std::move(database);
    }

    Database withOneMember(const char *name)
    {
        auto database = open(name);
        const bool ready =
            migrate(database, schemaOf({first()})).ok() &&
            database.execute(QStringLiteral("INSERT INTO member (name) VALUES ('Priya Shah')")).ok();
        Q_ASSERT(ready);
        Q_UNUSED(ready)
        return database;
    }

    QStringList backups() const
    {
        return QDir(m_dir->path()).entryList({QStringLiteral("*.backup*")}, QDir::Files, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

HANDBELL_TEST(MigratorTest)
#include "MigratorTest.moc"
