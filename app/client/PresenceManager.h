// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "client/DeskUse.h"
#include "protocol/Entities.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace handbell::client {

//! This member's own presence. Main thread only.
class PresenceManager : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Takes effect at once on this workstation (cards are held or let go), and on the board when the server
    //! has it. While the line is down it is sent after the next connect. Ends by itself at \a until.
    virtual void setState(protocol::PresenceState state, std::optional<WallTime> until = {}) = 0;
    //! What is shown: the member's choice, or away while nobody is at the workstation (OwnPresence).
    [[nodiscard]] virtual protocol::PresenceState state() const = 0;
    //! When the state ends by itself.
    [[nodiscard]] virtual std::optional<WallTime> until() const = 0;
    //! How the workstation is used: routine alerts wait while others look at its screen or nobody can.
    virtual void setDeskUse(const DeskUse &use) = 0;
    [[nodiscard]] virtual DeskUse deskUse() const = 0;
    //! The answer to consultationCheckDue(): it goes on.
    virtual void confirmConsultation() = 0;

Q_SIGNALS:
    //! The state, or its end.
    void stateChanged(handbell::protocol::PresenceState state);
    void deskUseChanged();
    //! In consultation for so long that it may have been forgotten: ask.
    void consultationCheckDue();
};

} // namespace handbell::client
