// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/text/Tokens.h"

namespace handbell::guard {

class PracticeIndex;

//! Whether an address is announced: by a label before it, "lives at".
enum class Announced { No, Yes };

//! The last token of a street address that begins with the house number at \a first, or -1: "14 Weelsby St",
//! "12 Heol y Felin"; where it is announced or a postcode follows, also "5 The Maltings". Not after room,
//! bed, bay or floor, and not the practice's own. Looks at a bounded number of tokens.
[[nodiscard]] qsizetype streetAddressAt(const Tokens &tokens, qsizetype first, const PracticeIndex &practice,
                                        Announced announced);

} // namespace handbell::guard
