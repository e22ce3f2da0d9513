// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Assessment.h"
#include "guard/Tone.h"

#include <QCoreApplication>
#include <QString>
#include <QStringView>

#include <vector>

namespace handbell::ui {

//! Turns what the guard found into words for the one who typed it. Never repeats the text itself, but for a
//! time of day in it and where toneDescription() says so.
class GuardWords
{
    Q_DECLARE_TR_FUNCTIONS(handbell::ui::GuardWords)

public:
    //! What the text is for.
    enum class Medium { Message, AlertNote };

    //! "a name", "a date of birth": as in "This looks like a patient: …".
    [[nodiscard]] static QString kind(guard::Kind kind);
    //! "a name and a phone number": each kind once, in the order found.
    [[nodiscard]] static QString kinds(const guard::Assessment &assessment);
    //! The bar's heading: "This looks like a patient: a name and a phone number, with something about
    //! health."
    [[nodiscard]] static QString heading(const guard::Assessment &assessment);
    //! Why it matters in \a medium, and a safer form that fits the kinds; where \a text, which was assessed,
    //! speaks of a person and a time, one with that time.
    [[nodiscard]] static QString advice(const guard::Assessment &assessment, QStringView text = {},
                                        Medium medium = Medium::Message);
    //! One quiet line for a hint: "A name seen. Fine if not a patient's."
    [[nodiscard]] static QString hint(const guard::Assessment &assessment);
    //! One quiet line for words aimed at a person.
    [[nodiscard]] static QString toneHint();
    //! The same for whoever cannot see the underlines: which words of \a text it is about.
    [[nodiscard]] static QString toneDescription(QStringView text, const std::vector<guard::ToneHint> &hints);

private:
    [[nodiscard]] static QString remark(const guard::Assessment &assessment);
    [[nodiscard]] static QString saferForm(const guard::Assessment &assessment, QStringView text);
};

} // namespace handbell::ui
