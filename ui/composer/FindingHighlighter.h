// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Assessment.h"
#include "guard/Tone.h"

#include <QSyntaxHighlighter>

#include <vector>

namespace handbell::ui {

class Theme;

//! Underlines what the guard found, as a spelling checker does, and, with quiet dashes, words aimed at a
//! person; where both stand, what the guard found. Spans are of the whole document's text, blocks joined by
//! one line feed.
class FindingHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    FindingHighlighter(const Theme &theme, QTextDocument *document);

    void setFindings(std::vector<guard::Finding> findings, std::vector<guard::ToneHint> tone);

protected:
    void highlightBlock(const QString &text) override;

private:
    void underline(guard::Span span, qsizetype blockLength, const QTextCharFormat &format);

    const Theme &m_theme;
    std::vector<guard::Finding> m_findings;
    std::vector<guard::ToneHint> m_tone;
};

} // namespace handbell::ui
