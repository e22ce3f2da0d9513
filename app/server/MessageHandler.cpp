// SPDX-License-Identifier: Apache-2.0
#include "server/MessageHandler.h"

#include "server/Addressing.h"
#include "server/Screening.h"

namespace handbell::server {

namespace {

constexpr size_t maxWithdrawnKept = 1000;

} // namespace

MessageHandler::MessageHandler(Space &space)
    : m_space(space)
{
}

std::optional<Error> MessageHandler::refusalToWrite(const Session &session, ConversationId id) const
{
    if (auto refusal = refusalToEnter(id, session.member, m_space.state()))
        return refusal;
    const protocol::Conversation *conversation = m_space.state().conversation(id);
    if (conversation->kind == protocol::ConversationKind::Direct &&
        m_space.state().participants(id).size() < 2)
        return Error{ErrorCode::NobodyReachable, QStringLiteral("the other member has no account any more")};
    return std::nullopt;
}

void MessageHandler::handle(const Request &request, Session &session, const protocol::MessagePost &message)
{
    record::EventDraft draft = draftFor(session, message, protocol::MessagePosted{message.conversation});
    if (message.text.size() > protocol::maxMessageText.units) {
        m_space.fail(request,
                     Error{ErrorCode::TextTooLong, QStringLiteral("a message has at most 4000 units")});
        return;
    }
    if (message.text.trimmed().isEmpty()) {
        m_space.fail(request, Error{ErrorCode::InvalidField, QStringLiteral("\"text\" is blank")});
        return;
    }
    if (const auto refusal = refusalToWrite(session, message.conversation)) {
        m_space.refuse(request, draft, *refusal);
        return;
    }
    const auto screened = screen(m_space, request, draft, message.text, message.confirmation);
    if (!screened)
        return;
    draft.text = screened->text();
    m_space.writeFor(request, withOverride(std::move(draft), *screened));
}

void MessageHandler::handle(const Request &request, Session &session,
                            const protocol::MessageWithdraw &message)
{
    const Claim claim = m_space.claim({Matter::Topic::Message, message.message.value, 0}, request, message);
    if (!claim)
        return;
    record::EventDraft draft =
        draftFor(session, message, protocol::MessageWithdrawn{message.conversation, message.message});
    const protocol::Conversation *conversation = m_space.state().conversation(message.conversation);
    const auto event = m_space.record().event(Seq(message.message.value));
    const auto *posted = event ? std::get_if<protocol::MessagePosted>(&event->payload) : nullptr;
    if (!conversation || !conversation->includes(session.member) || !posted ||
        posted->conversation != message.conversation) {
        m_space.refuse(request, draft, {ErrorCode::NotFound, QStringLiteral("no such message")});
        return;
    }
    if (event->actor != session.member) {
        m_space.refuse(request, draft,
                       {ErrorCode::Forbidden, QStringLiteral("only its sender takes a message back")});
        return;
    }
    if (const auto known = m_withdrawn.find(message.message); known != m_withdrawn.end()) {
        if (!m_space.answeredEarlier(request, draft))
            m_space.answer(request, protocol::Accepted{known->second.seq, known->second.at});
        return;
    }
    m_space.writeFor(request, std::move(draft), claim);
}

void MessageHandler::handle(const Request &request, Session &session,
                            const protocol::ConversationOpen &message)
{
    const auto [low, high] = std::minmax(session.member, message.member);
    const Claim claim = m_space.claim({Matter::Topic::Pair, low.value, high.value}, request, message);
    if (!claim)
        return;
    record::EventDraft draft = draftFor(
        session, message, protocol::ConversationCreated{protocol::ConversationKind::Direct, {}, {low, high}});
    if (message.member == session.member) {
        m_space.fail(request,
                     Error{ErrorCode::InvalidField, QStringLiteral("\"member\" is the member's own id")});
        return;
    }
    const ConversationId existing = m_space.state().directConversation(session.member, message.member);
    if (existing.isValid()) {
        if (m_space.answeredEarlier(request, draft))
            return;
        const auto event = m_space.record().event(Seq(existing.value));
        if (event)
            m_space.answer(request, protocol::Accepted{event->seq, event->at});
        else
            m_space.fail(request, event.error());
        return;
    }
    const protocol::Member *other = m_space.state().member(message.member);
    if (!other || other->disabled) {
        m_space.refuse(request, draft, {ErrorCode::NotFound, QStringLiteral("no such member")});
        return;
    }
    m_space.writeFor(request, std::move(draft), claim);
}

void MessageHandler::follow(const protocol::Event &event)
{
    if (const auto *withdrawn = std::get_if<protocol::MessageWithdrawn>(&event.payload)) {
        m_withdrawn.try_emplace(withdrawn->message, Kept{event.seq, event.at});
        if (m_withdrawn.size() > maxWithdrawnKept)
            m_withdrawn.erase(m_withdrawn.begin());
    }
}

} // namespace handbell::server
