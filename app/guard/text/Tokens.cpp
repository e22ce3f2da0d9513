// SPDX-License-Identifier: Apache-2.0
#include "guard/text/Tokens.h"

namespace handbell::guard {

Tokens::Tokens(const NormalisedText &text)
    : m_source(text)
{
    read();
}

void Tokens::read()
{
    const QStringView view = m_source.folded();
    m_atSigns.clear();
    m_addressSigns.clear();
    // No more tokens than units.
    const auto most = static_cast<size_t>(view.size());
    if (m_starts.size() <= most)
        m_starts.resize(most + 1);
    m_size = findTokenStarts(view, m_starts.data());
    m_starts[m_size] = static_cast<qint32>(view.size());
    if (m_tokens.size() < m_size) {
        m_tokens.resize(m_size);
        m_words.resize(m_size);
        m_digits.resize(m_size);
    }
    describe();
    addSteps(view.size());
    for (const qsizetype sign : m_addressSigns) {
        if (!at(sign).inAddress)
            markAddress(sign);
    }
}

//! Sets what stands at m_starts. Without a branch for what may as well be as not be: the lists are written to
//! at every word, and grow where it belongs to them.
void Tokens::describe()
{
    constexpr quint32 www = hashOf(u"www");
    const char16_t *units = m_source.folded().utf16();
    const qint32 *starts = m_starts.data();
    Token *token = m_tokens.data();
    const auto count = static_cast<qint32>(m_size);
    qint32 *word = m_words.data();
    qint32 *digits = m_digits.data();
    bool behindWord = false;
    for (qint32 i = 0; i < count; ++i) {
        const qint32 start = starts[i];
        const qint32 length = starts[i + 1] - start;
        const char16_t first = units[start];
        const TokenType type = typeOf(first);
        const bool isWord = type == TokenType::Letters || type == TokenType::Digits;
        if (isWord) {
            const quint32 hash = WordHash::ofPadded(units + start, length);
            token[i] = {start, length, hash, type, false};
            *word = i;
            word += behindWord ? 0 : 1;
            *digits = i;
            digits += type == TokenType::Digits ? 1 : 0;
            if (hash == www) [[unlikely]]
                m_addressSigns.push_back(i);
        } else {
            token[i] = {start, length, hashOf({}), type, false};
            if (first == u'@' || first == u':') [[unlikely]]
                m_addressSigns.push_back(i);
            if (first == u'@') [[unlikely]]
                m_atSigns.push_back(i);
        }
        behindWord = isWord;
    }
    m_wordCount = static_cast<size_t>(word - m_words.data());
    m_digitCount = static_cast<size_t>(digits - m_digits.data());
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
