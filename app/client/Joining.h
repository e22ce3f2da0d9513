// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/Connection.h"
#include "client/Profile.h"
#include "client/Session.h"
#include "transport/Invitation.h"

#include <memory>
#include <optional>
#include <variant>

namespace handbell::client {

//! What this program says of itself in its first frame.
[[nodiscard]] protocol::ClientInfo ownClientInfo();
//! Whom a workstation that joined \a server believes.
[[nodiscard]] transport::Trust trustOf(const Profile::Server &server);

//! One attempt to get in by invitation: finds the authority by its pin, connects trusting that one alone,
//! shows the workstation's token where this PC is enrolled there already, and uses the code. Main thread
//! only.
class Joining final : public QObject
{
    Q_OBJECT

public:
    struct Outcome
    {
        Profile::Server server;
        std::unique_ptr<Connection> connection; //!< open, and past its authentication
        std::variant<protocol::OkWorkstation, protocol::OkSession> answer;
    };
    struct Request
    {
        transport::Invitation invitation;
        QString password;
        std::optional<Profile::Server> known;       //!< the server joined before, which may be the same
        std::optional<QByteArray> workstationToken; //!< for the known server
        std::chrono::milliseconds patience{10'000};
    };

    Joining(Request request, ChannelFactory channels, QObject *parent = nullptr);
    ~Joining() override;

    //! Begins; \a done is called exactly once, unless this is destroyed first.
    void start(std::function<void(Result<std::shared_ptr<Outcome>>)> done);

private:
    void openChannel();
    void showWorkstation();
    void useCode();
    void onCodeAnswered(const protocol::ServerMessage &message);
    void fail(const Error &error);
    [[nodiscard]] bool isKnownServer() const;

    Request m_request;
    ChannelFactory m_channels;
    Profile::Server m_server;
    std::unique_ptr<Connection> m_connection;
    std::function<void(Result<std::shared_ptr<Outcome>>)> m_done;
};

} // namespace handbell::client
