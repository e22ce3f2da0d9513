// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/text/Tokens.h"

namespace handbell::guard {

//! The last token of a postcode that begins at \a first, or -1; its upper-case form without spaces in \a
//! code.
[[nodiscard]] qsizetype postcodeAt(const Tokens &tokens, qsizetype first, QString &code);

} // namespace handbell::guard
