// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Guard.h"
#include "ui/theme/Panel.h"

#include <optional>

class QBoxLayout;
class QLineEdit;

namespace handbell::ui {

class ActionButton;
class TextLabel;
class Theme;

//! The bar over a send button when the guard warns: what was seen, why it matters, a safer form, and three
//! ways on, of which "Edit" has the focus: beside the words where there is room, under them where not.
//! Sending all the same takes a second, deliberate act, with a reason where the practice asks for one. Shows
//! and asks; decides nothing.
class GuardBar : public Panel
{
    Q_OBJECT

public:
    explicit GuardBar(const Theme &theme, QWidget *parent = nullptr);

    //! Shows the bar for \a text, which the guard has just refused with \a assessment, and moves the focus to
    //! "Edit".
    void warn(const QString &text, const guard::Assessment &assessment);
    //! Hides the bar and forgets the text.
    void dismiss();

    //! "Use a task instead" makes no sense for a few words in an alert.
    void setOffersTask(bool offers);

Q_SIGNALS:
    void editChosen();
    void taskChosen();
    //! The sender confirmed; screen the text again with this.
    void confirmed(const handbell::guard::Confirmation &confirmation);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void arrange();
    void askAgain();
    void confirm();
    void speak();

    const Theme &m_theme;
    QString m_text;
    guard::Assessment m_assessment;
    QBoxLayout *m_body = nullptr;
    QWidget *m_buttons = nullptr;
    TextLabel *m_heading = nullptr;
    TextLabel *m_advice = nullptr;
    QLineEdit *m_reason = nullptr;
    ActionButton *m_edit = nullptr;
    ActionButton *m_task = nullptr;
    ActionButton *m_anyway = nullptr;
    ActionButton *m_confirm = nullptr;
};

} // namespace handbell::ui
