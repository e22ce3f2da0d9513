// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "protocol/Ledger.h"

#include <utility>
#include <vector>

namespace handbell::ui {

//! What an interruption ledger is laid out by.
enum class LedgerWay { Room, Role, Hour, Importance };

//! The times it is asked for: 7 days, 28 days, three months, today included.
enum class LedgerPeriod { Week, Weeks, Months };

//! From the first moment of \a period until the end of the local day of \a now.
[[nodiscard]] std::pair<WallTime, WallTime> timeOf(LedgerPeriod period, WallTime now);

//! The lines of \a ledger by \a way, as they are shown: hours without alerts stand between those with some.
[[nodiscard]] std::vector<protocol::LedgerLine> linesOf(const protocol::Ledger &ledger, LedgerWay way);

} // namespace handbell::ui
