// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <array>

namespace handbell::guard {

//! A bit for each hash that is in a set, by its low bits: one look says of most others that they are not.
//! \a bits is a power of two, from 64 on, some ten times as many as there are hashes.
template <size_t bits>
class HashBits
{
public:
    constexpr void add(quint32 hash) { m_words[placeOf(hash)] |= bitOf(hash); }
    [[nodiscard]] constexpr bool mayHold(quint32 hash) const
    {
        return (m_words[placeOf(hash)] & bitOf(hash)) != 0;
    }

private:
    static constexpr size_t wordBits = 64;
    static constexpr size_t placeOf(quint32 hash) { return hash % bits / wordBits; }
    static constexpr quint64 bitOf(quint32 hash) { return quint64{1} << (hash % wordBits); }

    std::array<quint64, bits / wordBits> m_words{};
};

} // namespace handbell::guard
