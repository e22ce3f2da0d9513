// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/rules/Rule.h"

namespace handbell::guard {

//! A name as it was found, before the roster is asked.
struct Name
{
    qsizetype firstToken = 0;
    qsizetype lastToken = 0;
    SpokenName spoken;
    QLatin1String rule = QLatin1String("person_name.titled");
};

//! Whether a word ends a name or is none at all.
[[nodiscard]] bool isNoName(const Tokens &tokens, qsizetype token);

[[nodiscard]] inline bool isCapitalised(QStringView word)
{
    return word.front().isUpper();
}
[[nodiscard]] bool isAllCapitals(QStringView word);

//! The last token of a word with the parts an apostrophe or hyphen joins to it: O'Brien, Smith-Jones. A
//! possessive "'s" stays outside.
[[nodiscard]] qsizetype endOfName(const Tokens &tokens, qsizetype first);

//! Whether the word at \a token can be part of a name whose words before it were typed as \a loud (all
//! capitals) or not.
[[nodiscard]] bool isNameWord(const Tokens &tokens, qsizetype token, bool loud);

//! "Will" before another name.
[[nodiscard]] bool isFirstNameBeforeAnother(const Tokens &tokens, qsizetype token);

enum class Initials { Capitals, AnyCase };

//! Past initials ("J", "J.", "J. P.") and particles ("van der") to where a surname may begin.
[[nodiscard]] qsizetype skipInitials(const RuleInput &input, qsizetype at, SpokenName &spoken,
                                     Initials initials = Initials::Capitals);

//! The words of a name from \a at on: the first is given, further ones must have capitals and touch.
void readWords(const RuleInput &input, qsizetype at, Name &name);

} // namespace handbell::guard
