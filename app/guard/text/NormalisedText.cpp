// SPDX-License-Identifier: Apache-2.0
#include "guard/text/NormalisedText.h"

#include <QChar>
#include <QList>

#include <algorithm>
#include <array>
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

//! Whether \a unit stands for itself, but for its case.
constexpr bool isPlain(char16_t unit)
{
    const bool printable = static_cast<quint16>(unit - u' ') < 0x7F - u' ';
    return (printable && unit != u'`') || unit == u'\n';
}

constexpr char16_t foldedPlain(char16_t unit)
{
    const bool capital = static_cast<quint16>(unit - u'A') < 26;
    return static_cast<char16_t>(unit + (capital ? u'a' - u'A' : 0));
}

//! Writes the folded form of the first units of \a text to \a out, where there is room for all of it, as far
//! as they stand for themselves; how many they are.
qsizetype foldPlain(QStringView text, char16_t *out)
{
    // Many at once without a branch, so that compilers use vector instructions.
    constexpr qsizetype atOnce = 32;
    const char16_t *units = text.utf16();
    const qsizetype size = text.size();
    qsizetype at = 0;
    for (; at + atOnce <= size; at += atOnce) {
        quint16 odd = 0;
        for (qsizetype i = at; i < at + atOnce; ++i) {
            odd = static_cast<quint16>(odd | (isPlain(units[i]) ? 0 : 1));
            out[i] = foldedPlain(units[i]);
        }
        if (odd != 0)
            break;
    }
    while (at < size && isPlain(units[at])) {
        out[at] = foldedPlain(units[at]);
        ++at;
    }
    return at;
}

char16_t *unitsOf(QString &text)
{
    return reinterpret_cast<char16_t *>(text.data());
}

} // namespace

void NormalisedText::read(QStringView original)
{
    readUnits(original);
    m_folded.resize(m_text.size());
    m_folded.resize(m_text.size() + nullsBehind, QChar());
}

void NormalisedText::readUnits(QStringView original)
{
    m_stretches.clear();
    m_folded.resize(original.size());
    const qsizetype plain = foldPlain(original, unitsOf(m_folded));
    if (plain > 0)
        m_stretches.push_back({0, 0, 1});
    if (plain == original.size()) {
        m_text = original;
        return;
    }
    m_copy.resize(0);
    m_copy.reserve(original.size());
    m_copy.append(original.left(plain));
    m_folded.resize(plain);
    for (qsizetype i = plain; i < original.size();) {
        const QChar unit = original[i];
        if (isPlain(unit.unicode())) {
            i += appendPlain(original.mid(i), i);
        } else if (unit.isHighSurrogate() && i + 1 < original.size() && original[i + 1].isLowSurrogate()) {
            appendCodePoint(QChar::surrogateToUcs4(unit, original[i + 1]), {i, 2});
            i += 2;
        } else {
            appendCodePoint(unit.isSurrogate() ? char32_t{QChar::ReplacementCharacter}
                                               : char32_t{unit.unicode()},
                            {i, 1});
            ++i;
        }
    }
    m_text = m_copy;
}

//! Appends the first units of \a rest, which stands at \a origin, as far as they stand for themselves, which
//! the first does; how many they are.
qsizetype NormalisedText::appendPlain(QStringView rest, qsizetype origin)
{
    const qsizetype at = m_copy.size();
    note({origin, 1});
    m_folded.resize(at + rest.size());
    const qsizetype count = foldPlain(rest, unitsOf(m_folded) + at);
    m_folded.resize(at + count);
    m_copy.append(rest.left(count));
    return count;
}

void NormalisedText::append(QChar unit, Span origin)
{
    note(origin);
    m_copy.append(unit);
    m_folded.append(unit.toCaseFolded());
}

//! Notes that the next unit stands for \a origin.
void NormalisedText::note(Span origin)
{
    const qsizetype at = m_copy.size();
    if (m_stretches.empty() || origin.length != 1 || m_stretches.back().length != 1 ||
        origin.start - m_stretches.back().origin != at - m_stretches.back().at)
        m_stretches.push_back({at, origin.start, origin.length});
}

void NormalisedText::extendLast(qsizetype end)
{
    if (m_copy.isEmpty())
        return;
    const qsizetype last = m_copy.size() - 1;
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

qsizetype NormalisedText::positionOf(qsizetype original) const
{
    const auto next =
        std::upper_bound(m_stretches.begin(), m_stretches.end(), original,
                         [](qsizetype wanted, const Stretch &stretch) { return wanted < stretch.origin; });
    const Stretch &stretch = *std::prev(next);
    return stretch.at + (original - stretch.origin);
}

} // namespace handbell::guard
