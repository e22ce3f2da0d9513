// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/text/Tokens.h"

namespace handbell::guard {

//! The last token of "BP 140/90" that begins at \a first, or -1: clinical content, while "BP" alone is the
//! name of a form or a machine.
[[nodiscard]] qsizetype bloodPressureAt(const Tokens &tokens, qsizetype first);

} // namespace handbell::guard
