// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "storage/Value.h"

#include <memory>
#include <vector>

namespace handbell::storage {

//! A prepared statement, borrowed from the cache of the Database that made it and given back on destruction:
//!
//!     auto statement = database.prepare(QStringLiteral("SELECT body FROM text WHERE seq = ?"));
//!     if (!statement) return statement.error();
//!     if (auto ran = statement->run({seq}); !ran) return ran.error();
//!     auto row = statement->next();
//!
//! Rows stream: memory does not grow with their number. Bound values are never logged nor put into an error.
//! Lives on its Database's thread and must not outlive the Database.
class Statement
{
public:
    struct Prepared;

    Statement(Statement &&) noexcept;
    Statement &operator=(Statement &&) noexcept;
    ~Statement();

    //! Binds \a values to the question marks in their order and runs. Rows of an earlier run are dropped.
    //! Errors are those of Database.
    [[nodiscard]] Result<void> run(const std::vector<Value> &values = {});
    //! Moves to the next row; false after the last.
    [[nodiscard]] Result<bool> next();

    //! Columns of the current row, from 0.
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    template <class AnyId>
    [[nodiscard]] AnyId id(int column) const
    {
        return AnyId(integer(column));
    }
    [[nodiscard]] WallTime time(int column) const;
    //! Rows that the last run() inserted, updated or deleted.
    [[nodiscard]] int changedRows() const;

private:
    friend class Database;
    explicit Statement(std::shared_ptr<Prepared> prepared);
    void giveBack();

    std::shared_ptr<Prepared> m_prepared;
};

} // namespace handbell::storage
