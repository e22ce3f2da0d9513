// SPDX-License-Identifier: Apache-2.0
//! \file
//! Health and Care numbers of Northern Ireland. Source: Business Services Organisation, Health and Care
//! Number index: ten digits from 320 000 000x to 399 999 999x with the check digit of the NHS number.
#include "guard/rules/Rules.h"
#include "guard/rules/TenDigits.h"

#include <array>

namespace handbell::guard {

namespace {

bool isInHscRange(QStringView digits)
{
    return digits[0] == u'3' && digits[1] >= u'2';
}

} // namespace

void findHscNumbers(const RuleInput &input, Candidates &found)
{
    static constexpr std::array<QStringView, 3> directLabels{u"hsc", u"hcn", u"hscno"};
    findNationalNumbers(input, found,
                        {Kind::HscNumber, Nation::NorthernIreland, Topic::HscNumberLabel, directLabels,
                         isInHscRange, QLatin1String("hsc_number.labelled"),
                         QLatin1String("hsc_number.labelled_invalid"), QLatin1String("hsc_number.issued"),
                         QLatin1String("hsc_number.beside_order")});
}

} // namespace handbell::guard
