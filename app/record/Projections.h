// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to this library: what is derived from the events, in the tables entity and message.

#include "protocol/PracticeState.h"
#include "storage/Database.h"

namespace handbell::record {

//! Keeps the projections in step. Opens no transaction of its own.
class Projections
{
public:
    explicit Projections(storage::Database &database)
        : m_database(&database)
    {
    }

    //! The practice as it stands after \a head.
    [[nodiscard]] Result<protocol::PracticeState> load(Seq head) const;
    //! Writes what \a event changed: the entities \a change names, as \a state has them, and the message
    //! index.
    [[nodiscard]] Result<void> follow(const protocol::Event &event, const protocol::StateChange &change,
                                      const protocol::PracticeState &state) const;
    //! InvalidField where an entity that \a change names grew out of the bounds within which load() reads it.
    [[nodiscard]] static Result<void> checkReadable(const protocol::StateChange &change,
                                                    const protocol::PracticeState &state);
    //! Whether \a conversation holds the message \a message.
    [[nodiscard]] Result<bool> holds(ConversationId conversation, MessageId message) const;

    //! Makes both tables anew from the events.
    [[nodiscard]] Result<void> rebuild() const;
    //! What differs between the tables and the events, or nothing. Writes only to a temporary table.
    [[nodiscard]] Result<std::optional<QString>> difference(Seq head) const;

private:
    //! The practice that the events make, and the names of everything in it.
    struct Replayed
    {
        protocol::PracticeState state;
        protocol::StateChange change;
    };
    [[nodiscard]] Result<void> write(const protocol::StateChange &change,
                                     const protocol::PracticeState &state) const;
    [[nodiscard]] Result<void> indexMessage(const protocol::Event &event, QLatin1String table) const;
    //! Walks all events; indexes the messages in the empty table \a intoTable.
    [[nodiscard]] Result<Replayed> replay(QLatin1String intoTable) const;

    storage::Database *m_database;
};

} // namespace handbell::record
