// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to this library: rows of event and text, and the structs they stand for.

#include "protocol/Events.h"
#include "record/Record.h"

#include <functional>

namespace handbell::record {

//! Reads and writes the tables event and text. Opens no transaction of its own.
class EventTable
{
public:
    explicit EventTable(storage::Database &database)
        : m_database(&database)
    {
    }

    [[nodiscard]] Result<Head> head() const;
    //! Writes \a event as the successor of \a head and moves \a head to it. The text gets \a salt.
    [[nodiscard]] Result<void> insert(const protocol::Event &event, const QString &scope,
                                      const QByteArray &salt, Head &head) const;
    [[nodiscard]] Result<std::vector<protocol::Event>> after(Seq cursor, int limit, Texts texts) const;
    //! Those after \a cursor that are of one of \a kinds, without texts.
    [[nodiscard]] Result<std::vector<protocol::Event>> ofKinds(std::span<const QLatin1String> kinds,
                                                               Seq cursor, int limit) const;
    [[nodiscard]] Result<protocol::Event> at(Seq seq, Texts texts) const;
    //! Every event in order with all texts there are, one at a time; stops at the visitor's first error.
    [[nodiscard]] Result<void> forEach(const std::function<Result<void>(protocol::Event)> &visit) const;

    //! Columns 0 to 6 of \a row: seq, at, actor, workstation, kind, payload, body.
    [[nodiscard]] static Result<protocol::Event> read(const storage::Statement &row);

private:
    //! All rows of \a statement, which ran.
    [[nodiscard]] static Result<std::vector<protocol::Event>> readAll(storage::Statement &statement);

    storage::Database *m_database;
};

//! How \a payload is written down: compact JSON, UTF-8.
[[nodiscard]] QByteArray payloadBytes(const protocol::Payload &payload);

} // namespace handbell::record
