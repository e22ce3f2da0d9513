// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/Session.h"
#include "protocol/Codec.h"
#include "tests/support/DemoPractice.h"
#include "transport/LoopbackChannel.h"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace handbell::testing {

//! A server that keeps a record of Riverside Surgery in memory and answers as PROTOCOL.md says, until a test
//! tells it otherwise. In process, in the test's thread.
class FakeServer : public QObject
{
public:
    FakeServer();

    //! Channels that lead here.
    [[nodiscard]] client::ChannelFactory channels();

    // What it knows.
    protocol::PracticeState state = demo::state();
    std::vector<protocol::Presence> presence;
    std::vector<protocol::Event> log; //!< after the snapshot that state was at first
    std::vector<protocol::Receipt> receipts;
    protocol::Bytes epoch{QByteArray(16, 'e')};
    MemberId member = demo::priya; //!< whoever joins or shows a token
    WorkstationId workstation = demo::frontDesk1;
    QByteArray memberToken = QByteArray(32, 'm');      //!< empty: revoked
    QByteArray workstationToken = QByteArray(32, 'w'); //!< empty: revoked
    QString password = QStringLiteral("rainy tuesday desk");
    std::vector<MemberId> reached{demo::patel}; //!< targets of alerts that are rung

    // How it is to behave.
    //! Where set, its answer goes out instead of the usual one; nothing means the usual one.
    std::function<std::optional<protocol::ServerMessage>(const protocol::ClientMessage &)> instead;
    //! Requests for which this is true get no answer.
    std::function<bool(const protocol::ClientMessage &)> ignores;
    //! Where set, connections close with it instead of opening.
    std::optional<ErrorCode> refusesWith;

    //! Whether the newest connection has asked for the flow of events.
    [[nodiscard]] bool isFollowed() const { return m_following; }

    // What it heard, over all connections.
    std::vector<protocol::ClientMessage> heard;
    int connections = 0;

    template <class T>
    [[nodiscard]] std::vector<T> all() const
    {
        std::vector<T> found;
        for (const protocol::ClientMessage &message : heard) {
            if (const auto *one = std::get_if<T>(&message))
                found.push_back(*one);
        }
        return found;
    }

    //! Records an event and tells the client, if it follows.
    protocol::Event publish(protocol::Payload payload, MemberId actor, WorkstationId from,
                            const std::optional<QString> &text = {});
    //! Records without telling: as while the client was away.
    protocol::Event record(protocol::Payload payload, MemberId actor, WorkstationId from,
                           const std::optional<QString> &text = {});
    void notify(const protocol::ServerMessage &message);
    void tellEvents(const std::vector<protocol::Event> &events, Seq cursor);
    //! The wire is cut.
    void cut();
    //! An orderly end.
    void close(std::optional<ErrorCode> code = {});

    [[nodiscard]] static protocol::ServerMessage error(ErrorCode code);

private:
    void receive(const QByteArray &bytes);
    void send(const protocol::ServerFrame &frame);
    protocol::ServerMessage usual(const protocol::ClientMessage &message);
    protocol::ServerMessage session(std::optional<protocol::Bytes> token);
    protocol::ServerMessage enrolled(std::optional<protocol::Bytes> token);
    protocol::ServerMessage sync(const protocol::Sync &request);
    protocol::ServerMessage history(const protocol::History &request) const;
    protocol::ServerMessage accept(const protocol::Nonce &nonce, protocol::Payload payload,
                                   const std::optional<QString> &text = {});

    std::unique_ptr<transport::LoopbackChannel> m_end;
    bool m_following = false;
    std::map<protocol::Nonce, protocol::Accepted> m_accepted;
};

} // namespace handbell::testing
