// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Codec.h"
#include "transport/Channel.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <memory>

namespace handbell::client {

//! One connection to the server: numbers the requests, finds the request of each answer, reads notices. Lives
//! from open() to closed(); the session makes another for the next attempt. Main thread only.
class Connection final : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const Result<protocol::ServerMessage> &)>;

    //! Nothing answered for \a patience while something is asked: the server is not working, and the
    //! connection is given up.
    Connection(std::unique_ptr<transport::Channel> channel, std::chrono::milliseconds patience);
    //! What was not answered is answered Unreachable.
    ~Connection() override;

    void open();
    //! Sends \a message; \a answer is called exactly once: with the answer, with the server's error, or with
    //! Unreachable when the connection ends.
    void request(const protocol::ClientMessage &message, Answer answer);
    //! Sends what has no answer.
    void tell(const protocol::ClientMessage &message);
    //! Ends it now: what was not answered is answered Unreachable before this returns, and nothing is emitted
    //! any more, closed() neither.
    void abandon();
    void close();

Q_SIGNALS:
    void opened();
    void noticed(const handbell::protocol::ServerMessage &notice);
    //! The end, exactly once; nothing follows.
    void closed(const handbell::transport::CloseReason &reason);

private:
    void onFrame(const QByteArray &frame);
    void settle(protocol::RequestId id, const Result<protocol::ServerMessage> &result);
    void failAll();

    std::unique_ptr<transport::Channel> m_channel;
    QTimer m_patience;
    protocol::RequestId m_lastId = 0;
    std::map<protocol::RequestId, Answer> m_waiting;
};

} // namespace handbell::client
