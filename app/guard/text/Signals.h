// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/text/Tokens.h"

namespace handbell::guard {

class PracticeIndex;

// Patterns that raise what stands beside them. Each looks at a bounded number of tokens from \a first on and
// gives the last token of the pattern, or -1.

//! A person's age, with or without sex: "72F", "72 yo", "72-year-old", "aged 72", "M 45"; 0 to 120. Where a
//! number and a small letter could be a time or a measure ("10m", "20f"), the letter must be a capital.
[[nodiscard]] qsizetype ageAt(const Tokens &tokens, qsizetype first);

//! A house number, one to three words and a street word: "14 Weelsby St". Not after room, bed, bay or floor,
//! and not the practice's own.
[[nodiscard]] qsizetype streetAddressAt(const Tokens &tokens, qsizetype first, const PracticeIndex &practice);

//! "BP 140/90": clinical content, while "BP" alone is the name of a form or a machine.
[[nodiscard]] qsizetype bloodPressureAt(const Tokens &tokens, qsizetype first);

} // namespace handbell::guard
