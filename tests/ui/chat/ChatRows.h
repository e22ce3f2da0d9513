// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/DemoPractice.h"
#include "tests/support/FakeModels.h"

#include <QDateTime>

//! Rows of the two models of the chat, for its tests. Header only.
namespace handbell::testing::rows {

using client::ConversationListModel;
using client::MessageListModel;
using Delivery = client::MessageListModel::Delivery;

inline const QDate monday(2026, 11, 23);

inline QDateTime at(int hour, int minute, const QDate &day = monday)
{
    return QDateTime(day, QTime(hour, minute));
}

//! A message of Jo Lewis's from Front desk 2.
inline FakeRow message(int id, const QString &text, const QDateTime &when = at(10, 20))
{
    return {{MessageListModel::IdRole, id},
            {MessageListModel::AuthorRole, demo::jo.value},
            {MessageListModel::AuthorNameRole, QStringLiteral("Jo Lewis")},
            {MessageListModel::AuthorJobRole, QStringLiteral("Receptionist")},
            {MessageListModel::AuthorRoomRole, QStringLiteral("Front desk 2")},
            {MessageListModel::TextRole, text},
            {MessageListModel::AtRole, when},
            {MessageListModel::FirstOfRunRole, true}};
}

//! One of Priya Shah's, whose view it is.
inline FakeRow own(int id, const QString &text, Delivery delivery, int read = 0)
{
    FakeRow row = message(id, text, at(10, 21));
    row.insert(MessageListModel::AuthorRole, demo::priya.value);
    row.insert(MessageListModel::AuthorNameRole, QStringLiteral("Priya Shah"));
    row.insert(MessageListModel::OwnRole, true);
    row.insert(MessageListModel::DeliveryRole, int(delivery));
    row.insert(MessageListModel::ReadCountRole, read);
    return row;
}

//! \a count messages from number \a first on, more than fit into a small window.
inline std::vector<FakeRow> many(int first, int count)
{
    std::vector<FakeRow> made;
    for (int id = first; id < first + count; ++id)
        made.push_back(message(id, QStringLiteral("message number %1").arg(id)));
    if (!made.empty())
        made.front().insert(MessageListModel::FirstOfDayRole, true);
    return made;
}

inline FakeRow with(FakeRow row, int role, const QVariant &value)
{
    row.insert(role, value);
    return row;
}

inline FakeRow talk(ConversationId id, protocol::ConversationKind kind, const QString &name, MemberId author,
                    const QString &text, const QDateTime &when, int unread = 0,
                    protocol::PresenceState state = protocol::PresenceState::Offline)
{
    return {{ConversationListModel::IdRole, id.value},
            {ConversationListModel::KindRole, int(kind)},
            {ConversationListModel::NameRole, name},
            {ConversationListModel::PreviewAuthorRole, author.value},
            {ConversationListModel::PreviewTextRole, text},
            {ConversationListModel::LastAtRole, when},
            {ConversationListModel::UnreadRole, unread},
            {ConversationListModel::PresenceRole, int(state)}};
}

} // namespace handbell::testing::rows
