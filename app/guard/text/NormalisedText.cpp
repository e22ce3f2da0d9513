// SPDX-License-Identifier: Apache-2.0
#include "guard/text/NormalisedText.h"

#include <QChar>
#include <QList>

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

} // namespace

NormalisedText::NormalisedText(QStringView original)
{
    m_text.reserve(original.size());
    m_folded.reserve(original.size());
    m_origins.reserve(static_cast<size_t>(original.size()));
    for (qsizetype i = 0; i < original.size(); ++i) {
        const QChar unit = original[i];
        if (unit.unicode() >= 0x20 && unit.unicode() < 0x7F && unit != u'`') {
            append(unit, {i, 1});
            continue;
        }
        if (unit.isHighSurrogate() && i + 1 < original.size() && original[i + 1].isLowSurrogate()) {
            appendCodePoint(QChar::surrogateToUcs4(unit, original[i + 1]), {i, 2});
            ++i;
            continue;
        }
        appendCodePoint(unit.isSurrogate() ? char32_t{QChar::ReplacementCharacter} : char32_t{unit.unicode()},
                        {i, 1});
    }
}

void NormalisedText::append(QChar unit, Span origin)
{
    m_text.append(unit);
    m_folded.append(unit.toCaseFolded());
    m_origins.push_back(origin);
}

void NormalisedText::extendLast(qsizetype end)
{
    if (!m_origins.empty())
        m_origins.back().length = end - m_origins.back().start;
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
    const qsizetype start = m_origins[static_cast<size_t>(span.start)].start;
    const qsizetype end = m_origins[static_cast<size_t>(span.end() - 1)].end();
    return {start, end - start};
}

} // namespace handbell::guard
