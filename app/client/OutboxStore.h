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

//! The outbox on disk, in the order it was written, and for a while what was accepted of it: a record that
//! goes back to a backup may lack that. Everything people wrote is sealed, each row under its nonce. A file
//! of its own, because these messages exist nowhere else: every commit is on the disk before it returns. Main
//! thread only.
class OutboxStore
{
public:
    [[nodiscard]] static Result<std::unique_ptr<OutboxStore>> open(const QString &path,
                                                                   const crypto::SealingKey &key);

    //! What waits. Rows that cannot be read (another key) are dropped: nobody ever will.
    [[nodiscard]] Result<std::vector<OutboxRow>> load();
    [[nodiscard]] Result<void> add(const OutboxRow &row);
    [[nodiscard]] Result<void> setRefused(const protocol::Nonce &nonce, ErrorCode code);
    //! The record of \a epoch has it, at \a seq: it waits no more.
    [[nodiscard]] Result<void> setAccepted(const protocol::Nonce &nonce, Seq seq, const QByteArray &epoch);
    //! What was accepted in another life of the record than \a epoch waits again; whether anything does.
    [[nodiscard]] Result<bool> reviveOthersThan(const QByteArray &epoch);
    //! Drops what was accepted as \a seq.
    [[nodiscard]] Result<void> removeAccepted(Seq seq);
    //! Drops what was accepted and had been written before \a limit.
    [[nodiscard]] Result<void> removeAcceptedBefore(WallTime limit);
    [[nodiscard]] Result<void> remove(const protocol::Nonce &nonce);

private:
    OutboxStore(storage::Database database, const crypto::SealingKey &key);

    storage::Database m_database;
    crypto::Sealer m_sealer;
};

} // namespace handbell::client
