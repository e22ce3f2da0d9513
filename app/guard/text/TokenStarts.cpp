// SPDX-License-Identifier: Apache-2.0
//! \file
//! Looks at 64 units at once and makes them 64 bits, of which those set are where a token begins. The loops
//! over units have no branches, so that compilers use vector instructions for them.
#include "guard/text/TokenStarts.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <bit>

namespace handbell::guard {

namespace {

constexpr size_t atOnce = 64;

constexpr quint8 asNumber(TokenType type)
{
    return static_cast<quint8>(type);
}

//! \a type where \a is, else nothing.
constexpr quint16 typeWhere(bool is, TokenType type)
{
    return static_cast<quint16>(-quint16{is} & static_cast<quint16>(type));
}

//! The type of an ASCII character, folded. In numbers of one width and without a branch.
constexpr quint16 plainTypeOf(quint16 unit)
{
    const quint16 known = typeWhere(static_cast<quint16>(unit - u'a') < 26, TokenType::Letters) |
                          typeWhere(static_cast<quint16>(unit - u'0') < 10, TokenType::Digits) |
                          typeWhere(unit == u' ', TokenType::Space) |
                          typeWhere(unit == u'\n', TokenType::Newline);
    return static_cast<quint16>(known | typeWhere(known == 0, TokenType::Symbol));
}

//! The types of as many units as are looked at at once.
void readTypes(const char16_t *units, quint8 *types)
{
    quint16 all = 0;
    for (size_t i = 0; i < atOnce; ++i) {
        types[i] = static_cast<quint8>(plainTypeOf(units[i]));
        all = static_cast<quint16>(all | units[i]);
    }
    if (all < firstBeyondAscii)
        return;
    for (size_t i = 0; i < atOnce; ++i) {
        if (units[i] >= firstBeyondAscii)
            types[i] = asNumber(typeOf(units[i]));
    }
}

//! A bit for each of \a types but the first that begins a token.
quint64 startsAmong(const std::array<quint8, atOnce + 1> &types)
{
    std::array<quint8, atOnce> begins;
    for (size_t i = 0; i < atOnce; ++i)
        begins[i] = static_cast<quint8>((types[i + 1] != types[i] ? 1 : 0) |
                                        (types[i + 1] >= asNumber(TokenType::Newline) ? 1 : 0));
    quint64 bits = 0;
    for (size_t i = 0; i < atOnce; i += 8) {
        // Moves the low bits of eight bytes into the highest byte.
        constexpr quint64 gather = 0x0102040810204080;
        bits |= (qFromLittleEndian<quint64>(begins.data() + i) * gather >> 56) << i;
    }
    return bits;
}

} // namespace

constinit const std::array<TokenType, firstBeyondAscii> plainTypes = [] {
    std::array<TokenType, firstBeyondAscii> types{};
    for (char16_t unit = 0; unit < firstBeyondAscii; ++unit)
        types[unit] = static_cast<TokenType>(plainTypeOf(unit));
    return types;
}();

TokenType typeOfOther(char16_t unit)
{
    return QChar(unit).isLetter() || QChar(unit).isMark() ? TokenType::Letters : TokenType::Symbol;
}

size_t findTokenStarts(QStringView folded, qint32 *starts)
{
    std::array<quint8, atOnce + 1> types{};
    std::array<char16_t, atOnce> rest{};
    const auto size = static_cast<size_t>(folded.size());
    qint32 *next = starts;
    for (size_t at = 0; at < size; at += atOnce) {
        const char16_t *units = folded.utf16() + at;
        const size_t left = std::min(size - at, atOnce);
        if (left < atOnce)
            units = std::copy_n(units, left, rest.begin()) - left;
        readTypes(units, types.data() + 1);
        quint64 bits = startsAmong(types);
        if (left < atOnce)
            bits &= (quint64{1} << left) - 1;
        for (; bits != 0; bits &= bits - 1)
            *next++ = static_cast<qint32>(at) + std::countr_zero(bits);
        types.front() = types.back();
    }
    return static_cast<size_t>(next - starts);
}

} // namespace handbell::guard
