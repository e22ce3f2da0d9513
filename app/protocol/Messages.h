// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Events.h"
#include "protocol/Ledger.h"
#include "protocol/PracticeState.h"

#include <variant>

// Every frame there is, one struct each. `type` is its name on the wire; `acceptedIn` the session states in
// which the server takes it. The two variants at the end are the registry: append only. PROTOCOL.md says the
// same in prose, and tests/protocol holds the two together.

namespace handbell::protocol {

//! The protocol this build speaks; also the WebSocket subprotocol "handbell.v1".
inline constexpr int protocolVersion = 1;
//! The largest frame either side accepts, in bytes.
inline constexpr qsizetype maxFrameBytes = 256 * 1024;

//! How far a connection has got.
enum class SessionState {
    Connected, //!< nothing is known of the other side yet
    Enrolled,  //!< a workstation of the practice, nobody signed in
    Active,    //!< a member on a workstation
};
template <>
struct EnumNames<SessionState>
{
    static constexpr std::array names{std::pair{SessionState::Connected, "connected"},
                                      std::pair{SessionState::Enrolled, "enrolled"},
                                      std::pair{SessionState::Active, "active"}};
};

//! The set of session states in which a message is accepted.
struct StateSet
{
    unsigned bits = 0;

    constexpr StateSet(std::initializer_list<SessionState> states)
    {
        for (const SessionState state : states)
            bits |= 1U << static_cast<unsigned>(state);
    }
    [[nodiscard]] constexpr bool contains(SessionState state) const
    {
        return (bits & (1U << static_cast<unsigned>(state))) != 0;
    }
};

inline constexpr StateSet onlyConnected{SessionState::Connected};
inline constexpr StateSet onlyActive{SessionState::Active};

//! Sixteen random bytes that make a request idempotent for ever.
using Nonce = Bytes;
inline constexpr qsizetype nonceBytes = 16;

//! What a client says of itself in its first frame.
struct ClientInfo
{
    int protocol = protocolVersion;
    std::vector<QString> abilities; //!< what it can do beyond the version, by name
    QString program;                //!< "handbell 0.1.0", for the log

    friend bool operator==(const ClientInfo &, const ClientInfo &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("protocol", self.protocol);
        visit.required("abilities", self.abilities, MaxCount{100});
        visit.required("program", self.program, MaxLength{80});
    }
};

//! The sender's "send anyway": bound to the text and the rule set.
struct GuardConfirmation
{
    Bytes textDigest; //!< SHA-256 of the text in UTF-8
    int rulesVersion = 0;
    QString reason; //!< empty unless the practice asks for one
    std::optional<bool>
        notPatient{}; //!< the sender says that nobody's identity is in it; for tuning the rules

    friend bool operator==(const GuardConfirmation &, const GuardConfirmation &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("text_digest", self.textDigest);
        visit.required("rules_version", self.rulesVersion);
        visit.required("reason", self.reason, MaxLength{200});
        visit.optional("not_patient", self.notPatient);
    }
};

// --- From a client: getting in ---

//! Uses an invitation: enrols this PC, lets a member choose a password, or both.
struct AuthJoin
{
    static constexpr const char *type = "auth.join";
    static constexpr StateSet acceptedIn{SessionState::Connected, SessionState::Enrolled};
    ClientInfo client;
    Bytes code;                      //!< the invitation's 16 bytes
    std::optional<QString> password; //!< needed where the invitation is for a member

    friend bool operator==(const AuthJoin &, const AuthJoin &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("client", self.client);
        visit.required("code", self.code);
        visit.optional("password", self.password);
    }
};

//! An enrolled PC with nobody signed in.
struct AuthWorkstation
{
    static constexpr const char *type = "auth.workstation";
    static constexpr StateSet acceptedIn = onlyConnected;
    ClientInfo client;
    Bytes token; //!< the workstation's

    friend bool operator==(const AuthWorkstation &, const AuthWorkstation &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("client", self.client);
        visit.required("token", self.token);
    }
};

//! A member signs in on an enrolled PC.
struct AuthPassword
{
    static constexpr const char *type = "auth.password";
    static constexpr StateSet acceptedIn{SessionState::Enrolled};
    MemberId member;
    QString password;

