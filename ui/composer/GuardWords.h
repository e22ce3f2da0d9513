// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Assessment.h"

#include <QCoreApplication>
#include <QString>

namespace handbell::ui {

//! Turns what the guard found into words for the one who typed it. Never repeats the text itself.
class GuardWords
{
    Q_DECLARE_TR_FUNCTIONS(handbell::ui::GuardWords)

public:
    //! "a name", "a date of birth": as in "This looks like a patient: …".
    [[nodiscard]] static QString kind(guard::Kind kind);
    //! "a name and a phone number": each kind once, in the order found.
    [[nodiscard]] static QString kinds(const guard::Assessment &assessment);
    //! The bar's heading: "This looks like a patient: a name and a phone number."
    [[nodiscard]] static QString heading(const guard::Assessment &assessment);
    //! Why it matters and what would be safer.
    [[nodiscard]] static QString advice(const guard::Assessment &assessment);
    //! One quiet line for a hint: "A name. Fine if it is not a patient's."
    [[nodiscard]] static QString hint(const guard::Assessment &assessment);
};

} // namespace handbell::ui
