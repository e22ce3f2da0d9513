// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/models/PresenceBoardModel.h"
#include "protocol/Entities.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QKeySequence>

#include <array>

namespace handbell::ui {

//! How people's states read on the board, on the state button and in the flyout. GUI thread only.
class DirectoryWords
{
    Q_DECLARE_TR_FUNCTIONS(handbell::ui::DirectoryWords)

public:
    //! What a member may set, in the order menus show it.
    static constexpr std::array ownStates{
        protocol::PresenceState::Available, protocol::PresenceState::InConsultation,
        protocol::PresenceState::Busy, protocol::PresenceState::Away, protocol::PresenceState::OnBreak};

    //! On its own: "In consultation".
    [[nodiscard]] static QString state(protocol::PresenceState state);
    //! "In consultation since 10:31", "On break until 11:00", "Available". Another day than \a today is
    //! named.
    [[nodiscard]] static QString stateWithTime(protocol::PresenceState state, const QDateTime &since,
                                               const QDateTime &until, const QDate &today);
    //! The key that sets \a state.
    [[nodiscard]] static QKeySequence shortcut(protocol::PresenceState state);
    [[nodiscard]] static QString section(client::PresenceBoardModel::Section section);
};

} // namespace handbell::ui
