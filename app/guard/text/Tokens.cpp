// SPDX-License-Identifier: Apache-2.0
#include "guard/text/Tokens.h"

#include <array>

namespace handbell::guard {

namespace {

constexpr std::array<TokenType, 128> asciiTypes = [] {
    std::array<TokenType, 128> types{};
    types.fill(TokenType::Symbol);
    for (char c = 'a'; c <= 'z'; ++c)
        types[size_t(c)] = types[size_t(c - 'a' + 'A')] = TokenType::Letters;
    for (char c = '0'; c <= '9'; ++c)
        types[size_t(c)] = TokenType::Digits;
    types[' '] = TokenType::Space;
    types['\n'] = TokenType::Newline;
    return types;
}();

TokenType typeOf(char16_t unit)
{
    if (unit < asciiTypes.size())
        return asciiTypes[unit];
    return QChar(unit).isLetter() || QChar(unit).isMark() ? TokenType::Letters : TokenType::Symbol;
}

//! Where a run of letters or digits ends, and its hash.
struct Run
{
    qint32 end = 0;
    quint32 hash = hashOfNothing;
};

//! The letters from \a i on, of which unit \a i is one.
Run lettersFrom(const char16_t *units, qint32 i)
{
    Run run{i + 1, hashWith(hashOfNothing, units[i])};
    const auto isAsciiLetter = [&] {
        return units[run.end] >= u'a' && units[run.end] <= u'z';
    };
    while (isAsciiLetter() || (units[run.end] >= 0x80 && typeOf(units[run.end]) == TokenType::Letters))
        run.hash = hashWith(run.hash, units[run.end++]);
    return run;
}

//! The digits from \a i on, of which unit \a i is one.
Run digitsFrom(const char16_t *units, qint32 i)
{
    Run run{i + 1, hashWith(hashOfNothing, units[i])};
    while (units[run.end] >= u'0' && units[run.end] <= u'9')
        run.hash = hashWith(run.hash, units[run.end++]);
    return run;
}

} // namespace

Tokens::Tokens(const NormalisedText &text)
    : m_source(text)
{
    read();
}

void Tokens::read()
{
    const QStringView view = m_source.folded();
    const char16_t *units = view.utf16(); // a null ends every run
    const auto size = static_cast<qint32>(view.size());
    m_atSigns.clear();
    m_digits.clear();
    m_addressSigns.clear();
    // No more tokens than units; and between two words stands another token.
    if (m_tokens.size() < static_cast<size_t>(size)) {
        m_tokens.resize(static_cast<size_t>(size));
        m_words.resize(static_cast<size_t>(size) / 2 + 1);
    }
    constexpr quint32 www = hashOf(u"www");
    Token *token = m_tokens.data();
    qint32 *word = m_words.data();
    const auto number = [&] {
        return static_cast<qint32>(token - m_tokens.data());
    };
    TokenType before = TokenType::Outside;
    for (qint32 i = 0; i < size; ++token) {
        const TokenType type = typeOf(units[i]);
        Run run{i + 1, hashOfNothing};
        switch (type) {
        case TokenType::Letters:
            if (before != TokenType::Digits)
                *word++ = number();
            run = lettersFrom(units, i);
            if (run.hash == www)
                m_addressSigns.push_back(number());
            break;
        case TokenType::Digits:
            if (before != TokenType::Letters)
                *word++ = number();
            m_digits.push_back(number());
            run = digitsFrom(units, i);
            break;
        case TokenType::Space:
            while (units[run.end] == u' ')
                ++run.end;
            break;
        default:
            if (units[i] == u'@')
                m_atSigns.push_back(number());
            if (units[i] == u'@' || units[i] == u':')
                m_addressSigns.push_back(number());
        }
        *token = {i, run.end - i, run.hash, type, false};
        before = type;
        i = run.end;
    }
    m_size = static_cast<size_t>(token - m_tokens.data());
    m_wordCount = static_cast<size_t>(word - m_words.data());
    addSteps(view.size());
    for (const qsizetype sign : m_addressSigns) {
        if (!at(sign).inAddress)
            markAddress(sign);
    }
}

bool Tokens::isGap(qsizetype index) const
{
    const TokenType t = type(index);
    return t == TokenType::Space || t == TokenType::Newline || t == TokenType::Outside;
}

//! Marks the run of tokens without a gap around \a token, where that makes it an address.
void Tokens::markAddress(qsizetype token)
{
    const bool site = symbol(token + 1) == u'.' && folded(token) == u"www" && isGap(token - 1);
    const bool scheme = symbol(token) == u':' && symbol(token + 1) == u'/' && symbol(token + 2) == u'/';
    const bool mail = symbol(token) == u'@' && isAlphanumeric(token - 1) && isAlphanumeric(token + 1);
    if (!site && !scheme && !mail)
        return;
    qsizetype first = token;
    while (!isGap(first - 1))
        --first;
    for (qsizetype i = first; !isGap(i); ++i)
        m_tokens[static_cast<size_t>(i)].inAddress = true;
}

} // namespace handbell::guard
