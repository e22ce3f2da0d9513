// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Entities.h"

#include <span>
#include <vector>

namespace handbell::storage {
class Database;
}

namespace handbell::record {

//! How far messages and alerts got: one row an event and member, not events. Every write is a transaction.
class ReceiptStore
{
public:
    explicit ReceiptStore(storage::Database &database)
        : m_database(&database)
    {
    }

    //! Keeps each of \a receipts that is further than what is known (delivered < held < shown < read) and
    //! gives back those. A receipt for an event that does not exist is left out.
    [[nodiscard]] Result<std::vector<protocol::Receipt>> advance(std::span<const protocol::Receipt> receipts);
    //! All of one event, by member.
    [[nodiscard]] Result<std::vector<protocol::Receipt>> of(Seq event) const;
    //! All of the events of \a sender after \a after, by event and member; the newest \a limit of them.
    [[nodiscard]] Result<std::vector<protocol::Receipt>> ofSender(MemberId sender, Seq after,
                                                                  int limit) const;

private:
    storage::Database *m_database;
};

} // namespace handbell::record
