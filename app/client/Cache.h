// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "client/Message.h"
#include "crypto/Sealer.h"
#include "protocol/PracticeState.h"
#include "storage/Database.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace handbell::client {

//! What one member may see, on this workstation's disk, so that a start or a reconnect fetches only what is
//! new. What people wrote is sealed (AES-256-GCM, the row's id bound in); ids, kinds and positions are not. A
//! copy: whatever happens to it, the server has everything, so commits are Durability::Normal. Main thread
//! only.
class Cache
{
public:
    //! What a start begins with.
    struct Contents
    {
        QByteArray epoch;
        Seq cursor;
        Seq baseline; //!< what was said up to here counts as read
        protocol::PracticeState state;
        std::map<ConversationId, Seq> readUpTo;
        std::set<ConversationId> complete;                     //!< recent holds all there is
        std::map<ConversationId, std::vector<Message>> recent; //!< oldest first
    };

    //! Opens or makes \a path. Any error means: remove the file and begin anew.
    [[nodiscard]] static Result<std::unique_ptr<Cache>> open(const QString &path,
                                                             const crypto::SealingKey &key);

    //! Nothing where nothing was ever stored. DecryptFailed, CorruptRecord.
    [[nodiscard]] Result<std::optional<Contents>> load();

    //! Drops everything; the state as of \a state.seq is the new beginning.
    [[nodiscard]] Result<void> restart(const QByteArray &epoch, const protocol::PracticeState &state);
    //! Stores \a events and the cursor behind them, both or neither.
    [[nodiscard]] Result<void> store(const std::vector<protocol::Event> &events, Seq cursor);
    //! Replaces the stored state and the events it already contains.
    [[nodiscard]] Result<void> compact(const protocol::PracticeState &state, Seq cursor);
    //! Adds a page of history.
    [[nodiscard]] Result<void> storeHistory(const std::vector<protocol::Event> &events,
                                            const std::set<MessageId> &withdrawn);
    //! The stored messages of \a conversation reach back to its first.
    [[nodiscard]] Result<void> setComplete(ConversationId conversation);
    [[nodiscard]] Result<bool> isComplete(ConversationId conversation);
    [[nodiscard]] Result<void> setReadUpTo(ConversationId conversation, Seq seq);
    //! Up to \a limit messages before \a before, oldest first.
    [[nodiscard]] Result<std::vector<Message>> page(ConversationId conversation, Seq before, int limit);
    //! Drops the messages of \a conversation up to \a upTo, which count as read.
    [[nodiscard]] Result<void> forget(ConversationId conversation, Seq upTo);

private:
    Cache(storage::Database database, const crypto::SealingKey &key);

    [[nodiscard]] Result<void> insert(const protocol::Event &event,
                                      const std::optional<WallTime> &withdrawnAt);
    [[nodiscard]] Result<void> withdraw(const protocol::MessageWithdrawn &withdrawn, WallTime at);
    [[nodiscard]] Result<void> writePosition(const QByteArray &epoch, const protocol::PracticeState &state,
                                             Seq cursor, Seq baseline);
    [[nodiscard]] Result<void> replay(Contents &contents, Seq after);
    [[nodiscard]] Result<void> loadReading(Contents &contents);
    [[nodiscard]] Result<void> loadRecent(Contents &contents);
    [[nodiscard]] Result<QByteArray> sealed(const QJsonObject &json, const QByteArray &row) const;
    [[nodiscard]] Result<QJsonObject> opened(const QByteArray &body, const QByteArray &row) const;

    storage::Database m_database;
    crypto::Sealer m_sealer;
};

} // namespace handbell::client
