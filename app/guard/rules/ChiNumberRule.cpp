// SPDX-License-Identifier: Apache-2.0
//! \file
//! CHI numbers of Scotland. Source: NHS Scotland, Data Dictionary, "CHI Number": the date of birth as DDMMYY,
//! two digits, one that is even for women and odd for men, and the check digit of the NHS number.
#include "guard/rules/Rules.h"
#include "guard/rules/TenDigits.h"

#include <array>

namespace handbell::guard {

namespace {

//! The first six digits are a day of some year.
bool beginsWithADate(QStringView digits)
{
    const auto two = [&](qsizetype at) {
        return digits.mid(at, 2).toUInt();
    };
    const auto on = [&](int century) {
        return std::chrono::year_month_day{std::chrono::year{century + static_cast<int>(two(4))},
                                           std::chrono::month{two(2)}, std::chrono::day{two(0)}};
    };
    return on(1900).ok() || on(2000).ok();
}

} // namespace

void findChiNumbers(const RuleInput &input, Candidates &found)
{
    static constexpr std::array<QStringView, 3> directLabels{u"chi", u"chino", u"chinumber"};
    findNationalNumbers(input, found,
                        {Kind::ChiNumber, Nation::Scotland, Topic::ChiNumberLabel, directLabels,
                         beginsWithADate, QLatin1String("chi_number.labelled"),
                         QLatin1String("chi_number.labelled_invalid"), QLatin1String("chi_number.issued"),
                         QLatin1String("chi_number.beside_order")});
}

} // namespace handbell::guard
