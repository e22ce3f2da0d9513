// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Entities.h"
#include "ui/chat/ChatWords.h"

#include <QHash>
#include <QWidget>

#include <functional>
#include <memory>

class QStackedLayout;

namespace handbell::client {
class MessageManager;
}

namespace handbell::ui {

class ChatHeader;
class ComposerWidget;
class MessageListWidget;
class TextLabel;
class Theme;

//! One conversation: who it is with, what was said, and where to write. Counts it as read only while
//! somebody can see its end: the window is active, the pane in view, the list at its end. Keeps what was
//! typed for each conversation until clear(), and says in words why a message was not taken. GUI thread only.
class ChatPane : public QWidget
{
    Q_OBJECT

public:
    using MakeModel = std::function<std::unique_ptr<client::MessageListModel>()>;

    //! Theme, practice and messages must outlive the pane. \a makeModel is asked once, at once.
    ChatPane(const Theme &theme, client::Practice &practice, client::MessageManager &messages,
             const MakeModel &makeModel, QWidget *parent = nullptr);
    ~ChatPane() override;

    //! Shows \a conversation from where it is unread, and puts the cursor where one writes; none is clear()
    //! that keeps the drafts.
    void openConversation(ConversationId conversation);
    //! Nobody is signed in: shows nothing and forgets everything typed.
    void clear();
    [[nodiscard]] ConversationId conversation() const { return m_conversation; }
    //! What day is called today; the system's unless set.
    void setToday(Today today);

Q_SIGNALS:
    void ringRequested(const handbell::protocol::Address &address);

protected:
    bool event(QEvent *event) override;

private:
    void build(const client::Practice &practice);
    void buildNotice(QWidget *page);
    void renew();
    void showConversation(ConversationId conversation);
    void keepDraft();
    void markReadIfSeen();
    void withdraw(MessageId message);
    void onRefused(ConversationId conversation, ErrorCode code);
    void writeAgain(const QString &text);
    void say(const QString &words);

    const Theme &m_theme;
    client::Practice &m_practice;
    client::MessageManager &m_messages;
    std::unique_ptr<client::MessageListModel> m_model;
    ConversationId m_conversation;
    QHash<ConversationId, QString> m_drafts;
    QHash<ConversationId, ErrorCode> m_refusals; //!< not yet said, for the conversation was not shown
    QStackedLayout *m_pages = nullptr;
    ChatHeader *m_header = nullptr;
    MessageListWidget *m_list = nullptr;
    QWidget *m_notice = nullptr;
    TextLabel *m_noticeText = nullptr;
    ComposerWidget *m_composer = nullptr;
};

} // namespace handbell::ui
