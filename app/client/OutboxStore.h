// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "crypto/Sealer.h"
#include "protocol/Messages.h"
#include "storage/Database.h"

#include <memory>
#include <optional>
#include <vector>

namespace handbell::client {

//! One message waiting to be taken by the server.
struct OutboxRow
{
    protocol::MessagePost post;
    WallTime at{};                    //!< when it was written
    std::optional<ErrorCode> refused; //!< the server did not take it, and will not

    friend bool operator==(const OutboxRow &, const OutboxRow &) = default;
};

//! The outbox on disk, in the order it was written; everything people wrote is sealed, each row under its
//! nonce. A file of its own, because these messages exist nowhere else: every commit is on the disk before it
//! returns. Main thread only.
class OutboxStore
{
public:
    [[nodiscard]] static Result<std::unique_ptr<OutboxStore>> open(const QString &path,
                                                                   const crypto::SealingKey &key);

    //! Rows that cannot be read (another key) are dropped: nobody ever will.
    [[nodiscard]] Result<std::vector<OutboxRow>> load();
    [[nodiscard]] Result<void> add(const OutboxRow &row);
    [[nodiscard]] Result<void> setRefused(const protocol::Nonce &nonce, ErrorCode code);
    [[nodiscard]] Result<void> remove(const protocol::Nonce &nonce);

private:
    OutboxStore(storage::Database database, const crypto::SealingKey &key);

    storage::Database m_database;
    crypto::Sealer m_sealer;
};

} // namespace handbell::client
