// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/LedgerManager.h"

#include <QPromise>

#include <deque>

namespace handbell::testing {

//! Takes what is asked and answers when told to.
class FakeLedgerManager final : public client::LedgerManager
{
public:
    using Answer = Result<protocol::Ledger>;

    struct Asked
    {
        WallTime from;
        WallTime until;
        QPromise<Answer> promise;
    };
    std::deque<Asked> asked; //!< not yet answered
    int count = 0;           //!< over all

    QFuture<Answer> fetch(WallTime from, WallTime until) override
    {
        ++count;
        asked.push_back({from, until, {}});
        asked.back().promise.start();
        return asked.back().promise.future();
    }
    //! Answers the oldest.
    void answer(const Answer &answer)
    {
        Asked one = std::move(asked.front());
        asked.pop_front();
        one.promise.addResult(answer);
        one.promise.finish();
    }
};

inline protocol::LedgerLine line(const char *name, int routine, int important, int urgent,
                                 std::optional<protocol::LedgerOutcome> outcome = {})
{
    return {QString::fromUtf8(name), routine, important, urgent, outcome};
}

//! A week of a practice.
inline protocol::Ledger week()
{
    using protocol::LedgerOutcome;
    protocol::Ledger ledger;
    ledger.all = line("", 61, 28, 5, LedgerOutcome{80, 9, 5, 0, 14, 41});
    ledger.rooms = {line("Front desk", 22, 9, 2, LedgerOutcome{27, 3, 3, 0, 2, 36}),
                    line("Consulting room 3", 12, 6, 1),
                    line("Consulting room 5", 9, 5, 0),
                    line("Treatment room", 7, 4, 2, LedgerOutcome{12, 1, 0, 0, 3, 22}),
                    line("Consulting room 1", 6, 3, 0),
                    line("Back office", 4, 1, 0),
                    line("", 3, 0, 0)};
    ledger.roles = {line("Receptionist", 30, 12, 4, LedgerOutcome{40, 4, 2, 0, 4, 33}),
                    line("GP", 20, 10, 1, LedgerOutcome{24, 5, 2, 0, 8, 95}),
                    line("Nurse", 10, 6, 2, LedgerOutcome{17, 1, 0, 0, 2, 28}),
                    line("", 4, 1, 0, LedgerOutcome{4, 1, 0, 0, 1, std::nullopt})};
    const int hours[][3] = {{4, 1, 0}, {12, 5, 1}, {14, 7, 2}, {9, 5, 1}, {0, 0, 0},
                            {5, 2, 0}, {8, 4, 1},  {6, 3, 0},  {3, 1, 0}};
    int hour = 8;
    for (const auto &[routine, important, urgent] : hours) {
        const int alerts = routine + important + urgent;
        if (alerts > 0)
            ledger.hours.push_back(line(
                hour < 10 ? qPrintable(QStringLiteral("0%1").arg(hour)) : qPrintable(QString::number(hour)),
                routine, important, urgent, LedgerOutcome{alerts - 1, 1, 0, 0, 1, 20 + alerts}));
        ++hour;
    }
    ledger.importances = {line("routine", 61, 0, 0, LedgerOutcome{50, 8, 3, 0, 9, 55}),
                          line("important", 0, 28, 0, LedgerOutcome{25, 1, 2, 0, 4, 24}),
                          line("urgent", 0, 0, 5, LedgerOutcome{5, 0, 0, 0, 1, std::nullopt})};
    return ledger;
}

} // namespace handbell::testing
