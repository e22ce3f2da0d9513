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

TokenType typeOf(QChar unit)
{
    if (unit.unicode() < asciiTypes.size())
        return asciiTypes[unit.unicode()];
    return unit.isLetter() || unit.isMark() ? TokenType::Letters : TokenType::Symbol;
}

constexpr Token outside{};

} // namespace

Tokens::Tokens(const NormalisedText &text)
    : m_source(text)
{
    const QStringView view = text.text();
    m_tokens.reserve(static_cast<size_t>(view.size()) / 2 + 1);
    const auto size = static_cast<qint32>(view.size());
    for (qint32 i = 0; i < size;) {
        const qint32 start = i;
        const TokenType type = typeOf(view[i++]);
        if (type == TokenType::Letters || type == TokenType::Digits || type == TokenType::Space) {
            while (i < size && typeOf(view[i]) == type)
                ++i;
        } else if (view[start] == u'@') {
            m_atSigns.push_back(this->size());
        }
        m_tokens.push_back({start, i - start, type, false});
    }
    m_steps += view.size();
    markAddresses();
}

void Tokens::markAddresses()
{
    const auto isGap = [this](qsizetype i) {
        const TokenType t = type(i);
        return t == TokenType::Space || t == TokenType::Newline || t == TokenType::Outside;
    };
    for (qsizetype first = 0; first < size();) {
        bool address = folded(first) == u"www" && symbol(first + 1) == u'.';
        qsizetype last = first;
        for (; !isGap(last); ++last) {
            const bool scheme = symbol(last) == u':' && symbol(last + 1) == u'/' && symbol(last + 2) == u'/';
            const bool mail =
                symbol(last) == u'@' && last > first && isAlphanumeric(last - 1) && isAlphanumeric(last + 1);
            address = address || scheme || mail;
        }
        for (qsizetype i = first; address && i < last; ++i)
            m_tokens[static_cast<size_t>(i)].inAddress = true;
        first = last + 1;
    }
}

const Token &Tokens::at(qsizetype index) const
{
    ++m_steps;
    return index < 0 || index >= size() ? outside : m_tokens[static_cast<size_t>(index)];
}

QStringView Tokens::text(qsizetype index) const
{
    const Token &token = at(index);
    return m_source.text().mid(token.start, token.length);
}

QStringView Tokens::folded(qsizetype index) const
{
    const Token &token = at(index);
    return m_source.folded().mid(token.start, token.length);
}

QChar Tokens::symbol(qsizetype index) const
{
    const Token &token = at(index);
    return token.type == TokenType::Symbol ? m_source.text()[token.start] : QChar();
}

bool Tokens::isAlphanumeric(qsizetype index) const
{
    const TokenType t = type(index);
    return t == TokenType::Letters || t == TokenType::Digits;
}

bool Tokens::isNarrowSpace(qsizetype index) const
{
    const Token &token = at(index);
    return token.type == TokenType::Space && token.length <= 2;
}

Span Tokens::span(qsizetype first, qsizetype last) const
{
    return {at(first).start, at(last).end() - at(first).start};
}

} // namespace handbell::guard
