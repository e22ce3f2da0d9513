// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace handbell::guard {

//! The units of the shortest word with such an ending that counts.
inline constexpr qsizetype shortestClinicalWord = 7;

//! Whether a word, folded, has an ending that only words of medicine have: tonsillitis, lansoprazole, a word
//! nobody need have listed. Sources: the endings of diagnoses and procedures are Greek and Latin; those of
//! medicines are the stems of the World Health Organization ("The use of stems in the selection of
//! International Nonproprietary Names").
[[nodiscard]] bool hasClinicalEnding(QStringView folded);

} // namespace handbell::guard
