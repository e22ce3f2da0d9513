// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Assessment.h"
#include "protocol/Entities.h"
#include "ui/theme/Panel.h"

class QLineEdit;

namespace handbell::ui {

class ActionButton;
class FlowLayout;
class TextLabel;
class Theme;

//! What the guard saw in the short note of an alert, and the ways on: change it by hand or by one key, ring
//! without it, or ring with it all the same (recorded). It delays, it never refuses.
class NoteGuardBar : public Panel
{
    Q_OBJECT

public:
    explicit NoteGuardBar(const Theme &theme, QWidget *parent = nullptr);

    //! Shows the bar for \a note, and has a screen reader say it. An urgent alert is one keypress away in any
    //! case: where the policy asks for a reason, its Enter rings without the note instead (guard.md).
    void warn(const QString &note, const guard::Assessment &assessment, protocol::Importance importance);
    //! What Enter does now.
    enum class Enter { RingWithNote, RingWithoutNote, NeedsReason };
    [[nodiscard]] Enter enter() const;
    //! The reason typed; empty where none is asked for.
    [[nodiscard]] QString reason() const;
    //! The field for the reason has the keyboard, or could not get it because none is asked for.
    void focusReason();

Q_SIGNALS:
    void ringWithNoteRequested();
    void ringWithoutNoteRequested();
    void editRequested();
    //! \a note is to stand in the note's place: without what was found, or with initials.
    void saferNoteChosen(const QString &note);

private:
    void showChoices();
    ActionButton *addSaferForm(const QString &words, const QString &key, FlowLayout &flow);

    const Theme &m_theme;
    bool m_reasonRequired = false;
    protocol::Importance m_importance = protocol::Importance::Routine;
    TextLabel *m_title = nullptr;
    TextLabel *m_why = nullptr;
    QLineEdit *m_reason = nullptr;
    QString m_removed;  //!< the note without what was found
    QString m_initials; //!< the note with initials for names
    ActionButton *m_remove = nullptr;
    ActionButton *m_useInitials = nullptr;
    ActionButton *m_with = nullptr;
    ActionButton *m_without = nullptr;
};

} // namespace handbell::ui
