// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>

namespace handbell::client {

//! Conversations of the member, most recent first, groups and Everyone before direct ones. Data only; ui/ has
//! the words.
class ConversationListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, //!< qint64, ConversationId
        KindRole,              //!< int, protocol::ConversationKind
        NameRole, //!< QString: a group's name, a direct conversation's other member; empty for Everyone
        PreviewAuthorRole,    //!< qint64, MemberId of the last message's author; 0 where there is none
        PreviewTextRole,      //!< QString: last message, empty if withdrawn or none
        PreviewWithdrawnRole, //!< bool
        LastAtRole,           //!< QDateTime, invalid where nothing was said
        UnreadRole,           //!< int
        PresenceRole,         //!< int, protocol::PresenceState of the other member; for direct ones
        MemberCountRole,      //!< int
        OnlineCountRole,      //!< int, members not offline
        OtherMemberRole,      //!< qint64, MemberId of the other; for direct ones
    };

    using QAbstractListModel::QAbstractListModel;
};

} // namespace handbell::client