    friend bool operator==(const AuthPassword &, const AuthPassword &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("member", self.member);
        visit.required("password", self.password);
    }
};

//! A member who was signed in here comes back after a broken connection or a restart.
struct AuthToken
{
    static constexpr const char *type = "auth.token";
    static constexpr StateSet acceptedIn = onlyConnected;
    ClientInfo client;
    Bytes token; //!< the member's on this workstation

    friend bool operator==(const AuthToken &, const AuthToken &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("client", self.client);
        visit.required("token", self.token);
    }
};

//! The member leaves this PC: the token is gone, the PC stays enrolled.
struct SignOut
{
    static constexpr const char *type = "sign_out";
    static constexpr StateSet acceptedIn = onlyActive;

    friend bool operator==(const SignOut &, const SignOut &) = default;
    template <class Self, class Visitor>
    static void fields(Self &, Visitor &)
    {
    }
};

//! Asks for an answer, to know that the whole way works.
struct Ping
{
    static constexpr const char *type = "ping";
    static constexpr StateSet acceptedIn{SessionState::Enrolled, SessionState::Active};

    friend bool operator==(const Ping &, const Ping &) = default;
    template <class Self, class Visitor>
    static void fields(Self &, Visitor &)
    {
    }
};

// --- From a client: the log ---

//! Starts the flow of events. Without a cursor, or with one of another epoch: a snapshot first.
struct Sync
{
    static constexpr const char *type = "sync";
    static constexpr StateSet acceptedIn = onlyActive;
    std::optional<Seq> cursor; //!< the last event this client has stored
    std::optional<Bytes> epoch;

    friend bool operator==(const Sync &, const Sync &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.optional("cursor", self.cursor);
        visit.optional("epoch", self.epoch);
    }
};

//! "I have stored everything up to \a cursor." The one request without an answer; it lets the server count
//! what is on its way to this workstation.
struct Ack
{
    static constexpr const char *type = "ack";
    static constexpr StateSet acceptedIn = onlyActive;
    Seq cursor;

    friend bool operator==(const Ack &, const Ack &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("cursor", self.cursor);
    }
};

//! A page of a conversation's past, newest first.
struct History
{
    static constexpr const char *type = "history";
    static constexpr StateSet acceptedIn = onlyActive;
    ConversationId conversation;
    std::optional<Seq> before; //!< from the newest where absent
    int limit = 50;            //!< 1 to 100

    friend bool operator==(const History &, const History &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("conversation", self.conversation);
        visit.optional("before", self.before);
        visit.required("limit", self.limit);
    }
};

// --- From a client: things done, each with a nonce ---

struct MessagePost
{
    static constexpr const char *type = "message.post";
    static constexpr StateSet acceptedIn = onlyActive;
    Nonce nonce;
    ConversationId conversation;
    QString text;
    std::optional<GuardConfirmation> confirmation;

    friend bool operator==(const MessagePost &, const MessagePost &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("nonce", self.nonce);
        visit.required("conversation", self.conversation);
        visit.required("text", self.text,
                       MaxLength{maxFrameBytes}); // too long is TextTooLong, said by the handler
        visit.optional("confirmation", self.confirmation);
    }
};

//! The member takes back a message of their own; a tombstone stays.
struct MessageWithdraw
{
    static constexpr const char *type = "message.withdraw";
    static constexpr StateSet acceptedIn = onlyActive;
    Nonce nonce;
    ConversationId conversation;
    MessageId message;

    friend bool operator==(const MessageWithdraw &, const MessageWithdraw &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("nonce", self.nonce);
        visit.required("conversation", self.conversation);
        visit.required("message", self.message);
    }
};

//! Opens the direct conversation with \a member; answers with the one there is, if there is one.
struct ConversationOpen
{
    static constexpr const char *type = "conversation.open";
    static constexpr StateSet acceptedIn = onlyActive;
    Nonce nonce;
    MemberId member;

