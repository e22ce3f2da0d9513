// SPDX-License-Identifier: Apache-2.0
#include "guard/text/DigitGroups.h"

namespace handbell::guard {

namespace {

Join joinBetween(const Tokens &tokens, qsizetype left, qsizetype right)
{
    if (right - left < 2 || right - left > 4)
        return Join::None;
    // "(999) 366 7641"
    const QChar bracket = tokens.symbol(left + 1);
    if ((bracket == u')' && tokens.symbol(left - 1) == u'(') ||
        (bracket == u']' && tokens.symbol(left - 1) == u'['))
        return right - left == 2 || (right - left == 3 && tokens.isNarrowSpace(left + 2)) ? Join::Hyphen
                                                                                          : Join::None;
    Join join = Join::Space;
    for (qsizetype i = left + 1; i < right; ++i) {
        if (tokens.isNarrowSpace(i))
            continue;
        if (join != Join::Space)
            return Join::None;
        const QChar symbol = tokens.symbol(i);
        if (symbol == u'-' || symbol == u'_')
            join = Join::Hyphen;
        else if (symbol == u'.')
            join = Join::Dot;
        else if (symbol == u'/')
            join = Join::Slash;
        else
            return Join::None;
    }
    // "at 10. 30 people": a full stop and a space end a sentence.
    if (join == Join::Dot && right - left == 3)
        return Join::None;
    return join;
}

} // namespace

DigitGroups::DigitGroups(const Tokens &tokens)
    : m_tokens(tokens)
{
    read();
}

void DigitGroups::read()
{
    m_groups.clear();
    for (const qint32 digits : m_tokens.digits()) {
        const Token &token = m_tokens.at(digits);
        if (token.inAddress)
            continue;
        const Join join =
            m_groups.empty() ? Join::None : joinBetween(m_tokens, m_groups.back().token, digits);
        m_groups.push_back({digits, token.length, join});
    }
    findTens();
}

void DigitGroups::findTens()
{
    constexpr qint32 wanted = 10;
    m_tens.clear();
    const auto count = static_cast<qint32>(m_groups.size());
    for (qint32 first = 0; first < count; ++first) {
        qint32 last = first;
        qint32 length = at(first).length;
        while (length < wanted && joinBefore(last + 1) != Join::None)
            length += at(++last).length;
        if (length == wanted)
            m_tens.push_back({first, last});
    }
}

} // namespace handbell::guard
