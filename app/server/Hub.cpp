// SPDX-License-Identifier: Apache-2.0
#include "server/Hub.h"

#include "base/Failpoint.h"
#include "base/Log.h"
#include "server/AlertHandler.h"
#include "server/AuthHandler.h"
#include "server/LedgerHandler.h"
#include "server/MessageHandler.h"
#include "server/PresenceHandler.h"
#include "server/ReceiptHandler.h"
#include "server/SyncHandler.h"
#include "server/TemplateHandler.h"

#include <algorithm>
#include <deque>

namespace handbell::server {

struct Hub::Private
{
    Private(record::Record reader, protocol::PracticeState state, Writer &writer, Hasher &hasher,
            LedgerReader &ledgerReader, Outbound &outbound, const Clock &clock, Random &random,
            const HubLimits &limits)
        : space(std::move(reader), std::move(state), writer, hasher, outbound, clock, random, limits)
        , presence(space)
        , desk(space, presence)
        , auth(space, desk)
        , sync(space, presence)
        , messages(space)
        , alerts(space, presence)
        , receipts(space)
        , templates(space)
        , ledgers(space, ledgerReader)
    {
    }

    void closeSilentOnes();
    void refuseFrame(Session &session, const protocol::FrameError &wrong);
    void selfTest(const Request &request, const protocol::SelfTest &message);
    //! Ends \a session because the server goes down.
    void sayStopping(Session &session)
    {
        space.notify(session, protocol::StoppingNotice{});
        space.close(session, ErrorCode::ServerStopping);
    }

    Space space;
    PresenceHandler presence;
    SignInDesk desk;
    AuthHandler auth;
    SyncHandler sync;
    MessageHandler messages;
    AlertHandler alerts;
    ReceiptHandler receipts;
    TemplateHandler templates;
    LedgerHandler ledgers;
    std::deque<std::pair<SteadyTime, ConnectionId>>
        firstFrames; //!< until when each has to have authenticated
    bool stopping = false;
};

//! The way of an alert without the alert: through the writer to the disk, and out as a notice.
void Hub::Private::selfTest(const Request &request, const protocol::SelfTest &message)
{
    space.proveWritable([this, request, nonce = message.nonce](const Result<void> &proved) {
        if (!proved) {
            space.fail(request, proved.error());
            return;
        }
        if (const Session *session = space.sessions().find(request.connection))
            space.notify(*session, protocol::SelfTestCard{nonce});
        space.answer(request, protocol::Ok{});
    });
}

//! One overload an alternative of protocol::ClientMessage: a type without a handler does not compile.
struct Hub::Dispatch
{
    Private &hub;
    const Request &request;
    Session &session;

