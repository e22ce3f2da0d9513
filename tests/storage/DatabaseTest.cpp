// SPDX-License-Identifier: Apache-2.0
#include "storage/Database.h"

#include "storage/Transaction.h"
#include "tests/support/TestProgram.h"

#include <QFile>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>

using namespace handbell;
using namespace handbell::storage;

namespace {

const auto createNotes = QStringLiteral("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL,"
                                        " extra BLOB) STRICT");
const auto insertNote = QStringLiteral("INSERT INTO note (id, body, extra) VALUES (?, ?, ?)");
const auto countNotes = QStringLiteral("SELECT count(*) FROM note");

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class DatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
        m_path = m_dir->filePath(QStringLiteral("test.db"));
    }

    //! No connection of ours is left behind, or Qt would warn and leak it.
    void cleanup() { QCOMPARE(QSqlDatabase::connectionNames(), QStringList()); }

    void openModes()
    {
        QCOMPARE(Database::open(m_path, OpenMode::Existing).error().code, ErrorCode::NotFound);
        QCOMPARE(Database::open(m_path, OpenMode::ReadOnly).error().code, ErrorCode::NotFound);
        QVERIFY(!QFile::exists(m_path));
        {
            auto created = Database::open(m_path, OpenMode::Create, Durability::None);
            QVERIFY(created.ok());
            QVERIFY(created->execute(createNotes).ok());
        }
        QCOMPARE(Database::open(m_path, OpenMode::Create).error().code, ErrorCode::AlreadyExists);
        QVERIFY(Database::open(m_path, OpenMode::CreateIfAbsent).ok());
        auto reader = Database::open(m_path, OpenMode::ReadOnly);
        QVERIFY(reader.ok());
        QCOMPARE(*reader->number(countNotes), 0);
        const auto refused = reader->execute(insertNote, {1, QStringLiteral("x"), std::nullopt});
        QCOMPARE(refused.error().code, ErrorCode::StorageUnavailable);
    }

    void refusesWhatIsNoDatabase()
    {
        const QByteArray letter =
            QByteArray("Dear practice, this is a letter and no database. ").repeated(40);
        writeFile(m_path, letter);
        const auto opened = Database::open(m_path, OpenMode::CreateIfAbsent);
        QCOMPARE(opened.error().code, ErrorCode::CorruptRecord);
        QVERIFY(opened.error().detail.contains(QStringLiteral("not an SQLite database")));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), letter);
    }

    void pragmas_data()
    {
        QTest::addColumn<Durability>("durability");
        QTest::addColumn<qint64>("synchronous"); // https://www.sqlite.org/pragma.html#pragma_synchronous
        QTest::newRow("full") << Durability::Full << qint64{2};
        QTest::newRow("normal") << Durability::Normal << qint64{1};
        QTest::newRow("none") << Durability::None << qint64{0};
    }

    void pragmas()
    {
        QFETCH(Durability, durability);
        QFETCH(qint64, synchronous);
        auto database = Database::open(m_path, OpenMode::Create, durability);
        QVERIFY(database.ok());
        QCOMPARE(*database->number(QStringLiteral("PRAGMA synchronous")), synchronous);
        QCOMPARE(*database->number(QStringLiteral("PRAGMA foreign_keys")), 1);
        QCOMPARE(*database->number(QStringLiteral("PRAGMA busy_timeout")), Database::busyTimeout.count());
        auto mode = database->prepare(QStringLiteral("PRAGMA journal_mode"));
        QVERIFY(mode->run().ok());
        QVERIFY(*mode->next());
        QCOMPARE(mode->text(0), QStringLiteral("wal"));
    }

    void valuesComeBackAsTheyWere()
    {
        auto database = fresh();
        const QString body =
            QStringLiteral("Ysgrifennwch â nod: £5 \U0001F514") + QChar(u'\0') + QStringLiteral("end");
        const QByteArray bytes("\x00\xff\x01 raw", 7);
        QVERIFY(database.execute(insertNote, {1, body, bytes}).ok());
        QVERIFY(database.execute(insertNote, {2, QString(), QByteArray()}).ok());
        QVERIFY(
            database.execute(insertNote, {Seq{3}, QStringLiteral("x"), std::optional<QByteArray>()}).ok());
        auto rows = database.prepare(QStringLiteral("SELECT id, body, extra FROM note ORDER BY id"));
        QVERIFY(rows->run().ok());
        QVERIFY(*rows->next());
        QCOMPARE(rows->text(1), body);
        QCOMPARE(rows->bytes(2), bytes);
        QVERIFY(*rows->next());
        QVERIFY(!rows->isNull(1)); // a null QString is empty text, never NULL
        QVERIFY(!rows->isNull(2));
        QVERIFY(*rows->next());
        QCOMPARE(rows->id<Seq>(0), Seq{3});
        QVERIFY(rows->isNull(2));
        QVERIFY(!*rows->next());
    }

    void oneStatementTwiceAtOnce()
    {
        auto database = fresh();
        for (int i = 1; i <= 3; ++i)
            QVERIFY(database.execute(insertNote, {i, QStringLiteral("x"), std::nullopt}).ok());
        const auto sql = QStringLiteral("SELECT id FROM note ORDER BY id");
        auto outer = database.prepare(sql);
        QVERIFY(outer->run().ok());
        int pairs = 0;
        while (*outer->next()) {
            auto inner = database.prepare(sql);
            QVERIFY(inner->run().ok());
            while (*inner->next())
                ++pairs;
        }
        QCOMPARE(pairs, 9);
    }

    void errorsSayWhatKindAndNothingElse()
    {
        auto database = fresh();
        const auto secret = QStringLiteral("marked secret");
        QVERIFY(database.execute(insertNote, {1, secret, std::nullopt}).ok());
        const auto taken = database.execute(insertNote, {1, secret, std::nullopt});
        QCOMPARE(taken.error().code, ErrorCode::AlreadyExists);
        QVERIFY(!taken.error().detail.contains(secret));
        const auto null = database.execute(insertNote, {2, std::nullopt, std::nullopt});
        QCOMPARE(null.error().code, ErrorCode::Internal);
        QCOMPARE(database.execute(QStringLiteral("SELEKT 1")).error().code, ErrorCode::Internal);
        QCOMPARE(database.prepare(QStringLiteral("SELECT * FROM nowhere")).error().code, ErrorCode::Internal);
        QCOMPARE(database.execute(insertNote, {1}).error().code, ErrorCode::Internal); // too few values
        QVERIFY(database.execute(insertNote, {7, QStringLiteral("fine"), std::nullopt}).ok());
    }

    void resultCodes_data()
    {
        // https://www.sqlite.org/rescode.html
        QTest::addColumn<int>("resultCode");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("full") << 13 << ErrorCode::StorageUnavailable;
        QTest::newRow("ioerr") << 10 << ErrorCode::StorageUnavailable;
        QTest::newRow("ioerr_fsync, extended") << 1034 << ErrorCode::StorageUnavailable;
        QTest::newRow("readonly") << 8 << ErrorCode::StorageUnavailable;
        QTest::newRow("readonly_dbmoved, extended") << 1032 << ErrorCode::StorageUnavailable;
        QTest::newRow("busy") << 5 << ErrorCode::StorageUnavailable;
        QTest::newRow("busy_snapshot, extended") << 517 << ErrorCode::StorageUnavailable;
        QTest::newRow("cantopen") << 14 << ErrorCode::StorageUnavailable;
        QTest::newRow("corrupt") << 11 << ErrorCode::CorruptRecord;
        QTest::newRow("corrupt_vtab, extended") << 267 << ErrorCode::CorruptRecord;
        QTest::newRow("notadb") << 26 << ErrorCode::CorruptRecord;
        QTest::newRow("unique, extended") << 2067 << ErrorCode::AlreadyExists;
        QTest::newRow("primary key, extended") << 1555 << ErrorCode::AlreadyExists;
        QTest::newRow("check, extended") << 275 << ErrorCode::Internal;
        QTest::newRow("error") << 1 << ErrorCode::Internal;
    }

    void resultCodes()
    {
        QFETCH(int, resultCode);
        QFETCH(ErrorCode, code);
        QCOMPARE(errorFromCode(resultCode).code, code);
    }

    void fullDiskKeepsNothing()
    {
        auto database = fresh();
        const qint64 pages = *database.number(QStringLiteral("PRAGMA page_count"));
        QVERIFY(database.execute(QStringLiteral("PRAGMA max_page_count = %1").arg(pages + 2)).ok());
        {
            auto transaction = Transaction::begin(database);
            QVERIFY(transaction.ok());
            QVERIFY(database.execute(insertNote, {1, QStringLiteral("small"), std::nullopt}).ok());
            const auto full =
                database.execute(insertNote, {2, QStringLiteral("big"), QByteArray(100'000, 'x')});
            QCOMPARE(full.error().code, ErrorCode::StorageUnavailable);
        }
        QCOMPARE(*database.number(countNotes), 0);
        QVERIFY(database.execute(insertNote, {3, QStringLiteral("small"), std::nullopt}).ok());
    }

    void damagedFile()
    {
        {
            auto database = fresh();
            for (int i = 1; i <= 200; ++i)
                QVERIFY(database.execute(insertNote, {i, QString(500, u'x'), std::nullopt}).ok());
        }
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (qint64 page = 1; page < file.size() / 4096; ++page) {
            QVERIFY(file.seek(page * 4096));
            QCOMPARE(file.write(QByteArray(64, '\x55')), 64);
        }
        file.close();
        auto database = Database::open(m_path, OpenMode::Existing);
        QVERIFY(database.ok());
        QCOMPARE(database->number(QStringLiteral("SELECT sum(length(body)) FROM note")).error().code,
                 ErrorCode::CorruptRecord);
    }

    void transactionsKeepAllOrNothing()
    {
        auto database = fresh();
        {
            auto transaction = Transaction::begin(database);
            QVERIFY(database.execute(insertNote, {1, QStringLiteral("x"), std::nullopt}).ok());
        }
        QCOMPARE(*database.number(countNotes), 0);
        {
            auto transaction = Transaction::begin(database);
            QVERIFY(database.execute(insertNote, {1, QStringLiteral("x"), std::nullopt}).ok());
            QVERIFY(transaction->commit().ok());
        }
        QCOMPARE(*database.number(countNotes), 1);
    }

    void writersExcludeOneAnother()
    {
        auto one = fresh();
        auto other = Database::open(m_path, OpenMode::Existing, Durability::None);
        QVERIFY(other.ok());
        QVERIFY(other->execute(QStringLiteral("PRAGMA busy_timeout = 1")).ok());
        auto transaction = Transaction::begin(one);
        QVERIFY(transaction.ok());
        QCOMPARE(Transaction::begin(*other).error().code, ErrorCode::StorageUnavailable);
        auto reading = Transaction::begin(*other, Transaction::Kind::Read);
        QVERIFY(reading.ok());
        QCOMPARE(*other->number(countNotes), 0);
    }

    void readersSeeOneState()
    {
        auto writer = fresh();
        auto reader = Database::open(m_path, OpenMode::ReadOnly);
        QVERIFY(reader.ok());
        {
            auto transaction = Transaction::begin(*reader, Transaction::Kind::Read);
            QCOMPARE(*reader->number(countNotes), 0);
            QVERIFY(writer.execute(insertNote, {1, QStringLiteral("x"), std::nullopt}).ok());
            QCOMPARE(*reader->number(countNotes), 0);
        }
        QCOMPARE(*reader->number(countNotes), 1);
    }

    void dataVersionTellsOfOthers()
    {
        auto one = fresh();
        auto other = Database::open(m_path, OpenMode::Existing, Durability::None);
        const qint64 before = *other->dataVersion();
        QCOMPARE(*other->dataVersion(), before);
        QVERIFY(other->execute(insertNote, {1, QStringLiteral("own"), std::nullopt}).ok());
        QCOMPARE(*other->dataVersion(), before);
        QVERIFY(one.execute(insertNote, {2, QStringLiteral("theirs"), std::nullopt}).ok());
        QVERIFY(*other->dataVersion() != before);
    }

    void backup()
    {
        auto database = fresh();
        QVERIFY(database.execute(insertNote, {1, QStringLiteral("x"), std::nullopt}).ok());
        const QString copy = m_dir->filePath(QStringLiteral("it's a copy.db"));
        QVERIFY(database.backupTo(copy).ok());
        QCOMPARE(database.backupTo(copy).error().code, ErrorCode::AlreadyExists);
        auto opened = Database::open(copy, OpenMode::ReadOnly);
        QVERIFY(opened.ok());
        QCOMPARE(*opened->number(countNotes), 1);
        QCOMPARE(database.backupTo(m_dir->filePath(QStringLiteral("no/such/folder.db"))).error().code,
                 ErrorCode::StorageUnavailable);
    }

private:
    Database fresh()
    {
        auto database = Database::open(m_path, OpenMode::Create, Durability::None);
        const bool ready = database.ok() && database->execute(createNotes).ok();
        Q_ASSERT(ready);
        Q_UNUSED(ready)
        return *std::move(database);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

HANDBELL_TEST(DatabaseTest)
#include "DatabaseTest.moc"