    friend bool operator==(const ConversationOpen &, const ConversationOpen &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("nonce", self.nonce);
        visit.required("member", self.member);
    }
};

struct AlertRaise
{
    static constexpr const char *type = "alert.raise";
    static constexpr StateSet acceptedIn = onlyActive;
    Nonce nonce;
    TemplateId alertTemplate;
    Address address;
    std::optional<QString> note; //!< short free text, at most 120 UTF-16 units
    std::optional<GuardConfirmation> confirmation;
    //! A test of assistance: the room in which the sender says that this workstation stands.
    std::optional<RoomId> testRoom{};

    friend bool operator==(const AlertRaise &, const AlertRaise &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("nonce", self.nonce);
        visit.required("template", self.alertTemplate);
        visit.required("address", self.address);
        visit.optional("note", self.note,
                       MaxLength{maxFrameBytes}); // too long is TextTooLong, said by the handler
        visit.optional("confirmation", self.confirmation);
        visit.optional("test_room", self.testRoom);
    }
};

//! A target answers. PassOn sends it to its next address at once; the others settle it, unless it gathers all
//! who come: then Done alone does.
struct AlertReply
{
    static constexpr const char *type = "alert.answer";
    static constexpr StateSet acceptedIn = onlyActive;
    Nonce nonce;
    AlertId alert;
    Reply reply = Reply::Coming;

    friend bool operator==(const AlertReply &, const AlertReply &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("nonce", self.nonce);
        visit.required("alert", self.alert);
        visit.required("reply", self.reply);
    }
};

//! The sender sends it to its next address without waiting.
struct AlertEscalate
{
    static constexpr const char *type = "alert.escalate";
    static constexpr StateSet acceptedIn = onlyActive;
    Nonce nonce;
    AlertId alert;

    friend bool operator==(const AlertEscalate &, const AlertEscalate &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("nonce", self.nonce);
        visit.required("alert", self.alert);
    }
};

//! The sender takes it back.
struct AlertCancel
{
    static constexpr const char *type = "alert.cancel";
    static constexpr StateSet acceptedIn = onlyActive;
    Nonce nonce;
    AlertId alert;

    friend bool operator==(const AlertCancel &, const AlertCancel &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("nonce", self.nonce);
        visit.required("alert", self.alert);
    }
};

//! An administrator adds an alert template, or changes the one with its key. To take one away, save it as
//! removed.
struct TemplateSave
{
    static constexpr const char *type = "template.save";
    static constexpr StateSet acceptedIn = onlyActive;
    Nonce nonce;
    AlertTemplate alertTemplate; //!< its id is not looked at

    friend bool operator==(const TemplateSave &, const TemplateSave &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("nonce", self.nonce);
        visit.required("template", self.alertTemplate);
    }
};

// --- From a client: what is not in the record ---

struct PresenceSet
{
    static constexpr const char *type = "presence.set";
    static constexpr StateSet acceptedIn = onlyActive;
    PresenceState state = PresenceState::Available; //!< not Offline
    std::optional<WallTime> until;

    friend bool operator==(const PresenceSet &, const PresenceSet &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("state", self.state);
        visit.optional("until", self.until);
    }
};

//! How far events got on this workstation. For Read, \a events holds the newest event read in each
//! conversation.
struct ReceiptsPost
{
    static constexpr const char *type = "receipts.post";
    static constexpr StateSet acceptedIn = onlyActive;
    ReceiptState state = ReceiptState::Delivered;
    std::vector<Seq> events; //!< 1 to 500

    friend bool operator==(const ReceiptsPost &, const ReceiptsPost &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("state", self.state);
        visit.required("events", self.events, MaxCount{500});
    }
};

//! Has the server send a SelfTestCard the way an alert comes, after a write to the disk.
struct SelfTest
{
    static constexpr const char *type = "self_test";
    static constexpr StateSet acceptedIn = onlyActive;
    Nonce nonce;

    friend bool operator==(const SelfTest &, const SelfTest &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("nonce", self.nonce);
    }
};

//! The interruption ledger of the alerts raised from \a from until before \a until: a day to 366 days. For
//! administrators.
struct LedgerGet
{
    static constexpr const char *type = "ledger.get";
    static constexpr StateSet acceptedIn = onlyActive;
    WallTime from{};
    WallTime until{};

