// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Guard.h"
#include "protocol/Entities.h"

#include <QWidget>

#include <optional>

namespace handbell::client {
class Practice;
}

namespace handbell::ui {

class ComposerEdit;
class GuardBar;
class GuardedText;
class NoticeLine;
class Theme;

//! The short note of an alert, with what the guard says of it under it: the field treats a patient's details
//! as the composer of messages does. Its focus proxy is the field itself.
class NoteField : public QWidget
{
    Q_OBJECT

public:
    //! Both must outlive the field; the guard and the tone hint are those of \a practice as it is now.
    NoteField(const Theme &theme, const client::Practice &practice, QWidget *parent = nullptr);

    //! Whether the alert takes a note; what was typed stays in any case.
    void setTaken(bool taken);
    //! Empties the field and whatever is said about it.
    void clear();
    //! Puts the keyboard into the field, where the alert takes a note.
    void focusField();
    //! The cursor is in the first line that is in view.
    [[nodiscard]] bool isInFirstLine() const;

    //! What may go out with the alert: the note as screened, or nothing where there is none.
    struct Screened
    {
        std::optional<guard::ScreenedText> note;
    };
    //! Nothing where the guard warns: then the bar is open and asks, and screened() follows where the sender
    //! rings all the same. An alert of \a importance Urgent is one key away: asking again is that key.
    [[nodiscard]] std::optional<Screened> screen(protocol::Importance importance);
    //! The sender is asked what to do with the note.
    [[nodiscard]] bool isWarning() const;
    //! Goes back to the note as it is.
    void dismissWarning();
    //! Closes the bar, for the alert is another now; the keyboard stays where it is, unless it is in the bar.
    void forgetWarning();

Q_SIGNALS:
    //! Enter in the field.
    void ringRequested();
    //! The sender met the warning: ring with this.
    void screened(const handbell::ui::NoteField::Screened &what);

private:
    void build();
    void confirm(const guard::Confirmation &confirmation);

    const Theme &m_theme;
    ComposerEdit *m_edit = nullptr;
    NoticeLine *m_notice = nullptr;
    GuardBar *m_bar = nullptr;
    GuardedText *m_guarded = nullptr;
};

} // namespace handbell::ui
