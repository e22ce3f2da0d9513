// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/PresenceManager.h"

#include <utility>
#include <vector>

namespace handbell::testing {

//! A PresenceManager that takes every state at once and keeps the calls.
class FakePresenceManager : public client::PresenceManager
{
public:
    using client::PresenceManager::PresenceManager;

    std::vector<std::pair<protocol::PresenceState, std::optional<WallTime>>> calls;

    void setState(protocol::PresenceState state, std::optional<WallTime> until = {}) override
    {
        calls.emplace_back(state, until);
        m_state = state;
        m_until = until;
        Q_EMIT stateChanged(state);
    }
    protocol::PresenceState state() const override { return m_state; }
    std::optional<WallTime> until() const override { return m_until; }
    void setDeskUse(const client::DeskUse &use) override
    {
        m_use = use;
        Q_EMIT deskUseChanged();
    }
    client::DeskUse deskUse() const override { return m_use; }
    void confirmConsultation() override { ++confirmations; }

    int confirmations = 0;

private:
    protocol::PresenceState m_state = protocol::PresenceState::Available;
    std::optional<WallTime> m_until;
    client::DeskUse m_use;
};

} // namespace handbell::testing
