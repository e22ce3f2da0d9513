// SPDX-License-Identifier: Apache-2.0
#include "storage/Statement.h"

#include "storage/Database.h"
#include "storage/Prepared.h"

#include <QSqlError>

#include <utility>

namespace handbell::storage {

Statement::Statement(std::shared_ptr<Prepared> prepared)
    : m_prepared(std::move(prepared))
{
    m_prepared->borrowed = true;
}

Statement::Statement(Statement &&) noexcept = default;

Statement &Statement::operator=(Statement &&other) noexcept
{
    if (this != &other) {
        giveBack();
        m_prepared = std::move(other.m_prepared);
    }
    return *this;
}

Statement::~Statement()
{
    giveBack();
}

void Statement::giveBack()
{
    if (!m_prepared)
        return;
    // An unfinished SELECT would hold its snapshot and keep the write-ahead log from being recycled.
    m_prepared->query.finish();
    m_prepared->borrowed = false;
    m_prepared.reset();
}

Result<void> Statement::run(const std::vector<Value> &values)
{
    QSqlQuery &query = m_prepared->query;
    query.finish();
    for (size_t i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), values[i].variant());
    if (!query.exec())
        return errorFrom(query.lastError());
    return {};
}

Result<bool> Statement::next()
{
    QSqlQuery &query = m_prepared->query;
    if (query.next())
        return true;
    if (query.lastError().isValid())
        return errorFrom(query.lastError());
    return false;
}

bool Statement::isNull(int column) const
{
    return m_prepared->query.isNull(column);
}

qint64 Statement::integer(int column) const
{
    return m_prepared->query.value(column).toLongLong();
}

QString Statement::text(int column) const
{
    return m_prepared->query.value(column).toString();
}

QByteArray Statement::bytes(int column) const
{
    return m_prepared->query.value(column).toByteArray();
}

WallTime Statement::time(int column) const
{
    return WallTime(std::chrono::milliseconds(integer(column)));
}

int Statement::changedRows() const
{
    return m_prepared->query.numRowsAffected();
}

} // namespace handbell::storage
