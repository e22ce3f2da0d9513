// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "protocol/Ledger.h"

#include <functional>

namespace handbell::server {

//! Where the interruption ledger is read, away from the hub's thread: a pool in a running server, at once in
//! a test. Called in the hub's thread, answers in it, exactly once, never from within the call.
class LedgerReader
{
public:
    using Read = std::function<void(const Result<protocol::Ledger> &)>;

    virtual ~LedgerReader() = default;
    //! The ledger of the alerts raised from \a from until before \a until. False where too many are waiting:
    //! \a done is not called.
    [[nodiscard]] virtual bool read(WallTime from, WallTime until, Read done) = 0;
};

} // namespace handbell::server
