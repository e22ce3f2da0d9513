// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "ui/composer/GuardedText.h"
#include "ui/composer/Recipient.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace handbell::ui {

class ComposerEdit;
class ComposerFooter;
class GuardBar;
class NoticeLine;
class Theme;

//! Where a message is typed: the field, the guard's underlines and bar, the words that it is kept, the
//! recipient and the send button. Clears only when the outbox has the text. GUI thread only.
class ComposerWidget : public QWidget
{
    Q_OBJECT

public:
    //! Puts a screened text into the outbox, or says why not.
    using Post = std::function<Result<void>(const guard::ScreenedText &)>;

    ComposerWidget(const Theme &theme, Post post, GuardedText::CurrentGuard currentGuard,
                   GuardedText::CurrentTone currentTone, QWidget *parent = nullptr);
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
    void onEdited();
    void trySend(const std::optional<guard::Confirmation> &confirmation);

    const Theme &m_theme;
    Post m_post;
    GuardBar *m_guardBar = nullptr;
    NoticeLine *m_notice = nullptr;
    ComposerEdit *m_edit = nullptr;
    GuardedText *m_guarded = nullptr;
    ComposerFooter *m_footer = nullptr;
};

} // namespace handbell::ui
