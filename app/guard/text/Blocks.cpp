// SPDX-License-Identifier: Apache-2.0
#include "guard/text/Blocks.h"

#include "guard/text/TokenWords.h"

namespace handbell::guard {

namespace {

bool isLineBreak(QChar unit)
{
    return static_cast<quint16>(unit.unicode() - 0x0A) <= 0x0D - 0x0A;
}

bool isAsciiAlphanumeric(QChar unit)
{
    const char16_t c = unit.unicode();
    return anyOf(static_cast<quint16>((c | 0x20) - u'a') < 26, static_cast<quint16>(c - u'0') < 10);
}

} // namespace

Blocks::Blocks(QStringView text, qsizetype length, qsizetype phrase)
    : m_text(text)
    , m_length(length)
    , m_margin(mostWords + phrase)
{
}

std::optional<Block> Blocks::next()
{
    const qsizetype size = m_text.size();
    if (m_at == size)
        return std::nullopt;
    const qsizetype start = m_at;
    qsizetype end = size;
    if (size - start > m_length)
        end = cutFrom(qMax(start + m_length, behindWords(start, 2 * m_margin)));
    m_at = end;
    const qsizetype first = start == 0 ? 0 : cutUpTo(beforeWords(start, m_margin));
    const qsizetype last = end == size ? size : cutFrom(behindWords(end, m_margin));
    return Block{{start, end - start}, {first, last - first}};
}

//! Whether the text may be cut before unit \a at.
bool Blocks::isCut(qsizetype at) const
{
    const QChar before = m_text[at - 1];
    return isLineBreak(before) ||
           ((before == u'?' || before == u'!' || before == u';') && m_text[at] == u' ');
}

//! The first cut at \a at or behind, or the end.
qsizetype Blocks::cutFrom(qsizetype at) const
{
    while (at < m_text.size() && !isCut(at))
        ++at;
    return at;
}

//! The last cut at \a at or before, or the start.
qsizetype Blocks::cutUpTo(qsizetype at) const
{
    while (at > 0 && !isCut(at))
        --at;
    return at;
}

//! Whether a word surely begins at \a at, which is not the start: one of a script that may be taken for
//! another, or for nothing, does not count.
bool Blocks::beginsWord(qsizetype at) const
{
    const bool letter = isAsciiAlphanumeric(m_text[at]);
    const bool behindGap = anyOf(m_text[at - 1] == u' ', isLineBreak(m_text[at - 1]));
    return letter & behindGap;
}

//! Where word number \a count behind \a at begins, or the end.
qsizetype Blocks::behindWords(qsizetype at, qsizetype count) const
{
    for (at = qMax(at, qsizetype{1}); at < m_text.size(); ++at) {
        count -= beginsWord(at) ? 1 : 0;
        if (count == 0)
            break;
    }
    return qMin(at, m_text.size());
}

//! Where word number \a count before \a at begins, or the start.
qsizetype Blocks::beforeWords(qsizetype at, qsizetype count) const
{
    for (--at; at > 0; --at) {
        count -= beginsWord(at) ? 1 : 0;
        if (count == 0)
            break;
    }
    return qMax(at, qsizetype{0});
}

} // namespace handbell::guard
