// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/Database.h"

#include <functional>
#include <variant>
#include <vector>

namespace handbell::storage {

//! One step of a schema. Once released it never changes: it speaks of tables and columns by the literal names
//! they had then, and uses no code that later versions may change.
struct Migration
{
    using Statements = std::vector<QString>;
    using Function = std::function<Result<void>(Database &)>;

    int number = 0; //!< 1, 2, 3, … without a gap; the schema's version after it
    std::variant<Statements, Function> step;
};

//! A schema: which application's file it is and how to get to its newest version.
struct Schema
{
    quint32 applicationId = 0; //!< PRAGMA application_id, in each file's header
    std::vector<Migration> migrations;

    [[nodiscard]] int version() const { return static_cast<int>(migrations.size()); }
};

//! The schema version of a file, or InvalidArgument where it is some other application's database.
[[nodiscard]] Result<int> versionOf(Database &database, const Schema &schema);

//! Brings \a database to the newest version of \a schema. Each migration is one transaction with the version
//! number inside, so a failure leaves the version before it, whole. A file that already holds data is copied
//! first to "<path>.v<version>.backup". NewerDatabase where a later Handbell wrote the file; nothing is
//! touched then. Two processes may try at once: one waits and finds it done.
[[nodiscard]] Result<void> migrate(Database &database, const Schema &schema);

//! Refuses what migrate() would have to change: for files opened ReadOnly. NewerDatabase, InvalidArgument.
[[nodiscard]] Result<void> requireCurrent(Database &database, const Schema &schema);

} // namespace handbell::storage
