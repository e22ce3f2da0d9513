// SPDX-License-Identifier: Apache-2.0
#include "client/SessionPrivate.h"

#include "base/Log.h"
#include "client/Futures.h"
#include "client/Profile.h"

#include <QPointer>

#include <utility>

namespace handbell::client {

Session::Private::Private(Session &session, Profile &profile, SecretStore &secrets, ChannelFactory channels,
                          Random &random, const Pacing &pacing)
    : q(session)
    , m_profile(profile)
    , m_channels(std::move(channels))
    , m_pacing(pacing)
    , m_credentials(secrets, profile.secretPrefix())
    , m_backoff(random, pacing.retryBase, pacing.retryCap)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Private::connectNow);
}

Session::Private::~Private()
{
    stop();
}

void Session::Private::stop()
{
    m_stopped = true;
    m_joining.reset();
    if (m_joinPromise) {
        m_joinPromise->addResult(Error{ErrorCode::Unreachable, QStringLiteral("the session ended first")});
        m_joinPromise->finish();
        m_joinPromise.reset();
    }
    drop();
}

void Session::Private::start()
{
    q.m_practiceName = m_profile.setting(QStringLiteral("place/practice")).toString();
    q.m_workstationName = m_profile.setting(QStringLiteral("place/workstation")).toString();
    q.m_roomName = m_profile.setting(QStringLiteral("place/room")).toString();
    m_credentials.load([this] {
        q.m_keepsSecrets = m_credentials.isKept();
        if (!m_profile.server() || (!m_credentials.member() && !m_credentials.workstation())) {
            becomeNotEnrolled();
            return;
        }
        if (m_credentials.member())
            q.m_member = m_credentials.member()->member;
        q.setState(m_credentials.member() ? State::SignedIn : State::SignedOut);
        connectNow();
    });
}

void Session::Private::retryNow()
{
    if (stage == Stage::Idle && !m_joining && !m_stopped && q.m_state != State::Starting &&
        q.m_state != State::NotEnrolled)
        connectNow();
}

// --- The line ---

void Session::Private::connectNow()
{
    m_retry.stop();
    const auto server = m_profile.server();
    if (!server || (!m_credentials.member() && !m_credentials.workstation())) {
        becomeNotEnrolled();
        return;
    }
    adopt(std::make_unique<Connection>(m_channels(server->address, trustOf(*server)), m_pacing.patience));
    connect(connection.get(), &Connection::opened, this, &Private::authenticate);
    stage = Stage::Connecting;
    connection->open();
}

//! Starts over on purpose, at once: the old connection speaks for somebody who has left.
void Session::Private::reconnect()
{
    drop();
    q.setLink(Link::Connecting);
    connectNow();
}

void Session::Private::adopt(std::unique_ptr<Connection> fresh)
{
    drop();
    connection = std::move(fresh);
    connect(connection.get(), &Connection::closed, this, &Private::onClosed);
    connect(connection.get(), &Connection::noticed, this, &Private::onNotice);
}

//! Lets go of the connection without another attempt. It may be one of its own signals that brought us here.
void Session::Private::drop()
{
    m_retry.stop();
    stage = Stage::Idle;
    m_onlineSince.reset();
    if (!connection)
        return;
    Connection *gone = connection.release();
    gone->disconnect(this);
    gone->abandon();
    gone->deleteLater();
}

void Session::Private::ask(const protocol::ClientMessage &message, Handler handler)
{
    connection->request(message, [self = QPointer(this), asked = connection.get(),
                                  handler](const Result<protocol::ServerMessage> &answer) {
        if (self && self->connection.get() == asked)
            (self->*handler)(answer);
    });
}

void Session::Private::onClosed(const transport::CloseReason &reason)
{
    qCInfo(logClient) << "the line is down:"
                      << (reason.code ? wireName(*reason.code) : QLatin1String("closed"));
    const bool wasGood = m_onlineSince && q.m_clock.steadyNow() - *m_onlineSince >= m_pacing.settled;
    drop();
    q.setLink(Link::Offline);
    if (reason.code == ErrorCode::TlsPinMismatch) {
        refuse({*reason.code, reason.detail});
        return;
    }
    if (reason.code == ErrorCode::SessionReplaced) {
        // To come back by itself would take the session from the other, which would take it back.
        Q_EMIT q.refused({*reason.code, reason.detail});
        return;
    }
    if (wasGood)
        m_backoff.reset();
    if (std::exchange(m_stopping, false) || reason.code == ErrorCode::ServerStopping)
        m_backoff.skipImmediate();
    m_retry.start(m_backoff.next());
}

