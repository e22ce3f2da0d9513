// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to this library: the table checkpoint.

#include "record/Verification.h"
#include "storage/Database.h"

namespace handbell::record {

//! Reads and writes the table checkpoint. Opens no transaction of its own.
class Checkpoints
{
public:
    explicit Checkpoints(storage::Database &database)
        : m_database(&database)
    {
    }

    [[nodiscard]] Result<void> keep(const Checkpoint &checkpoint) const;
    [[nodiscard]] Result<std::optional<Checkpoint>> newest() const;
    [[nodiscard]] Result<std::optional<Checkpoint>> find(Seq seq, const QByteArray &epoch) const;
    //! All, by seq; read() takes each row.
    [[nodiscard]] Result<storage::Statement> all() const;
    [[nodiscard]] static Checkpoint read(const storage::Statement &row);

private:
    [[nodiscard]] Result<std::optional<Checkpoint>> one(const QString &sql,
                                                        const std::vector<storage::Value> &values) const;

    storage::Database *m_database;
};

} // namespace handbell::record
