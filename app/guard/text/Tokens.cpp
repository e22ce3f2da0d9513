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
    const size_t likely = static_cast<size_t>(view.size()) / 2 + 1;
    if (m_tokens.size() < likely)
        m_tokens.resize(likely);
    if (m_words.size() < likely) // between two of them stands another character
        m_words.resize(likely);
    constexpr quint32 www = hashOf(u"www");
    Token *tokens = m_tokens.data();
    size_t room = m_tokens.size();
    size_t count = 0;
    qint32 *words = m_words.data();
    bool inWord = false;
    for (qint32 i = 0; i < size;) {
        const qint32 start = i;
        const char16_t unit = units[i++];
        const TokenType type = typeOf(unit);
        quint32 hash = hashOfNothing;
        const bool ofWord = type == TokenType::Letters || type == TokenType::Digits;
        if (ofWord && !inWord)
            *words++ = static_cast<qint32>(count);
        inWord = ofWord;
        switch (type) {
        case TokenType::Letters:
            hash = hashWith(hash, unit);
            do {
                for (; units[i] >= u'a' && units[i] <= u'z'; ++i)
                    hash = hashWith(hash, units[i]);
                for (; units[i] >= 0x80 && typeOf(units[i]) == type; ++i)
                    hash = hashWith(hash, units[i]);
            } while (units[i] >= u'a' && units[i] <= u'z');
            if (hash == www)
                m_addressSigns.push_back(static_cast<qsizetype>(count));
            break;
        case TokenType::Digits:
            hash = hashWith(hash, unit);
            for (; units[i] >= u'0' && units[i] <= u'9'; ++i)
                hash = hashWith(hash, units[i]);
            m_digits.push_back(static_cast<qint32>(count));
            break;
        case TokenType::Space:
            while (units[i] == u' ')
                ++i;
            break;
        default:
            if (unit == u'@')
                m_atSigns.push_back(static_cast<qsizetype>(count));
            if (unit == u'@' || unit == u':')
                m_addressSigns.push_back(static_cast<qsizetype>(count));
        }
        if (count == room) {
            m_tokens.resize(2 * room);
            tokens = m_tokens.data();
            room = m_tokens.size();
        }
        tokens[count++] = {start, i - start, hash, type, false};
    }
    m_size = count;
    m_wordCount = static_cast<size_t>(words - m_words.data());
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
