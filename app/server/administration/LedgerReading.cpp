// SPDX-License-Identifier: Apache-2.0
#include "server/administration/LedgerReading.h"

#include "server/administration/InterruptionLedger.h"

namespace handbell::administration {

namespace {

//! The clock of a server may have been set back; by more than this, an alert may be missed.
constexpr std::chrono::days clockMargin{1};

//! The first event that is not before \a time, or the one after the last.
Result<Seq> firstSince(const record::Record &record, WallTime time)
{
    const auto head = record.head();
    if (!head)
        return head.error();
    qint64 from = 1;
    qint64 until = head->seq.value + 1;
    while (from < until) {
        const qint64 middle = from + (until - from) / 2;
        const auto event = record.event(Seq(middle));
        if (!event)
            return event.error();
        if (event->at < time)
            from = middle + 1;
        else
            until = middle;
    }
    return Seq(from);
}

} // namespace

Result<protocol::Ledger> readLedger(const record::Record &record, WallTime from, WallTime until,
                                    const QTimeZone &zone, const std::function<bool()> &goesOn)
{
    constexpr int page = 1'000;
    const auto begin = firstSince(record, from - clockMargin);
    if (!begin)
        return begin.error();
    InterruptionLedger ledger(from, until, zone);
    Seq cursor;
    while (goesOn()) {
        const bool before = cursor.value + 1 < begin->value;
        auto events = record.eventsOfKinds(
            before ? InterruptionLedger::placeKinds() : InterruptionLedger::kinds(), cursor, page);
        if (!events)
            return events.error();
        const bool more = events->size() == page;
        while (before && !events->empty() && events->back().seq >= *begin)
            events->pop_back(); // read again, with the alerts among them
        for (const protocol::Event &event : *events)
            ledger.add(event);
        if (before && (!more || events->size() < page))
            cursor = Seq(begin->value - 1);
        else if (!more)
            return ledger.ledger();
        else
            cursor = events->back().seq;
    }
    return Error{ErrorCode::ServerStopping, QStringLiteral("the ledger was not read to its end")};
}

} // namespace handbell::administration
