// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "guard/Guard.h"
#include "guard/Tone.h"
#include "ui/composer/ComposerEdit.h"
#include "ui/composer/Recipient.h"
#include "ui/composer/SaferText.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace handbell::ui {

class ComposerFooter;
class FindingHighlighter;
class GuardBar;
class IconLabel;
class TextLabel;
class Theme;

//! Where a message is typed: the field, the guard's underlines and bar, the words that it is kept, the
//! recipient and the send button. Clears only when the outbox has the text. GUI thread only.
class ComposerWidget : public QWidget
{
    Q_OBJECT

public:
    //! Puts a screened text into the outbox, or says why not.
    using Post = std::function<Result<void>(const guard::ScreenedText &)>;
    //! The guard as it is now.
    using CurrentGuard = std::function<std::shared_ptr<const guard::Guard>()>;
    //! The tone hint as it is now; nullptr where the practice has not turned it on.
    using CurrentTone = std::function<std::shared_ptr<const guard::Tone>()>;

    ComposerWidget(const Theme &theme, Post post, CurrentGuard currentGuard, CurrentTone currentTone,
                   QWidget *parent = nullptr);
    ~ComposerWidget() override;

    void setRecipient(const Recipient &recipient);
    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    //! Empties the field and whatever is said about it: another conversation, or nobody signed in.
    void clear();
    void focusField();

Q_SIGNALS:
    void posted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void onTextChanged();
    void showRoomLeft(qsizetype length);
    void backToEditing();
    void trySend(const std::optional<guard::Confirmation> &confirmation);
    void removeFindings();
    void useInitials();
    void apply(const SaferText::Edits &edits, const QString &done);
    void useTask();
    void explainRefusal(ComposerEdit::Refused what);
    enum class Notice { Remark, Warning };
    void say(const QString &words, Notice kind, const QString &description = {});
    void sayNothing();

    const Theme &m_theme;
    Post m_post;
    CurrentGuard m_currentGuard;
    CurrentTone m_currentTone;
    QString m_seen; //!< the text that onTextChanged() has dealt with
    GuardBar *m_guardBar = nullptr;
    QWidget *m_notice = nullptr;
    IconLabel *m_noticeIcon = nullptr;
    TextLabel *m_noticeText = nullptr;
    ComposerEdit *m_edit = nullptr;
    FindingHighlighter *m_highlighter = nullptr;
    ComposerFooter *m_footer = nullptr;
};

} // namespace handbell::ui
