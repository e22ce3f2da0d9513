// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/OwnPresence.h"
#include "client/PresenceManager.h"
#include "client/Sync.h"

#include <QTimer>

namespace handbell::client {

//! The PresenceManager of a real session.
class LivePresenceManager final : public PresenceManager
{
    Q_OBJECT

public:
    //! All must outlive the manager.
    LivePresenceManager(Session &session, Practice &practice, Sync &sync, const Clock &clock,
                        QObject *parent = nullptr);

    void setState(protocol::PresenceState state, std::optional<WallTime> until) override;
    [[nodiscard]] protocol::PresenceState state() const override { return m_own.state(); }
    [[nodiscard]] std::optional<WallTime> until() const override { return m_own.until(); }
    void setDeskUse(const DeskUse &use) override;
    [[nodiscard]] DeskUse deskUse() const override { return m_own.deskUse(); }
    void confirmConsultation() override;

private:
    void send();
    void onFollowing();
    void onTimeout();
    void choose(protocol::PresenceState state, std::optional<WallTime> until);
    //! Tells that state or its end is different, and sends it.
    void tell();
    void startTimer();
    [[nodiscard]] OwnPresence::Now now() const;

    Session &m_session;
    Practice &m_practice;
    Sync &m_sync;
    const Clock &m_clock;
    OwnPresence m_own;
    QTimer m_timer;
    bool m_chosen = false; //!< by the member since sign-in; until then the server's word counts
};

} // namespace handbell::client
