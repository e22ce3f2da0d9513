// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "base/Result.h"
#include "client/SecretStore.h"
#include "protocol/Messages.h"
#include "transport/Channel.h"
#include "transport/Tls.h"

#include <QFuture>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace handbell::client {

class Profile;

//! Makes a channel to a server; a seam, so that tests use an in-process one.
using ChannelFactory = std::function<std::unique_ptr<transport::Channel>(const transport::ServerAddress &,
                                                                         const transport::Trust &)>;

//! Waiting times of a session; tests shorten them.
struct Pacing
{
    //! The ceiling of the first random wait between attempts, and of the longest (see Backoff).
    std::chrono::milliseconds retryBase{500};
    std::chrono::milliseconds retryCap{15'000};
    //! A line that held this long was a good one: the next attempt is immediate again. A shorter one counts
    //! as a failed attempt, so that a server which drops everybody is not stormed.
    std::chrono::milliseconds settled{5'000};
    //! How long the server may leave every request unanswered before the line counts as broken.
    std::chrono::milliseconds patience{10'000};
};

//! Who this workstation is to the server and how well the line stands: joins by invitation, signs in and out,
//! and comes back by itself, with full jitter, whenever the line breaks. Every request of the managers goes
//! through it. Owns the channel. Main thread only.
class Session : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Starting,    //!< reading the profile and the keychain
        NotEnrolled, //!< needs an invitation
        SignedOut,   //!< the workstation is enrolled, nobody is signed in
        SignedIn,    //!< a member is signed in; the line may be down all the same
    };
    enum class Link {
        Offline,    //!< alerts can't reach this workstation; see linkSince()
        Connecting, //!< the first attempt since start or since coming back is under way
        Online,
    };

    Session(Profile &profile, SecretStore &secrets, ChannelFactory channels, const Clock &clock,
            Random &random, const Pacing &pacing = {}, QObject *parent = nullptr);
    ~Session() override;

    //! Reads what is known of this workstation and connects. Call once.
    void start();
    //! Hangs up for good: what is under way is answered Unreachable before this returns. Before those who
    //! wait for answers are destroyed.
    void stop();

    //! Uses \a invitation (text as pasted or clicked). \a password is needed where it is for a member; 10
    //! characters at least. InvitationInvalid, InvitationExpired, InvitationUsed, WorkstationRequired,
    //! WeakPassword, TlsPinMismatch, TlsFailed, Unreachable.
    [[nodiscard]] QFuture<Result<void>> join(const QString &invitation, const QString &password);
    //! Signs \a member in on this workstation. BadCredentials, RateLimited, Unreachable.
    [[nodiscard]] QFuture<Result<void>> signIn(MemberId member, const QString &password);
    //! The member leaves: token and cached data of theirs are gone from this workstation at once, also where
    //! the server cannot be told right now.
    QFuture<Result<void>> signOut();
    //! Tries to connect now instead of at the end of the current wait.
    void retryNow();

    //! Sends \a message and gives its answer; ErrorAnswer arrives as an Error with the server's code, a
    //! broken line as Unreachable. Only while Online.
    [[nodiscard]] QFuture<Result<protocol::ServerMessage>> request(const protocol::ClientMessage &message);
    //! Sends what has no answer (Ack). Dropped while not Online.
    void tell(const protocol::ClientMessage &message);
    //! What the practice's directory says of this workstation, which may have moved since it was enrolled.
    void setPlace(const QString &workstationName, const QString &roomName);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Link link() const { return m_link; }
    [[nodiscard]] WallTime linkSince() const { return m_linkSince; }
    //! The member signed in here; none unless SignedIn.
    [[nodiscard]] MemberId member() const { return m_member; }
    [[nodiscard]] WorkstationId workstation() const { return m_workstation; }
    [[nodiscard]] QString practiceName() const { return m_practiceName; }
    [[nodiscard]] QString workstationName() const { return m_workstationName; }
    [[nodiscard]] QString roomName() const { return m_roomName; }
    //! People to choose from on the sign-in screen.
    [[nodiscard]] const std::vector<protocol::RosterEntry> &roster() const { return m_roster; }
    //! False where this desktop has no keychain: say that staff sign in each time.
    [[nodiscard]] bool keepsSecrets() const { return m_keepsSecrets; }

Q_SIGNALS:
    void stateChanged(handbell::client::Session::State state);
    void linkChanged(handbell::client::Session::Link link);
    //! The session on the server is ready for Sync: after every connect as a member.
    void ready();
    //! Something unsolicited came: events, presence, receipts.
    void noticeReceived(const handbell::protocol::ServerMessage &notice);
    //! The member was signed out by the server; \a room says where they are now, for SignedInElsewhere.
    void signedOut(handbell::protocol::SignOutReason reason, const QString &room);
    //! The member was signed in elsewhere until they signed in here just now. After stateChanged().
    void moved(const handbell::protocol::PlaceLeft &left);
    //! The server is not the one of the invitation, or refuses this workstation for good: nothing was sent,
    //! and nothing will be until somebody joins anew. Or another connection has the member's session
    //! (SessionReplaced): nothing is tried until retryNow().
    void refused(const handbell::Error &error);
    void rosterChanged();

private:
    class Private;
    void setState(State state);
    void setLink(Link link);

    std::unique_ptr<Private> d;
    const Clock &m_clock;
    State m_state = State::Starting;
    Link m_link = Link::Connecting;
    WallTime m_linkSince{};
    MemberId m_member;
    WorkstationId m_workstation;
    QString m_practiceName, m_workstationName, m_roomName;
    std::vector<protocol::RosterEntry> m_roster;
    bool m_keepsSecrets = true;
};

} // namespace handbell::client
