// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "client/Session.h"

#include <QStackedWidget>

namespace handbell::ui {

class JoinPage;
class SignInPage;
class Theme;

//! What stands in the window while nobody is signed in: the invitation of a new PC, or who signs in here. The
//! pages speak to the session through it. GUI thread only.
class SignInGate : public QStackedWidget
{
    Q_OBJECT

public:
    //! All must outlive the gate.
    SignInGate(const Theme &theme, const Clock &clock, client::Session &session, QWidget *parent = nullptr);

    //! Shows \a invitation to be used; ignored while somebody is signed in.
    void offerInvitation(const QString &invitation);

private:
    void follow(client::Session::State state);
    void showLink();
    void showRoster();
    void join(const QString &invitation, const QString &password);
    void signIn(MemberId member, const QString &password);

    const Clock &m_clock;
    client::Session &m_session;
    QWidget *m_starting;
    JoinPage *m_join;
    SignInPage *m_signIn;
    QString m_offered; //!< came before the session knew where it stands
};

} // namespace handbell::ui
