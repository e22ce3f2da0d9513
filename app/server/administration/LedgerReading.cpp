// SPDX-License-Identifier: Apache-2.0
#include "server/administration/LedgerReading.h"

#include "server/administration/InterruptionLedger.h"

namespace handbell::administration {

Result<protocol::Ledger> readLedger(const record::Record &record, WallTime from, WallTime until,
                                    const QTimeZone &zone, const std::function<bool()> &goesOn)
{
    constexpr int page = 1'000;
    InterruptionLedger ledger(from, until, zone);
    Seq cursor;
    while (goesOn()) {
        const auto events = record.eventsOfKinds(InterruptionLedger::kinds(), cursor, page);
        if (!events)
            return events.error();
        for (const protocol::Event &event : *events)
            ledger.add(event);
        if (events->size() < page)
            return ledger.ledger();
        cursor = events->back().seq;
    }
    return Error{ErrorCode::ServerStopping, QStringLiteral("the ledger was not read to its end")};
}

} // namespace handbell::administration
