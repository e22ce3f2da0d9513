// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/Database.h"

namespace handbell::storage {

//! A transaction: everything until commit() happens, or nothing of it. Rolled back on destruction unless
//! committed. One at a time on a Database, which must outlive it and stay where it is.
class Transaction
{
public:
    enum class Kind {
        Write, //!< takes the write lock at once (BEGIN IMMEDIATE), so that what is read in it stays true
        Read   //!< sees one state of the database, however long it takes
    };

    [[nodiscard]] static Result<Transaction> begin(Database &database, Kind kind = Kind::Write);

    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    //! Makes it last; with Durability::Full it is on the disk when this returns. After a failure nothing of
    //! it was kept and the transaction is over.
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Database &database);
    void rollBack();

    Database *m_database;
};

} // namespace handbell::storage
