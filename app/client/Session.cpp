// SPDX-License-Identifier: Apache-2.0
#include "client/Session.h"

#include "client/Futures.h"
#include "client/Profile.h"
#include "client/SessionPrivate.h"

namespace handbell::client {

Session::Session(Profile &profile, SecretStore &secrets, ChannelFactory channels, const Clock &clock,
                 Random &random, const Pacing &pacing, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, profile, secrets, std::move(channels), random, pacing))
    , m_clock(clock)
    , m_linkSince(clock.wallNow())
{
}

Session::~Session()
{
    // Before the members the workings tell of are gone.
    d.reset();
}

void Session::start()
{
    d->start();
}

void Session::stop()
{
    d->stop();
}

QFuture<Result<void>> Session::join(const QString &invitation, const QString &password)
{
    return d->join(invitation, password);
}

QFuture<Result<void>> Session::signIn(MemberId member, const QString &password)
{
    return d->signIn(member, password);
}

QFuture<Result<void>> Session::signOut()
{
    return d->signOut();
}

void Session::retryNow()
{
    d->retryNow();
}

QFuture<Result<protocol::ServerMessage>> Session::request(const protocol::ClientMessage &message)
{
    using Answer = Result<protocol::ServerMessage>;
    if (m_link != Link::Online || !d->connection)
        return readyFuture<Answer>(Error{ErrorCode::Unreachable, QStringLiteral("not connected")});
    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    d->connection->request(message, [promise](const Answer &answer) {
        promise->addResult(answer);
        promise->finish();
    });
    return promise->future();
}

void Session::tell(const protocol::ClientMessage &message)
{
    if (m_link == Link::Online && d->connection)
        d->connection->tell(message);
}

void Session::setPlace(const QString &workstationName, const QString &roomName)
{
    m_workstationName = workstationName;
    m_roomName = roomName;
    d->m_profile.setSetting(QStringLiteral("place/workstation"), workstationName);
    d->m_profile.setSetting(QStringLiteral("place/room"), roomName);
}

void Session::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void Session::setLink(Link link)
{
    if (m_link == link)
        return;
    m_link = link;
    m_linkSince = m_clock.wallNow();
    Q_EMIT linkChanged(link);
}

} // namespace handbell::client
