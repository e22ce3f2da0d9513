// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"
#include "ui/ledger/LedgerView.h"

#include <QCoreApplication>

namespace handbell::ui {

//! The interruption ledger in words for staff. Rooms and roles are named, people never. GUI thread only.
class LedgerWords
{
    Q_DECLARE_TR_FUNCTIONS(handbell::ui::LedgerWords)

public:
    //! As a choice and a heading: "Room".
    [[nodiscard]] static QString way(LedgerWay way);
    //! As a choice: "Last 7 days".
    [[nodiscard]] static QString period(LedgerPeriod period);
    //! "Consulting room 3", "Other roles", "09:00", "Urgent".
    [[nodiscard]] static QString name(const protocol::LedgerLine &line, LedgerWay way);
    //! "42 alerts in the last 7 days. About 9 in 10 were answered, half of them within 40 s."
    [[nodiscard]] static QString summary(const protocol::LedgerLine &all, LedgerPeriod period);
    //! "10 routine, 2 important, 1 urgent"
    [[nodiscard]] static QString breakdown(const protocol::LedgerLine &line);
    //! "92 %", or a dash where it is held back, or empty where nothing ran its course.
    [[nodiscard]] static QString share(const protocol::LedgerLine &line);
    //! "40 s", or a dash where it is held back, or empty where nothing was answered.
    [[nodiscard]] static QString halfWithin(const protocol::LedgerLine &line);
    //! What stands where too few people are behind a number.
    [[nodiscard]] static QString heldBack();
    //! What the dash means.
    [[nodiscard]] static QString heldBackNote();
    //! Why there is no ledger.
    [[nodiscard]] static QString failure(ErrorCode code);

private:
    [[nodiscard]] static QString answered(const protocol::LedgerOutcome &outcome);
};

} // namespace handbell::ui
