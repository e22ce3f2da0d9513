// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/Backoff.h"
#include "client/Connection.h"
#include "client/Credentials.h"
#include "client/Joining.h"
#include "client/Session.h"

#include <QPromise>
#include <QTimer>

namespace handbell::client {

//! The session's workings: one connection at a time, the tokens, and when to try again.
class Session::Private final : public QObject
{
public:
    //! How far the current connection has got.
    enum class Stage { Idle, Connecting, Authenticating, Enrolled, Active };

    Private(Session &session, Profile &profile, SecretStore &secrets, ChannelFactory channels, Random &random,
            const Pacing &pacing);
    ~Private() override;

    void start();
    void stop();
    void retryNow();
    QFuture<Result<void>> join(const QString &text, const QString &password);
    QFuture<Result<void>> signIn(MemberId member, const QString &password);
    QFuture<Result<void>> signOut();

    Stage stage = Stage::Idle;
    std::unique_ptr<Connection> connection;

private:
    using Handler = void (Private::*)(const Result<protocol::ServerMessage> &);

    void connectNow();
    void reconnect();
    void adopt(std::unique_ptr<Connection> fresh);
    void drop();
    void ask(const protocol::ClientMessage &message, Handler handler);

    void authenticate();
    void onMemberAnswered(const Result<protocol::ServerMessage> &answer);
    void onWorkstationAnswered(const Result<protocol::ServerMessage> &answer);
    void onSignedOutAnswered(const Result<protocol::ServerMessage> &answer);
    void onClosed(const transport::CloseReason &reason);
    void onNotice(const protocol::ServerMessage &notice);
    void onJoined(const Result<std::shared_ptr<Joining::Outcome>> &outcome);

    void enterEnrolled(const protocol::OkWorkstation &answer);
    void enterActive(const protocol::OkSession &answer);
    void loseMember(protocol::SignOutReason reason, const QString &room);
    void becomeNotEnrolled();
    void refuse(const Error &error);
    void wentOnline();

    Session &q;
    Profile &m_profile;
    ChannelFactory m_channels;
    const Pacing m_pacing;
    Credentials m_credentials;
    Backoff m_backoff;
    QTimer m_retry;
    std::optional<SteadyTime> m_onlineSince;
    std::unique_ptr<Joining> m_joining;
    std::optional<QPromise<Result<void>>> m_joinPromise;
    bool m_stopping = false; //!< the server said that it is going down
    bool m_stopped = false;  //!< refused for good: no attempt until somebody joins anew

    friend class Session;
};

} // namespace handbell::client
