// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ChatHeader.h"

#include "client/Practice.h"
#include "ui/chat/ChatWords.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace handbell::ui {

using protocol::Address;
using protocol::ConversationKind;

ChatHeader::ChatHeader(const Theme &theme, const client::Practice &practice, QWidget *parent)
    : QWidget(parent)
    , m_practice(practice)
    , m_name(new ElidedLabel(theme, TextSize::Heading, Token::Text, {}, this))
    , m_about(new ElidedLabel(theme, TextSize::Small, Token::Muted, {}, this))
    , m_ring(new ActionButton(theme, ActionButton::Role::Plain, tr("Ring"), this))
{
    m_name->setTextSize(TextSize::Heading, Weight::Semibold);
    m_name->setObjectName(QStringLiteral("name"));
    m_about->setObjectName(QStringLiteral("about"));
    m_ring->setObjectName(QStringLiteral("ring"));
    m_ring->setThemeIcon(Icon::Bell);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, theme.spacing(Space::Small) + 2, 18, theme.spacing(Space::Small) + 2);
    row->setSpacing(theme.spacing(Space::Medium));
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(m_name);
    words->addWidget(m_about);
    row->addLayout(words, 1);
    row->addWidget(m_ring);
    connect(m_ring, &QPushButton::clicked, this, [this] {
        if (m_conversation.isValid())
            Q_EMIT ringRequested(address());
    });
    connect(&practice, &client::Practice::changed, this, &ChatHeader::renew);
    connect(&practice, &client::Practice::wasReset, this, &ChatHeader::renew);
    connect(&practice, &client::Practice::presenceChanged, this, &ChatHeader::renew);
}

void ChatHeader::setConversation(ConversationId conversation)
{
    m_conversation = conversation;
    renew();
}

Address ChatHeader::address() const
{
    const protocol::Conversation *conversation = m_practice.state().conversation(m_conversation);
    if (!conversation || conversation->kind == ConversationKind::Everyone)
        return Address::everyone();
    if (conversation->kind == ConversationKind::Direct)
        return Address::person(ChatWords::otherMember(m_practice, *conversation));
    return Address::group(m_conversation);
}

void ChatHeader::renew()
{
    const protocol::Conversation *conversation = m_practice.state().conversation(m_conversation);
    const QString name = conversation ? ChatWords::conversation(m_practice, *conversation) : QString();
    m_name->setText(name);
    m_about->setText(conversation ? ChatWords::about(m_practice, *conversation) : QString());
    m_ring->setEnabled(conversation != nullptr);
    m_ring->setToolTip(name.isEmpty() ? QString() : tr("Send an alert").toHtmlEscaped());
    m_ring->setAccessibleName(name.isEmpty() ? tr("Ring") : tr("Ring %1", "a person or group").arg(name));
}

} // namespace handbell::ui
