// SPDX-License-Identifier: Apache-2.0
#include "client/History.h"

#include "base/Log.h"

#include <algorithm>

namespace handbell::client {

History::History(Session &session, Practice &practice, Timelines &timelines, Sync &sync, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_practice(practice)
    , m_timelines(timelines)
    , m_sync(sync)
{
    connect(&m_timelines, &Timelines::wasReset, this, [this] {
        ++m_turn;
        m_asked.clear();
        m_newest.clear();
    });
    connect(&m_timelines, &Timelines::forgotten, this,
            [this](ConversationId conversation) { m_newest.push_back(conversation); });
    connect(&m_sync, &Sync::following, this, &History::fetchNewest);
    connect(&m_sync, &Sync::applied, this, &History::next);
}

bool History::canFetch(ConversationId conversation) const
{
    if (!conversation.isValid() || m_timelines.isComplete(conversation) || m_asked.count(conversation) > 0)
        return false;
    return m_sync.isFollowing() || !olderOnDisk(conversation, 1).empty();
}

std::vector<Message> History::olderOnDisk(ConversationId conversation, int limit) const
{
    std::vector<Message> older;
    const auto &messages = m_timelines.messages(conversation);
    if (messages.empty())
        return older;
    m_sync.withCache([&](Cache &cache) -> Result<void> {
        auto page = cache.page(conversation, Seq(messages.front().id.value), limit);
        if (!page)
            return page.error();
        older = *std::move(page);
        return {};
    });
    return older;
}

void History::fetch(ConversationId conversation)
{
    if (!conversation.isValid() || m_timelines.isComplete(conversation) || m_asked.count(conversation) > 0)
        return;
    const std::vector<Message> older = olderOnDisk(conversation, pageSize);
    bool nothingBefore = false;
    if (static_cast<int>(older.size()) < pageSize && !m_timelines.messages(conversation).empty()) {
        m_sync.withCache([&](Cache &cache) -> Result<void> {
            const auto complete = cache.isComplete(conversation);
            if (!complete)
                return complete.error();
            nothingBefore = *complete;
            return {};
        });
    }
    if (!older.empty())
        m_timelines.prepend(conversation, older);
    if (nothingBefore)
        m_timelines.setComplete(conversation);
    if (!nothingBefore && older.empty())
        askServer(conversation);
}

void History::askServer(ConversationId conversation)
{
    if (!m_sync.isFollowing())
        return;
    protocol::History request;
    request.conversation = conversation;
    request.limit = pageSize;
    const auto &messages = m_timelines.messages(conversation);
    if (!messages.empty())
        request.before = Seq(messages.front().id.value);
    m_asked.insert(conversation);
    m_session.request(request).then(
        this, [this, conversation, turn = m_turn](const Result<protocol::ServerMessage> &answer) {
            if (turn != m_turn)
                return;
            m_asked.erase(conversation);
            if (!answer && answer.error().code == ErrorCode::Unreachable)
                return; // asked again after the next connect, or when somebody scrolls there
            if (answer && std::holds_alternative<protocol::OkHistory>(*answer))
                onPage(conversation, std::get<protocol::OkHistory>(*answer));
            else if (!answer)
                qCInfo(logClient) << "no history of conversation" << conversation.value << ":"
                                  << wireName(answer.error().code);
            next();
        });
}

void History::onPage(ConversationId conversation, const protocol::OkHistory &page)
{
    const std::set<MessageId> withdrawn(page.withdrawn.begin(), page.withdrawn.end());
    m_sync.withCache([&](Cache &cache) { return cache.storeHistory(page.events, withdrawn); });
    std::vector<Message> older;
    for (const protocol::Event &event : page.events) {
        auto message = messageFrom(event);
        if (!message || message->conversation != conversation)
            continue;
        message->withdrawn = message->withdrawn || withdrawn.count(message->id) > 0;
        older.push_back(*std::move(message));
    }
    std::reverse(older.begin(), older.end());
    m_timelines.prepend(conversation, std::move(older));
    m_timelines.applyReceipts(page.receipts);
    if (!page.more) {
        m_timelines.setComplete(conversation);
        m_sync.withCache([&](Cache &cache) { return cache.setComplete(conversation); });
    }
}

void History::fetchNewest()
{
    m_newest.clear();
    for (const auto &[id, conversation] : m_practice.state().conversations) {
        if (conversation.includes(m_practice.self()) && m_timelines.messages(id).empty())
            m_newest.push_back(id);
    }
    next();
}

void History::next()
{
    while (m_asked.empty() && !m_newest.empty() && m_sync.isFollowing()) {
        const ConversationId conversation = m_newest.front();
        m_newest.pop_front();
        const protocol::Conversation *known = m_practice.state().conversation(conversation);
        if (known && known->includes(m_practice.self()) && !m_timelines.isComplete(conversation))
            askServer(conversation);
    }
}

} // namespace handbell::client
