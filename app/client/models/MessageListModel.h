// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"

#include <QAbstractListModel>

namespace handbell::client {

//! One conversation, oldest first; fetchMore() on the root pages further back. Rows waiting in the outbox
//! stand last.
class MessageListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Delivery {
        Queued,    //!< in the outbox on this workstation's disk
        Accepted,  //!< in the record
        Delivered, //!< on at least one other workstation
        Read,      //!< read by ReadCountRole members
        Refused,   //!< the server did not take it
    };
    Q_ENUM(Delivery)

    enum Role {
        IdRole = Qt::UserRole, //!< qint64, MessageId; 0 while queued
        AuthorRole,            //!< qint64, MemberId
        AuthorNameRole,        //!< QString
        AuthorJobRole,         //!< QString: "Receptionist"
        AuthorRoomRole,        //!< QString: where it was written; empty if unknown
        OwnRole,               //!< bool
        TextRole,              //!< QString; empty if withdrawn
        WithdrawnRole,         //!< bool: a tombstone
        WithdrawnAtRole,       //!< QDateTime
        AtRole,                //!< QDateTime, local time
        FirstOfDayRole,        //!< bool: draw a day separator before it
        FirstOfRunRole,        //!< bool: draw the author's line (author or more than five minutes changed)
        FirstUnreadRole,       //!< bool: draw "new" before it
        DeliveryRole,          //!< int, Delivery; for own messages
        ReadCountRole,         //!< int; for own messages
        WaitingRole,           //!< QByteArray: names a message in the outbox; empty for one in the record
    };

    using QAbstractListModel::QAbstractListModel;

    //! Shows \a conversation; none empties the model.
    virtual void setConversation(ConversationId conversation) = 0;
    [[nodiscard]] virtual ConversationId conversation() const = 0;
};

} // namespace handbell::client
