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
//! original.
class NormalisedText
{
public:
    explicit NormalisedText(QStringView original);

    [[nodiscard]] QStringView text() const { return m_text; }
    //! text() in case-folded form, unit for unit.
    [[nodiscard]] QStringView folded() const { return m_folded; }
    [[nodiscard]] qsizetype size() const { return m_text.size(); }

    //! Where \a span of text(), which must not be empty, stands in the original.
    [[nodiscard]] Span toOriginal(Span span) const;

private:
    //! Units of m_text from \a at on stand one for one for those of the original from \a origin on; the first
    //! of them for \a length of them. Holds until the next stretch.
    struct Stretch
    {
        qsizetype at = 0;
        qsizetype origin = 0;
        qsizetype length = 1;
    };

    void append(QChar unit, Span origin);
    void appendCodePoint(char32_t codePoint, Span origin);
    void extendLast(qsizetype end);
    [[nodiscard]] Span originOf(qsizetype unit) const;

    QString m_text;
    QString m_folded;
    std::vector<Stretch> m_stretches; //!< sorted; few where little was changed
};

} // namespace handbell::guard
