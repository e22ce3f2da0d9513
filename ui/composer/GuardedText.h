// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Guard.h"
#include "guard/Tone.h"
#include "ui/composer/ComposerEdit.h"
#include "ui/composer/SaferText.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace handbell::ui {

class FindingHighlighter;
class GuardBar;
class NoticeLine;

//! What the guard does around a text field, the same for a message and for the note of an alert: underlines
//! and hints while one types, warns in the bar, makes the text safer by one key, and refuses what is not
//! text. Whoever owns the widgets lays them out, and sends. GUI thread only.
class GuardedText : public QObject
{
    Q_OBJECT

public:
    //! The guard as it is now.
    using CurrentGuard = std::function<std::shared_ptr<const guard::Guard>()>;
    //! The tone hint as it is now; nullptr where the practice has not turned it on.
    using CurrentTone = std::function<std::shared_ptr<const guard::Tone>()>;

    //! All must outlive this.
    struct Parts
    {
        ComposerEdit &edit;
        GuardBar &bar;
        NoticeLine &notice;
    };

    GuardedText(const Theme &theme, const Parts &parts, CurrentGuard currentGuard, CurrentTone currentTone,
                QObject *parent = nullptr);

    //! As it would be sent: without the space around it.
    [[nodiscard]] QString text() const;
    //! Empties the field and whatever is said about it.
    void clear();
    //! The text as the guard lets it pass; nothing where it is empty or there is no guard, and nothing, the
    //! bar open, where it has to be changed or confirmed first.
    [[nodiscard]] std::optional<guard::ScreenedText>
    screen(const std::optional<guard::Confirmation> &confirmation = {});
    //! Closes the bar where it is open; the keyboard is in the field again.
    void backToEditing();

Q_SIGNALS:
    //! The text is another; a warning about the one before is gone.
    void edited();

private:
    void onTextChanged();
    void removeFindings();
    void useInitials();
    void apply(const SaferText::Edits &edits, const QString &done);
    void useTask();
    void explainRefusal(ComposerEdit::Refused what);

    ComposerEdit &m_edit;
    GuardBar &m_bar;
    NoticeLine &m_notice;
    FindingHighlighter *m_highlighter;
    CurrentGuard m_currentGuard;
    CurrentTone m_currentTone;
    QString m_seen; //!< the text that onTextChanged() has dealt with
};

} // namespace handbell::ui
