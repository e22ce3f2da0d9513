// SPDX-License-Identifier: Apache-2.0
#include "client/LiveMessageManager.h"

#include "client/Futures.h"

#include <utility>

namespace handbell::client {

LiveMessageManager::LiveMessageManager(const Parts &parts, QObject *parent)
    : MessageManager(parent)
    , m_parts(parts)
{
    connect(&m_parts.sync, &Sync::aboutToApply, this,
            [this](const protocol::Event &event) { m_parts.outbox.settle(event); });
    connect(&m_parts.sync, &Sync::applied, this, &LiveMessageManager::onApplied);
    connect(&m_parts.sync, &Sync::following, this, [this] { m_parts.outbox.follow(m_parts.sync.epoch()); });
    connect(&m_parts.outbox, &Outbox::accepted, this,
            [this] { m_parts.outbox.settleUpTo(m_parts.sync.cursor()); });
    connect(&m_parts.sync, &Sync::restarted, this,
            [this] { m_parts.outbox.settleUpTo(m_parts.sync.cursor()); });
    connect(&m_parts.timelines, &Timelines::changed, this, &LiveMessageManager::updateUnread);
    connect(&m_parts.timelines, &Timelines::wasReset, this, &LiveMessageManager::updateUnread);
    connect(&m_parts.practice, &Practice::changed, this, &LiveMessageManager::finishOpenings);
    connect(&m_parts.practice, &Practice::wasReset, this, &LiveMessageManager::finishOpenings);
    connect(&m_parts.outbox, &Outbox::refused, this, &MessageManager::postRefused);
}

Result<void> LiveMessageManager::post(ConversationId conversation, const guard::ScreenedText &text)
{
    return m_parts.outbox.add(conversation, text);
}

QFuture<Result<void>> LiveMessageManager::withdraw(ConversationId conversation, MessageId message)
{
    protocol::MessageWithdraw request;
    request.nonce = {m_parts.random.bytes(protocol::nonceBytes)};
    request.conversation = conversation;
    request.message = message;
    return m_parts.session.request(request).then(
        this, [](const Result<protocol::ServerMessage> &answer) -> Result<void> {
            return answer ? Result<void>() : answer.error();
        });
}

QFuture<Result<ConversationId>> LiveMessageManager::openDirect(MemberId member)
{
    using Answer = Result<ConversationId>;
    const ConversationId known = m_parts.practice.state().directConversation(m_parts.practice.self(), member);
    if (known.isValid())
        return readyFuture<Answer>(known);
    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    const protocol::ConversationOpen request{{m_parts.random.bytes(protocol::nonceBytes)}, member};
    m_parts.session.request(request).then(
        this, [this, promise](const Result<protocol::ServerMessage> &answer) {
            const auto *accepted = answer ? std::get_if<protocol::Accepted>(&*answer) : nullptr;
            if (accepted) {
                // Its event may come after the answer; who asked wants a conversation that is there.
                m_openings.push_back({ConversationId(accepted->seq.value), promise});
                finishOpenings();
                return;
            }
            promise->addResult(answer ? Answer(ErrorCode::UnexpectedMessage) : Answer(answer.error()));
            promise->finish();
        });
    return promise->future();
}

void LiveMessageManager::finishOpenings()
{
    const bool gone = !m_parts.practice.self().isValid();
    std::vector<Opening> waiting;
    for (Opening &opening : std::exchange(m_openings, {})) {
        if (!gone && !m_parts.practice.state().conversation(opening.conversation)) {
            waiting.push_back(std::move(opening));
            continue;
        }
        opening.promise->addResult(gone ? Result<ConversationId>(ErrorCode::Unreachable)
                                        : Result<ConversationId>(opening.conversation));
        opening.promise->finish();
    }
    m_openings.insert(m_openings.end(), waiting.begin(), waiting.end());
}

void LiveMessageManager::markRead(ConversationId conversation)
{
    const auto &messages = m_parts.timelines.messages(conversation);
    const Seq before = m_parts.timelines.readUpTo(conversation);
    if (messages.empty() || messages.back().id.value <= before.value)
        return;
    const Seq newest(messages.back().id.value);
    Seq others; // the newest of somebody else's: its author is who wants to know
    for (auto message = messages.rbegin(); message != messages.rend() && message->id.value > before.value;
         ++message) {
        if (message->author != m_parts.practice.self()) {
            others = Seq(message->id.value);
            break;
        }
    }
    m_parts.sync.withCache([&](Cache &cache) { return cache.setReadUpTo(conversation, newest); });
    m_parts.timelines.setReadUpTo(conversation, newest);
    if (others.isValid())
        m_parts.receipts.send(protocol::ReceiptState::Read, others);
}

void LiveMessageManager::onApplied(const protocol::Event &event)
{
    const auto *posted = std::get_if<protocol::MessagePosted>(&event.payload);
    if (!posted || event.actor == m_parts.practice.self() || !event.text)
        return;
    m_parts.receipts.send(protocol::ReceiptState::Delivered, event.seq);
    Q_EMIT messageArrived(posted->conversation, MessageId(event.seq.value));
}

void LiveMessageManager::updateUnread()
{
    const int unread = m_parts.timelines.unread();
    if (std::exchange(m_unread, unread) != unread)
        Q_EMIT unreadCountChanged(unread);
}

} // namespace handbell::client
