// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Fields.h"

// The things of a practice as they are now: what a snapshot carries, what a client shows, what the server
// decides by. Ids are the seq of the event that made the thing.

namespace handbell::protocol {

enum class Permission { Member, Trainer, Reviewer, Administrator };
template <>
struct EnumNames<Permission>
{
    static constexpr std::array names{
        std::pair{Permission::Member, "member"}, std::pair{Permission::Trainer, "trainer"},
        std::pair{Permission::Reviewer, "reviewer"}, std::pair{Permission::Administrator, "administrator"}};
};

//! A person with an account.
struct Member
{
    MemberId id;
    QString name; //!< display name, unique among members that are not disabled
    QString role; //!< job role: "Receptionist", "GP", "Nurse"; free text, compared without case
    std::vector<Permission> permissions{Permission::Member};
    bool disabled = false;

    [[nodiscard]] bool may(Permission permission) const
    {
        return std::find(permissions.begin(), permissions.end(), permission) != permissions.end();
    }
    friend bool operator==(const Member &, const Member &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("id", self.id);
        visit.required("name", self.name, MaxLength{80});
        visit.required("role", self.role, MaxLength{40});
        visit.required("permissions", self.permissions);
        visit.required("disabled", self.disabled);
    }
};

//! What a room is used for; decides its heading on the presence board.
enum class RoomKind { Consulting, Desk, Office, Other };
template <>
struct EnumNames<RoomKind>
{
    static constexpr std::array names{
        std::pair{RoomKind::Consulting, "consulting"}, std::pair{RoomKind::Desk, "desk"},
        std::pair{RoomKind::Office, "office"}, std::pair{RoomKind::Other, "other"}};
};

struct Room
{
    RoomId id;
    QString name; //!< unique: "Consulting room 3"
    RoomKind kind = RoomKind::Consulting;

    friend bool operator==(const Room &, const Room &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("id", self.id);
        visit.required("name", self.name, MaxLength{60});
        visit.required("kind", self.kind);
    }
};

//! An enrolled PC.
struct Workstation
{
    WorkstationId id;
    QString name; //!< unique: "Front desk 1"
    RoomId room;
    bool removed = false;
    //! When somebody last answered a test of assistance from here, since it stands in this room.
    std::optional<WallTime> assistanceTestedAt{};

    friend bool operator==(const Workstation &, const Workstation &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("id", self.id);
        visit.required("name", self.name, MaxLength{60});
        visit.required("room", self.room);
        visit.required("removed", self.removed);
        visit.optional("assistance_tested_at", self.assistanceTestedAt);
    }
};

enum class ConversationKind { Direct, Group, Everyone };
template <>
struct EnumNames<ConversationKind>
{
    static constexpr std::array names{std::pair{ConversationKind::Direct, "direct"},
                                      std::pair{ConversationKind::Group, "group"},
                                      std::pair{ConversationKind::Everyone, "everyone"}};
};

struct Conversation
{
    ConversationId id;
    ConversationKind kind = ConversationKind::Group;
    QString name;                  //!< of a group; empty otherwise
    std::vector<MemberId> members; //!< sorted; empty for Everyone, which always has all members

