// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>

namespace handbell::client {

//! Who is in and where: a row for each person in a room, a row for each room nobody is in, then people who
//! are offline. Sorted by section (consulting, desk and office, offline), then room name in natural order,
//! then person.
class PresenceBoardModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Section { Consulting, DeskAndOffice, NotIn };
    Q_ENUM(Section)

    enum Role {
        SectionRole = Qt::UserRole, //!< int, Section
        RoomIdRole,                 //!< qint64, RoomId; 0 for people who are not in
        RoomNameRole,               //!< QString
        MemberIdRole,               //!< qint64, MemberId; 0 for an empty room
        MemberNameRole,             //!< QString
        JobRole,                    //!< QString: "Nurse"
        StateRole,                  //!< int, protocol::PresenceState
        SinceRole,                  //!< QDateTime, local; invalid where unknown
        UntilRole,                  //!< QDateTime, local; invalid where none
        SelfRole,                   //!< bool
        WorkstationNameRole,        //!< QString
    };

    using QAbstractListModel::QAbstractListModel;
};

} // namespace handbell::client
