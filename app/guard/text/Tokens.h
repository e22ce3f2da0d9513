// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/text/NormalisedText.h"

#include <vector>

namespace handbell::guard {

enum class TokenType : quint8 {
    Outside, //!< before the first or after the last token
    Letters,
    Digits,
    Space, //!< a run of spaces on one line
    Newline,
    Symbol, //!< any other single character
};

//! Small, because a long text has many.
struct Token
{
    qint32 start = 0;
    qint32 length = 0;
    TokenType type = TokenType::Outside;
    bool inAddress = false; //!< part of a web or mail address, where numbers and names mean something else

    [[nodiscard]] qint32 end() const { return start + length; }
};

//! A normalised text cut into maximal runs, in one pass and without looking back. Every token that is read is
//! counted, so that a test can hold the rules to linear work. One object serves one examination; not shared
//! between threads.
class Tokens
{
public:
    explicit Tokens(const NormalisedText &text);

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_tokens.size()); }
    //! The token at \a index; any index may be asked for, and is Outside beyond the ends.
    [[nodiscard]] const Token &at(qsizetype index) const;
    [[nodiscard]] TokenType type(qsizetype index) const { return at(index).type; }
    //! The characters of a token, as typed; empty outside.
    [[nodiscard]] QStringView text(qsizetype index) const;
    //! The characters of a token, case-folded; empty outside.
    [[nodiscard]] QStringView folded(qsizetype index) const;
    //! The character of a Symbol token, or null.
    [[nodiscard]] QChar symbol(qsizetype index) const;
    [[nodiscard]] bool isAlphanumeric(qsizetype index) const;
    //! A space of at most two characters, as people leave within a number.
    [[nodiscard]] bool isNarrowSpace(qsizetype index) const;
    //! The stretch from the start of \a first to the end of \a last.
    [[nodiscard]] Span span(qsizetype first, qsizetype last) const;

    //! The tokens that are an @, in order.
    [[nodiscard]] const std::vector<qsizetype> &atSigns() const { return m_atSigns; }

    [[nodiscard]] const NormalisedText &source() const { return m_source; }

    //! Adds work done elsewhere for this text to the count.
    void addSteps(qint64 steps) const { m_steps += steps; }
    [[nodiscard]] qint64 steps() const { return m_steps; }

private:
    void markAddresses();

    const NormalisedText &m_source;
    std::vector<Token> m_tokens;
    std::vector<qsizetype> m_atSigns;
    mutable qint64 m_steps = 0;
};

} // namespace handbell::guard
