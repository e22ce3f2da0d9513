// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/PresenceManager.h"
#include "client/Sync.h"

namespace handbell::client {

//! The PresenceManager of a real session.
class LivePresenceManager final : public PresenceManager
{
    Q_OBJECT

public:
    LivePresenceManager(Session &session, Practice &practice, Sync &sync, QObject *parent = nullptr);

    void setState(protocol::PresenceState state, std::optional<WallTime> until) override;
    [[nodiscard]] protocol::PresenceState state() const override { return m_state; }

private:
    void send();
    void onFollowing();
    void change(protocol::PresenceState state);

    Session &m_session;
    Practice &m_practice;
    Sync &m_sync;
    protocol::PresenceState m_state = protocol::PresenceState::Available;
    std::optional<WallTime> m_until;
    bool m_chosen = false; //!< by the member since sign-in; until then the server's word counts
};

} // namespace handbell::client
