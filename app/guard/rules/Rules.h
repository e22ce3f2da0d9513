// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Sightings.h"
#include "guard/rules/Rule.h"

#include <span>

namespace handbell::guard {

void findNhsNumbers(const RuleInput &input, Candidates &found);
void findDatesOfBirth(const RuleInput &input, Candidates &found);
void findPersonNames(const RuleInput &input, Candidates &found);
void findPostcodes(const RuleInput &input, Candidates &found);
void findPhoneNumbers(const RuleInput &input, Candidates &found);
void findChiNumbers(const RuleInput &input, Candidates &found);
void findHscNumbers(const RuleInput &input, Candidates &found);
void findAges(const RuleInput &input, Candidates &found);
void findAddresses(const RuleInput &input, Candidates &found);
void findEmails(const RuleInput &input, Candidates &found);
void findNationalInsuranceNumbers(const RuleInput &input, Candidates &found);
void findRecordNumbers(const RuleInput &input, Candidates &found);
void findVehicles(const RuleInput &input, Candidates &found);

//! The clinical words within combinedReach of what was found, in order: why the clinical system is the place
//! for it. Asked once everything is combined.
[[nodiscard]] std::vector<Finding> clinicalContentNear(const Sightings &sightings);

//! Every rule there is. Where two of them claim the same characters, the stronger verdict wins, then the
//! earlier rule.
[[nodiscard]] std::span<const Rule> allRules();

} // namespace handbell::guard
