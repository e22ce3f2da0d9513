// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"
#include "protocol/Messages.h"
#include "ui/signin/Page.h"

class QLineEdit;
class QListView;

namespace handbell::ui {

class ActionButton;
class Notice;
class RosterModel;
class TextLabel;

//! Who are you, and your password. It asks for what is to be done and is told how that went; it reaches
//! nothing by itself. GUI thread only.
class SignInPage : public Page
{
    Q_OBJECT

public:
    enum class Line { Up, Down };

    explicit SignInPage(const Theme &theme, QWidget *parent = nullptr);

    void setPlace(const QString &practice, const QString &workstation, const QString &room);
    //! People to choose from; the one chosen stays chosen.
    void setRoster(const std::vector<protocol::RosterEntry> &roster);
    void setLine(Line line);
    void showWorking();
    void showFailure(ErrorCode code);
    //! Why somebody is back here, for example signed in elsewhere.
    void showInformation(const QString &words);
    void showKeychainMissing();
    //! Forgets who was chosen and what was typed.
    void reset();

    [[nodiscard]] MemberId chosen() const;

Q_SIGNALS:
    void signInRequested(handbell::MemberId member, const QString &password);
    //! Somebody has an invitation to use on this PC.
    void invitationOffered();

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void buildFoot();
    void choose(MemberId member);
    void filter(const QString &typed);
    void submit();
    void setBusy(bool busy);

    RosterModel *m_roster;
    TextLabel *m_place = nullptr;
    QLineEdit *m_filter = nullptr;
    QListView *m_people = nullptr;
    QLineEdit *m_password = nullptr;
    Notice *m_line = nullptr;
    Notice *m_notice = nullptr;
    TextLabel *m_keychain = nullptr;
    ActionButton *m_signIn = nullptr;
    ActionButton *m_invitation = nullptr;
    Line m_lineState = Line::Up;
};

} // namespace handbell::ui
