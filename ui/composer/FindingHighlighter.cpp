// SPDX-License-Identifier: Apache-2.0
#include "ui/composer/FindingHighlighter.h"

#include "ui/theme/Theme.h"

#include <QTextDocument>

#include <algorithm>

namespace handbell::ui {

FindingHighlighter::FindingHighlighter(const Theme &theme, QTextDocument *document)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void FindingHighlighter::setFindings(std::vector<guard::Finding> findings, std::vector<guard::ToneHint> tone)
{
    if (findings == m_findings && tone == m_tone)
        return;
    m_findings = std::move(findings);
    m_tone = std::move(tone);
    rehighlight();
}

void FindingHighlighter::highlightBlock(const QString &text)
{
    QTextCharFormat format;
    format.setUnderlineStyle(QTextCharFormat::DashUnderline);
    format.setUnderlineColor(m_theme.color(Token::Muted));
    for (const guard::ToneHint &hint : m_tone)
        underline(hint.span, text.size(), format);
    format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    format.setUnderlineColor(m_theme.color(Token::Important));
    for (const guard::Finding &finding : m_findings)
        underline(finding.span, text.size(), format);
}

//! The part of \a span that lies in the current block.
void FindingHighlighter::underline(guard::Span span, qsizetype blockLength, const QTextCharFormat &format)
{
    const qsizetype blockStart = currentBlock().position();
    const qsizetype start = std::max(span.start, blockStart);
    const qsizetype end = std::min(span.end(), blockStart + blockLength);
    if (start < end)
        setFormat(static_cast<int>(start - blockStart), static_cast<int>(end - start), format);
}

} // namespace handbell::ui
