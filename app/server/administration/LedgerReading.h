// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Ledger.h"
#include "record/Record.h"

#include <QTimeZone>

#include <functional>

namespace handbell::administration {

//! The interruption ledger of \a record for the alerts raised from \a from until before \a until, its hours
//! told by \a zone. Who sits where is read from the very beginning, alerts from \a from on: 0.9 s for 100,000
//! events of which nearly half matter (LedgerBenchmark, a debug build), so not for a thread that others wait
//! for. \a goesOn is asked every thousand events; ServerStopping where it says no. Other errors are those of
//! reading the record.
[[nodiscard]] Result<protocol::Ledger> readLedger(
    const record::Record &record, WallTime from, WallTime until, const QTimeZone &zone,
    const std::function<bool()> &goesOn = [] { return true; });

} // namespace handbell::administration
