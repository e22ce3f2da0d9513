// SPDX-License-Identifier: Apache-2.0
#include "guard/text/NormalisedText.h"

#include <QChar>
#include <QList>

#include <algorithm>
#include <iterator>

namespace handbell::guard {

namespace {

//! The plain character for one that only looks different, or 0 where the general way serves.
char16_t plainForm(char32_t codePoint)
{
    switch (codePoint) {
    case 0x2018: // curly, modifier and accent characters people type for an apostrophe
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0x02B9:
    case 0x00B4:
    case 0x0060:
    case 0xFF07:
    case 0x2032:
        return u'\'';
    case 0x2212: // minus sign
    case 0x2043: // hyphen bullet
        return u'-';
    case 0x2044: // fraction and division slashes
    case 0x2215:
        return u'/';
    case 0x00B7: // middle dot
    case 0x2022: // bullet
        return u'.';
    default:
        return 0;
    }
}

bool isInvisible(char32_t codePoint)
{
    // Hangul fillers are letters to Unicode and nothing to the eye.
    return codePoint == 0x115F || codePoint == 0x1160 || codePoint == 0x3164 || codePoint == 0xFFA0 ||
           QChar::category(codePoint) == QChar::Other_Format;
}

bool isLineBreak(char32_t codePoint)
{
    return (codePoint >= 0x0A && codePoint <= 0x0D) || codePoint == 0x85 ||
           QChar::category(codePoint) == QChar::Separator_Line ||
           QChar::category(codePoint) == QChar::Separator_Paragraph;
}

//! Whether \a unit stands for itself.
bool isPlain(QChar unit)
{
    return (unit.unicode() >= 0x20 && unit.unicode() < 0x7F && unit != u'`') || unit == u'\n';
}

//! \a text in case-folded form, unit for unit.
QString foldedUnits(QStringView text)
{
    QString folded(text.size(), Qt::Uninitialized);
    QChar *out = folded.data();
    for (const QChar unit : text) {
        const char16_t code = unit.unicode();
        *out++ = code >= 0x80                   ? unit.toCaseFolded()
                 : code >= u'A' && code <= u'Z' ? QChar(char16_t(code + (u'a' - u'A')))
                                                : unit;
    }
    return folded;
}

} // namespace

NormalisedText::NormalisedText(QStringView original)
{
    m_text.reserve(original.size());
    for (qsizetype i = 0; i < original.size(); ++i) {
        const qsizetype plain = i;
        while (i < original.size() && isPlain(original[i]))
            ++i;
        if (i > plain) {
            append(original[plain], {plain, 1});
            m_text.append(original.mid(plain + 1, i - plain - 1));
        }
        if (i == original.size())
            break;
        const QChar unit = original[i];
        if (unit.isHighSurrogate() && i + 1 < original.size() && original[i + 1].isLowSurrogate()) {
            appendCodePoint(QChar::surrogateToUcs4(unit, original[i + 1]), {i, 2});
            ++i;
            continue;
        }
        appendCodePoint(unit.isSurrogate() ? char32_t{QChar::ReplacementCharacter} : char32_t{unit.unicode()},
                        {i, 1});
    }
    m_folded = foldedUnits(m_text);
}

void NormalisedText::append(QChar unit, Span origin)
{
    const qsizetype at = m_text.size();
    if (m_stretches.empty() || origin.length != 1 || m_stretches.back().length != 1 ||
        origin.start - m_stretches.back().origin != at - m_stretches.back().at)
        m_stretches.push_back({at, origin.start, origin.length});
    m_text.append(unit);
}

void NormalisedText::extendLast(qsizetype end)
{
    if (m_text.isEmpty())
        return;
    const qsizetype last = m_text.size() - 1;
    const Span origin = originOf(last);
    if (m_stretches.back().at != last)
        m_stretches.push_back({last, origin.start, 1});
    m_stretches.back().length = end - origin.start;
}

void NormalisedText::appendCodePoint(char32_t codePoint, Span origin)
{
    if (isInvisible(codePoint))
        return;
    if (isLineBreak(codePoint)) {
        append(u'\n', origin);
        return;
    }
    const char16_t plain = plainForm(codePoint);
    if (plain != 0) {
        append(plain, origin);
        return;
    }
    const QString decomposed = QString::fromUcs4(&codePoint, 1).normalized(QString::NormalizationForm_KD);
    for (const char32_t part : decomposed.toUcs4()) {
        switch (QChar::category(part)) {
        case QChar::Mark_NonSpacing:
        case QChar::Mark_Enclosing:
            extendLast(origin.end());
            break;
        case QChar::Other_Control:
            if (part == u'\t')
                append(u' ', origin);
            break;
        case QChar::Number_DecimalDigit:
            append(QChar(static_cast<char16_t>(u'0' + QChar::digitValue(part))), origin);
            break;
        case QChar::Separator_Space:
            append(u' ', origin);
            break;
        case QChar::Punctuation_Dash:
            append(u'-', origin);
            break;
        default: {
            const char16_t simple = plainForm(part);
            if (simple != 0)
                append(simple, origin);
            else
                append(part > 0xFFFF ? QChar(QChar::ReplacementCharacter)
                                     : QChar(static_cast<char16_t>(part)),
                       origin);
        }
        }
    }
}

Span NormalisedText::toOriginal(Span span) const
{
    Q_ASSERT(span.length > 0 && span.start >= 0 && span.end() <= m_text.size());
    const qsizetype start = originOf(span.start).start;
    const Span last = originOf(span.end() - 1);
    return {start, last.end() - start};
}

Span NormalisedText::originOf(qsizetype unit) const
{
    const auto next =
        std::upper_bound(m_stretches.begin(), m_stretches.end(), unit,
                         [](qsizetype wanted, const Stretch &stretch) { return wanted < stretch.at; });
    const Stretch &stretch = *std::prev(next);
    // Past the first unit of a stretch its length says nothing.
    return unit == stretch.at ? Span{stretch.origin, stretch.length}
                              : Span{stretch.origin + (unit - stretch.at), 1};
}

} // namespace handbell::guard
