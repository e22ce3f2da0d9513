// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Guard.h"
#include "ui/composer/GuardWords.h"
#include "ui/theme/Panel.h"

#include <initializer_list>

class QBoxLayout;
class QLineEdit;

namespace handbell::ui {

class ActionButton;
class FlowLayout;
class TextLabel;
class Theme;

//! The bar over a send button when the guard warns: what was seen, why it matters, a safer form, and the ways
//! on, of which "Edit" has the focus. First the ways that change the text, then those that do not; beside the
//! words where there is room, under them where not. Where health is spoken of, a task comes before all.
//! Sending all the same, and saying that it is no patient, take a second, deliberate act, with a reason where
//! the practice asks for one. The note of an alert can be left out as well; and where the alert is urgent,
//! one key rings. Shows and asks; decides nothing.
class GuardBar : public Panel
{
    Q_OBJECT

public:
    //! How many keys it takes to send all the same.
    enum class Pace {
        Deliberate, //!< a second act: the focus goes to "Edit"
        OneKey,     //!< an urgent alert: Enter rings, with the note, or without it where a reason is due
    };

    GuardBar(const Theme &theme, GuardWords::Medium medium, QWidget *parent = nullptr);

    //! From the next warning on; Deliberate unless set.
    void setPace(Pace pace) { m_pace = pace; }
    //! Shows the bar for \a text, which the guard has just refused with \a assessment, and moves the focus to
    //! "Edit", or to what the pace says.
    void warn(const QString &text, const guard::Assessment &assessment);
    //! Where the bar is open and one key is enough: does as that key does, for whoever asks once more to
    //! send. False where it did nothing.
    bool takeOneKey();
    //! Hides the bar and forgets the text.
    void dismiss();

Q_SIGNALS:
    void editChosen();
    void removeChosen();
    void initialsChosen();
    void taskChosen();
    //! The alert is to go out without its note.
    void withoutChosen();
    //! The sender confirmed; screen the text again with this.
    void confirmed(const handbell::guard::Confirmation &confirmation);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    //! What the second act would say.
    enum class Claim { SendAnyway, NotPatient };

    void build();
    void buildWords();
    void buildButtons();
    ActionButton *addButton(const QString &words);
    [[nodiscard]] bool isForNote() const { return m_medium == GuardWords::Medium::AlertNote; }
    [[nodiscard]] bool confirmsAtOnce() const;
    [[nodiscard]] QString confirmWords(Claim claim) const;
    [[nodiscard]] ActionButton *firstWay() const;
    [[nodiscard]] QString firstAdvice() const;
    void setFirstStep();
    void setOrder(std::initializer_list<ActionButton *> primary,
                  std::initializer_list<ActionButton *> secondary);
    void arrange();
    void askAgain(Claim claim);
    void confirm();
    void say(const QString &advice);

    const Theme &m_theme;
    const GuardWords::Medium m_medium;
    QString m_text;
    guard::Assessment m_assessment;
    Pace m_pace = Pace::Deliberate;
    Claim m_claim = Claim::SendAnyway;
    QBoxLayout *m_body = nullptr;
    QWidget *m_buttons = nullptr;
    QBoxLayout *m_rows = nullptr;
    FlowLayout *m_primary = nullptr;
    FlowLayout *m_secondary = nullptr;
    TextLabel *m_heading = nullptr;
    TextLabel *m_advice = nullptr;
    QLineEdit *m_reason = nullptr;
    ActionButton *m_edit = nullptr;
    ActionButton *m_remove = nullptr;
    ActionButton *m_initials = nullptr;
    ActionButton *m_task = nullptr;
    ActionButton *m_notPatient = nullptr;
    ActionButton *m_anyway = nullptr;
    ActionButton *m_without = nullptr;
    ActionButton *m_confirm = nullptr;
};

} // namespace handbell::ui
