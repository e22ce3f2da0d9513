// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/CardWindow.h"

namespace handbell::ui {

//! What became of an alert that was rung by a key from another program, where the ladder is not in view.
class RungCard : public CardWindow
{
    Q_OBJECT

public:
    enum class Outcome { Sent, NotSent };

    RungCard(const Theme &theme, Outcome outcome, const QString &title, const QString &words);

    [[nodiscard]] Outcome outcome() const { return m_outcome; }

Q_SIGNALS:
    void closeRequested();

private:
    Outcome m_outcome;
};

} // namespace handbell::ui
