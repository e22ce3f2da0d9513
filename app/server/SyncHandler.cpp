// SPDX-License-Identifier: Apache-2.0
#include "server/SyncHandler.h"

#include "base/Log.h"
#include "server/Addressing.h"

namespace handbell::server {

namespace {

//! A cursor that lags this far behind what was looked at is told in a notice of its own, so that a
//! workstation that sees little does not have to be read past the same events again.
constexpr qint64 cursorLag = 500;
//! How far back receipts are told again after a broken connection, and how many.
constexpr qint64 receiptWindow = 5000;
constexpr int receiptCount = 500;

//! The bytes \a text takes as a JSON string.
qint64 jsonBytes(const QString &text)
{
    qint64 bytes = 0;
    for (const QChar c : text) {
        const ushort unit = c.unicode();
        bytes += unit < 0x20 ? 6 : unit == '"' || unit == '\\' ? 2 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    }
    return bytes;
}

//! About the bytes \a event takes in a frame; never much less.
qint64 frameBytes(const protocol::Event &event)
{
    qint64 bytes = 1000 + (event.text ? jsonBytes(*event.text) : 0);
    if (const auto *raised = std::get_if<protocol::AlertRaised>(&event.payload))
        bytes += 12 * static_cast<qint64>(raised->targets.size());
    else if (const auto *escalated = std::get_if<protocol::AlertEscalated>(&event.payload))
        bytes += 1500 + 48 * static_cast<qint64>(escalated->audience.size());
    else if (const auto *answered = std::get_if<protocol::AlertAnswered>(&event.payload))
        bytes += 12 * static_cast<qint64>(answered->audience.size());
    else if (const auto *closed = std::get_if<protocol::AlertClosed>(&event.payload))
        bytes += 12 * static_cast<qint64>(closed->audience.size());
    else if (const auto *created = std::get_if<protocol::ConversationCreated>(&event.payload))
        bytes += 12 * static_cast<qint64>(created->members.size());
    else if (std::holds_alternative<protocol::GuardSettingsChanged>(event.payload))
        bytes += 60'000;
    return bytes;
}

} // namespace

SyncHandler::SyncHandler(Space &space, PresenceHandler &presence)
    : m_space(space)
    , m_presence(presence)
{
}

void SyncHandler::handle(const Request &request, Session &session, const protocol::Sync &message)
{
    const protocol::PracticeState &state = m_space.state();
    protocol::OkSync answer;
    answer.epoch = protocol::Bytes{m_space.record().epoch()};
    answer.head = state.seq;
    answer.presence = m_presence.all();
    const bool resumes =
        message.cursor && message.epoch && *message.epoch == answer.epoch && *message.cursor <= state.seq;
    if (!resumes)
        answer.snapshot = protocol::viewFor(state, session.member);
    auto receipts = m_space.record().receipts().ofSender(
        session.member, Seq(std::max<qint64>(0, state.seq.value - receiptWindow)), receiptCount);
    if (!receipts) {
        m_space.fail(request, receipts.error());
        return;
    }
    answer.receipts = *std::move(receipts);
    session.flow.start(resumes ? *message.cursor : state.seq);
    m_space.answer(request, answer);
    m_stalled.erase(session.id);
    if (session.flow.cursor() == state.seq)
        session.flow.reachedHead();
    else
        m_catching.insert(session.id);
}

void SyncHandler::handle(Session &session, const protocol::Ack &message)
{
    session.flow.acknowledge(message.cursor, m_space.limits().maxUnacknowledgedBytes,
                             m_space.clock().steadyNow());
    if (session.flow.mode() == Flow::Mode::Catching && m_stalled.erase(session.id) > 0)
        m_catching.insert(session.id);
}

void SyncHandler::handle(const Request &request, Session &session, const protocol::History &message)
{
    if (const auto refusal = refusalToEnter(message.conversation, session.member, m_space.state())) {
        m_space.fail(request, *refusal);
        return;
    }
    if (message.limit < 1 || message.limit > 100) {
        m_space.fail(request, Error{ErrorCode::InvalidField, QStringLiteral("\"limit\" is 1 to 100")});
        return;
    }
    auto page = m_space.record().history(message.conversation, message.before, message.limit, session.member);
    if (!page) {
        m_space.fail(request, page.error());
        return;
    }
    protocol::OkHistory answer;
    answer.more = page->more;
    qint64 bytes = 0;
    for (protocol::Event &event : page->events) {
        bytes += frameBytes(event);
        if (!answer.events.empty() && bytes > m_space.limits().bytesInNotice) {
            answer.more = true;
            break;
        }
        answer.events.push_back(std::move(event));
    }
    const Seq oldest = answer.events.empty() ? Seq{} : answer.events.back().seq;
    for (const MessageId withdrawn : page->withdrawn) {
        if (withdrawn.value >= oldest.value)
            answer.withdrawn.push_back(withdrawn);
    }
    for (const protocol::Receipt &receipt : page->receipts) {
        if (receipt.event >= oldest)
            answer.receipts.push_back(receipt);
    }
    m_space.answer(request, answer);
}

void SyncHandler::beginBatch()
{
    m_batch.clear();
    m_live.clear();
    for (auto &[id, session] : m_space.sessions().all()) {
        if (session.flow.mode() == Flow::Mode::Live && !session.closing)
            m_live.push_back({&session, {}});
    }
}

void SyncHandler::follow(const protocol::Event &event)
{
    for (Live &live : m_live) {
        if (protocol::visibleTo(event, live.session->member, m_space.state()))
            live.seen.push_back(m_batch.size());
    }
    m_batch.push_back(&event);
}

void SyncHandler::endBatch()
{
    const Seq head = m_space.state().seq;
    // Most sessions see the same: each distinct selection is encoded once, and goes out to all at once.
    struct Selection
    {
        std::vector<Notice> notices;
        std::vector<QList<ConnectionId>> receivers; //!< one list a notice
    };
    std::map<std::vector<size_t>, Selection> selections;
    for (const Live &live : m_live) {
        Session &session = *live.session;
        if (live.seen.empty()) {
            session.flow.skipped(head);
            if (head.value - session.flow.announced().value > cursorLag)
                send(session, noticesFor({}, head));
            continue;
        }
        Selection &selection = selections[live.seen];
        if (selection.notices.empty()) {
            std::vector<const protocol::Event *> events;
            for (const size_t index : live.seen)
                events.push_back(m_batch[index]);
            selection.notices = noticesFor(events, head);
            selection.receivers.resize(selection.notices.size());
        }
        for (size_t i = 0; i < selection.notices.size() && mayHave(session, selection.notices[i]); ++i)
            selection.receivers[i].append(session.id);
    }
    for (const auto &[seen, selection] : selections) {
        for (size_t i = 0; i < selection.notices.size(); ++i)
            m_space.sendFrameToAll(selection.receivers[i], selection.notices[i].frame);
    }
    m_live.clear();
    m_batch.clear();
}

std::vector<SyncHandler::Notice> SyncHandler::noticesFor(const std::vector<const protocol::Event *> &events,
                                                         Seq cursor) const
{
    std::vector<Notice> notices;
    protocol::EventsNotice notice;
    qint64 bytes = 0;
    const auto flush = [&](Seq upTo) {
        notice.cursor = upTo;
        notices.push_back(
            {protocol::encode(protocol::ServerFrame{std::nullopt, std::exchange(notice, {})}), upTo});
        bytes = 0;
    };
    for (const protocol::Event *event : events) {
        const qint64 more = frameBytes(*event);
        if (!notice.events.empty() &&
            (bytes + more > m_space.limits().bytesInNotice ||
             static_cast<int>(notice.events.size()) >= m_space.limits().eventsInNotice))
            flush(notice.events.back().seq);
        notice.events.push_back(*event);
        bytes += more;
    }
    flush(cursor);
    return notices;
}

bool SyncHandler::send(Session &session, const std::vector<Notice> &notices)
{
    for (const Notice &notice : notices) {
        if (!mayHave(session, notice))
            return false;
        m_space.sendFrame(session, notice.frame);
    }
    return true;
}

bool SyncHandler::mayHave(Session &session, const Notice &notice)
{
    if (session.flow.unacknowledged() >= m_space.limits().maxUnacknowledgedBytes) {
        session.flow.stall(m_space.clock().steadyNow());
        m_stalled.insert(session.id);
        return false;
    }
    session.flow.sent(notice.cursor, notice.frame.size());
    return true;
}

bool SyncHandler::readOn(Session &session)
{
    const Seq head = m_space.state().seq;
    const int limit = m_space.limits().eventsInNotice;
    auto events = m_space.record().eventsAfter(session.flow.cursor(), limit);
    if (!events) {
        qCCritical(logServer) << "reading for connection" << session.id.value
                              << "failed:" << wireName(events.error().code);
        m_space.end(session, std::nullopt, events.error());
        return false;
    }
    // What the state does not know yet comes live, judged by the state it makes.
    while (!events->empty() && events->back().seq > head)
        events->pop_back();
    const bool atHead = events->empty() || events->back().seq == head;
    const Seq cursor = events->empty() ? head : events->back().seq;
    std::vector<const protocol::Event *> seen;
    for (const protocol::Event &event : *events) {
        if (protocol::visibleTo(event, session.member, m_space.state()))
            seen.push_back(&event);
    }
    const bool owed = !seen.empty() || (atHead && session.flow.announced() < cursor) ||
                      cursor.value - session.flow.announced().value > cursorLag;
    if (!owed)
        session.flow.skipped(cursor);
    else if (!send(session, noticesFor(seen, cursor)))
        return false;
    if (atHead)
        session.flow.reachedHead();
    return !atHead;
}

void SyncHandler::onTime()
{
    // One step each, so that a workstation far behind keeps nobody waiting.
    for (auto id = m_catching.begin(); id != m_catching.end();) {
        Session *session = m_space.sessions().find(*id);
        const bool goesOn =
            session && !session->closing && session->flow.mode() == Flow::Mode::Catching && readOn(*session);
        id = goesOn ? std::next(id) : m_catching.erase(id);
    }
    const SteadyTime now = m_space.clock().steadyNow();
    for (auto id = m_stalled.begin(); id != m_stalled.end();) {
        Session *session = m_space.sessions().find(*id);
        const bool stalled = session && !session->closing && session->flow.mode() == Flow::Mode::Stalled;
        const bool late = stalled && session->flow.stalledSince() + m_space.limits().acknowledgeWithin <= now;
        if (late)
            m_space.end(
                *session, std::nullopt,
                {ErrorCode::ServerBusy, QStringLiteral("too many events were not acknowledged in time")});
        id = stalled && !late ? std::next(id) : m_stalled.erase(id);
    }
}

std::optional<SteadyTime> SyncHandler::nextDeadline() const
{
    if (!m_catching.empty())
        return m_space.clock().steadyNow();
    std::optional<SteadyTime> earliest;
    for (const ConnectionId id : m_stalled) {
        if (const Session *session = m_space.sessions().find(id)) {
            const SteadyTime when = session->flow.stalledSince() + m_space.limits().acknowledgeWithin;
            earliest = earliest ? std::min(*earliest, when) : when;
        }
    }
    return earliest;
}

} // namespace handbell::server
