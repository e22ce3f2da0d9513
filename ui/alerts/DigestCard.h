// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/AlertWords.h"
#include "ui/alerts/CardWindow.h"

#include <vector>

class QVBoxLayout;

namespace handbell::ui {

class TextLabel;

//! What was held during a consultation, as one card instead of a shower of them: one line an alert, each
//! opens that alert's own card. The lines vanish as their alerts end.
class DigestCard : public CardWindow
{
    Q_OBJECT

public:
    //! \a words must outlive the card.
    DigestCard(const Theme &theme, const AlertWords &words);

    //! Oldest first. At most LineLimit lines are drawn, the rest is a number.
    void setAlerts(const std::vector<protocol::Alert> &alerts);
    [[nodiscard]] const std::vector<protocol::Alert> &alerts() const { return m_alerts; }

    static constexpr int LineLimit = 6;

Q_SIGNALS:
    void openRequested(handbell::AlertId alert);
    void openAllRequested();

private:
    void addLine(const protocol::Alert &alert);

    const AlertWords &m_words;
    std::vector<protocol::Alert> m_alerts;
    TextLabel *m_title = nullptr;
    TextLabel *m_rest = nullptr;
    QVBoxLayout *m_lines = nullptr;
};

} // namespace handbell::ui