    [[nodiscard]] bool includes(MemberId member) const
    {
        return kind == ConversationKind::Everyone ||
               std::binary_search(members.begin(), members.end(), member);
    }
    friend bool operator==(const Conversation &, const Conversation &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("id", self.id);
        visit.required("kind", self.kind);
        visit.required("name", self.name, MaxLength{60});
        visit.required("members", self.members, MaxCount{1000});
    }
};

enum class Importance { Routine, Important, Urgent };
template <>
struct EnumNames<Importance>
{
    static constexpr std::array names{std::pair{Importance::Routine, "routine"},
                                      std::pair{Importance::Important, "important"},
                                      std::pair{Importance::Urgent, "urgent"}};
};

//! The one-key replies. Done settles an alert; Coming and TwoMinutes settle it too, except where it gathers
//! all who come (Alert::isSettledBy).
enum class Reply { Coming, TwoMinutes, PassOn, Done };
template <>
struct EnumNames<Reply>
{
    static constexpr std::array names{std::pair{Reply::Coming, "coming"},
                                      std::pair{Reply::TwoMinutes, "two_minutes"},
                                      std::pair{Reply::PassOn, "pass_on"}, std::pair{Reply::Done, "done"}};
};

//! The five kinds of address; they are never mixed up: "Nurse" the role is not "Nurses" the group.
enum class AddressKind { Person, Role, Room, Group, Everyone };
template <>
struct EnumNames<AddressKind>
{
    static constexpr std::array names{
        std::pair{AddressKind::Person, "person"}, std::pair{AddressKind::Role, "role"},
        std::pair{AddressKind::Room, "room"}, std::pair{AddressKind::Group, "group"},
        std::pair{AddressKind::Everyone, "everyone"}};
};

//! Where an alert goes. Exactly one of the three members is set, by kind; none for Everyone.
struct Address
{
    AddressKind kind = AddressKind::Everyone;
    qint64 id = 0; //!< MemberId, RoomId or ConversationId for Person, Room, Group
    QString role;  //!< for Role

    static Address person(MemberId member) { return {AddressKind::Person, member.value, {}}; }
    static Address ofRole(QString name) { return {AddressKind::Role, 0, std::move(name)}; }
    static Address room(RoomId room) { return {AddressKind::Room, room.value, {}}; }
    static Address group(ConversationId group) { return {AddressKind::Group, group.value, {}}; }
    static Address everyone() { return {}; }

    friend bool operator==(const Address &, const Address &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("kind", self.kind);
        visit.required("id", self.id);
        visit.required("role", self.role, MaxLength{40});
    }
};

//! One step of an alert's escalation: whom to ask when nobody has answered.
struct EscalationStep
{
    int afterSeconds = 120; //!< since the alert was raised or last escalated
    Address to;

    friend bool operator==(const EscalationStep &, const EscalationStep &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("after_s", self.afterSeconds);
        visit.required("to", self.to);
    }
};

//! A coded alert: what it says, in the reader's language, and how it behaves.
struct AlertTemplate
{
    TemplateId id;
    QString key;    //!< stable code for scripts: "interpreter_here"
    QString textEn; //!< "Interpreter is here"
    QString textCy; //!< Welsh; empty falls back to English
    Importance importance = Importance::Routine;
    int lifetimeSeconds = 600;
    std::vector<Reply> replies{Reply::Coming, Reply::TwoMinutes, Reply::PassOn};
    std::vector<EscalationStep> escalation;
    bool takesNote = true; //!< whether a short free text may be added
    bool removed = false;
    //! Goes on until it is over, and everyone who comes says so, instead of ending with the first who does.
    //! Absent is no.
    std::optional<bool> gathers{};
    //! The job roles that may send it, compared without case; absent is everyone.
    std::optional<std::vector<QString>> senders{};

    //! Whether somebody of the job role \a role may send it.
    [[nodiscard]] bool maySend(const QString &role) const
    {
        return !senders || std::any_of(senders->begin(), senders->end(), [&](const QString &sender) {
            return sender.compare(role, Qt::CaseInsensitive) == 0;
        });
    }

