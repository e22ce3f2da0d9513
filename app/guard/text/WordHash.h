// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace handbell::guard {

//! The first eight units of a word, with nulls behind a shorter one: two numbers, to be compared or hashed
//! without a branch for each unit, since a processor guesses wrong at the end of most words.
struct EightUnits
{
    static constexpr qsizetype count = 8;

    quint64 first = 0;
    quint64 second = 0;

    [[nodiscard]] static constexpr EightUnits of(QStringView word)
    {
        std::array<char16_t, count> units{};
        for (qsizetype i = 0; i < count && i < word.size(); ++i)
            units[static_cast<size_t>(i)] = word[i].unicode();
        return {fourOf(units.data()), fourOf(units.data() + count / 2)};
    }
    //! The same of \a length units, at most eight, where eight may be read.
    [[nodiscard]] static EightUnits ofPadded(const char16_t *units, qsizetype length)
    {
        const EightUnits &mask = masks[static_cast<size_t>(length)];
        return {fourFrom(units) & mask.first, fourFrom(units + count / 2) & mask.second};
    }
    //! Null where they are the same.
    [[nodiscard]] constexpr quint64 differenceFrom(const EightUnits &other) const
    {
        return (first ^ other.first) | (second ^ other.second);
    }

private:
    //! Which bits belong to a word of some length.
    static const std::array<EightUnits, count + 1> masks;

    static constexpr quint64 fourOf(const char16_t *units)
    {
        return units[0] | quint64{units[1]} << 16 | quint64{units[2]} << 32 | quint64{units[3]} << 48;
    }
    static quint64 fourFrom(const char16_t *units)
    {
        if constexpr (std::endian::native == std::endian::little) {
            quint64 four = 0;
            std::memcpy(&four, units, sizeof four);
            return four;
        } else {
            return fourOf(units);
        }
    }
};
inline constexpr std::array<EightUnits, EightUnits::count + 1> EightUnits::masks = [] {
    constexpr std::array<char16_t, count> all{0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF};
    std::array<EightUnits, count + 1> made{};
    for (size_t length = 0; length < made.size(); ++length)
        made[length] = of(QStringView(all.data(), static_cast<qsizetype>(length)));
    return made;
}();

//! The first sixteen units of a word: all of most words.
struct Spelling
{
    static constexpr qsizetype most = 2 * EightUnits::count;

    EightUnits first;
    EightUnits second;

    [[nodiscard]] static constexpr Spelling of(QStringView word)
    {
        return {EightUnits::of(word), EightUnits::of(word.mid(std::min(word.size(), EightUnits::count)))};
    }
    //! The same of \a length units, where sixteen may be read.
    [[nodiscard]] static Spelling ofPadded(const char16_t *units, qsizetype length)
    {
        constexpr qsizetype half = EightUnits::count;
        return {EightUnits::ofPadded(units, std::min(length, half)),
                EightUnits::ofPadded(units + half, std::clamp<qsizetype>(length - half, 0, half))};
    }
    //! Null where they are the same.
    [[nodiscard]] constexpr quint64 differenceFrom(const Spelling &other) const
    {
        return first.differenceFrom(other.first) | second.differenceFrom(other.second);
    }
};

//! The hash of a word, eight units at a time. Not for keys an attacker chooses: only for asking whether a
//! word is one of a fixed set, whose characters are then compared.
class WordHash
{
public:
    [[nodiscard]] static constexpr quint32 of(QStringView word)
    {
        WordHash hash;
        while (word.size() > EightUnits::count) {
            hash.add(EightUnits::of(word));
            word = word.sliced(EightUnits::count);
        }
        hash.add(EightUnits::of(word));
        return hash.result();
    }
    //! The same of \a length units, behind which eight more may be read.
    [[nodiscard]] static quint32 ofPadded(const char16_t *units, qsizetype length)
    {
        WordHash hash;
        while (length > EightUnits::count)
            [[unlikely]]
            {
                hash.add(EightUnits::ofPadded(units, EightUnits::count));
                units += EightUnits::count;
                length -= EightUnits::count;
            }
        hash.add(EightUnits::ofPadded(units, length));
        return hash.result();
    }

private:
    //! Plain letters leave every second byte free.
    constexpr void add(EightUnits units)
    {
        m_state = (m_state ^ units.first ^ units.second << 8) * odd;
        m_state ^= m_state >> 32;
    }
    [[nodiscard]] constexpr quint32 result() const { return static_cast<quint32>(m_state * odd >> 32); }

    static constexpr quint64 odd = 0x9E3779B97F4A7C15; //!< 2^64 over the golden ratio, as Knuth has it
    quint64 m_state = 0;
};

[[nodiscard]] constexpr quint32 hashOf(QStringView word)
{
    return WordHash::of(word);
}

} // namespace handbell::guard
