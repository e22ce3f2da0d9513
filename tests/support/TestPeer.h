// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Codec.h"
#include "transport/Channel.h"

#include <map>
#include <memory>
#include <optional>

namespace handbell::test {

class ServerKit;

//! A client of a ServerKit that does nothing by itself: it sends what a test says and keeps what comes.
class TestPeer
{
public:
    TestPeer(ServerKit &kit, std::unique_ptr<transport::Channel> channel);
    TestPeer(const TestPeer &) = delete;
    TestPeer &operator=(const TestPeer &) = delete;

    //! Sends without waiting; gives the request's id.
    protocol::RequestId send(const protocol::ClientMessage &message);
    //! Sends what has no answer.
    void tell(const protocol::ClientMessage &message);
    void sendRaw(const QByteArray &frame) { m_channel->send(frame); }
    //! Sends, lets everything happen, gives the answer.
    protocol::ServerMessage ask(const protocol::ClientMessage &message);
    //! The answer to \a id, if it has come.
    [[nodiscard]] std::optional<protocol::ServerMessage> answer(protocol::RequestId id) const;
    //! How many answers \a id got: one is right.
    [[nodiscard]] int answerCount(protocol::RequestId id) const;

    //! ask() for an answer of one type; a default one, and a failed(), where another came.
    template <class Answer>
    Answer askFor(const protocol::ClientMessage &message)
    {
        const auto got = ask(message);
        if (const auto *expected = std::get_if<Answer>(&got))
            return *expected;
        m_surprise = codeOf(got).isEmpty() ? QString(protocol::typeOf(got)) : codeOf(got);
        return {};
    }
    //! The error code \a message is answered with; empty where it is no error.
    QString askForError(const protocol::ClientMessage &message) { return codeOf(ask(message)); }
    [[nodiscard]] static QString codeOf(const protocol::ServerMessage &message);
    //! What askFor() got instead, if it ever did.
    [[nodiscard]] QString surprise() const { return m_surprise; }

    //! Signs in as by PROTOCOL.md and follows the log.
    protocol::OkSync sync();
    protocol::OkSync syncFrom(Seq cursor, const protocol::Bytes &epoch);

    //! Events of all notices so far, as they came.
    [[nodiscard]] const std::vector<protocol::Event> &events() const { return m_events; }
    [[nodiscard]] Seq cursor() const { return m_cursor; }
    //! Notices of one type so far, as they came.
    template <class Notice>
    [[nodiscard]] std::vector<Notice> notices() const
    {
        std::vector<Notice> found;
        for (const protocol::ServerFrame &frame : m_frames) {
            if (const auto *notice = std::get_if<Notice>(&frame.message); notice && !frame.id)
                found.push_back(*notice);
        }
        return found;
    }
    //! Payloads of type \a P among events().
    template <class P>
    [[nodiscard]] std::vector<P> payloads() const
    {
        std::vector<P> found;
        for (const protocol::Event &event : m_events) {
            if (const auto *payload = std::get_if<P>(&event.payload))
                found.push_back(*payload);
        }
        return found;
    }
    //! The practice as this peer's member sees it: snapshot and events through the one reducer.
    [[nodiscard]] const protocol::PracticeState &view() const { return m_view; }
    //! Forgets frames and events, keeps the view and the cursor.
    void forget();

    //! Whether `events` are acknowledged as they come; on at first.
    void setAcknowledging(bool acknowledging) { m_acknowledging = acknowledging; } // NOLINT: a test's switch
    void close() { m_channel->close(); }
    [[nodiscard]] bool isOpen() const { return m_channel->isOpen(); }
    [[nodiscard]] const std::optional<transport::CloseReason> &closedWith() const { return m_closed; }
    [[nodiscard]] transport::Channel &channel() { return *m_channel; }

    // What sign-in gave, for the next connection.
    protocol::Bytes memberToken, workstationToken, epoch;
    MemberId member;
    WorkstationId workstation;

private:
    void onFrame(const QByteArray &bytes);

    ServerKit &m_kit;
    std::unique_ptr<transport::Channel> m_channel;
    protocol::RequestId m_lastId = 0;
    std::vector<protocol::ServerFrame> m_frames;
    std::vector<protocol::Event> m_events;
    protocol::PracticeState m_view;
    Seq m_cursor;
    Seq m_repeatedUpTo;
    bool m_acknowledging = true;
    std::optional<transport::CloseReason> m_closed;
    QString m_surprise;
    QObject m_context; // last: its connections go first
};

} // namespace handbell::test
