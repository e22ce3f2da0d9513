// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Random.h"
#include "crypto/Digest.h"
#include "guard/Guard.h"
#include "record/Record.h"
#include "server/Hasher.h"
#include "server/HubLimits.h"
#include "server/Session.h"
#include "server/Writer.h"

#include <functional>
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

namespace handbell::server {

//! What only one request at a time may decide about: two answers to one alert, two uses of one invitation.
struct Matter
{
    enum class Topic { Alert, Invitation, Member, Message, Pair, Template };

    Topic topic = Topic::Alert;
    qint64 one = 0;
    qint64 other = 0;

    friend auto operator<=>(const Matter &, const Matter &) = default;
};

//! Held while something about a matter is being decided and written; gone when the last copy is.
using Claim = std::shared_ptr<const Matter>;

//! Where in the record something stands.
struct Kept
{
    Seq seq;
    WallTime at{};
};

//! One space (the practice, or a class) as the hub's handlers share it: its state, its record, its sessions,
//! and the ways out: answers, notices, writes. Hub thread only.
class Space
{
public:
    using Written = std::function<void(const Result<Kept> &)>;
    using ReceiptsWritten = std::function<void(const Result<std::vector<protocol::Receipt>> &)>;
    using Done = std::function<void(const Result<void> &)>;

    Space(record::Record reader, protocol::PracticeState state, Writer &writer, Hasher &hasher,
          Outbound &outbound, const Clock &clock, Random &random, HubLimits limits);
    Space(const Space &) = delete;
    Space &operator=(const Space &) = delete;

    [[nodiscard]] const protocol::PracticeState &state() const { return m_state; }
    //! For reading alone.
    [[nodiscard]] const record::Record &record() const { return m_reader; }
    [[nodiscard]] const guard::Guard &guard();
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] Random &random() { return m_random; }
    [[nodiscard]] const HubLimits &limits() const { return m_limits; }
    [[nodiscard]] SessionTable &sessions() { return m_sessions; }
    [[nodiscard]] Hasher &hasher() { return m_hasher; }

    // --- Answers and notices ---

    //! The one answer to \a request; dropped where its connection is gone.
    void answer(const Request &request, const protocol::ServerMessage &message);
    //! The one answer to \a request, an error. Codes after which PROTOCOL.md closes the connection close it.
    void fail(const Request &request, const Error &error);
    void fail(const Request &request, const Error &error, std::chrono::milliseconds retryAfter);
    void fail(const Request &request, ErrorCode code, protocol::ErrorAnswer answer);
    //! An error about a frame whose id could not be read. Closes as fail() does.
    void failFrame(Session &session, std::optional<protocol::RequestId> id, const Error &error);
    //! An error, whatever it is, and the end of the connection.
    void end(Session &session, std::optional<protocol::RequestId> id, const Error &error);
    void notify(const Session &session, const protocol::ServerMessage &message);
    void sendFrame(const Session &session, const QByteArray &frame) { m_outbound.send(session.id, frame); }
    void sendFrameToAll(const QList<ConnectionId> &sessions, const QByteArray &frame)
    {
        if (!sessions.isEmpty())
            m_outbound.sendToAll(sessions, frame);
    }
    //! Nothing is taken from \a session any more, and its connection closes.
    void close(Session &session, ErrorCode code);

    // --- Writing ---

    //! Hands \a group to the writer; \a written follows once it is on the disk or refused, after the hub has
    //! applied its events.
    void write(record::EventGroup group, Written written);
    void writeReceipts(std::vector<protocol::Receipt> receipts, ReceiptsWritten written);
    //! Reads what handbellctl has appended so far; \a caughtUp follows after the hub has applied it.
    void catchUp(Done caughtUp);
    //! Has the disk written to; \a proved follows.
    void proveWritable(Done proved);
    //! Writes \a group and answers \a request with where it stands, or why not.
    void writeFor(const Request &request, record::EventGroup group, Claim claim = {});
    //! Whether the request behind \a draft was accepted before; then \a request has been given that same
    //! answer, or NonceReused. To be asked before refusing anything: a repeated request gets its first answer
    //! also where it would be refused today.
    [[nodiscard]] bool answeredEarlier(const Request &request, const record::EventDraft &draft);
    //! Refuses \a request with \a error, unless it was accepted before.
    void refuse(const Request &request, const record::EventDraft &draft, const Error &error);

    // --- One at a time ---

    //! Claims \a matter for \a request. Where it is claimed already the request waits and is taken up again
    //! later: nothing is given back, and there is nothing more to do now.
    [[nodiscard]] Claim claim(const Matter &matter, const Request &request,
                              const protocol::ClientMessage &message);
    //! Claims it for the server itself, or gives nothing back.
    [[nodiscard]] Claim claimNow(const Matter &matter);
    //! Requests whose matter became free since the last call.
    [[nodiscard]] std::vector<std::pair<Request, protocol::ClientMessage>> takeReady();
    [[nodiscard]] bool hasReady() const { return !m_ready.empty(); }

    // --- For the hub ---

    //! Applies the next event; skips one that is known. False where it was skipped or does not fit.
    bool apply(const protocol::Event &event, protocol::StateChange &change);
    //! Runs what waited for \a result.
    void settle(const WriteResult &result);
    //! An error code as it may be said to a client.
    [[nodiscard]] static ErrorCode sayable(ErrorCode code);
    //! Whether the connection ends with this error (PROTOCOL.md, Errors).
    [[nodiscard]] static bool closesConnection(ErrorCode code);

private:
    using Waiting = std::variant<Written, ReceiptsWritten, Done>;
    using Parked = std::pair<Request, protocol::ClientMessage>;

    void submit(decltype(WriteJob::work) work, Waiting waiting);
    void sendError(const Session &session, std::optional<protocol::RequestId> id, const Error &error);
    void release(const Matter &matter);
    Claim makeClaim(const Matter &matter);

    record::Record m_reader;
    protocol::PracticeState m_state;
    Writer &m_writer;
    Hasher &m_hasher;
    Outbound &m_outbound;
    const Clock &m_clock;
    Random &m_random;
    const HubLimits m_limits;
    SessionTable m_sessions;
    std::unique_ptr<guard::Guard> m_guard; //!< made anew when its data changed
    std::map<Matter, std::vector<Parked>> m_claimed;
    std::vector<Parked> m_ready;
    Ticket m_lastTicket = 0;
    std::unordered_map<Ticket, Waiting> m_waiting; // last: what waits may hold claims
};

//! A draft by the member of \a session for the request \a message: with its nonce and the digest that tells a
//! repetition from another request. The guard's confirmation is not part of what is repeated.
template <class Message>
[[nodiscard]] record::EventDraft draftFor(const Session &session, Message message, protocol::Payload payload)
{
    if constexpr (requires { message.confirmation; })
        message.confirmation.reset();
    record::EventDraft draft;
    draft.actor = session.member;
    draft.workstation = session.workstation;
    draft.payload = std::move(payload);
    draft.nonce = message.nonce.value;
    draft.requestDigest =
        crypto::sha256(protocol::encode(protocol::ClientFrame{std::nullopt, std::move(message)}));
    return draft;
}

} // namespace handbell::server
