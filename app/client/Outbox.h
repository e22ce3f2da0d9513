// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "client/Backoff.h"
#include "client/OutboxStore.h"
#include "client/Session.h"
#include "guard/Guard.h"

#include <QTimer>

#include <vector>

namespace handbell::client {

//! What the member wrote and the server has not taken yet. add() puts it on disk first; it goes out in order
//! within its conversation, one at a time, under one nonce for ever, so that neither a broken line nor a
//! restart loses or doubles it. What was accepted is kept for a while: should the record go back to a backup,
//! it is offered again, and the nonces tell the server what it has. Takes only screened text. Main thread
//! only.
class Outbox final : public QObject
{
    Q_OBJECT

public:
    //! How long what was accepted is kept. Practices back up daily; this allows for a weekend, and for a
    //! backup that turns out to be bad.
    static constexpr std::chrono::hours keptFor{7 * 24};

    struct Entry
    {
        OutboxRow row;
        bool inFlight = false;
        std::optional<Seq> accepted; //!< in the record; the row goes when its event is here
    };

    Outbox(Session &session, const Clock &clock, Random &random, const Pacing &pacing,
           QObject *parent = nullptr);

    //! Takes up what \a store holds; without a store the outbox lasts as long as the program.
    void open(std::unique_ptr<OutboxStore> store);
    //! Forgets everything and closes the store.
    void close();

    //! StorageUnavailable where nothing is open or the disk refuses; TextTooLong, InvalidArgument (blank).
    [[nodiscard]] Result<void> add(ConversationId conversation, const guard::ScreenedText &text);
    //! The flow of events runs, of the record's life \a epoch: what was accepted in another waits again.
    //! Sends what can be sent.
    void follow(const QByteArray &epoch);
    //! Sends what can be sent now.
    void offer();
    //! Drops an entry that was refused; any other stays.
    void discard(const protocol::Nonce &nonce);
    //! Everything up to \a cursor is here: so are the events of entries that were accepted by then.
    void settleUpTo(Seq cursor);
    //! An own event came: it may be one whose answer is still on its way. Call before the event is shown.
    void settle(const protocol::Event &event);

    [[nodiscard]] std::vector<const Entry *> waiting(ConversationId conversation) const;
    //! Entries that are neither accepted nor refused.
    [[nodiscard]] int count() const;

Q_SIGNALS:
    void changed(handbell::ConversationId conversation);
    void refused(handbell::ConversationId conversation, const handbell::Error &error);
    //! The server has an entry in the record, at \a seq; its event may be here already.
    void accepted(handbell::Seq seq);

private:
    void send(Entry &entry);
    void onAnswered(const protocol::Nonce &nonce, const Result<protocol::ServerMessage> &answer);
    void load();
    void prune();
    void keepAccepted(const protocol::Nonce &nonce, Seq seq);
    //! From memory and disk.
    void remove(const protocol::Nonce &nonce);
    //! From memory alone.
    void drop(protocol::Nonce nonce);
    void refuse(Entry &entry, const Error &error);
    void retryLater();
    Entry *find(const protocol::Nonce &nonce);

    Session &m_session;
    const Clock &m_clock;
    Random &m_random;
    Backoff m_backoff;
    QTimer m_retry;
    bool m_open = false;
    std::optional<WallTime> m_prunedAt;
    QByteArray m_epoch; //!< of the record that is followed
    std::unique_ptr<OutboxStore> m_store;
    std::vector<std::unique_ptr<Entry>> m_entries; //!< in the order they were written
};

} // namespace handbell::client
