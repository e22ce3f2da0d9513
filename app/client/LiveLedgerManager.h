// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/LedgerManager.h"
#include "client/Session.h"

namespace handbell::client {

//! The LedgerManager of a real session, which outlives it.
class LiveLedgerManager final : public LedgerManager
{
public:
    explicit LiveLedgerManager(Session &session)
        : m_session(session)
    {
    }

    [[nodiscard]] QFuture<Result<protocol::Ledger>> fetch(WallTime from, WallTime until) override;

private:
    Session &m_session;
};

} // namespace handbell::client
