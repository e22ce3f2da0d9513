// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/AlertWords.h"

#include <QDialog>

#include <optional>

class QKeyEvent;
class QListView;

namespace handbell::client {
class SpeedDial;
class TargetModel;
class TemplateModel;
} // namespace handbell::client

namespace handbell::ui {

class ActionButton;
class NoteField;
class ProspectWidget;
class TargetPicker;
class TemplateDelegate;
class TemplateWords;
class Theme;

//! Rings an alert by keyboard: target on the left, template on the right.
//!
//! Which keys do what:
//! - It opens on a target: the one it was opened for (a room's bell button), else the one rung last. The
//!   keyboard is then on the templates, and one digit rings: Ctrl+R 2. Where there is neither, it is on the
//!   filter.
//! - Letters always go to the filter, from wherever the keyboard is; digits follow them there ("c3"). Up and
//!   Down move among the targets.
//! - Enter, Tab, or Right at the end of the filter takes the target and goes to the templates. There 1 to 9
//!   ring at once, Up and Down choose, Enter rings the one chosen, 0 goes to the short note; Left or
//!   Backspace goes back.
//! - In the filter a digit rings as well once exactly one target is left and none would be left with the
//!   digit: c 3 2. The number keys are drawn in the accent whenever a bare digit rings.
//! - Alt+digit rings that template from anywhere, the note included. Enter in the note rings. Esc closes.
//! - Alt+W names those who are meant; Alt+T takes the target that is suggested where nobody can see an alert.
//! - Ctrl+D puts what is chosen, without the note, on the speed dial, or takes it off.
//!
//! The note is screened by the practice's guard, as a message is; where it warns, the keyboard is in its bar
//! (NoteField). Another target or template closes the bar: it asks anew.
class RingPalette : public QDialog
{
    Q_OBJECT

public:
    //! All must outlive the palette. Its filter is set on \a targets.
    struct Parts
    {
        const Theme &theme;
        const AlertWords &words;
        const client::Practice &practice;
        client::AlertManager &alerts;
        client::TargetModel &targets;
        client::TemplateModel &templates;
        client::SpeedDial *speedDial = nullptr; //!< none: nothing can be put on it
    };

    explicit RingPalette(const Parts &parts, QWidget *parent = nullptr);
    ~RingPalette() override;

    //! Moves to the middle of \a place, as far as its screen allows.
    void centreOn(const QRect &place);
    //! Shows the palette for \a target, or for the target rung last, with \a alertTemplate chosen, or the
    //! first.
    void openFor(const std::optional<protocol::Address> &target = {}, TemplateId alertTemplate = {});

    [[nodiscard]] std::optional<protocol::Address> target() const;
    //! The template that Enter would ring.
    [[nodiscard]] TemplateId chosenTemplate() const;
    //! What the footer says.
    [[nodiscard]] QString prospect() const;
    //! Whether a bare digit rings now.
    [[nodiscard]] bool digitsRing() const;

Q_SIGNALS:
    //! An alert went out; the ladder shows it as \a localId.
    void rang(quint64 localId);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    //! How high the templates have to be for \a rows of them.
    [[nodiscard]] int heightOfRows(int rows) const;
    [[nodiscard]] QWidget *header();
    [[nodiscard]] QWidget *columns();
    [[nodiscard]] QWidget *templateColumn();
    [[nodiscard]] QWidget *footer();

    bool keyInFilter(const QKeyEvent &event);
    bool keyInTemplates(const QKeyEvent &event);
    bool keyInNote(const QKeyEvent &event);

    void takeTarget(const protocol::Address &address);
    void toFilter();
    void toTemplates();
    void choiceChanged();
    void escape();
    void fitHeight();
    void ringNumber(int number);
    void ring();
    void send(const std::optional<guard::ScreenedText> &note);
    void showState();
    void toggleSpeedDial();
    void showSpeedDial();

    Parts m_parts;
    TargetPicker *m_targets = nullptr;
    TemplateWords *m_templateWords = nullptr;
    QListView *m_templates = nullptr;
    TemplateDelegate *m_templateDelegate = nullptr;
    NoteField *m_note = nullptr;
    ProspectWidget *m_prospect = nullptr;
    ActionButton *m_star = nullptr;
    ActionButton *m_ring = nullptr;
};

} // namespace handbell::ui
