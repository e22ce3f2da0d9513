// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to this library.

#include "storage/Statement.h"

#include <QSqlQuery>

namespace handbell::storage {

//! A prepared statement in the cache of its Database, and whether somebody is running it just now.
struct Statement::Prepared
{
    explicit Prepared(const QSqlDatabase &database)
        : query(database)
    {
        query.setForwardOnly(true);
    }

    QSqlQuery query;
    bool borrowed = false;
};

} // namespace handbell::storage
