// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/rules/NameWords.h"
#include "guard/text/WordSet.h"

namespace handbell::guard {

inline constexpr WordSet nameTitles(std::array<QStringView, 7>{u"mr", u"mrs", u"mx", u"ms", u"miss",
                                                               u"master", u"baby"});

//! The title at \a token and the name after it: "Mr J. Smith".
[[nodiscard]] std::optional<Name> titledName(const RuleInput &input, qsizetype token);

//! "MrAbernathy", "MrsO'Neill": the space was left out.
[[nodiscard]] std::optional<Name> gluedName(const Tokens &tokens, qsizetype token);

} // namespace handbell::guard
