// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/MessageNotifier.h"

#include "client/MessageManager.h"
#include "client/Practice.h"
#include "client/PresenceManager.h"

namespace handbell::ui {

MessageNotifier::MessageNotifier(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
    connect(&m_parts.messages, &client::MessageManager::messageArrived, this, &MessageNotifier::arrived);
}

void MessageNotifier::arrived(ConversationId conversation)
{
    if (m_parts.presence.state() == protocol::PresenceState::InConsultation || m_parts.windowInUse())
        return;
    const SteadyTime now = m_parts.clock.steadyNow();
    if (m_told && now - *m_told < Pause)
        return;
    m_told = now;
    Q_EMIT notify(conversation, words(conversation));
}

QString MessageNotifier::words(ConversationId id) const
{
    const int unread = m_parts.messages.unreadCount();
    if (unread > 1)
        return tr("%n unread messages", nullptr, unread);
    const protocol::Conversation *conversation = m_parts.practice.state().conversation(id);
    if (!conversation)
        return tr("A new message");
    switch (conversation->kind) {
    case protocol::ConversationKind::Everyone:
        return tr("A new message to everyone");
    case protocol::ConversationKind::Group:
        return tr("A new message in %1", "group").arg(conversation->name);
    case protocol::ConversationKind::Direct:
        break;
    }
    for (const MemberId member : conversation->members) {
        const protocol::Member *other = m_parts.practice.state().member(member);
        if (other && member != m_parts.practice.self())
            return tr("A new message from %1", "person").arg(other->name);
    }
    return tr("A new message");
}

} // namespace handbell::ui
