// SPDX-License-Identifier: Apache-2.0
#include "guard/rules/Rules.h"

#include <array>

namespace handbell::guard {

std::span<const Rule> allRules()
{
    static constexpr std::array<Rule, 13> rules{
        findNhsNumbers,
        findDatesOfBirth,
        findPersonNames,
        findPostcodes,
        findPhoneNumbers,
        findChiNumbers,
        findHscNumbers,
        findAges,
        findAddresses,
        findEmails,
        findNationalInsuranceNumbers,
        findRecordNumbers,
        findVehicles,
    };
    return rules;
}

} // namespace handbell::guard