void Session::Private::wentOnline()
{
    m_onlineSince = q.m_clock.steadyNow();
    if (m_pacing.settled.count() == 0)
        m_backoff.reset();
}

// --- Who we are ---

void Session::Private::authenticate()
{
    stage = Stage::Authenticating;
    if (m_credentials.member())
        ask(protocol::AuthToken{ownClientInfo(), {m_credentials.member()->token}},
            &Private::onMemberAnswered);
    else
        ask(protocol::AuthWorkstation{ownClientInfo(), {*m_credentials.workstation()}},
            &Private::onWorkstationAnswered);
}

void Session::Private::onMemberAnswered(const Result<protocol::ServerMessage> &answer)
{
    if (answer && std::holds_alternative<protocol::OkSession>(*answer)) {
        enterActive(std::get<protocol::OkSession>(*answer));
    } else if (!answer && answer.error().code == ErrorCode::TokenRevoked) {
        loseMember(protocol::SignOutReason::SignedOut, {});
    } else {
        connection->close(); // closed() follows, and another attempt
    }
}

void Session::Private::onWorkstationAnswered(const Result<protocol::ServerMessage> &answer)
{
    if (answer && std::holds_alternative<protocol::OkWorkstation>(*answer)) {
        enterEnrolled(std::get<protocol::OkWorkstation>(*answer));
    } else if (!answer && answer.error().code == ErrorCode::TokenRevoked) {
        m_credentials.forgetWorkstation();
        refuse(answer.error());
        becomeNotEnrolled();
    } else {
        connection->close();
    }
}

void Session::Private::enterEnrolled(const protocol::OkWorkstation &answer)
{
    stage = Stage::Enrolled;
    wentOnline();
    q.m_member = {};
    q.m_workstation = answer.workstation;
    q.m_practiceName = answer.practice;
    q.m_roster = answer.roster;
    m_profile.setSetting(QStringLiteral("place/practice"), answer.practice);
    q.setPlace(answer.name, answer.room);
    if (answer.token)
        m_credentials.setWorkstation(answer.token->value);
    q.m_keepsSecrets = m_credentials.isKept();
    q.setLink(Link::Online);
    q.setState(State::SignedOut);
    Q_EMIT q.rosterChanged();
}

void Session::Private::enterActive(const protocol::OkSession &answer)
{
    stage = Stage::Active;
    wentOnline();
    q.m_member = answer.member;
    q.m_workstation = answer.workstation;
    q.m_practiceName = answer.practice;
    m_profile.setSetting(QStringLiteral("place/practice"), answer.practice);
    if (answer.workstationToken)
        m_credentials.setWorkstation(answer.workstationToken->value);
    if (answer.token)
        m_credentials.setMember({answer.member, answer.token->value});
    q.m_keepsSecrets = m_credentials.isKept();
    q.setLink(Link::Online);
    q.setState(State::SignedIn);
    if (answer.left)
        Q_EMIT q.moved(*answer.left);
    Q_EMIT q.ready();
}

QFuture<Result<void>> Session::Private::signIn(MemberId member, const QString &password)
{
    if (stage != Stage::Enrolled)
        return readyFuture<Result<void>>(Error{ErrorCode::Unreachable, QStringLiteral("not connected")});
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    connection->request(protocol::AuthPassword{member, password},
                        [self = QPointer(this), asked = connection.get(),
                         promise](const Result<protocol::ServerMessage> &answer) {
                            Result<void> result;
                            const auto *ok = answer ? std::get_if<protocol::OkSession>(&*answer) : nullptr;
                            if (!answer)
                                result = answer.error();
                            else if (!ok)
                                result = ErrorCode::UnexpectedMessage;
                            else if (self && self->connection.get() == asked)
                                self->enterActive(*ok);
                            promise->addResult(result);
                            promise->finish();
                        });
    return promise->future();
}

