// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/rules/NameWords.h"

namespace handbell::guard {

//! "J Smith" or "J. Smith" from the capital at \a token on, beside a patient word, where no other word stands
//! before it ("vitamin D Deficiency").
[[nodiscard]] std::optional<Name> initialledName(const RuleInput &input, qsizetype token);

//! A given name that is hardly anything else, and a surname, beside a patient word: "Owain Prosser, pt of",
//! "the pt is Grace Abiodun"; directly after it also in small letters, as people type in a hurry.
[[nodiscard]] std::optional<Name> forenamedPatient(const RuleInput &input, qsizetype token);

//! A first name and a surname directly after a patient word: "pt Gwyn Rees-Thomas", "mum of Ellie
//! Cartwright".
[[nodiscard]] std::optional<Name> namedPatient(const RuleInput &input, qsizetype token);

} // namespace handbell::guard
