// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/rules/Rule.h"

#include <span>

namespace handbell::guard {

void findNhsNumbers(const RuleInput &input, Candidates &found);
void findDatesOfBirth(const RuleInput &input, Candidates &found);
void findPersonNames(const RuleInput &input, Candidates &found);
void findPostcodes(const RuleInput &input, Candidates &found);
void findPhoneNumbers(const RuleInput &input, Candidates &found);

//! Every rule there is. Where two of them claim the same characters, the stronger verdict wins, then the
//! earlier rule.
[[nodiscard]] std::span<const Rule> allRules();

} // namespace handbell::guard
