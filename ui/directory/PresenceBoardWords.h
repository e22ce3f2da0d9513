// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Entities.h"

#include <QIdentityProxyModel>

#include <optional>

namespace handbell::client {
class PresenceBoardModel;
}

namespace handbell::ui {

//! The presence board in words: every row has a text that says all of it, for the screen reader and for
//! type-to-find, and the parts the delegate paints. Its source must outlive it.
class PresenceBoardWords : public QIdentityProxyModel
{
    Q_OBJECT

public:
    enum Role {
        PlaceRole = Qt::UserRole + 100, //!< QString: the room, or the person who is not in
        PersonRole,                     //!< QString: who is there, "you" for oneself; empty for nobody
        JobWordsRole,                   //!< QString: "GP"
        StateWordsRole,                 //!< QString: "In consultation since 10:31", "Nobody signed in"
        EmptyRole,                      //!< bool: a room with nobody in it
        RingableRole,                   //!< bool: somebody other than oneself can be rung there
        HeadingRole,                    //!< QString: section heading above this row, or empty
    };

    explicit PresenceBoardWords(client::PresenceBoardModel &board, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    //! Whom the bell of \a index rings: the room; none where ringing makes no sense.
    [[nodiscard]] std::optional<protocol::Address> address(const QModelIndex &index) const;
    //! The person of \a index other than oneself; none for empty rooms.
    [[nodiscard]] MemberId person(const QModelIndex &index) const;

private:
    [[nodiscard]] QString sentence(const QModelIndex &index) const;
    [[nodiscard]] QString stateWords(const QModelIndex &source) const;
    [[nodiscard]] QString heading(const QModelIndex &source) const;
};

} // namespace handbell::ui
