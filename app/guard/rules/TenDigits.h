// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/rules/Rule.h"

#include <array>
#include <optional>
#include <span>

namespace handbell::guard {

//! Ten digits in a text, grouped any way: what the health numbers of the four nations have in common.
struct TenDigits
{
    qsizetype firstGroup = 0;
    qsizetype lastGroup = 0;
    QStringView digits() const { return QStringView(units.data(), static_cast<qsizetype>(units.size())); }
    std::array<QChar, 10> units{};
    bool canonical = false; //!< written in one piece, 3-3-4 or 6-4
    qsizetype firstToken = 0;
    qsizetype lastToken = 0;
};

//! A word that may stand directly before a number, glued on or with a colon between: "NHS: 485 …".
using LabelWords = std::span<const QStringView>;

//! The ten digits in \a groups.
[[nodiscard]] TenDigits tenDigitsOf(const RuleInput &input, TenDigitGroups groups);

//! Modulus 11 with weights 10 to 2: the check is 11 − (sum mod 11), 11 counts as 0 and 10 is never issued.
[[nodiscard]] bool passesModulus11(QStringView tenDigits);

//! One digit ten times.
[[nodiscard]] bool isFiller(QStringView digits);

[[nodiscard]] bool standsDirectlyBefore(LabelWords words, const Tokens &tokens, qsizetype token);

//! Whether no character beside the number forbids it: a letter that is not one of \a words, a plus sign, a
//! slash, money.
[[nodiscard]] bool neighboursAllow(const RuleInput &input, const TenDigits &number, LabelWords words);

//! Whether these ten digits are not ten out of twelve: the number stands alone, or is written as people write
//! it beside another number.
[[nodiscard]] bool standsAlone(const RuleInput &input, const TenDigits &number, bool labelled);

//! What a label says of ten digits: none, one that an order's label outweighs, one that counts.
enum class NumberLabel { None, Outweighed, Counts };
//! \a floor is the first token after the number before.
[[nodiscard]] NumberLabel labelOf(const RuleInput &input, const TenDigits &number, Topic label,
                                  LabelWords words, qsizetype floor);

//! Reads every ten digits of a text, left to right; \a judge says what they are, given the first token after
//! the number before.
template <class Judge>
void findTenDigits(const RuleInput &input, Candidates &found, Judge judge)
{
    qsizetype floor = 0;
    for (const TenDigitGroups &groups : input.digits.tens()) {
        if (input.digits.at(groups.first).token < floor)
            continue;
        const std::optional<Candidate> candidate = judge(input, tenDigitsOf(input, groups), floor);
        if (!candidate)
            continue;
        found.push_back(*candidate);
        floor = candidate->lastToken + 1;
    }
}

//! A number that one nation issues: there it counts by itself, elsewhere only after its label, and then even
//! where it is mistyped.
struct NationalNumber
{
    Kind kind;
    Nation nation;
    Topic label;
    LabelWords directLabels;
    bool (*isIssued)(QStringView tenDigits);
    QLatin1String labelled, labelledInvalid, issued, besideOrder; //!< rule ids
};
void findNationalNumbers(const RuleInput &input, Candidates &found, const NationalNumber &national);

} // namespace handbell::guard