    friend bool operator==(const LedgerGet &, const LedgerGet &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("from", self.from);
        visit.required("until", self.until);
    }
};

// --- From the server: answers, each with the id of its request ---

//! Done; there is nothing more to say.
struct Ok
{
    static constexpr const char *type = "ok";

    friend bool operator==(const Ok &, const Ok &) = default;
    template <class Self, class Visitor>
    static void fields(Self &, Visitor &)
    {
    }
};

//! Not done. Also sent without an id for a frame that had none.
struct ErrorAnswer
{
    static constexpr const char *type = "error";
    QString code;
    QString detail;                               //!< for developers
    std::optional<int> retryAfterMs;              //!< RateLimited and ServerBusy
    std::optional<std::vector<QString>> findings; //!< GuardConfirmationRequired: the kinds seen
    std::optional<int> rulesVersion;              //!< GuardConfirmationRequired: the server's rule set

    friend bool operator==(const ErrorAnswer &, const ErrorAnswer &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("code", self.code);
        visit.required("detail", self.detail, MaxLength{1000});
        visit.optional("retry_after_ms", self.retryAfterMs);
        visit.optional("findings", self.findings, MaxCount{100});
        visit.optional("rules_version", self.rulesVersion);
    }
};

//! A person to choose on the sign-in screen.
struct RosterEntry
{
    MemberId member;
    QString name;
    QString role;

    friend bool operator==(const RosterEntry &, const RosterEntry &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("member", self.member);
        visit.required("name", self.name);
        visit.required("role", self.role);
    }
};

//! This PC is enrolled and nobody is signed in.
struct OkWorkstation
{
    static constexpr const char *type = "ok.workstation";
    QString practice;
    std::vector<QString> abilities; //!< those both sides have
    WorkstationId workstation;
    QString name;
    QString room;
    std::vector<RosterEntry> roster;
    std::optional<Bytes> token; //!< the workstation's; only when it was just enrolled

    friend bool operator==(const OkWorkstation &, const OkWorkstation &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("practice", self.practice);
        visit.required("abilities", self.abilities);
        visit.required("workstation", self.workstation);
        visit.required("name", self.name);
        visit.required("room", self.room);
        visit.required("roster", self.roster);
        visit.optional("token", self.token);
    }
};

//! Where a member was signed in until they signed in here.
struct PlaceLeft
{
    QString room;        //!< the workstation's name where it has no room, or the same room as this one
    bool cleared = true; //!< false: it is not connected just now, and is cleared once it is

    friend bool operator==(const PlaceLeft &, const PlaceLeft &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("room", self.room);
        visit.required("cleared", self.cleared);
    }
};

//! A member is signed in on this PC.
struct OkSession
{
    static constexpr const char *type = "ok.session";
    QString practice;
    std::vector<QString> abilities;
    MemberId member;
    WorkstationId workstation;
    WallTime serverTime{};
    std::optional<Bytes> token; //!< the member's; after a password or an invitation, not after a token
    std::optional<Bytes> workstationToken; //!< when this PC was enrolled by the same invitation
    std::optional<PlaceLeft> left; //!< after a password or an invitation, where they were signed in elsewhere

    friend bool operator==(const OkSession &, const OkSession &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("practice", self.practice);
        visit.required("abilities", self.abilities);
        visit.required("member", self.member);
        visit.required("workstation", self.workstation);
        visit.required("server_time", self.serverTime);
        visit.optional("token", self.token);
        visit.optional("workstation_token", self.workstationToken);
        visit.optional("left", self.left);
    }
};

//! Events after the cursor follow, in `events` notices.
struct OkSync
{
    static constexpr const char *type = "ok.sync";
    Bytes epoch;
    Seq head; //!< of the record at this moment
    std::vector<Presence> presence;
    std::optional<PracticeState> snapshot; //!< where the client starts afresh; the flow begins after its seq
    std::vector<Receipt> receipts;         //!< of the client's own open alerts and recent messages