QFuture<Result<void>> Session::Private::signOut()
{
    if (q.m_state != State::SignedIn)
        return readyFuture<Result<void>>({});
    QFuture<Result<void>> forgotten = m_credentials.forgetMember();
    q.m_member = {};
    const bool wasActive = stage == Stage::Active;
    if (wasActive) {
        stage = Stage::Enrolled;
        ask(protocol::SignOut{}, &Private::onSignedOutAnswered);
    }
    q.setState(State::SignedOut);
    if (!wasActive)
        reconnect();
    return forgotten.then(this, [](const Result<void> &removed) -> Result<void> {
        // Without a keychain there was nothing to remove.
        return removed || removed.error().code == ErrorCode::KeychainUnavailable ? Result<void>() : removed;
    });
}

void Session::Private::onSignedOutAnswered(const Result<protocol::ServerMessage> &answer)
{
    if (answer && std::holds_alternative<protocol::OkWorkstation>(*answer)) {
        if (stage == Stage::Enrolled)
            enterEnrolled(std::get<protocol::OkWorkstation>(*answer));
    } else if (connection) {
        reconnect();
    }
}

//! The server says that the member is not signed in here any more.
void Session::Private::loseMember(protocol::SignOutReason reason, const QString &room)
{
    m_credentials.forgetMember();
    q.m_member = {};
    if (m_credentials.workstation())
        reconnect(); // as a workstation, which also brings the people to choose from
    else
        becomeNotEnrolled();
    if (m_credentials.workstation())
        q.setState(State::SignedOut);
    Q_EMIT q.signedOut(reason, room);
}

void Session::Private::becomeNotEnrolled()
{
    drop();
    q.m_member = {};
    q.m_workstation = {};
    q.setLink(Link::Offline);
    q.setState(State::NotEnrolled);
}

void Session::Private::refuse(const Error &error)
{
    drop();
    m_stopped = true;
    q.setLink(Link::Offline);
    Q_EMIT q.refused(error);
}

void Session::Private::onNotice(const protocol::ServerMessage &notice)
{
    if (stage != Stage::Active)
        return; // for somebody who has left
    if (const auto *out = std::get_if<protocol::SignedOutNotice>(&notice)) {
        loseMember(out->reason, out->room);
        return;
    }
    if (std::holds_alternative<protocol::StoppingNotice>(notice)) {
        m_stopping = true; // what is on its way may still come; the server closes when it is done
        return;
    }
    Q_EMIT q.noticeReceived(notice);
}

// --- Joining ---

QFuture<Result<void>> Session::Private::join(const QString &text, const QString &password)
{
    const auto invitation = transport::Invitation::parse(text);
    if (!invitation)
        return readyFuture<Result<void>>(invitation.error());
    if (m_joining || q.m_state == State::SignedIn || q.m_state == State::Starting)
        return readyFuture<Result<void>>(
            Error{ErrorCode::UnexpectedMessage, QStringLiteral("not while signed in or joining already")});
    m_stopped = false;
    drop();
    q.setLink(Link::Connecting);
    m_joining = std::make_unique<Joining>(Joining::Request{*invitation, password, m_profile.server(),
                                                           m_credentials.workstation(), m_pacing.patience},
                                          m_channels);
    m_joinPromise.emplace();
    m_joinPromise->start();
    const QFuture<Result<void>> future = m_joinPromise->future();
    m_joining->start([this](const Result<std::shared_ptr<Joining::Outcome>> &outcome) { onJoined(outcome); });
    return future;
}

void Session::Private::onJoined(const Result<std::shared_ptr<Joining::Outcome>> &outcome)
{
    m_joining.release()->deleteLater();
    Result<void> result;
    if (!outcome) {
        qCInfo(logClient) << "not joined:" << wireName(outcome.error().code);
        result = outcome.error();
        if (q.m_state == State::NotEnrolled) {
            q.setLink(Link::Offline);
        } else {
            connectNow();
        }
    } else {
        Joining::Outcome &joined = **outcome;
        if (const auto stored = m_profile.setServer(joined.server); !stored)
            qCWarning(logClient) << "the server's address is not kept:" << wireName(stored.error().code);
        adopt(std::move(joined.connection));
        if (const auto *workstation = std::get_if<protocol::OkWorkstation>(&joined.answer))
            enterEnrolled(*workstation);
        else
            enterActive(std::get<protocol::OkSession>(joined.answer));
    }
    m_joinPromise->addResult(result);
    m_joinPromise->finish();
    m_joinPromise.reset();
}

} // namespace handbell::client
