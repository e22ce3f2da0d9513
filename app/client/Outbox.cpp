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
    m_prunedAt.reset();
    prune();
    load();
}

//! Reads what waits; what is under way already stays so.
void Outbox::load()
{
    auto rows = m_store->load();
    if (!rows) {
        qCWarning(logClient) << "the outbox could not be read:" << wireName(rows.error().code);
        return;
    }
    const auto before = std::exchange(m_entries, {});
    const auto isUnderWay = [&before](const OutboxRow &row) {
        return std::any_of(before.begin(), before.end(), [&row](const auto &entry) {
            return entry->inFlight && entry->row.post.nonce == row.post.nonce;
        });
    };
    std::set<ConversationId> conversations;
    for (const auto &entry : before)
        conversations.insert(entry->row.post.conversation);
    for (OutboxRow &row : *rows) {
        conversations.insert(row.post.conversation);
        const bool inFlight = isUnderWay(row);
        m_entries.push_back(std::make_unique<Entry>(Entry{std::move(row), inFlight, std::nullopt}));
    }
    for (const ConversationId conversation : conversations)
        Q_EMIT changed(conversation);
}

void Outbox::close()
{
    m_retry.stop();
    m_open = false;
    m_epoch.clear();
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
    prune();
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

void Outbox::follow(const QByteArray &epoch)
{
    m_epoch = epoch;
    if (m_store) {
        const auto revived = m_store->reviveOthersThan(epoch);
        if (!revived)
            qCWarning(logClient) << "sent rows are not offered again:" << wireName(revived.error().code);
        else if (*revived) {
            qCInfo(logClient) << "the record went back: what was sent lately is offered again";
            load();
        }
    }
    offer();
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
            keepAccepted(nonce, kept->seq);
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
        drop(nonce);
}

void Outbox::settle(const protocol::Event &event)
{
    if (event.actor != m_session.member())
        return;
    if (const auto *withdrawn = std::get_if<protocol::MessageWithdrawn>(&event.payload);
        withdrawn && m_store) {
        // What was taken back is not to come again.
        if (auto removed = m_store->removeAccepted(Seq(withdrawn->message.value)); !removed)
            qCWarning(logClient) << "a row taken back stays:" << wireName(removed.error().code);
    }
    const auto *posted = std::get_if<protocol::MessagePosted>(&event.payload);
    if (!posted)
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
            if (!known)
                keepAccepted(entry->row.post.nonce, event.seq);
            drop(entry->row.post.nonce);
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

void Outbox::remove(const protocol::Nonce &nonce)
{
    if (m_store) {
        if (auto removed = m_store->remove(nonce); !removed)
            qCWarning(logClient) << "a row of the outbox stays:" << wireName(removed.error().code);
    }
    drop(nonce);
}

//! \a nonce by value: it is the entry's own, and the entry goes.
void Outbox::drop(protocol::Nonce nonce)
{
    const ConversationId conversation = find(nonce)->row.post.conversation;
    std::erase_if(m_entries, [&](const auto &item) { return item->row.post.nonce == nonce; });
    Q_EMIT changed(conversation);
}

void Outbox::keepAccepted(const protocol::Nonce &nonce, Seq seq)
{
    if (!m_store)
        return;
    if (auto kept = m_store->setAccepted(nonce, seq, m_epoch); !kept)
        qCWarning(logClient) << "a sent row still waits:" << wireName(kept.error().code);
}

//! Once a day, for a program that runs for weeks.
void Outbox::prune()
{
    const WallTime now = m_clock.wallNow();
    if (!m_store || (m_prunedAt && now - *m_prunedAt < std::chrono::hours(24)))
        return;
    m_prunedAt = now;
    if (auto pruned = m_store->removeAcceptedBefore(now - keptFor); !pruned)
        qCWarning(logClient) << "sent rows stay:" << wireName(pruned.error().code);
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
