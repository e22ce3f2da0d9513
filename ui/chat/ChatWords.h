// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"
#include "client/models/MessageListModel.h"
#include "protocol/Entities.h"

#include <QCoreApplication>
#include <QDateTime>

#include <functional>

namespace handbell::client {
class Practice;
}

namespace handbell::ui {

//! The day it is, local; a seam for tests and pictures.
using Today = std::function<QDate()>;

//! Conversations and messages in words. Pure functions of what they are given and of the default locale; GUI
//! thread only.
class ChatWords
{
    Q_DECLARE_TR_FUNCTIONS(handbell::ui::ChatWords)

public:
    //! "Today, Monday 23 November"; the year where it is another one than \a today's.
    [[nodiscard]] static QString dayHeading(const QDate &day, const QDate &today);
    //! "10:42".
    [[nodiscard]] static QString timeOfDay(const QDateTime &at);
    //! As short as it can be told: "10:42", "Fri", "12 Nov", "12 Nov 2025".
    [[nodiscard]] static QString when(const QDateTime &at, const QDate &today);
    //! In a sentence for the screen reader: "10:42", "Friday 20 November, 10:42".
    [[nodiscard]] static QString exactly(const QDateTime &at, const QDate &today);

    //! Whether a message was read by everybody it can be read by is told by \a kind: there is one in a direct
    //! conversation.
    [[nodiscard]] static QString delivery(client::MessageListModel::Delivery delivery, int readCount,
                                          protocol::ConversationKind kind);
    //! Why the server did not take a message, and what can be done.
    [[nodiscard]] static QString refusal(ErrorCode code);
    //! "Withdrawn by Sam Reid at 10:39. The record keeps it."; \a own in place of the name.
    [[nodiscard]] static QString withdrawn(const QString &author, const QDateTime &at, const QDate &today);
    [[nodiscard]] static QString withdrawnByYou(const QDateTime &at, const QDate &today);

    //! How people speak of each other: "Sam", "Dr Okafor".
    [[nodiscard]] static QString shortName(const QString &name);
    //! A group's name, the other member's in a direct one, "Everyone".
    [[nodiscard]] static QString conversation(const client::Practice &practice,
                                              const protocol::Conversation &conversation);
    //! The member of a direct conversation who is not the one whose view it is; none for other kinds.
    [[nodiscard]] static MemberId otherMember(const client::Practice &practice,
                                              const protocol::Conversation &conversation);
    //! "6 members · 4 here now", or "GP · Consulting room 3 · in consultation".
    [[nodiscard]] static QString about(const client::Practice &practice,
                                       const protocol::Conversation &conversation);
    //! Beside the send button: "6 people", or "GP · Consulting room 3".
    [[nodiscard]] static QString recipientDetail(const client::Practice &practice,
                                                 const protocol::Conversation &conversation);
};

} // namespace handbell::ui
