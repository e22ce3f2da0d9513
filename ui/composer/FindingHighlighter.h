// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Assessment.h"

#include <QSyntaxHighlighter>

#include <vector>

namespace handbell::ui {

class Theme;

//! Underlines what the guard found, as a spelling checker does. Spans are of the whole document's text,
//! blocks joined by one line feed.
class FindingHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    FindingHighlighter(const Theme &theme, QTextDocument *document);

    void setFindings(std::vector<guard::Finding> findings);

protected:
    void highlightBlock(const QString &text) override;

private:
    const Theme &m_theme;
    std::vector<guard::Finding> m_findings;
};

} // namespace handbell::ui
