// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/text/HashBits.h"
#include "guard/text/Tokens.h"

#include <algorithm>
#include <array>

namespace handbell::guard {

//! A fixed set of folded words, built at compile time. Asking costs a look at one bit for nearly every word
//! that is not in it.
template <size_t N>
class WordSet
{
public:
    consteval explicit WordSet(const std::array<QStringView, N> &words)
    {
        for (size_t i = 0; i < N; ++i)
            m_entries[i] = {hashOf(words[i]), words[i]};
        std::sort(m_entries.begin(), m_entries.end(),
                  [](const Entry &a, const Entry &b) { return a.hash < b.hash; });
        for (const Entry &entry : m_entries)
            m_known.add(entry.hash);
    }

    //! False for nearly all words that are not in it, at one look.
    [[nodiscard]] bool mayContain(const Token &word) const { return m_known.mayHold(word.hash); }
    [[nodiscard]] bool contains(const Tokens &tokens, qsizetype token) const
    {
        return contains(tokens.hash(token), [&] { return tokens.folded(token); });
    }
    [[nodiscard]] bool contains(QStringView folded) const
    {
        return contains(hashOf(folded), [&] { return folded; });
    }

private:
    struct Entry
    {
        quint32 hash = 0;
        QStringView word;
    };
    template <typename Word>
    [[nodiscard]] bool contains(quint32 hash, Word word) const
    {
        if (!m_known.mayHold(hash))
            return false;
        auto entry = std::lower_bound(m_entries.begin(), m_entries.end(), hash,
                                      [](const Entry &e, quint32 wanted) { return e.hash < wanted; });
        for (; entry != m_entries.end() && entry->hash == hash; ++entry) {
            if (sameCharacters(entry->word, word()))
                return true;
        }
        return false;
    }

    std::array<Entry, N> m_entries{}; //!< sorted by hash
    HashBits<1024> m_known;
};

} // namespace handbell::guard
