// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Sightings.h"

namespace handbell::guard {

//! Raises what stands beside something that says more: a name beside a birth date, a telephone number beside
//! a name, any identifier beside clinical words. Identifiers raise each other anywhere in one text; ages and
//! words within combinedReach. \a candidates are all those of a text.
void combine(std::vector<Sighting> &candidates);

//! How far, in UTF-16 units either way, an age or clinical words bear on a name or another identifier: about
//! two sentences of chat.
inline constexpr qsizetype combinedReach = 120;

} // namespace handbell::guard
