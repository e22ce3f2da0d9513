// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/text/HashBits.h"
#include "guard/text/Tokens.h"

#include <array>
#include <vector>

namespace handbell::guard {

//! What a word is as a given name borne in the UK.
enum class Forename {
    None,
    AlsoAWord, //!< or a surname, or a month: "rose", "will", "ali"
    Certain,   //!< hardly anything else
};

//! The given names borne in the UK that a rule knows. Immutable; safe from any thread.
class Forenames
{
public:
    //! Made by the first who asks.
    static const Forenames &known();

    //! Whether a word may be one: false for nearly all that are none, at one look.
    [[nodiscard]] bool mayBe(const Token &word) const { return m_bits.mayHold(word.hash); }
    //! What the word \a token is, in any case.
    [[nodiscard]] Forename at(const Tokens &tokens, qsizetype token) const;

private:
    Forenames();

    struct Known
    {
        quint32 hash = 0;
        QStringView name;
        Forename is = Forename::None;
    };

    std::vector<Known> m_names; //!< sorted by hash
    HashBits<1U << 17U> m_bits;
    static constexpr int startShift = 20;
    //! Where the names begin whose hashes have the same first twelve bits, and behind the last where they
    //! end.
    std::array<quint16, (1U << (32 - startShift)) + 1> m_starts{};
};

} // namespace handbell::guard
