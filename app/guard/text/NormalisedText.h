// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Assessment.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace handbell::guard {

//! A text as the rules read it, with the way back to the original. Compatibility forms (full-width, circled,
//! keycap, mathematical) become plain ones, decimal digits of any script ASCII digits, spaces of any width a
//! space, dashes a hyphen, curly apostrophes straight; accents, zero-width and other invisible characters are
//! dropped. Holds no surrogates. Works code point by code point, so its length and its cost are linear in the
//! original. A text that is plain already is not copied, so the original must outlive this.
class NormalisedText
{
public:
    NormalisedText() = default;
    explicit NormalisedText(QStringView original) { read(original); }
    NormalisedText(const NormalisedText &) = delete;
    NormalisedText &operator=(const NormalisedText &) = delete;

    //! Takes up another text, in the memory of the one before.
    void read(QStringView original);

    [[nodiscard]] QStringView text() const { return m_text; }
    //! text() in case-folded form, unit for unit; behind it stand nullsBehind nulls.
    [[nodiscard]] QStringView folded() const { return {m_folded.constData(), m_text.size()}; }
    static constexpr qsizetype nullsBehind = 16;
    [[nodiscard]] qsizetype size() const { return m_text.size(); }

    //! Where \a span of text(), which must not be empty, stands in the original.
    [[nodiscard]] Span toOriginal(Span span) const;
    //! Where unit \a original of the original, which must be one that stands for itself, stands in text().
    [[nodiscard]] qsizetype positionOf(qsizetype original) const;

private:
    //! Units of text() from \a at on stand one for one for those of the original from \a origin on; the first
    //! of them for \a length of them. Holds until the next stretch.
    struct Stretch
    {
        qsizetype at = 0;
        qsizetype origin = 0;
        qsizetype length = 1;
    };

    void readUnits(QStringView original);
    qsizetype appendPlain(QStringView rest, qsizetype origin);
    void append(QChar unit, Span origin);
    void note(Span origin);
    void appendCodePoint(char32_t codePoint, Span origin);
    void extendLast(qsizetype end);
    [[nodiscard]] Span originOf(qsizetype unit) const;

    QStringView m_text;
    QString m_copy; //!< what m_text shows where the original is not plain
    QString m_folded;
    std::vector<Stretch> m_stretches; //!< sorted; few where little was changed
};

} // namespace handbell::guard
