// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "server/Hub.h"
#include "server/HubLimits.h"
#include "support/TestPeer.h"
#include "transport/LoopbackChannel.h"

#include <QTemporaryDir>

#include <functional>
#include <map>
#include <memory>

namespace handbell::test {

//! A whole server in the test's own thread: hub, writer and a real record on a temporary directory,
//! in-process channels for a network, a clock that is moved by hand, and the Riverside Surgery of
//! resources/demo for a practice. Nothing happens by itself: settle() lets everything that can happen now
//! happen.
//!
//!     ServerKit kit;
//!     auto priya = kit.signIn("Priya Shah");   // uses her invitation, follows the log
//!     priya->askFor<Accepted>(MessagePost{…});
class ServerKit
{
public:
    //! Limits with a cheap password hash.
    [[nodiscard]] static server::HubLimits quickLimits();

    explicit ServerKit(const server::HubLimits &limits = quickLimits());
    //! A server on a copy of \a recordFile, which a kit's record was backed up to: with its people and
    //! tokens.
    explicit ServerKit(const QString &recordFile, const server::HubLimits &limits = quickLimits());
    ~ServerKit();
    ServerKit(const ServerKit &) = delete;
    ServerKit &operator=(const ServerKit &) = delete;

    VirtualClock clock;
    SeededRandom random{7};

    [[nodiscard]] server::Hub &hub();
    //! A connection of its own to the record, as handbellctl has: append to it to be another process.
    [[nodiscard]] record::Record &record();
    //! Appends as another process would, and lets the server notice.
    Seq append(const protocol::Payload &payload, MemberId actor = {});

    //! The client's end of a new connection, not open yet, for a client engine. \a address tells peers apart.
    [[nodiscard]] std::unique_ptr<transport::LoopbackChannel>
    makeChannel(transport::Delivery delivery = transport::Delivery::OnDemand,
                const QString &address = QStringLiteral("192.0.2.1"));
    [[nodiscard]] std::unique_ptr<TestPeer> connectPeer(const QString &address = QStringLiteral("192.0.2.1"));
    //! A member who joined by their invitation in resources/demo, at its workstation, following the log.
    [[nodiscard]] std::unique_ptr<TestPeer> signIn(const char *member);
    //! A new connection with the member's token; follows the log from where \a before was.
    [[nodiscard]] std::unique_ptr<TestPeer> resume(const TestPeer &before);
    //! Another connection as the workstation of \a peer, nobody signed in.
    [[nodiscard]] std::unique_ptr<TestPeer> workstationOf(const TestPeer &peer);

    //! Lets everything happen that needs no time; whether anything did.
    bool settle(); // NOLINT(modernize-use-nodiscard): most only want it done
    //! The same, but nothing is written: requests stay under way.
    void settleUnwritten();
    //! Lets the server do one round of its work without handing clients anything, then runs \a then.
    void settleServerThen(const std::function<void()> &then);
    //! Moves the clock in steps, so that timers fire in their order.
    void advance(std::chrono::milliseconds by);
    //! The server goes down without a word, connections are cut, and it comes up again on the same record.
    void restart();
    //! The first half of that: what was not written is lost, and nothing is there to connect to.
    void halt();
    //! The second half.
    void start();
    //! The server goes down in order; not up again.
    void stop();

    //! From now on nothing can be written, as on a full disk, and the end of that. False where this platform
    //! offers no way to that.
    [[nodiscard]] bool breakWriting();
    void mendWriting();
    //! Whether ledgers are read at once, as at first, or wait until they are again.
    void setReadingLedgers(bool reading);
    //! Passwords hashed so far, to check one or to keep one.
    [[nodiscard]] int hashesComputed() const;
    //! Whether passwords are hashed at once, as at first, or wait until they are again.
    void setHashing(bool hashing);
    //! The newest connection broke the frame rules, as a worker reports it.
    void violate(ErrorCode code);

    [[nodiscard]] MemberId member(const char *name) const;
    [[nodiscard]] RoomId room(const char *name) const;
    [[nodiscard]] WorkstationId workstation(const char *name) const;
    [[nodiscard]] ConversationId group(const char *name) const;
    [[nodiscard]] ConversationId everyone() const;
    [[nodiscard]] TemplateId alertTemplate(const char *key) const;
    //! The code of the demo's invitation for \a member.
    [[nodiscard]] protocol::Bytes code(const char *member) const;
    //! A fresh invitation.
    [[nodiscard]] protocol::Bytes invite(std::optional<MemberId> member,
                                         std::optional<WorkstationId> workstation,
                                         std::chrono::hours lifetime = std::chrono::hours(24));

    //! Sixteen bytes never given before.
    [[nodiscard]] protocol::Nonce nonce() { return {random.bytes(protocol::nonceBytes)}; }
    [[nodiscard]] static protocol::ClientInfo client();
    [[nodiscard]] static QString password() { return QStringLiteral("rainy tuesday desk"); }

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace handbell::test
