// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/text/NormalisedText.h"
#include "guard/text/TokenStarts.h"
#include "guard/text/WordHash.h"

#include <algorithm>
#include <span>
#include <vector>

namespace handbell::guard {

//! Whether two stretches of characters are the same; for short ones less work than a call of the library.
[[nodiscard]] constexpr bool sameCharacters(QStringView a, QStringView b)
{
    if (a.size() != b.size())
        return false;
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (a[i] != b[i])
            return false;
    }
    return true;
}

//! Small, because a long text has many.
struct Token
{
    qint32 start = 0;
    qint32 length = 0;
    quint32 hash = hashOf({}); //!< of the folded characters; of letters and digits only
    TokenType type = TokenType::Outside;
    bool inAddress = false; //!< part of a web or mail address, where numbers and names mean something else

    [[nodiscard]] qint32 end() const { return start + length; }
};

//! A normalised text cut into maximal runs, in one pass and without looking back. One object serves one
//! examination, block after block; not shared between threads. Builds with assertions count every token that
//! is read, so that a test can hold the rules to linear work.
class Tokens
{
public:
    explicit Tokens(const NormalisedText &text);

    //! Cuts the text again, after it took up another, in the memory of the one before.
    void read();

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_size); }
    //! The token at \a index; any index may be asked for, and is Outside beyond the ends.
    [[nodiscard]] const Token &at(qsizetype index) const
    {
        addSteps(1);
        return static_cast<size_t>(index) < m_size ? m_tokens[static_cast<size_t>(index)] : outside;
    }
    [[nodiscard]] TokenType type(qsizetype index) const { return at(index).type; }
    [[nodiscard]] quint32 hash(qsizetype index) const { return at(index).hash; }
    //! The characters of a token, as typed; empty outside.
    [[nodiscard]] QStringView text(qsizetype index) const { return charactersOf(index, m_source.text()); }
    //! The characters of a token, case-folded; empty outside.
    [[nodiscard]] QStringView folded(qsizetype index) const { return charactersOf(index, m_source.folded()); }
    //! The first of those.
    [[nodiscard]] Spelling spelling(qsizetype index) const
    {
        const Token &token = at(index);
        return Spelling::ofPadded(m_source.folded().utf16() + token.start, token.length);
    }
    //! The character of a Symbol token, or null.
    [[nodiscard]] QChar symbol(qsizetype index) const
    {
        const Token &token = at(index);
        return token.type == TokenType::Symbol ? m_source.text()[token.start] : QChar();
    }
    [[nodiscard]] bool isAlphanumeric(qsizetype index) const
    {
        const TokenType t = type(index);
        return t == TokenType::Letters || t == TokenType::Digits;
    }
    //! A space of at most two characters, as people leave within a number.
    [[nodiscard]] bool isNarrowSpace(qsizetype index) const
    {
        const Token &token = at(index);
        return token.type == TokenType::Space && token.length <= 2;
    }
    //! The stretch from the start of \a first to the end of \a last.
    [[nodiscard]] Span span(qsizetype first, qsizetype last) const
    {
        return {at(first).start, at(last).end() - at(first).start};
    }

    //! The tokens that are an @, in order.
    [[nodiscard]] const std::vector<qsizetype> &atSigns() const { return m_atSigns; }
    //! The tokens that are digits, in order.
    [[nodiscard]] std::span<const qint32> digits() const { return std::span(m_digits).first(m_digitCount); }

    //! The tokens that begin a word, in order: letters or digits with neither before them.
    [[nodiscard]] std::span<const qint32> words() const { return std::span(m_words).first(m_wordCount); }

    [[nodiscard]] const NormalisedText &source() const { return m_source; }

    //! Adds work done elsewhere for this text to the count.
    void addSteps([[maybe_unused]] qint64 steps) const
    {
#ifndef QT_NO_DEBUG
        m_steps += steps;
#endif
    }
    //! 0 in builds without assertions.
    [[nodiscard]] qint64 steps() const
    {
        return m_steps;
    }

private:
    static constexpr Token outside{};

    [[nodiscard]] QStringView charactersOf(qsizetype index, QStringView of) const
    {
        const Token &token = at(index);
        return {of.data() + token.start, token.length};
    }
    void describe();
    void markAddress(qsizetype token);
    [[nodiscard]] bool isGap(qsizetype index) const;

    const NormalisedText &m_source;
    std::vector<Token> m_tokens; //!< the first m_size of them; the rest is left from a longer text
    size_t m_size = 0;
    std::vector<qint32> m_words; //!< the first m_wordCount of them
    size_t m_wordCount = 0;
    std::vector<qint32> m_digits; //!< the first m_digitCount of them
    size_t m_digitCount = 0;
    std::vector<qint32> m_starts = {0}; //!< where tokens start, and where the last ends
    std::vector<qsizetype> m_atSigns;
    std::vector<qsizetype>
        m_addressSigns; //!< what only stands in web and mail addresses, or seldom elsewhere
    mutable qint64 m_steps = 0;
};

} // namespace handbell::guard
