// SPDX-License-Identifier: Apache-2.0
#include "server/Space.h"

#include "base/Log.h"
#include "protocol/GuardData.h"

namespace handbell::server {

namespace {

//! When it makes sense to try again after ServerBusy.
constexpr int busyRetryMs = 1000;

Result<Kept> keptFrom(const Result<WriteOutcome> &outcome)
{
    if (!outcome)
        return outcome.error();
    const auto *appended = std::get_if<record::AppendOutcome>(&*outcome);
    if (!appended)
        return Error{ErrorCode::Internal, QStringLiteral("the writer answered something else")};
    if (const auto *earlier = std::get_if<record::AppendedEarlier>(appended))
        return Kept{earlier->seq, earlier->at};
    if (const auto *now = std::get_if<record::Appended>(appended); now && !now->events.empty())
        return Kept{now->events.front().seq, now->events.front().at};
    if (const auto *error = std::get_if<Error>(appended))
        return *error;
    return Error{ErrorCode::Internal, QStringLiteral("an empty group")};
}

} // namespace

Space::Space(record::Record reader, protocol::PracticeState state, Writer &writer, Hasher &hasher,
             Outbound &outbound, const Clock &clock, Random &random, HubLimits limits)
    : m_reader(std::move(reader))
    , m_state(std::move(state))
    , m_writer(writer)
    , m_hasher(hasher)
    , m_outbound(outbound)
    , m_clock(clock)
    , m_random(random)
    , m_limits(limits)
{
}

const guard::Guard &Space::guard()
{
    if (!m_guard)
        m_guard = std::make_unique<guard::Guard>(protocol::guardDataOf(m_state),
                                                 protocol::guardPolicyOf(m_state), m_clock);
    return *m_guard;
}

ErrorCode Space::sayable(ErrorCode code)
{
    if (isWireCode(code))
        return code;
    return code == ErrorCode::CorruptRecord || code == ErrorCode::IoError ? ErrorCode::StorageUnavailable
                                                                          : ErrorCode::Internal;
}

bool Space::closesConnection(ErrorCode code)
{
    switch (code) {
    case ErrorCode::MalformedFrame:
    case ErrorCode::FrameTooLarge:
    case ErrorCode::BinaryFrame:
    case ErrorCode::UnsupportedVersion:
    case ErrorCode::Unauthenticated:
    case ErrorCode::TokenRevoked:
    case ErrorCode::SessionReplaced:
    case ErrorCode::TooManyConnections:
    case ErrorCode::ServerStopping:
        return true;
    default:
        return false;
    }
}

void Space::answer(const Request &request, const protocol::ServerMessage &message)
{
    Session *session = m_sessions.find(request.connection);
    if (!session)
        return;
    --session->underWay;
    QByteArray frame = protocol::encode(protocol::ServerFrame{request.id, message});
    if (frame.size() > protocol::maxFrameBytes) {
        qCCritical(logServer) << "an answer of type" << protocol::typeOf(message)
                              << "is too large:" << frame.size();
        frame = protocol::encode(
            protocol::ServerFrame{request.id, protocol::ErrorAnswer{QString(wireName(ErrorCode::Internal)),
                                                                    QStringLiteral("the answer is too large"),
                                                                    {},
                                                                    {},
                                                                    {}}});
    }
    m_outbound.send(session->id, frame);
}

void Space::fail(const Request &request, const Error &error)
{
    protocol::ErrorAnswer details;
    details.detail = error.detail;
    fail(request, error.code, std::move(details));
}

void Space::fail(const Request &request, const Error &error, std::chrono::milliseconds retryAfter)
{
    protocol::ErrorAnswer details;
    details.detail = error.detail;
    details.retryAfterMs = static_cast<int>(retryAfter.count());
    fail(request, error.code, std::move(details));
}

void Space::fail(const Request &request, ErrorCode code, protocol::ErrorAnswer details)
{
    const ErrorCode said = sayable(code);
    if (said != code || said == ErrorCode::Internal)
        qCWarning(logServer) << "connection" << request.connection.value
                             << "request failed:" << wireName(code);
    details.code = QString(wireName(said));
    if (said == ErrorCode::ServerBusy && !details.retryAfterMs)
        details.retryAfterMs = busyRetryMs;
    answer(request, details);
    Session *session = m_sessions.find(request.connection);
    if (session && closesConnection(said))
        close(*session, said);
}

void Space::failFrame(Session &session, std::optional<protocol::RequestId> id, const Error &error)
{
    if (closesConnection(sayable(error.code)))
        end(session, id, error);
    else
        sendError(session, id, error);
}

void Space::end(Session &session, std::optional<protocol::RequestId> id, const Error &error)
{
    if (session.closing)
        return;
    sendError(session, id, error);
    close(session, sayable(error.code));
}

void Space::sendError(const Session &session, std::optional<protocol::RequestId> id, const Error &error)
{
    const ErrorCode said = sayable(error.code);
    protocol::ErrorAnswer details;
    details.code = QString(wireName(said));
    details.detail = error.detail;
    if (said == ErrorCode::ServerBusy)
        details.retryAfterMs = busyRetryMs;
    m_outbound.send(session.id, protocol::encode(protocol::ServerFrame{id, details}));
}

void Space::notify(const Session &session, const protocol::ServerMessage &message)
{
    m_outbound.send(session.id, protocol::encode(protocol::ServerFrame{std::nullopt, message}));
}

void Space::close(Session &session, ErrorCode code)
{
    if (session.closing)
        return;
    session.closing = true;
    qCInfo(logServer) << "connection" << session.id.value << "closed:" << wireName(code);
    m_outbound.close(session.id, code);
}

void Space::write(record::EventGroup group, Written written)
{
    submit(std::move(group), std::move(written));
}

void Space::writeReceipts(std::vector<protocol::Receipt> receipts, ReceiptsWritten written)
{
    submit(std::move(receipts), std::move(written));
}

void Space::catchUp(Done caughtUp)
{
    submit(ReadOn{}, std::move(caughtUp));
}

void Space::proveWritable(Done proved)
{
    submit(ProveWritable{}, std::move(proved));
}

void Space::submit(decltype(WriteJob::work) work, Waiting waiting)
{
    const Ticket ticket = ++m_lastTicket;
    m_waiting.emplace(ticket, std::move(waiting));
    if (!m_writer.submit({ticket, std::move(work)}))
        settle({ticket, Error{ErrorCode::ServerBusy, QStringLiteral("too much waits to be written")}});
}

void Space::settle(const WriteResult &result)
{
    auto waiting = m_waiting.extract(result.ticket);
    if (waiting.empty())
        return;
    if (const auto *written = std::get_if<Written>(&waiting.mapped())) {
        (*written)(keptFrom(result.outcome));
        return;
    }
    if (const auto *done = std::get_if<Done>(&waiting.mapped())) {
        (*done)(result.outcome ? Result<void>() : result.outcome.error());
        return;
    }
    const auto &written = std::get<ReceiptsWritten>(waiting.mapped());
    if (!result.outcome)
        written(result.outcome.error());
    else if (const auto *news = std::get_if<std::vector<protocol::Receipt>>(&*result.outcome))
        written(*news);
}

void Space::writeFor(const Request &request, record::EventGroup group, Claim claim)
{
    write(std::move(group), [this, request, claim = std::move(claim)](const Result<Kept> &kept) {
        if (kept)
            answer(request, protocol::Accepted{kept->seq, kept->at});
        else
            fail(request, kept.error());
    });
}

bool Space::answeredEarlier(const Request &request, const record::EventDraft &draft)
{
    const auto earlier = m_reader.appendedEarlier(draft.actor, draft.nonce, draft.requestDigest);
    if (!earlier)
        fail(request, earlier.error());
    else if (*earlier)
        answer(request, protocol::Accepted{(*earlier)->seq, (*earlier)->at});
    return !earlier || earlier->has_value();
}

void Space::refuse(const Request &request, const record::EventDraft &draft, const Error &error)
{
    if (!answeredEarlier(request, draft))
        fail(request, error);
}

Claim Space::makeClaim(const Matter &matter)
{
    m_claimed.try_emplace(matter);
    return Claim(new Matter(matter), [this](const Matter *held) {
        release(*held);
        delete held;
    });
}

Claim Space::claim(const Matter &matter, const Request &request, const protocol::ClientMessage &message)
{
    const auto held = m_claimed.find(matter);
    if (held == m_claimed.end())
        return makeClaim(matter);
    held->second.emplace_back(request, message);
    return {};
}

Claim Space::claimNow(const Matter &matter)
{
    return m_claimed.contains(matter) ? Claim{} : makeClaim(matter);
}

void Space::release(const Matter &matter)
{
    auto held = m_claimed.extract(matter);
    if (held.empty())
        return;
    for (Parked &parked : held.mapped())
        m_ready.push_back(std::move(parked));
}

std::vector<std::pair<Request, protocol::ClientMessage>> Space::takeReady()
{
    return std::exchange(m_ready, {});
}

bool Space::apply(const protocol::Event &event, protocol::StateChange &change)
{
    if (event.seq <= m_state.seq)
        return false;
    auto applied = m_state.apply(event);
    if (!applied) {
        // The record refuses what contradicts its projections, so this is a bug; start again from them.
        qCCritical(logServer) << "event" << event.seq.value
                              << "does not fit the practice:" << applied.error().detail;
        if (auto fresh = m_reader.loadState())
            m_state = *std::move(fresh);
        m_guard.reset();
        return false;
    }
    change = *std::move(applied);
    if (!change.members.empty() || change.guardSettings)
        m_guard.reset();
    return true;
}

} // namespace handbell::server
