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

void FindingHighlighter::setFindings(std::vector<guard::Finding> findings)
{
    if (findings == m_findings)
        return;
    m_findings = std::move(findings);
    rehighlight();
}

void FindingHighlighter::highlightBlock(const QString &text)
{
    QTextCharFormat format;
    format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    format.setUnderlineColor(m_theme.color(Token::Important));
    const qsizetype blockStart = currentBlock().position();
    const qsizetype blockEnd = blockStart + text.size();
    for (const guard::Finding &finding : m_findings) {
        const qsizetype start = std::max(finding.span.start, blockStart);
        const qsizetype end = std::min(finding.span.end(), blockEnd);
        if (start < end)
            setFormat(static_cast<int>(start - blockStart), static_cast<int>(end - start), format);
    }
}

} // namespace handbell::ui
