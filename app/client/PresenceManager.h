// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
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
    //! has it. While the line is down it is sent after the next connect.
    virtual void setState(protocol::PresenceState state, std::optional<WallTime> until = {}) = 0;
    [[nodiscard]] virtual protocol::PresenceState state() const = 0;

Q_SIGNALS:
    void stateChanged(handbell::protocol::PresenceState state);
};

} // namespace handbell::client
