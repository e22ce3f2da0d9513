// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "protocol/Ledger.h"

#include <QFuture>

namespace handbell::client {

//! The practice's interruption ledger, for administrators. Main thread only.
class LedgerManager
{
public:
    virtual ~LedgerManager() = default;

    //! Of the alerts raised from \a from until before \a until, a day to 366 days. Forbidden for whoever is
    //! no administrator, ServerBusy where it cannot be read now or in time, Unreachable without a line.
    [[nodiscard]] virtual QFuture<Result<protocol::Ledger>> fetch(WallTime from, WallTime until) = 0;
};

} // namespace handbell::client
