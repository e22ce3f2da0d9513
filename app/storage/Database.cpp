// SPDX-License-Identifier: Apache-2.0
#include "storage/Database.h"

#include "base/Log.h"
#include "storage/Prepared.h"

#include <QFileInfo>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>

#include <atomic>
#include <utility>

namespace handbell::storage {

namespace {

QString nextConnectionName()
{
    static std::atomic<quint64> last{0};
    return QStringLiteral("handbell-%1").arg(++last);
}

QString synchronous(Durability durability)
{
    switch (durability) {
    case Durability::Full:
        return QStringLiteral("FULL");
    case Durability::Normal:
        return QStringLiteral("NORMAL");
    case Durability::None:
        break;
    }
    return QStringLiteral("OFF");
}

Result<void> checkPresence(const QString &path, OpenMode mode)
{
    const bool present = QFileInfo::exists(path);
    if (mode == OpenMode::Create && present)
        return Error{ErrorCode::AlreadyExists, QStringLiteral("there is already a file of this name")};
    if ((mode == OpenMode::Existing || mode == OpenMode::ReadOnly) && !present)
        return Error{ErrorCode::NotFound, QStringLiteral("there is no such database file")};
    return {};
}

} // namespace

// Result codes: https://www.sqlite.org/rescode.html. The low byte is the primary code.
Error errorFromCode(int resultCode)
{
    const auto error = [resultCode](ErrorCode code, const char *what) {
        return Error{code, QStringLiteral("%1 (SQLite result %2)").arg(QLatin1String(what)).arg(resultCode)};
    };
    constexpr int constraintPrimaryKey = 1555;
    constexpr int constraintUnique = 2067;
    constexpr int constraintRowId = 2579;
    if (resultCode == constraintPrimaryKey || resultCode == constraintUnique || resultCode == constraintRowId)
        return error(ErrorCode::AlreadyExists, "a unique key is taken");
    switch (resultCode & 0xff) {
    case 3:  // SQLITE_PERM
    case 23: // SQLITE_AUTH
        return error(ErrorCode::NotPermitted, "the operating system refused access to the database");
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return error(ErrorCode::StorageUnavailable, "the database is locked by somebody else");
    case 7: // SQLITE_NOMEM
        return error(ErrorCode::StorageUnavailable, "memory is exhausted");
    case 8: // SQLITE_READONLY
        return error(ErrorCode::StorageUnavailable, "the database may not be written to");
    case 10: // SQLITE_IOERR
        return error(ErrorCode::StorageUnavailable, "the disk failed");
    case 11: // SQLITE_CORRUPT
        return error(ErrorCode::CorruptRecord, "the database file is damaged");
    case 13: // SQLITE_FULL
        return error(ErrorCode::StorageUnavailable, "the disk is full");
    case 14: // SQLITE_CANTOPEN
        return error(ErrorCode::StorageUnavailable, "the database file cannot be opened");
    case 15: // SQLITE_PROTOCOL
        return error(ErrorCode::StorageUnavailable, "the database could not be locked");
    case 19: // SQLITE_CONSTRAINT
        return error(ErrorCode::Internal, "a constraint of the schema does not hold");
    case 26: // SQLITE_NOTADB
        return error(ErrorCode::CorruptRecord, "the file is not an SQLite database");
    default:
        return error(ErrorCode::Internal, "a statement failed");
    }
}

Error errorFrom(const QSqlError &sqlError)
{
    bool isNumber = false;
    const int code = sqlError.nativeErrorCode().toInt(&isNumber);
    return errorFromCode(isNumber ? code : 1);
}

struct Database::Private
{
    explicit Private(QString filePath)
        : path(std::move(filePath))
        , name(nextConnectionName())
        , connection(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name))
    {
    }

    ~Private()
    {
        cache.clear();
        connection.close();
        connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
    }

    QString path;
    QString name;
    QSqlDatabase connection;
    QHash<QString, std::shared_ptr<Statement::Prepared>> cache;
    QThread *thread = QThread::currentThread();
};

Database::Database(std::unique_ptr<Private> data)
    : m_d(std::move(data))
{
}
Database::Database(Database &&) noexcept = default;
Database &Database::operator=(Database &&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const QString &path, OpenMode mode, Durability durability)
{
    if (const auto checked = checkPresence(path, mode); !checked)
        return checked.error();
    Database database(std::make_unique<Private>(path));
    QSqlDatabase &connection = database.m_d->connection;
    if (!connection.isValid())
        return Error{ErrorCode::StorageUnavailable, QStringLiteral("Qt's SQLite driver is not installed")};
    connection.setDatabaseName(path);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeout.count());
    if (mode == OpenMode::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    connection.setConnectOptions(options);
    if (!connection.open())
        return errorFrom(connection.lastError());
    if (const auto configured = database.configure(mode, durability); !configured) {
        qCWarning(logStorage) << "a database cannot be used:" << wireName(configured.error().code)
                              << configured.error().detail;
        return configured.error();
    }
    return database;
}

Result<void> Database::configure(OpenMode mode, Durability durability)
{
    // SQLite opens anything; only the first read tells whether the file is a database.
    if (const auto schema = number(QStringLiteral("SELECT count(*) FROM sqlite_master")); !schema)
        return schema.error();
    std::vector<QString> pragmas{QStringLiteral("PRAGMA foreign_keys = ON")};
    if (mode != OpenMode::ReadOnly) {
        pragmas.push_back(QStringLiteral("PRAGMA journal_mode = WAL"));
        pragmas.push_back(QStringLiteral("PRAGMA synchronous = %1").arg(synchronous(durability)));
    }
    for (const QString &pragma : pragmas) {
        if (const auto done = execute(pragma); !done)
            return done.error();
    }
    return {};
}

QString Database::path() const
{
    return m_d->path;
}

Result<Statement> Database::prepare(const QString &sql)
{
    Q_ASSERT(m_d->thread == QThread::currentThread());
    const auto cached = m_d->cache.value(sql);
    if (cached && !cached->borrowed)
        return Statement(cached);
    auto fresh = std::make_shared<Statement::Prepared>(m_d->connection);
    if (!fresh->query.prepare(sql))
        return errorFrom(fresh->query.lastError());
    if (!cached)
        m_d->cache.insert(sql, fresh);
    return Statement(std::move(fresh));
}

Result<void> Database::execute(const QString &sql)
{
    Q_ASSERT(m_d->thread == QThread::currentThread());
    QSqlQuery query(m_d->connection);
    if (!query.exec(sql))
        return errorFrom(query.lastError());
    return {};
}

Result<void> Database::execute(const QString &sql, const std::vector<Value> &values)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    return statement->run(values);
}

Result<qint64> Database::number(const QString &sql, const std::vector<Value> &values)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    if (const auto ran = statement->run(values); !ran)
        return ran.error();
    const auto row = statement->next();
    if (!row)
        return row.error();
    if (!*row)
        return Error{ErrorCode::Internal, QStringLiteral("a statement gave no row")};
    return statement->integer(0);
}

Result<qint64> Database::dataVersion()
{
    return number(QStringLiteral("PRAGMA data_version"));
}

Result<void> Database::backupTo(const QString &path)
{
    if (QFileInfo::exists(path))
        return Error{ErrorCode::AlreadyExists, QStringLiteral("there is already a file of this name")};
    return execute(QStringLiteral("VACUUM INTO ?"), {path});
}

} // namespace handbell::storage