    void operator()(const protocol::AuthJoin &message) const { hub.auth.handle(request, session, message); }
    void operator()(const protocol::AuthWorkstation &message) const
    {
        hub.auth.handle(request, session, message);
    }
    void operator()(const protocol::AuthPassword &message) const
    {
        hub.auth.handle(request, session, message);
    }
    void operator()(const protocol::AuthToken &message) const { hub.auth.handle(request, session, message); }
    void operator()(const protocol::SignOut &message) const { hub.auth.handle(request, session, message); }
    void operator()(const protocol::Ping &) const { hub.space.answer(request, protocol::Ok{}); }
    void operator()(const protocol::Sync &message) const { hub.sync.handle(request, session, message); }
    void operator()(const protocol::Ack &message) const { hub.sync.handle(session, message); }
    void operator()(const protocol::History &message) const { hub.sync.handle(request, session, message); }
    void operator()(const protocol::MessagePost &message) const
    {
        hub.messages.handle(request, session, message);
    }
    void operator()(const protocol::MessageWithdraw &message) const
    {
        hub.messages.handle(request, session, message);
    }
    void operator()(const protocol::ConversationOpen &message) const
    {
        hub.messages.handle(request, session, message);
    }
    void operator()(const protocol::AlertRaise &message) const
    {
        hub.alerts.handle(request, session, message);
    }
    void operator()(const protocol::AlertReply &message) const
    {
        hub.alerts.handle(request, session, message);
    }
    void operator()(const protocol::AlertEscalate &message) const
    {
        hub.alerts.handle(request, session, message);
    }
    void operator()(const protocol::AlertCancel &message) const
    {
        hub.alerts.handle(request, session, message);
    }
    void operator()(const protocol::PresenceSet &message) const
    {
        hub.presence.handle(request, session, message);
    }
    void operator()(const protocol::ReceiptsPost &message) const
    {
        hub.receipts.handle(request, session, message);
    }
    void operator()(const protocol::TemplateSave &message) const
    {
        hub.templates.handle(request, session, message);
    }
    void operator()(const protocol::SelfTest &message) const { hub.selfTest(request, message); }
    void operator()(const protocol::LedgerGet &message) const
    {
        hub.ledgers.handle(request, session, message);
    }
};

namespace {

Error tooMany()
{
    return {ErrorCode::RateLimited, QStringLiteral("too many requests")};
}

//! Whether \a message has no nonce or a proper one.
bool hasProperNonce(const protocol::ClientMessage &message)
{
    return std::visit(
        [](const auto &alternative) {
            if constexpr (requires { alternative.nonce; })
                return alternative.nonce.value.size() == protocol::nonceBytes;
            else
                return true;
        },
        message);
}

//! What is said to a message that \a state does not accept.
Error unexpected(const protocol::ClientMessage &message, protocol::SessionState state)
{
    QStringList accepting;
    for (const auto &[other, name] : protocol::EnumNames<protocol::SessionState>::names) {
        if (protocol::acceptedIn(message, other))
            accepting.append(QString::fromLatin1(name));
    }
    return {ErrorCode::UnexpectedMessage, QStringLiteral("the session is %1; \"%2\" is accepted in %3")
                                              .arg(protocol::enumName(state), protocol::typeOf(message),
                                                   accepting.join(QStringLiteral(", ")))};
}

} // namespace

Result<std::unique_ptr<Hub>> Hub::make(record::Record reader, Writer &writer, Hasher &hasher,
                                       LedgerReader &ledgers, Outbound &outbound, const Clock &clock,
                                       Random &random, const HubLimits &limits)
{
    auto state = reader.loadState();
    if (!state)
        return state.error();
    return std::unique_ptr<Hub>(new Hub(std::make_unique<Private>(
        std::move(reader), *std::move(state), writer, hasher, ledgers, outbound, clock, random, limits)));
}

Hub::Hub(std::unique_ptr<Private> data)
    : m_d(std::move(data))
{
}

Hub::~Hub() = default;

const protocol::PracticeState &Hub::state() const
{
    return m_d->space.state();
}

int Hub::connectionCount() const
{
    return static_cast<int>(m_d->space.sessions().all().size());
}

void Hub::connected(ConnectionId connection, const QString &address)
{
    const HubLimits &limits = m_d->space.limits();
    const SteadyTime now = m_d->space.clock().steadyNow();
    Session &session = m_d->space.sessions().add(
        Session(connection, address, TokenBucket(limits.requestBurst, limits.requestsPerSecond, now)));
    qCInfo(logServer) << "connection" << connection.value << "opened";
    if (m_d->stopping)
        m_d->sayStopping(session);
    else
        m_d->firstFrames.emplace_back(now + limits.firstFrame, connection);
}

void Hub::Private::refuseFrame(Session &session, const protocol::FrameError &wrong)
{
    // One that leaves the connection open counts as a request: bad frames are no way to keep us busy for
    // nothing, with answers and with lines in the log.
    const bool ends = Space::closesConnection(wrong.error.code);
    const auto wait = ends ? std::nullopt : session.requests.take(space.clock().steadyNow());
    if (wait) {
        if (wrong.id) {
            ++session.underWay;
            space.fail(Request{session.id, *wrong.id}, tooMany(), *wait);
        }
        return;
    }
    qCInfo(logServer) << "connection" << session.id.value << "sent a bad frame:" << wireName(wrong.error.code)
                      << "type" << (wrong.type.isEmpty() ? QLatin1String("-") : wrong.type) << "field"
                      << (wrong.field.isEmpty() ? QStringLiteral("-") : wrong.field);
    space.failFrame(session, wrong.id, wrong.error);
}

void Hub::received(ConnectionId connection, protocol::Parsed<protocol::ClientFrame> parsed)
{
    Session *session = m_d->space.sessions().find(connection);
    if (!session || session->closing)
        return;
    if (const auto *wrong = std::get_if<protocol::FrameError>(&parsed)) {
        m_d->refuseFrame(*session, *wrong);
        return;
    }
    const auto &frame = std::get<protocol::ClientFrame>(parsed);
    const bool isAck = std::holds_alternative<protocol::Ack>(frame.message);
    if (isAck) {
        if (protocol::acceptedIn(frame.message, session->state))
            m_d->sync.handle(*session, std::get<protocol::Ack>(frame.message));
        return;
    }
    ++session->underWay;
    const Request request{connection, frame.id.value_or(0)};
    if (const auto wait = session->requests.take(m_d->space.clock().steadyNow()))
        m_d->space.fail(request, tooMany(), *wait);
    else if (session->underWay > m_d->space.limits().requestsUnderWay)
        m_d->space.fail(request, Error{ErrorCode::ServerBusy, QStringLiteral("too many requests under way")});
    else
        dispatch(request, frame.message);
    dispatchReady();
}

void Hub::dispatch(const Request &request, const protocol::ClientMessage &message)
{
    Session *session = m_d->space.sessions().find(request.connection);
    if (!session || session->closing)
        return;
    if (!protocol::acceptedIn(message, session->state))
        m_d->space.fail(request, unexpected(message, session->state));
    else if (!hasProperNonce(message))
        m_d->space.fail(request, Error{ErrorCode::InvalidField, QStringLiteral("\"nonce\" has 16 bytes")});
    else
        std::visit(Dispatch{*m_d, request, *session}, message);
}

void Hub::dispatchReady()
{
    // A request taken up may free the next one.
    while (m_d->space.hasReady()) {
        for (const auto &[request, message] : m_d->space.takeReady())
            dispatch(request, message);
    }
}

void Hub::violated(ConnectionId connection, ErrorCode code)
{
    Session *session = m_d->space.sessions().find(connection);
    if (!session || session->closing)
        return;
    qCInfo(logServer) << "connection" << connection.value << "broke the frame rules:" << wireName(code);
    m_d->space.failFrame(*session, std::nullopt, protocol::frameRuleError(code));
}

void Hub::disconnected(ConnectionId connection)
{
    Session *session = m_d->space.sessions().find(connection);
    if (!session)
        return;
    qCInfo(logServer) << "connection" << connection.value << "gone";
    if (session->member.isValid())
        m_d->presence.lost(session->member);
    m_d->space.sessions().remove(connection);
}

void Hub::committed(const CommitBatch &batch)
{
    m_d->sync.beginBatch();
    for (const protocol::Event &event : batch.events) {
        protocol::StateChange change;
        if (!m_d->space.apply(event, change))
            continue;
        m_d->sync.follow(event);
        m_d->messages.follow(event);
        m_d->alerts.follow(event, change);
        m_d->receipts.follow(event);
        m_d->desk.follow(event);
    }
    m_d->sync.endBatch();
    m_d->desk.endBatch();
    passFailpoint("before-answers");
    for (const WriteResult &result : batch.results)
        m_d->space.settle(result);
    passFailpoint("after-answers");
    dispatchReady();
}

void Hub::run(std::function<void()> work)
{
    work();
    work = nullptr; // and with it what it held
    dispatchReady();
}

void Hub::Private::closeSilentOnes()
{
    const SteadyTime now = space.clock().steadyNow();
    while (!firstFrames.empty() && firstFrames.front().first <= now) {
        const ConnectionId id = firstFrames.front().second;
        firstFrames.pop_front();
        Session *session = space.sessions().find(id);
        if (!session || session->closing || session->state != protocol::SessionState::Connected)
            continue;
        if (session->authenticating)
            firstFrames.emplace_back(now + space.limits().firstFrame, id); // we keep it waiting, not it us
        else
            space.failFrame(*session, std::nullopt,
                            {ErrorCode::Unauthenticated, QStringLiteral("no valid first frame in time")});
    }
}

void Hub::onTime()
{
    m_d->closeSilentOnes();
    m_d->presence.onTime();
    m_d->receipts.onTime();
    m_d->alerts.onTime();
    m_d->sync.onTime();
    dispatchReady();
}

std::optional<SteadyTime> Hub::nextDeadline() const
{
    std::optional<SteadyTime> earliest;
    const auto consider = [&earliest](std::optional<SteadyTime> when) {
        if (when && (!earliest || *when < *earliest))
            earliest = when;
    };
    if (!m_d->firstFrames.empty())
        consider(m_d->firstFrames.front().first);
    consider(m_d->presence.nextDeadline());
    consider(m_d->receipts.nextDeadline());
    consider(m_d->alerts.nextDeadline());
    consider(m_d->sync.nextDeadline());
    return earliest;
}

void Hub::stop()
{
    m_d->stopping = true;
    for (auto &[id, session] : m_d->space.sessions().all()) {
        if (!session.closing)
            m_d->sayStopping(session);
    }
}

} // namespace handbell::server