    friend bool operator==(const AlertTemplate &, const AlertTemplate &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("id", self.id);
        visit.required("key", self.key, MaxLength{40});
        visit.required("text_en", self.textEn, MaxLength{60});
        visit.required("text_cy", self.textCy, MaxLength{60});
        visit.required("importance", self.importance);
        visit.required("lifetime_s", self.lifetimeSeconds);
        visit.required("replies", self.replies, MaxCount{4});
        visit.required("escalation", self.escalation, MaxCount{5});
        visit.required("takes_note", self.takesNote);
        visit.required("removed", self.removed);
        visit.optional("gathers", self.gathers);
        visit.optional("senders", self.senders, MaxCount{20});
    }
};

//! The key of the template that the assistance shortcut rings.
inline constexpr QLatin1String assistanceKey("assistance_here");

enum class AlertState { Open, Answered, Expired, Cancelled };
template <>
struct EnumNames<AlertState>
{
    static constexpr std::array names{
        std::pair{AlertState::Open, "open"}, std::pair{AlertState::Answered, "answered"},
        std::pair{AlertState::Expired, "expired"}, std::pair{AlertState::Cancelled, "cancelled"}};
};

//! One answer, in the order they came.
struct AlertAnswer
{
    MemberId by;
    WorkstationId from;
    Reply reply = Reply::Coming;
    WallTime at{};

    friend bool operator==(const AlertAnswer &, const AlertAnswer &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("by", self.by);
        visit.required("from", self.from);
        visit.required("reply", self.reply);
        visit.required("at", self.at);
    }
};

//! An alert that has not ended. The template's values are copied when it is raised, so that a later change of
//! the template does not change an alert on somebody's screen.
struct Alert
{
    AlertId id;
    TemplateId alertTemplate;
    MemberId sender;
    WorkstationId senderWorkstation;
    Address address; //!< where it was first sent
    Importance importance = Importance::Routine;
    std::vector<Reply> replies;
    std::vector<EscalationStep> escalation; //!< the steps not yet taken
    std::vector<MemberId> targets;          //!< sorted: everyone it has been sent to so far
    std::vector<AlertAnswer> answers;
    int escalations = 0; //!< steps taken
    WallTime raisedAt{};
    WallTime escalatedAt{}; //!< when the latest step was taken; raisedAt before the first
    WallTime expiresAt{};
    AlertState state = AlertState::Open;
    std::optional<QString> note;      //!< the short free text; not part of the projection on disk
    std::optional<bool> gathers{};    //!< as in AlertTemplate
    std::optional<RoomId> testRoom{}; //!< a test of assistance from this room: nobody needs to come

    [[nodiscard]] bool isFor(MemberId member) const
    {
        return std::binary_search(targets.begin(), targets.end(), member);
    }
    //! Whether \a reply ends it.
    [[nodiscard]] bool isSettledBy(Reply reply) const
    {
        return reply == Reply::Done || (reply != Reply::PassOn && !gathers.value_or(false));
    }
    //! Whether somebody has said that they come.
    [[nodiscard]] bool hasComers() const
    {
        return std::any_of(answers.begin(), answers.end(),
                           [](const AlertAnswer &answer) { return answer.reply != Reply::PassOn; });
    }
    friend bool operator==(const Alert &, const Alert &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("id", self.id);
        visit.required("template", self.alertTemplate);
        visit.required("sender", self.sender);
        visit.required("sender_workstation", self.senderWorkstation);
        visit.required("address", self.address);
        visit.required("importance", self.importance);
        visit.required("replies", self.replies, MaxCount{4});
        visit.required("escalation", self.escalation, MaxCount{5});
        visit.required("targets", self.targets, MaxCount{1000});
        visit.required("answers", self.answers, MaxCount{1000});
        visit.required("escalations", self.escalations);
        visit.required("raised_at", self.raisedAt);
        visit.required("escalated_at", self.escalatedAt);
        visit.required("expires_at", self.expiresAt);
        visit.required("state", self.state);
        visit.optional("note", self.note, maxAlertText);
        visit.optional("gathers", self.gathers);
        visit.optional("test_room", self.testRoom);
    }
};

//! A single-use way in: for a member (sets the password), a workstation (enrols the PC), or both at once.
//! Known to the server and handbellctl; never sent to clients.
struct Invitation
{
    InvitationId id;
    Bytes codeDigest; //!< SHA-256 of the 128-bit code; the code itself is kept nowhere
    std::optional<MemberId> member;
    std::optional<WorkstationId> workstation;
    WallTime expiresAt{};
    bool used = false;
    bool cancelled = false;

