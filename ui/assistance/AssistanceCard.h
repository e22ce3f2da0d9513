// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/CardWindow.h"
#include "ui/assistance/AssistanceWords.h"

namespace handbell::ui {

class ActionButton;
class FlowLayout;
class IconLabel;
class TextLabel;

//! What whoever asked for assistance sees of it: that it went out, how many have it on the screen, who comes.
//! Whom they are afraid of may see it too, so it is calm and does not say what was asked for. Follows the
//! manager by itself.
class AssistanceCard : public CardWindow
{
    Q_OBJECT

public:
    //! All must outlive the card.
    AssistanceCard(const Theme &theme, const AlertWords &words, client::AssistanceManager &assistance);

    //! The lines under the heading, top to bottom.
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    //! It did not go out, and the member has read so.
    void dismissed();

private:
    void follow();
    void followRefusal(const Error &error);
    ActionButton *addButton(const QString &name, const QString &text, FlowLayout &flow);

    client::AssistanceManager &m_assistance;
    const AssistanceWords m_words;
    IconLabel *m_icon = nullptr;
    TextLabel *m_kind = nullptr;
    TextLabel *m_title = nullptr;
    TextLabel *m_text = nullptr;
    ActionButton *m_over = nullptr;
    ActionButton *m_again = nullptr;
    ActionButton *m_close = nullptr;
};

} // namespace handbell::ui
