// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/AlertWords.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QSpinBox;
class QVBoxLayout;

namespace handbell::ui {

class ActionButton;
class Theme;

//! Edits an escalation: up to five lines "after … to …", in order. GUI thread only.
class LadderEdit : public QWidget
{
    Q_OBJECT

public:
    //! As many steps as a template may have (PROTOCOL.md).
    static constexpr int MostSteps = 5;

    //! All must outlive the widget.
    LadderEdit(const Theme &theme, const AlertWords &words, const client::Practice &practice,
               QWidget *parent = nullptr);

    void setSteps(const std::vector<protocol::EscalationStep> &steps);
    [[nodiscard]] std::vector<protocol::EscalationStep> steps() const;

Q_SIGNALS:
    void changed();

private:
    struct Line
    {
        QWidget *row = nullptr;
        QSpinBox *after = nullptr;
        QComboBox *to = nullptr;
        std::vector<protocol::Address> addresses; //!< in the order of the box
    };

    void addLine(const protocol::EscalationStep &step);
    void removeLine(const QWidget *row);
    [[nodiscard]] std::vector<protocol::Address> addressesWith(const protocol::Address &chosen) const;
    void showAdd();

    const Theme &m_theme;
    const AlertWords &m_words;
    const client::Practice &m_practice;
    std::vector<Line> m_lines;
    QVBoxLayout *m_column = nullptr;
    ActionButton *m_add = nullptr;
};

} // namespace handbell::ui
