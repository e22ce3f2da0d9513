// SPDX-License-Identifier: Apache-2.0
#include "RecordFixture.h"
#include "record/migrations/Migrations.h"
#include "tests/support/TestProgram.h"

#include <QDir>
#include <QFile>

using namespace handbell;
using namespace handbell::record;
using namespace handbell::record::testing;

namespace {

//! The whole schema as SQLite holds it, one object a line.
QString dump(const QString &path)
{
    auto database = storage::Database::open(path, storage::OpenMode::ReadOnly);
    auto statement = database->prepare(str("SELECT coalesce(sql, type || ' ' || name) FROM sqlite_master"
                                           " ORDER BY type, name"));
    QString all;
    if (statement && statement->run()) {
        while (statement->next().valueOr(false))
            all += statement->text(0) + QLatin1Char('\n');
    }
    return all;
}

} // namespace

class SchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionsAreNumberedWithoutAGap()
    {
        int expected = 0;
        for (const storage::Migration &migration : recordSchema().migrations)
            QCOMPARE(migration.number, ++expected);
    }

    //! Released migrations are immutable: the schema of each version is kept in a file and compared for ever.
    void eachVersionIsWhatItWas()
    {
        QTemporaryDir dir;
        for (int version = 1; version <= recordSchema().version(); ++version) {
            const QString path = dir.filePath(QStringLiteral("v%1.db").arg(version));
            storage::Schema upTo = recordSchema();
            upTo.migrations.resize(static_cast<size_t>(version));
            {
                auto database =
                    storage::Database::open(path, storage::OpenMode::Create, storage::Durability::None);
                QVERIFY(storage::migrate(*database, upTo).ok());
            }
            QFile kept(QStringLiteral(HANDBELL_TEST_DATA "/record/schema-%1.sql").arg(version));
            QVERIFY2(kept.open(QIODevice::ReadOnly), qPrintable(kept.fileName()));
            QCOMPARE(dump(path), QString::fromUtf8(kept.readAll()));
        }
    }

    //! A record of each released version, as text, is brought up to date and still holds what it held.
    void recordsOfEveryVersionOpen()
    {
        for (int version = 1; version <= recordSchema().version(); ++version) {
            QTemporaryDir dir;
            const QString path = dir.filePath(str("record.db"));
            restore(QStringLiteral(HANDBELL_TEST_DATA "/record/record-%1.sql").arg(version), path);
            SeededRandom random(1);
            auto record = Record::open(path, random, Record::Access::ReadWrite, storage::Durability::None);
            QVERIFY2(record.ok(), record ? "" : qPrintable(record.error().detail));
            QFile publicKey(QStringLiteral(HANDBELL_TEST_DATA "/record/record.pub"));
            QVERIFY(publicKey.open(QIODevice::ReadOnly));
            const auto report = record->verify(QByteArray::fromHex(publicKey.readAll().trimmed()));
            QVERIFY(report.ok());
            QVERIFY2(report->ok(), report->ok() ? "" : qPrintable(report->problem->detail));
            QCOMPARE(report->head, Seq{16});
            QCOMPARE(report->checkpoints, 1);
            QCOMPARE(*record->text(Seq{12}), std::optional(str("Bore da — the phones are back")));
            QCOMPARE(record->loadState()->practiceName, str("Riverside Surgery"));
            QCOMPARE(record->loadState()->alerts.size(), size_t{1});
            QVERIFY(record->rebuildProjections().ok());
            QVERIFY(record->verify(QByteArray::fromHex("00"))->problem.has_value()); // another key
        }
    }

    void newerIsRefused()
    {
        RecordFixture record;
        QVERIFY(record.raw()
                    .execute(QStringLiteral("PRAGMA user_version = %1").arg(recordSchema().version() + 1))
                    .ok());
        for (const auto access : {Record::Access::ReadWrite, Record::Access::ReadOnly})
            QCOMPARE(Record::open(record.path(), record.random, access).error().code,
                     ErrorCode::NewerDatabase);
    }

    void whatIsNoRecordIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("text") << QByteArray("Dear practice, ").repeated(100) << ErrorCode::CorruptRecord;
        QTest::newRow("nothing") << QByteArray() << ErrorCode::InvalidArgument;
    }

    void whatIsNoRecordIsRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(ErrorCode, code);
        QTemporaryDir dir;
        QFile file(dir.filePath(str("letter.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
        file.close();
        SeededRandom random(1);
        for (const auto access : {Record::Access::ReadWrite, Record::Access::ReadOnly})
            QCOMPARE(Record::open(file.fileName(), random, access).error().code, code);
        QVERIFY(!Record::create(file.fileName(), random).ok());
        const QString absent = dir.filePath(str("absent.db"));
        QCOMPARE(Record::open(absent, random).error().code, ErrorCode::NotFound);
        QVERIFY(!QFile::exists(absent));
    }

    void anotherApplicationsDatabaseIsRefused()
    {
        RecordFixture record;
        QVERIFY(record.raw().execute(str("PRAGMA application_id = 1")).ok());
        QCOMPARE(Record::open(record.path(), record.random).error().code, ErrorCode::InvalidArgument);
    }

private:
    //! Runs a file of statements, one a line (triggers on one line too).
    static void restore(const QString &script, const QString &path)
    {
        QFile file(script);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(script));
        auto database = storage::Database::open(path, storage::OpenMode::Create, storage::Durability::None);
        QVERIFY(database.ok());
        QVERIFY(database->execute(str("PRAGMA foreign_keys = OFF")).ok());
        while (!file.atEnd()) {
            const QString line = QString::fromUtf8(file.readLine()).trimmed();
            if (!line.isEmpty() && !line.startsWith(str("--")))
                QVERIFY2(database->execute(line).ok(), qPrintable(line));
        }
    }
};

HANDBELL_TEST(SchemaTest)
#include "SchemaTest.moc"
