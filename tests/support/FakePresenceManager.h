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
        Q_EMIT stateChanged(state);
    }
    protocol::PresenceState state() const override { return m_state; }

private:
    protocol::PresenceState m_state = protocol::PresenceState::Available;
};

} // namespace handbell::testing
