// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Assessment.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace handbell::ui {

//! How to make a text safer without typing: the edits that "Remove it" and "Use initials" stand for. Pure
//! functions of a text and of what the guard found in it; linear in the text for each finding.
class SaferText
{
public:
    //! A stretch of the text, and what stands there afterwards.
    struct Edit
    {
        guard::Span span;
        QString replacement; //!< empty where the stretch is cut

        friend bool operator==(const Edit &, const Edit &) = default;
    };
    //! Sorted by start; no two overlap.
    using Edits = std::vector<Edit>;

    //! Cuts every finding that is not silent, with what would be left of it and means nothing by itself: its
    //! label ("dob :"), brackets around nothing, a doubled space or comma. A label that the sentence needs
    //! ("his dob is") stays.
    [[nodiscard]] static Edits removal(QStringView text, const guard::Assessment &assessment);
    //! Puts initials in the place of every name: "Mrs J" for a title and a name, "DR" for first name and
    //! surname. Empty where there is no name, or nothing but initials in it.
    [[nodiscard]] static Edits initials(QStringView text, const guard::Assessment &assessment);
    //! \a text after \a edits.
    [[nodiscard]] static QString applied(const QString &text, const Edits &edits);
};

} // namespace handbell::ui
