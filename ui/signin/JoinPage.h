// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "ui/signin/Page.h"
#include "ui/signin/SignInWords.h"

class QLineEdit;
class QPlainTextEdit;

namespace handbell::ui {

class ActionButton;
class Notice;
class TextLabel;

//! Where an invitation is pasted: for this PC, for a person, or for both. An invitation does not tell which
//! before it is used, so the password may be left out; the server says when it is needed. It asks for what is
//! to be done and is told how that went; it reaches nothing by itself. GUI thread only.
class JoinPage : public Page
{
    Q_OBJECT

public:
    //! Whether the page may be left without joining.
    enum class Leave { Possible, Impossible };

    //! \a theme and \a clock must outlive the page.
    JoinPage(const Theme &theme, const Clock &clock, QWidget *parent = nullptr);

    //! Puts \a text into the invitation field, as from a link.
    void setInvitation(const QString &text);
    void setLeave(Leave leave);
    //! An attempt is under way: nothing can be changed.
    void showWorking();
    //! It did not work: says why and what to do.
    void showFailure(ErrorCode code);
    //! Something to know that no attempt brought about.
    void showProblem(const QString &words);
    void showKeychainMissing();
    //! Forgets what was typed.
    void reset();

Q_SIGNALS:
    //! \a password is empty where it was left out.
    void joinRequested(const QString &invitation, const QString &password);
    void left();

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void preview();
    void submit();
    void setBusy(bool busy);
    [[nodiscard]] QString passwordProblem() const;

    const Clock &m_clock;
    QPlainTextEdit *m_invitation = nullptr;
    TextLabel *m_preview = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_repeat = nullptr;
    Notice *m_problem = nullptr;
    TextLabel *m_keychain = nullptr;
    ActionButton *m_join = nullptr;
    ActionButton *m_leave = nullptr;
};

} // namespace handbell::ui
