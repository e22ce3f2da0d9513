// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "storage/Statement.h"

#include <QString>

#include <chrono>
#include <memory>

QT_BEGIN_NAMESPACE
class QSqlError;
QT_END_NAMESPACE

namespace handbell::storage {

//! What survives a power cut. (A crash of the program alone loses nothing in any of them.)
enum class Durability {
    Full,   //!< every commit is on the disk before it returns (synchronous=FULL): the record
    Normal, //!< the newest commits may be lost, never half of one (synchronous=NORMAL): caches
    None    //!< the file may be damaged (synchronous=OFF): tests
};

enum class OpenMode {
    Create,         //!< a new file; AlreadyExists where one stands
    Existing,       //!< NotFound where there is none
    CreateIfAbsent, //!< either
    ReadOnly        //!< an existing file, never written to
};

//! One connection to one SQLite file: WAL, foreign keys on, a busy timeout for other writers. Opened, used
//! and destroyed on one thread; another thread opens its own. Move-only; nothing borrowed from it may outlive
//! it.
//!
//! Errors of every call here and in Statement and Transaction: StorageUnavailable (disk full, I/O error, read
//! only, locked for longer than the busy timeout), CorruptRecord (damaged, or not an SQLite file),
//! AlreadyExists (a unique key is taken), Internal (the statement itself is wrong).
class Database
{
public:
    //! How long a writer waits for another process's transaction before StorageUnavailable.
    static constexpr std::chrono::milliseconds busyTimeout{5000};

    [[nodiscard]] static Result<Database> open(const QString &path, OpenMode mode,
                                               Durability durability = Durability::Full);

    Database(Database &&) noexcept;
    Database &operator=(Database &&) noexcept;
    ~Database();

    [[nodiscard]] QString path() const;

    //! \a sql ready to run, from the cache where it was prepared before. Values never go into \a sql.
    [[nodiscard]] Result<Statement> prepare(const QString &sql);
    //! Runs one statement without values or rows.
    [[nodiscard]] Result<void> execute(const QString &sql);
    //! Runs one statement with \a values whose rows are of no interest.
    [[nodiscard]] Result<void> execute(const QString &sql, const std::vector<Value> &values);
    //! The first column of the first row as a whole number; Internal where there is no row.
    [[nodiscard]] Result<qint64> number(const QString &sql, const std::vector<Value> &values = {});

    //! A number that differs from the one before if and only if another connection committed in between.
    //! Cheap enough to ask several times a second.
    [[nodiscard]] Result<qint64> dataVersion();

    //! Writes a consistent copy of the whole database to the new file \a path while others go on reading and
    //! writing. AlreadyExists where \a path exists. Not inside a transaction.
    [[nodiscard]] Result<void> backupTo(const QString &path);

private:
    struct Private;
    explicit Database(std::unique_ptr<Private> data);
    [[nodiscard]] Result<void> configure(OpenMode mode, Durability durability);

    std::unique_ptr<Private> m_d;
};

//! What \a sqlError means to Handbell: SQLite's result code (primary or extended) decides. Neither SQLite's
//! words nor values are repeated, only the code. See https://www.sqlite.org/rescode.html.
[[nodiscard]] Error errorFrom(const QSqlError &sqlError);
//! The same from the bare result code.
[[nodiscard]] Error errorFromCode(int resultCode);

} // namespace handbell::storage
