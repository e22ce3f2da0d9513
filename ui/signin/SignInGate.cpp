// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/SignInGate.h"

#include "client/Futures.h"
#include "ui/signin/JoinPage.h"
#include "ui/signin/SignInPage.h"
#include "ui/signin/SignInWords.h"

#include <utility>

namespace handbell::ui {

using client::Session;

SignInGate::SignInGate(const Theme &theme, const Clock &clock, Session &session, QWidget *parent)
    : QStackedWidget(parent)
    , m_clock(clock)
    , m_session(session)
    , m_starting(new QWidget)
    , m_join(new JoinPage(theme, clock))
    , m_signIn(new SignInPage(theme))
{
    addWidget(m_starting);
    addWidget(m_join);
    addWidget(m_signIn);
    connect(m_join, &JoinPage::joinRequested, this, &SignInGate::join);
    connect(m_join, &JoinPage::left, this, [this] { follow(m_session.state()); });
    connect(m_signIn, &SignInPage::signInRequested, this, &SignInGate::signIn);
    connect(m_signIn, &SignInPage::invitationOffered, this, [this] { offerInvitation({}); });
    connect(&session, &Session::stateChanged, this, &SignInGate::follow);
    connect(&session, &Session::linkChanged, this, &SignInGate::showLink);
    connect(&session, &Session::rosterChanged, this, &SignInGate::showRoster);
    connect(&session, &Session::signedOut, this, [this](protocol::SignOutReason reason, const QString &room) {
        const QString why = SignInWords::signedOut(reason, room, m_clock.wallNow());
        if (m_session.state() == Session::State::NotEnrolled)
            m_join->showProblem(why);
        else
            m_signIn->showInformation(why);
    });
    connect(&session, &Session::refused, this, [this](const Error &error) {
        setCurrentWidget(m_join);
        m_join->showProblem(SignInWords::refused(error.code));
    });
    follow(session.state());
}

void SignInGate::offerInvitation(const QString &invitation)
{
    if (m_session.state() == Session::State::SignedIn)
        return;
    if (m_session.state() == Session::State::Starting) {
        m_offered = invitation;
        return;
    }
    m_join->reset();
    m_join->setLeave(m_session.state() == Session::State::SignedOut ? JoinPage::Leave::Possible
                                                                    : JoinPage::Leave::Impossible);
    setCurrentWidget(m_join);
    if (!invitation.isEmpty())
        m_join->setInvitation(invitation);
}

void SignInGate::follow(Session::State state)
{
    if (!m_session.keepsSecrets()) {
        m_join->showKeychainMissing();
        m_signIn->showKeychainMissing();
    }
    switch (state) {
    case Session::State::Starting:
        setCurrentWidget(m_starting);
        return;
    case Session::State::SignedIn:
        // Nothing typed here stays for whoever comes next.
        m_join->reset();
        m_signIn->reset();
        m_offered.clear();
        return;
    case Session::State::NotEnrolled:
        offerInvitation(std::exchange(m_offered, {}));
        return;
    case Session::State::SignedOut:
        break;
    }
    m_signIn->reset();
    showRoster();
    showLink();
    setCurrentWidget(m_signIn);
    if (!m_offered.isEmpty())
        offerInvitation(std::exchange(m_offered, {}));
}

void SignInGate::showLink()
{
    m_signIn->setLine(m_session.link() == Session::Link::Offline ? SignInPage::Line::Down
                                                                 : SignInPage::Line::Up);
}

void SignInGate::showRoster()
{
    m_signIn->setPlace(m_session.practiceName(), m_session.workstationName(), m_session.roomName());
    m_signIn->setRoster(m_session.roster());
}

void SignInGate::join(const QString &invitation, const QString &password)
{
    m_join->showWorking();
    client::whenAnswered(m_session.join(invitation, password), this, [this](const Result<void> &result) {
        if (!result)
            m_join->showFailure(result.error().code);
        else if (m_session.state() != Session::State::SignedIn)
            follow(m_session.state());
    });
}

void SignInGate::signIn(MemberId member, const QString &password)
{
    m_signIn->showWorking();
    client::whenAnswered(m_session.signIn(member, password), this, [this](const Result<void> &result) {
        if (!result)
            m_signIn->showFailure(result.error().code);
    });
}

} // namespace handbell::ui
