// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Codec.h"
#include "server/Outbound.h"
#include "server/Writer.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace handbell {
class Random;
}

namespace handbell::server {

class Hasher;
class LedgerReader;
struct Request;
struct HubLimits;

//! Decides every request of one space: who is who, what may be done, who learns of it. It owns no thread and
//! no timer: whoever owns it calls it from one thread, and calls onTime() no later than nextDeadline().
//! Nothing here blocks longer than a read from the record.
//!
//! A frame comes in parsed (the I/O workers do that), is checked against the session's state in one place,
//! and goes to the handler of its family; what a handler wants kept goes to the writer, and comes back
//! through committed(), the one way events get into the hub, in the record's order.
class Hub
{
public:
    //! A hub on the practice that \a reader holds. Everything handed over by reference outlives it. Errors
    //! are those of reading the record.
    [[nodiscard]] static Result<std::unique_ptr<Hub>> make(record::Record reader, Writer &writer,
                                                           Hasher &hasher, LedgerReader &ledgers,
                                                           Outbound &outbound, const Clock &clock,
                                                           Random &random, const HubLimits &limits);
    ~Hub();
    Hub(const Hub &) = delete;
    Hub &operator=(const Hub &) = delete;

    //! A connection from \a address, a text that only has to be the same for the same peer.
    void connected(ConnectionId connection, const QString &address);
    //! What it said, parsed or not.
    void received(ConnectionId connection, protocol::Parsed<protocol::ClientFrame> frame);
    //! It broke the frame rules.
    void violated(ConnectionId connection, ErrorCode code);
    void disconnected(ConnectionId connection);

    //! What the writer did.
    void committed(const CommitBatch &batch);

    //! Runs \a work, an answer the Hasher or the LedgerReader owes, and takes up what waited for it.
    void run(std::function<void()> work);

    //! Does what is due.
    void onTime();
    //! When onTime() is to be called next; nothing where nothing waits for time.
    [[nodiscard]] std::optional<SteadyTime> nextDeadline() const;

    //! Tells everyone that the server goes down, and closes every connection; new ones are closed at once.
    void stop();

    //! The practice as it stands.
    [[nodiscard]] const protocol::PracticeState &state() const;
    //! Connections, for status.
    [[nodiscard]] int connectionCount() const;

private:
    struct Private;
    struct Dispatch;
    explicit Hub(std::unique_ptr<Private> data);
    void dispatch(const Request &request, const protocol::ClientMessage &message);
    void dispatchReady();

    std::unique_ptr<Private> m_d;
};

} // namespace handbell::server