    friend bool operator==(const Invitation &, const Invitation &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("id", self.id);
        visit.required("code_digest", self.codeDigest);
        visit.optional("member", self.member);
        visit.optional("workstation", self.workstation);
        visit.required("expires_at", self.expiresAt);
        visit.required("used", self.used);
        visit.required("cancelled", self.cancelled);
    }
};

//! What the practice has decided for one kind of finding: "off", "hint", "warn" or "warn_with_reason".
struct GuardAction
{
    QString kind;
    QString action;

    friend bool operator==(const GuardAction &, const GuardAction &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("kind", self.kind, MaxLength{40});
        visit.required("action", self.action, MaxLength{40});
    }
};

//! What the guard of this practice works with, on the server and on each workstation. The roster is not here:
//! it is the members.
struct GuardSettings
{
    int version = 1; //!< raised with every change
    QString nation = QStringLiteral("england");
    std::vector<QString> addresses, postcodes, phoneNumbers, emails, domains, allow;
    std::vector<GuardAction> actions;
    //! Hint at words aimed at a person, to whoever types them and to nobody else. Absent is no.
    std::optional<bool> tone;

    friend bool operator==(const GuardSettings &, const GuardSettings &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("version", self.version);
        visit.required("nation", self.nation, MaxLength{40});
        visit.required("addresses", self.addresses, MaxCount{200});
        visit.required("postcodes", self.postcodes, MaxCount{200});
        visit.required("phone_numbers", self.phoneNumbers, MaxCount{2000});
        visit.required("emails", self.emails, MaxCount{2000});
        visit.required("domains", self.domains, MaxCount{200});
        visit.required("allow", self.allow, MaxCount{2000});
        visit.required("actions", self.actions, MaxCount{100});
        visit.optional("tone", self.tone);
    }
};

//! What a member is doing, as told by the member. Offline is told by the server.
enum class PresenceState { Available, InConsultation, Busy, Away, OnBreak, Offline };
template <>
struct EnumNames<PresenceState>
{
    static constexpr std::array names{std::pair{PresenceState::Available, "available"},
                                      std::pair{PresenceState::InConsultation, "in_consultation"},
                                      std::pair{PresenceState::Busy, "busy"},
                                      std::pair{PresenceState::Away, "away"},
                                      std::pair{PresenceState::OnBreak, "on_break"},
                                      std::pair{PresenceState::Offline, "offline"}};
};

//! Where a member is and what they are doing. Kept in the server's memory, not in the record.
struct Presence
{
    MemberId member;
    PresenceState state = PresenceState::Offline;
    std::optional<WorkstationId> workstation; //!< absent while offline
    WallTime since{};
    std::optional<WallTime> until; //!< the member's own guess

    friend bool operator==(const Presence &, const Presence &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("member", self.member);
        visit.required("state", self.state);
        visit.optional("workstation", self.workstation);
        visit.required("since", self.since);
        visit.optional("until", self.until);
    }
};

//! How far an event got with one member; a later state replaces an earlier one.
enum class ReceiptState { Delivered, Held, Shown, Read };
template <>
struct EnumNames<ReceiptState>
{
    static constexpr std::array names{
        std::pair{ReceiptState::Delivered, "delivered"}, std::pair{ReceiptState::Held, "held"},
        std::pair{ReceiptState::Shown, "shown"}, std::pair{ReceiptState::Read, "read"}};
};

//! "Event \a event is \a state with \a member since \a at". Kept in its own table, not in the record.
struct Receipt
{
    Seq event; //!< a message_posted or alert_raised event
    MemberId member;
    ReceiptState state = ReceiptState::Delivered;
    WallTime at{};

    friend bool operator==(const Receipt &, const Receipt &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("event", self.event);
        visit.required("member", self.member);
        visit.required("state", self.state);
        visit.required("at", self.at);
    }
};

} // namespace handbell::protocol
