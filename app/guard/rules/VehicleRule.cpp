// SPDX-License-Identifier: Apache-2.0
//! \file
//! Vehicle registrations of the current format, AB51 ABC. Source: Driver and Vehicle Licensing Agency,
//! INF104, "Vehicle registration numbers and number plates": two letters for a place (no I, Q or Z), an age
//! identifier (02 to 29 for the first half of 2002 to 2029, 51 to 79 for the second of 2001 to 2029), three
//! letters (no I or Q). Only in capitals: small letters make too many words.
#include "guard/rules/Rules.h"
#include "guard/text/TokenWords.h"

#include <algorithm>

namespace handbell::guard {

namespace {

bool isPlateLetters(QStringView word, qsizetype length, QStringView never)
{
    return word.size() == length && std::all_of(word.begin(), word.end(), [&](QChar c) {
               return c >= u'A' && c <= u'Z' && !isAmong(c, never);
           });
}

bool isAgeIdentifier(QStringView digits)
{
    if (digits.size() != 2)
        return false;
    const int age = numberIn(digits);
    return (age >= 2 && age <= 29) || (age >= 51 && age <= 79);
}

} // namespace

void findVehicles(const RuleInput &input, Candidates &found)
{
    const Tokens &tokens = input.tokens;
    for (qsizetype group = 0; group < input.digits.size(); ++group) {
        const qsizetype age = input.digits.at(group).token;
        if (tokens.at(age).length != 2 || tokens.at(age - 1).length != 2)
            continue;
        const qsizetype end = tokens.isNarrowSpace(age + 1) ? age + 2 : age + 1;
        if (tokens.text(age - 1) == u"FP" && tokens.text(age) == u"10")
            continue; // a prescription form, FP10
        if (isAgeIdentifier(tokens.text(age)) && isPlateLetters(tokens.text(age - 1), 2, u"IQZ") &&
            isPlateLetters(tokens.text(end), 3, u"IQ") && !tokens.isAlphanumeric(age - 2) &&
            !tokens.isAlphanumeric(end + 1))
            found.push_back({Kind::Vehicle,
                             age - 1,
                             end,
                             Verdict::Hint,
                             QLatin1String("vehicle.current"),
                             Remark::None,
                             Raisable::Never,
                             {}});
    }
}

} // namespace handbell::guard
