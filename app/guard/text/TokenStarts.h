// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

#include <array>

namespace handbell::guard {

enum class TokenType : quint8 {
    Outside, //!< before the first or after the last token
    Letters,
    Digits,
    Space, //!< a run of spaces on one line
    Newline,
    Symbol, //!< any other single character
};

inline constexpr char16_t firstBeyondAscii = 0x80;
//! The types of the tokens that begin with an ASCII character, folded.
extern const std::array<TokenType, firstBeyondAscii> plainTypes;
//! Of what type a token is that begins with any other.
[[nodiscard]] TokenType typeOfOther(char16_t unit);
[[nodiscard]] inline TokenType typeOf(char16_t unit)
{
    return unit < firstBeyondAscii ? plainTypes[unit] : typeOfOther(unit);
}

//! Writes the unit at which each token of \a folded begins to \a starts, where there is room for as many as
//! \a folded has units; how many they are. Runs of letters, digits and spaces are one token, all else is one
//! each.
[[nodiscard]] size_t findTokenStarts(QStringView folded, qint32 *starts);

} // namespace handbell::guard
