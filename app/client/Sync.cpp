// SPDX-License-Identifier: Apache-2.0
#include "client/Sync.h"

#include "base/Failpoint.h"
#include "base/Log.h"

#include <algorithm>
#include <utility>

namespace handbell::client {

namespace {

//! So many events are replayed at a start at most; then the state is written anew.
constexpr int compactAfter = 200;

bool changesState(const protocol::Event &event)
{
    return !std::holds_alternative<protocol::MessagePosted>(event.payload) &&
           !std::holds_alternative<protocol::MessageWithdrawn>(event.payload);
}

} // namespace

Sync::Sync(Session &session, Practice &practice, Timelines &timelines, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_practice(practice)
    , m_timelines(timelines)
{
    connect(&m_session, &Session::ready, this, &Sync::ask);
    connect(&m_session, &Session::noticeReceived, this, &Sync::onNotice);
    connect(&m_session, &Session::linkChanged, this, [this](Session::Link link) {
        if (link != Session::Link::Online) {
            m_following = false;
            m_asking = false;
        }
    });
    connect(&m_timelines, &Timelines::forgotten, this, [this](ConversationId conversation, Seq at) {
        withCache([&](Cache &cache) { return cache.forget(conversation, at); });
    });
}

void Sync::begin(MemberId member, std::unique_ptr<Cache> cache)
{
    m_member = member;
    m_cache = std::move(cache);
    m_cursor = {};
    m_epoch.clear();
    m_sinceCompaction = 0;
    m_practice.reset(member, {});
    m_timelines.reset(member, {});
    if (m_cache) {
        auto loaded = m_cache->load();
        if (!loaded) {
            qCWarning(logClient) << "the cache is begun anew:" << wireName(loaded.error().code);
        } else if (*loaded) {
            Cache::Contents &contents = **loaded;
            m_epoch = contents.epoch;
            m_cursor = contents.cursor;
            m_practice.reset(member, std::move(contents.state));
            m_timelines.reset(member, contents.baseline);
            for (auto &[conversation, messages] : contents.recent)
                m_timelines.prepend(conversation, std::move(messages));
            for (const auto &[conversation, seq] : contents.readUpTo)
                m_timelines.setReadUpTo(conversation, seq);
            for (const ConversationId conversation : contents.complete)
                m_timelines.setComplete(conversation);
        }
    }
    ask();
}

void Sync::end()
{
    m_member = {};
    m_cache.reset();
    m_cursor = {};
    m_epoch.clear();
    m_following = false;
    m_asking = false;
    m_practice.clear();
    m_timelines.reset({}, {});
}

void Sync::ask()
{
    const bool active = m_session.link() == Session::Link::Online &&
                        m_session.state() == Session::State::SignedIn && m_session.member() == m_member;
    if (!m_member.isValid() || !active || m_asking)
        return;
    m_asking = true;
    m_following = false;
    protocol::Sync message;
    if (m_cursor.isValid() && !m_epoch.isEmpty()) {
        message.cursor = m_cursor;
        message.epoch = protocol::Bytes{m_epoch};
    }
    m_session.request(message).then(
        this, [this, member = m_member](const Result<protocol::ServerMessage> &answer) {
            if (member != m_member || !m_asking)
                return;
            m_asking = false;
            if (answer && std::holds_alternative<protocol::OkSync>(*answer))
                onAnswer(std::get<protocol::OkSync>(*answer));
            else if (!answer && answer.error().code != ErrorCode::Unreachable)
                qCWarning(logClient) << "the sync was refused:" << wireName(answer.error().code);
        });
}

void Sync::onAnswer(const protocol::OkSync &answer)
{
    if (answer.snapshot)
        restart(answer);
    // The list is whole: whoever is not on it is offline.
    std::vector<protocol::Presence> presence = answer.presence;
    for (const auto &[id, member] : m_practice.state().members) {
        const bool listed = std::any_of(presence.begin(), presence.end(),
                                        [id = id](const auto &entry) { return entry.member == id; });
        if (!listed && m_practice.presence(id).state != protocol::PresenceState::Offline) {
            protocol::Presence gone;
            gone.member = id;
            presence.push_back(gone);
        }
    }
    m_practice.setPresence(presence);
    m_timelines.applyReceipts(answer.receipts);
    m_head = answer.head;
    m_following = true;
    if (answer.snapshot)
        Q_EMIT restarted();
    Q_EMIT receiptsArrived(answer.receipts);
    Q_EMIT following();
    tellCaughtUp();
}

void Sync::tellCaughtUp()
{
    if (isCaughtUp())
        Q_EMIT caughtUp();
}

void Sync::restart(const protocol::OkSync &answer)
{
    const protocol::PracticeState &state = *answer.snapshot;
    qCInfo(logClient) << "the practice begins afresh at event" << state.seq.value;
    m_epoch = answer.epoch.value;
    m_cursor = state.seq;
    m_sinceCompaction = 0;
    withCache([&](Cache &cache) { return cache.restart(m_epoch, state); });
    m_timelines.reset(m_member, state.seq);
    m_practice.reset(m_member, state);
}

void Sync::onNotice(const protocol::ServerMessage &notice)
{
    if (!m_member.isValid())
        return;
    if (const auto *events = std::get_if<protocol::EventsNotice>(&notice)) {
        onEvents(*events);
    } else if (const auto *presence = std::get_if<protocol::PresenceNotice>(&notice)) {
        m_practice.setPresence(presence->changes);
    } else if (const auto *receipts = std::get_if<protocol::ReceiptsNotice>(&notice)) {
        m_timelines.applyReceipts(receipts->receipts);
        Q_EMIT receiptsArrived(receipts->receipts);
    }
}

void Sync::onEvents(const protocol::EventsNotice &notice)
{
    if (!m_following)
        return; // of a flow that was given up
    std::vector<protocol::Event> fresh;
    Seq last = m_cursor;
    for (const protocol::Event &event : notice.events) {
        if (event.seq <= last)
            continue; // known already
        last = event.seq;
        fresh.push_back(event);
    }
    const Seq cursor = std::max(notice.cursor, last);
    if (cursor <= m_cursor)
        return;
    m_cursor = cursor;
    passFailpoint("event-received");
    withCache([&](Cache &cache) { return cache.store(fresh, cursor); });
    passFailpoint("event-stored");
    m_applying = true;
    applyAll(fresh);
    m_applying = false;
    if (!m_following)
        return;
    tellCaughtUp();
    m_session.tell(protocol::Ack{cursor});
    m_sinceCompaction += static_cast<int>(std::count_if(fresh.begin(), fresh.end(), changesState));
    if (m_sinceCompaction >= compactAfter) {
        m_sinceCompaction = 0;
        withCache([&](Cache &cache) { return cache.compact(m_practice.state(), m_cursor); });
    }
}

void Sync::applyAll(const std::vector<protocol::Event> &events)
{
    for (const protocol::Event &event : events) {
        apply(event);
        if (!m_following)
            return;
    }
}

void Sync::apply(const protocol::Event &event)
{
    Q_EMIT aboutToApply(event);
    m_practice.apply(event);
    if (m_practice.state().seq != event.seq) {
        // What we hold and what the server says cannot both be true. The server's is.
        startAfresh();
        return;
    }
    m_timelines.apply(event);
    Q_EMIT applied(event);
}

void Sync::startAfresh()
{
    qCWarning(logClient) << "the events do not fit what is here: asking for a snapshot";
    m_cursor = {};
    m_epoch.clear();
    ask();
}

void Sync::giveUpCache(const Error &error)
{
    qCWarning(logClient) << "the cache is given up:" << wireName(error.code);
    m_cache.reset();
}

} // namespace handbell::client
