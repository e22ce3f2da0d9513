// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Entities.h"

#include <QAbstractListModel>

#include <vector>

namespace handbell::client {

//! Where an alert can go, filtered by what was typed: "c3" finds Consulting room 3, "nur" any nurse. Best
//! match first; without a filter the most recently rung come first, then the favourites.
class TargetModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole, //!< int, protocol::AddressKind
        NameRole,                //!< QString: person's, room's, group's name or job role; empty for Everyone
        ReachNowRole,            //!< int: members who can see it now
        ReachTotalRole,          //!< int: members it means
        PersonNameRole,          //!< QString: who is in that room, or empty
        StateRole,               //!< int, protocol::PresenceState of that person; -1 where several or none
        FavouriteRole,           //!< bool
    };

    using QAbstractListModel::QAbstractListModel;

    virtual void setFilter(const QString &typed) = 0;
    virtual void setFavourites(const std::vector<protocol::Address> &favourites) = 0;
    [[nodiscard]] virtual protocol::Address address(const QModelIndex &index) const = 0;
};

} // namespace handbell::client
