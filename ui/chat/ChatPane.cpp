// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ChatPane.h"

#include "client/Futures.h"
#include "client/MessageManager.h"
#include "client/Practice.h"
#include "ui/chat/ChatHeader.h"
#include "ui/chat/MessageListWidget.h"
#include "ui/composer/ComposerWidget.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Panel.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace handbell::ui {

ChatPane::ChatPane(const Theme &theme, client::Practice &practice, client::MessageManager &messages,
                   const MakeModel &makeModel, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_practice(practice)
    , m_messages(messages)
    , m_model(makeModel())
{
    build(practice);
    connect(m_header, &ChatHeader::ringRequested, this, &ChatPane::ringRequested);
    connect(m_list, &MessageListWidget::withdrawConfirmed, this, &ChatPane::withdraw);
    connect(m_list, &MessageListWidget::removeConfirmed, this,
            [this](const QByteArray &waiting) { m_messages.discardRefused(waiting); });
    connect(m_list, &MessageListWidget::endReached, this, &ChatPane::markReadIfSeen);
    connect(m_composer, &ComposerWidget::posted, this, [this] {
        m_notice->hide();
        m_list->goToEnd();
    });
    connect(&messages, &client::MessageManager::messageArrived, this,
            [this](ConversationId conversation, MessageId) {
                if (conversation == m_conversation)
                    markReadIfSeen();
            });
    connect(&messages, &client::MessageManager::postRefused, this,
            [this](ConversationId conversation, const Error &error) { onRefused(conversation, error.code); });
    connect(m_list, &MessageListWidget::writeAgainRequested, this, &ChatPane::writeAgain);
    connect(&practice, &client::Practice::changed, this, &ChatPane::renew);
    connect(&practice, &client::Practice::wasReset, this, &ChatPane::renew);
    connect(&practice, &client::Practice::presenceChanged, this, &ChatPane::renew);
}

ChatPane::~ChatPane()
{
    // The list's proxy must go before the model that it looks at.
    delete m_list;
}

void ChatPane::build(const client::Practice &practice)
{
    m_pages = new QStackedLayout(this);
    auto *nothing = new TextLabel(m_theme, TextSize::Body, Token::Muted,
                                  tr("Choose a conversation, or a person to write to."), this);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setWordWrap(true);
    m_pages->addWidget(nothing);

    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new ChatHeader(m_theme, practice, page);
    m_list = new MessageListWidget(m_theme, *m_model, practice, page);
    buildNotice(page);
    m_composer = new ComposerWidget(
        m_theme, [this](const guard::ScreenedText &text) { return m_messages.post(m_conversation, text); },
        [this] { return m_practice.guard(); }, [this] { return m_practice.tone(); }, page);
    column->addWidget(m_header);
    column->addWidget(new Separator(m_theme, Qt::Horizontal, page));
    column->addWidget(m_list, 1);
    column->addWidget(m_notice);
    column->addWidget(new Separator(m_theme, Qt::Horizontal, page));
    column->addWidget(m_composer);
    m_pages->addWidget(page);
}

void ChatPane::buildNotice(QWidget *page)
{
    m_notice = new QWidget(page);
    auto *row = new QHBoxLayout(m_notice);
    const int along = m_theme.spacing(Space::Small);
    row->setContentsMargins(18, along, 18, along);
    row->setSpacing(along);
    row->addWidget(new IconLabel(m_theme, Icon::Warning, Token::Urgent, {}, m_notice), 0, Qt::AlignTop);
    m_noticeText = new TextLabel(m_theme, TextSize::Small, Token::Urgent, {}, m_notice);
    m_noticeText->setWordWrap(true);
    row->addWidget(m_noticeText, 1);
    m_notice->hide();
}

void ChatPane::setToday(Today today)
{
    m_list->setToday(std::move(today));
}

void ChatPane::openConversation(ConversationId conversation)
{
    if (conversation != m_conversation) {
        keepDraft();
        showConversation(conversation);
    }
    if (!m_conversation.isValid())
        return;
    m_composer->focusField();
    markReadIfSeen();
}

void ChatPane::clear()
{
    m_drafts.clear();
    m_refusals.clear();
    showConversation({});
}

void ChatPane::keepDraft()
{
    if (!m_conversation.isValid())
        return;
    const QString text = m_composer->text();
    if (text.trimmed().isEmpty())
        m_drafts.remove(m_conversation);
    else
        m_drafts.insert(m_conversation, text);
}

void ChatPane::showConversation(ConversationId conversation)
{
    // None while the rows change: what comes in then has not been seen, and "new" is told from what was read.
    m_conversation = ConversationId();
    m_notice->hide();
    m_composer->clear();
    m_model->setConversation(conversation);
    m_conversation = conversation;
    m_header->setConversation(conversation);
    m_pages->setCurrentIndex(conversation.isValid() ? 1 : 0);
    renew();
    if (const QString draft = m_drafts.take(conversation); !draft.isEmpty())
        m_composer->setText(draft);
    if (m_refusals.contains(conversation))
        say(ChatWords::refusal(m_refusals.take(conversation)));
    m_list->goToUnread();
}

void ChatPane::renew()
{
    if (!m_conversation.isValid())
        return;
    const protocol::Conversation *conversation = m_practice.state().conversation(m_conversation);
    if (!conversation) {
        // Left it, or signed out: nothing typed may go anywhere.
        showConversation({});
        return;
    }
    m_composer->setRecipient({ChatWords::conversation(m_practice, *conversation),
                              ChatWords::recipientDetail(m_practice, *conversation)});
}

bool ChatPane::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::WindowActivate || event->type() == QEvent::Show)
        markReadIfSeen();
    return handled;
}

void ChatPane::markReadIfSeen()
{
    if (m_conversation.isValid() && isVisible() && isActiveWindow() && !window()->isMinimized() &&
        m_list->isAtEnd())
        m_messages.markRead(m_conversation);
}

void ChatPane::withdraw(MessageId message)
{
    m_notice->hide();
    const ConversationId conversation = m_conversation;
    client::whenAnswered(m_messages.withdraw(conversation, message), this,
                         [this, conversation](const Result<void> &done) {
                             if (done || conversation != m_conversation)
                                 return;
                             say(done.error().code == ErrorCode::Unreachable
                                     ? tr("Not withdrawn: there is no connection. Try again in a moment.")
                                     : tr("Not withdrawn. Try again in a moment."));
                         });
}

void ChatPane::onRefused(ConversationId conversation, ErrorCode code)
{
    if (conversation == m_conversation)
        say(ChatWords::refusal(code));
    else
        m_refusals.insert(conversation, code);
}

void ChatPane::writeAgain(const QString &text)
{
    const QString typed = m_composer->text();
    m_composer->setText(typed.trimmed().isEmpty() ? text : typed + QLatin1Char('\n') + text);
    m_composer->focusField();
}

void ChatPane::say(const QString &words)
{
    m_noticeText->setText(words);
    m_notice->setAccessibleName(words);
    m_notice->show();
    QAccessibleEvent event(m_notice, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace handbell::ui
