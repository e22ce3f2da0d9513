// SPDX-License-Identifier: Apache-2.0
#include "guard/text/Tokens.h"

namespace handbell::guard {

namespace {

TokenType typeOf(QChar unit)
{
    if (unit >= u'0' && unit <= u'9')
        return TokenType::Digits;
    if (unit == u' ')
        return TokenType::Space;
    if (unit == u'\n')
        return TokenType::Newline;
    if (unit.isLetter() || unit.isMark())
        return TokenType::Letters;
    return TokenType::Symbol;
}

} // namespace

Tokens::Tokens(const NormalisedText &text)
    : m_source(text)
{
    const QStringView view = text.text();
    m_tokens.reserve(static_cast<size_t>(view.size()) / 3 + 1);
    for (qsizetype i = 0; i < view.size(); ++i) {
        const TokenType type = typeOf(view[i]);
        const bool joins =
            type == TokenType::Letters || type == TokenType::Digits || type == TokenType::Space;
        if (joins && !m_tokens.empty() && m_tokens.back().type == type)
            ++m_tokens.back().length;
        else
            m_tokens.push_back({type, false, i, 1});
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
    static const Token outside;
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
