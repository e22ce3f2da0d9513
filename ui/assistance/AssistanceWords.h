// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/AssistanceManager.h"
#include "ui/alerts/AlertWords.h"

namespace handbell::ui {

//! Assistance in words: how ready it is, how its test goes, who comes. GUI thread only.
class AssistanceWords
{
    Q_DECLARE_TR_FUNCTIONS(handbell::ui::AssistanceWords)

public:
    //! Both must outlive this.
    AssistanceWords(const client::AssistanceManager &assistance, const AlertWords &words)
        : m_assistance(assistance)
        , m_words(words)
    {
    }

    //! The key that asks, from any program.
    [[nodiscard]] static QString shortcut();
    //! "Not tested from here yet.", "Last test: 24 Nov, 10:32.", or how the one under way goes.
    [[nodiscard]] QString test() const;
    //! "Assistance from Consulting room 3 has never been tested."; empty where no test is due.
    [[nodiscard]] QString reminder() const;
    //! "Lin Chen, nurse, is coming": one line for each who comes, the last one "and 2 others".
    [[nodiscard]] QStringList comers() const;
    //! How many people have it on their screens, in a sentence.
    [[nodiscard]] QString seen() const;

private:
    [[nodiscard]] static int shownTo(const client::OutgoingAlert &alert);

    const client::AssistanceManager &m_assistance;
    const AlertWords &m_words;
};

} // namespace handbell::ui
