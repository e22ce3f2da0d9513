// SPDX-License-Identifier: Apache-2.0
#include "client/Outbox.h"

#include "base/Failpoint.h"
#include "base/Log.h"
#include "protocol/GuardData.h"

#include <algorithm>
#include <set>

namespace handbell::client {

Outbox::Outbox(Session &session, const Clock &clock, Random &random, const Pacing &pacing, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clock(clock)
    , m_random(random)
    , m_backoff(random, pacing.retryBase, pacing.retryCap)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Outbox::offer);
    m_backoff.skipImmediate();
}

void Outbox::open(std::unique_ptr<OutboxStore> store)
{
    close();
    m_open = true;
    m_store = std::move(store);
    if (!m_store)
        return;
    auto rows = m_store->load();
    if (!rows) {
        qCWarning(logClient) << "the outbox could not be read:" << wireName(rows.error().code);
        return;
    }
    std::set<ConversationId> conversations;
    for (OutboxRow &row : *rows) {
        conversations.insert(row.post.conversation);
        m_entries.push_back(std::make_unique<Entry>(Entry{std::move(row), false, std::nullopt}));
    }
    for (const ConversationId conversation : conversations)
        Q_EMIT changed(conversation);
}

void Outbox::close()
{
    m_retry.stop();
    m_open = false;
    m_store.reset();
    const auto gone = std::exchange(m_entries, {});
    for (const auto &entry : gone)
        Q_EMIT changed(entry->row.post.conversation);
}

Result<void> Outbox::add(ConversationId conversation, const guard::ScreenedText &text)
{
    if (text.text().trimmed().isEmpty())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("nothing to send")};
    if (text.text().size() > protocol::maxMessageText.units)
        return Error{ErrorCode::TextTooLong, QStringLiteral("more than 4,000 units")};
    if (!m_open)
        return Error{ErrorCode::StorageUnavailable, QStringLiteral("nobody's outbox is open")};
    OutboxRow row;
    row.post.nonce = {m_random.bytes(protocol::nonceBytes)};
    row.post.conversation = conversation;
    row.post.text = text.text();
    row.at = m_clock.wallNow();
    if (text.confirmation())
        row.post.confirmation = protocol::wireForm(*text.confirmation());
    if (m_store) {
        if (auto kept = m_store->add(row); !kept) {
            qCWarning(logClient) << "the outbox could not be written:" << wireName(kept.error().code);
            return Error{ErrorCode::StorageUnavailable, kept.error().detail};
        }
        passFailpoint("outbox-written");
    }
    m_entries.push_back(std::make_unique<Entry>(Entry{std::move(row), false, std::nullopt}));
    Q_EMIT changed(conversation);
    offer();
    return {};
}

void Outbox::offer()
{
    if (m_session.link() != Session::Link::Online || m_session.state() != Session::State::SignedIn)
        return;
    std::set<ConversationId> begun;
    std::vector<Entry *> next;
    for (const auto &entry : m_entries) {
        if (entry->row.refused || entry->accepted)
            continue;
        if (begun.insert(entry->row.post.conversation).second && !entry->inFlight)
            next.push_back(entry.get());
    }
    for (Entry *entry : next)
        send(*entry);
}

void Outbox::send(Entry &entry)
{
    entry.inFlight = true;
    m_session.request(entry.row.post)
        .then(this, [this, nonce = entry.row.post.nonce](const Result<protocol::ServerMessage> &answer) {
            onAnswered(nonce, answer);
        });
}

void Outbox::onAnswered(const protocol::Nonce &nonce, const Result<protocol::ServerMessage> &answer)
{
    Entry *entry = find(nonce);
    if (!entry)
        return; // its event came first, or its member has left
    entry->inFlight = false;
    if (answer) {
        const auto *kept = std::get_if<protocol::Accepted>(&*answer);
        if (!kept) {
            refuse(*entry, {ErrorCode::UnexpectedMessage, QStringLiteral("not an answer to a post")});
        } else {
            m_backoff.reset();
            m_backoff.skipImmediate();
            entry->accepted = kept->seq;
            if (m_store) {
                if (auto removed = m_store->remove(nonce); !removed)
                    qCWarning(logClient) << "a sent row stays:" << wireName(removed.error().code);
            }
            Q_EMIT changed(entry->row.post.conversation);
            Q_EMIT accepted(kept->seq);
        }
        offer();
    } else if (passesByItself(answer.error().code)) {
        retryLater();
    } else if (!isLineGone(answer.error().code)) {
        refuse(*entry, answer.error());
        offer();
    }
}

void Outbox::settleUpTo(Seq cursor)
{
    std::vector<protocol::Nonce> here;
    for (const auto &entry : m_entries) {
        if (entry->accepted && *entry->accepted <= cursor)
            here.push_back(entry->row.post.nonce);
    }
    for (const protocol::Nonce &nonce : here)
        remove(nonce);
}

void Outbox::settle(const protocol::Event &event)
{
    const auto *posted = std::get_if<protocol::MessagePosted>(&event.payload);
    if (!posted || event.actor != m_session.member())
        return;
    for (const auto &entry : m_entries) {
        if (entry->row.post.conversation != posted->conversation)
            continue;
        const bool known = entry->accepted == event.seq;
        // The event carries no nonce. One post of a conversation is under way at a time, so the same words
        // from this workstation are that one.
        const bool same = entry->inFlight && event.workstation == m_session.workstation() &&
                          event.text == entry->row.post.text;
        if (known || same) {
            remove(entry->row.post.nonce);
            if (same)
                offer();
            return;
        }
    }
}

void Outbox::discard(const protocol::Nonce &nonce)
{
    if (const Entry *entry = find(nonce); entry && entry->row.refused)
        remove(nonce);
}

//! \a nonce by value: it is the entry's own, and the entry goes.
void Outbox::remove(protocol::Nonce nonce)
{
    const Entry *entry = find(nonce);
    const ConversationId conversation = entry->row.post.conversation;
    if (m_store && !entry->accepted) {
        if (auto removed = m_store->remove(nonce); !removed)
            qCWarning(logClient) << "a row of the outbox stays:" << wireName(removed.error().code);
    }
    std::erase_if(m_entries, [&](const auto &item) { return item->row.post.nonce == nonce; });
    Q_EMIT changed(conversation);
}

void Outbox::refuse(Entry &entry, const Error &error)
{
    qCInfo(logClient) << "a message was refused:" << wireName(error.code);
    entry.row.refused = error.code;
    if (m_store) {
        if (auto kept = m_store->setRefused(entry.row.post.nonce, error.code); !kept)
            qCWarning(logClient) << "a refusal is not kept:" << wireName(kept.error().code);
    }
    const ConversationId conversation = entry.row.post.conversation;
    Q_EMIT changed(conversation);
    Q_EMIT refused(conversation, error);
}

void Outbox::retryLater()
{
    if (!m_retry.isActive())
        m_retry.start(m_backoff.next());
}

Outbox::Entry *Outbox::find(const protocol::Nonce &nonce)
{
    for (const auto &entry : m_entries) {
        if (entry->row.post.nonce == nonce)
            return entry.get();
    }
    return nullptr;
}

std::vector<const Outbox::Entry *> Outbox::waiting(ConversationId conversation) const
{
    std::vector<const Entry *> entries;
    for (const auto &entry : m_entries) {
        if (entry->row.post.conversation == conversation)
            entries.push_back(entry.get());
    }
    return entries;
}

int Outbox::count() const
{
    return static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(), [](const auto &entry) {
        return !entry->row.refused && !entry->accepted;
    }));
}

} // namespace handbell::client