    friend bool operator==(const OkSync &, const OkSync &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("epoch", self.epoch);
        visit.required("head", self.head);
        visit.required("presence", self.presence, MaxCount{10'000});
        visit.optional("snapshot", self.snapshot);
        visit.required("receipts", self.receipts, MaxCount{10'000});
    }
};

struct OkHistory
{
    static constexpr const char *type = "ok.history";
    std::vector<Event> events;        //!< message_posted, newest first; a withdrawn one has no text
    std::vector<MessageId> withdrawn; //!< which of them were withdrawn
    std::vector<Receipt> receipts;    //!< of the reader's own messages among them
    bool more = false;

    friend bool operator==(const OkHistory &, const OkHistory &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("events", self.events);
        visit.required("withdrawn", self.withdrawn);
        visit.required("receipts", self.receipts, MaxCount{20'000});
        visit.required("more", self.more);
    }
};

//! It is in the record, on disk. The same answer for the same nonce, for ever.
struct Accepted
{
    static constexpr const char *type = "ok.accepted";
    Seq seq;
    WallTime at{};

    friend bool operator==(const Accepted &, const Accepted &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("seq", self.seq);
        visit.required("at", self.at);
    }
};

//! How often the bell rang, and what became of it.
struct OkLedger
{
    static constexpr const char *type = "ok.ledger";
    Ledger ledger;

    friend bool operator==(const OkLedger &, const OkLedger &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("ledger", self.ledger);
    }
};

// --- From the server: notices, without an id ---

//! The next events this member may see, in order.
struct EventsNotice
{
    static constexpr const char *type = "events";
    std::vector<Event> events;
    Seq cursor; //!< store it with the events: everything up to here has been looked at

    friend bool operator==(const EventsNotice &, const EventsNotice &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("events", self.events);
        visit.required("cursor", self.cursor);
    }
};

//! What changed on the presence board.
struct PresenceNotice
{
    static constexpr const char *type = "presence";
    std::vector<Presence> changes;

    friend bool operator==(const PresenceNotice &, const PresenceNotice &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("changes", self.changes, MaxCount{10'000});
    }
};

//! How far the member's own messages and alerts got with others.
struct ReceiptsNotice
{
    static constexpr const char *type = "receipts";
    std::vector<Receipt> receipts;

    friend bool operator==(const ReceiptsNotice &, const ReceiptsNotice &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("receipts", self.receipts, MaxCount{10'000});
    }
};

//! The member is no longer signed in on this PC; the session is Enrolled from here on.
struct SignedOutNotice
{
    static constexpr const char *type = "signed_out";
    SignOutReason reason = SignOutReason::SignedOut;
    QString room; //!< SignedInElsewhere: where to

    friend bool operator==(const SignedOutNotice &, const SignedOutNotice &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("reason", self.reason);
        visit.required("room", self.room);
    }
};

//! The server goes down in an orderly way; come back shortly.
struct StoppingNotice
{
    static constexpr const char *type = "stopping";

    friend bool operator==(const StoppingNotice &, const StoppingNotice &) = default;
    template <class Self, class Visitor>
    static void fields(Self &, Visitor &)
    {
    }
};

//! What a SelfTest asked for: draw it as a card where nobody sees it.
struct SelfTestCard
{
    static constexpr const char *type = "self_test.card";
    Nonce nonce; //!< of the SelfTest

    friend bool operator==(const SelfTestCard &, const SelfTestCard &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("nonce", self.nonce);
    }
};

//! Everything a client may say. Append only.
using ClientMessage =
    std::variant<AuthJoin, AuthWorkstation, AuthPassword, AuthToken, SignOut, Ping, Sync, Ack, History,
                 MessagePost, MessageWithdraw, ConversationOpen, AlertRaise, AlertReply, AlertEscalate,
                 AlertCancel, PresenceSet, ReceiptsPost, SelfTest, TemplateSave, LedgerGet>;
//! Everything a server may say. Append only.
using ServerMessage =
    std::variant<Ok, ErrorAnswer, OkWorkstation, OkSession, OkSync, OkHistory, Accepted, EventsNotice,
                 PresenceNotice, ReceiptsNotice, SignedOutNotice, StoppingNotice, SelfTestCard, OkLedger>;

} // namespace handbell::protocol
