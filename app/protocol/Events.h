// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Entities.h"

#include <variant>

// What the record holds: one struct for each kind of event, its payload. A payload is structured and holds no
// free text: what a person typed stands beside it, where retention can reach it. Names of people, rooms and
// groups are the practice's directory, not messages. Kinds are append-only; a payload may gain optional
// members, never lose one.

namespace handbell::protocol {

struct PracticeCreated
{
    static constexpr const char *kind = "practice_created";
    QString name;

    friend bool operator==(const PracticeCreated &, const PracticeCreated &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("name", self.name, MaxLength{80});
    }
};

struct RoomAdded
{
    static constexpr const char *kind = "room_added";
    QString name;
    RoomKind roomKind = RoomKind::Consulting;

    friend bool operator==(const RoomAdded &, const RoomAdded &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("name", self.name, MaxLength{60});
        visit.required("kind", self.roomKind);
    }
};

struct RoomRenamed
{
    static constexpr const char *kind = "room_renamed";
    RoomId room;
    QString name;

    friend bool operator==(const RoomRenamed &, const RoomRenamed &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("room", self.room);
        visit.required("name", self.name, MaxLength{60});
    }
};

struct WorkstationAdded
{
    static constexpr const char *kind = "workstation_added";
    QString name;
    RoomId room;

    friend bool operator==(const WorkstationAdded &, const WorkstationAdded &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("name", self.name, MaxLength{60});
        visit.required("room", self.room);
    }
};

struct WorkstationMoved
{
    static constexpr const char *kind = "workstation_moved";
    WorkstationId workstation;
    RoomId room;

    friend bool operator==(const WorkstationMoved &, const WorkstationMoved &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("workstation", self.workstation);
        visit.required("room", self.room);
    }
};

struct WorkstationRemoved
{
    static constexpr const char *kind = "workstation_removed";
    WorkstationId workstation;

    friend bool operator==(const WorkstationRemoved &, const WorkstationRemoved &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("workstation", self.workstation);
    }
};

struct MemberAdded
{
    static constexpr const char *kind = "member_added";
    QString name;
    QString role;
    std::vector<Permission> permissions;

    friend bool operator==(const MemberAdded &, const MemberAdded &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("name", self.name, MaxLength{80});
        visit.required("role", self.role, MaxLength{40});
        visit.required("permissions", self.permissions);
    }
};

//! Absent members stay as they are.
struct MemberChanged
{
    static constexpr const char *kind = "member_changed";
    MemberId member;
    std::optional<QString> name;
    std::optional<QString> role;
    std::optional<std::vector<Permission>> permissions;
    std::optional<bool> disabled;

    friend bool operator==(const MemberChanged &, const MemberChanged &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("member", self.member);
        visit.optional("name", self.name, MaxLength{80});
        visit.optional("role", self.role, MaxLength{40});
        visit.optional("permissions", self.permissions);
        visit.optional("disabled", self.disabled);
    }
};

//! A password was chosen (by invitation); every earlier token of the member ends with it.
struct PasswordSet
{
    static constexpr const char *kind = "password_set";
    MemberId member;

    friend bool operator==(const PasswordSet &, const PasswordSet &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("member", self.member);
    }
};

//! An administrator took the member's password and tokens away; an invitation lets them choose anew.
struct PasswordReset
{
    static constexpr const char *kind = "password_reset";
    MemberId member;

    friend bool operator==(const PasswordReset &, const PasswordReset &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("member", self.member);
    }
};

struct MemberSignedIn
{
    static constexpr const char *kind = "member_signed_in";
    MemberId member;
    WorkstationId workstation;

    friend bool operator==(const MemberSignedIn &, const MemberSignedIn &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("member", self.member);
        visit.required("workstation", self.workstation);
    }
};

//! Why a member's session on a workstation ended for good.
enum class SignOutReason { SignedOut, SignedInElsewhere, Disabled, PasswordReset, WorkstationRemoved };
template <>
struct EnumNames<SignOutReason>
{
    static constexpr std::array names{std::pair{SignOutReason::SignedOut, "signed_out"},
                                      std::pair{SignOutReason::SignedInElsewhere, "signed_in_elsewhere"},
                                      std::pair{SignOutReason::Disabled, "disabled"},
                                      std::pair{SignOutReason::PasswordReset, "password_reset"},
                                      std::pair{SignOutReason::WorkstationRemoved, "workstation_removed"}};
};

struct MemberSignedOut
{
    static constexpr const char *kind = "member_signed_out";
    MemberId member;
    WorkstationId workstation;
    SignOutReason reason = SignOutReason::SignedOut;

    friend bool operator==(const MemberSignedOut &, const MemberSignedOut &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("member", self.member);
        visit.required("workstation", self.workstation);
        visit.required("reason", self.reason);
    }
};

struct InvitationCreated
{
    static constexpr const char *kind = "invitation_created";
    Bytes codeDigest;
    std::optional<MemberId> member;
    std::optional<WorkstationId> workstation;
    WallTime expiresAt{};

    friend bool operator==(const InvitationCreated &, const InvitationCreated &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("code_digest", self.codeDigest);
        visit.optional("member", self.member);
        visit.optional("workstation", self.workstation);
        visit.required("expires_at", self.expiresAt);
    }
};

struct InvitationUsed
{
    static constexpr const char *kind = "invitation_used";
    InvitationId invitation;

    friend bool operator==(const InvitationUsed &, const InvitationUsed &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("invitation", self.invitation);
    }
};

struct InvitationCancelled
{
    static constexpr const char *kind = "invitation_cancelled";
    InvitationId invitation;

    friend bool operator==(const InvitationCancelled &, const InvitationCancelled &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("invitation", self.invitation);
    }
};

struct ConversationCreated
{
    static constexpr const char *kind = "conversation_created";
    ConversationKind conversationKind = ConversationKind::Group;
    QString name;
    std::vector<MemberId> members;

    friend bool operator==(const ConversationCreated &, const ConversationCreated &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("kind", self.conversationKind);
        visit.required("name", self.name, MaxLength{60});
        visit.required("members", self.members, MaxCount{1000});
    }
};

struct ConversationRenamed
{
    static constexpr const char *kind = "conversation_renamed";
    ConversationId conversation;
    QString name;

    friend bool operator==(const ConversationRenamed &, const ConversationRenamed &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("conversation", self.conversation);
        visit.required("name", self.name, MaxLength{60});
    }
};

struct ConversationMembersChanged
{
    static constexpr const char *kind = "conversation_members_changed";
    ConversationId conversation;
    std::vector<MemberId> added;
    std::vector<MemberId> removed;

    friend bool operator==(const ConversationMembersChanged &, const ConversationMembersChanged &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("conversation", self.conversation);
        visit.required("added", self.added, MaxCount{1000});
        visit.required("removed", self.removed, MaxCount{1000});
    }
};

//! The text stands beside the event.
struct MessagePosted
{
    static constexpr const char *kind = "message_posted";
    ConversationId conversation;

    friend bool operator==(const MessagePosted &, const MessagePosted &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("conversation", self.conversation);
    }
};

//! Leaves a tombstone; the sealed original stays reviewable until retention ends.
struct MessageWithdrawn
{
    static constexpr const char *kind = "message_withdrawn";
    ConversationId conversation;
    MessageId message;

    friend bool operator==(const MessageWithdrawn &, const MessageWithdrawn &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("conversation", self.conversation);
        visit.required("message", self.message);
    }
};

//! A template was added or, where \a replaces is set, changed.
struct TemplateSaved
{
    static constexpr const char *kind = "template_saved";
    AlertTemplate alertTemplate; //!< its id is ignored
    std::optional<TemplateId> replaces;

    friend bool operator==(const TemplateSaved &, const TemplateSaved &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("template", self.alertTemplate);
        visit.optional("replaces", self.replaces);
    }
};

//! The short free text, if any, stands beside the event.
struct AlertRaised
{
    static constexpr const char *kind = "alert_raised";
    TemplateId alertTemplate;
    Address address;
    Importance importance = Importance::Routine;
    int lifetimeSeconds = 600;
    std::vector<Reply> replies;
    std::vector<EscalationStep> escalation;
    std::vector<MemberId> targets; //!< who the address meant at this moment, sorted
    std::optional<bool> gathers{};
    std::optional<RoomId> testRoom{};

    friend bool operator==(const AlertRaised &, const AlertRaised &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("template", self.alertTemplate);
        visit.required("address", self.address);
        visit.required("importance", self.importance);
        visit.required("lifetime_s", self.lifetimeSeconds);
        visit.required("replies", self.replies, MaxCount{4});
        visit.required("escalation", self.escalation, MaxCount{5});
        visit.required("targets", self.targets, MaxCount{1000});
        visit.optional("gathers", self.gathers);
        visit.optional("test_room", self.testRoom);
    }
};

struct AlertAnswered
{
    static constexpr const char *kind = "alert_answered";
    AlertId alert;
    Reply reply = Reply::Coming;
    std::vector<MemberId> audience; //!< the sender and every target so far, sorted: who may know of this

    friend bool operator==(const AlertAnswered &, const AlertAnswered &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("alert", self.alert);
        visit.required("reply", self.reply);
        visit.required("audience", self.audience, MaxCount{1000});
    }
};

//! Why an alert went on to its next address.
enum class EscalationCause { Unanswered, PassedOn, BySender };
template <>
struct EnumNames<EscalationCause>
{
    static constexpr std::array names{std::pair{EscalationCause::Unanswered, "unanswered"},
                                      std::pair{EscalationCause::PassedOn, "passed_on"},
                                      std::pair{EscalationCause::BySender, "by_sender"}};
};

//! The first remaining step was taken. The targets it adds have never heard of the alert, so it carries the
//! alert; the note, if any, stands beside the event once more.
struct AlertEscalated
{
    static constexpr const char *kind = "alert_escalated";
    AlertId alert;
    Address to;
    std::vector<MemberId> targets;  //!< who the step's address meant at this moment, sorted
    std::vector<MemberId> audience; //!< the sender and every target so far, these included, sorted
    EscalationCause cause = EscalationCause::Unanswered;
    std::optional<Alert> before{}; //!< the alert as it stood just before this step, without its note

    friend bool operator==(const AlertEscalated &, const AlertEscalated &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("alert", self.alert);
        visit.required("to", self.to);
        visit.required("targets", self.targets, MaxCount{1000});
        visit.required("audience", self.audience, MaxCount{1000});
        visit.required("cause", self.cause);
        visit.optional("before", self.before);
    }
};

//! It ended without a settling answer: by its sender's word, or in time.
struct AlertClosed
{
    static constexpr const char *kind = "alert_closed";
    AlertId alert;
    //! Expired or Cancelled; Answered where it gathered some who came.
    AlertState outcome = AlertState::Expired;
    std::vector<MemberId> audience; //!< the sender and every target, sorted

    friend bool operator==(const AlertClosed &, const AlertClosed &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("alert", self.alert);
        visit.required("outcome", self.outcome);
        visit.required("audience", self.audience, MaxCount{1000});
    }
};

//! A warned text was sent all the same. Kinds and rules only; the reason, if the policy asks for one, is the
//! event's text, the sent text belongs to \a event.
struct GuardOverridden
{
    static constexpr const char *kind = "guard_overridden";
    Seq event; //!< of the message, alert, name or template the text belongs to
    std::vector<QString> findingKinds;
    std::vector<QString> rules;
    int rulesVersion = 0;
    std::optional<bool> notPatient{}; //!< the sender said that nobody's identity is in it

    friend bool operator==(const GuardOverridden &, const GuardOverridden &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("event", self.event);
        visit.required("kinds", self.findingKinds, MaxCount{100});
        visit.required("rules", self.rules, MaxCount{100});
        visit.required("rules_version", self.rulesVersion);
        visit.optional("not_patient", self.notPatient);
    }
};

struct GuardSettingsChanged
{
    static constexpr const char *kind = "guard_settings_changed";
    GuardSettings settings;

    friend bool operator==(const GuardSettingsChanged &, const GuardSettingsChanged &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("settings", self.settings);
    }
};

//! Every kind of event there is. Append only.
using Payload =
    std::variant<PracticeCreated, RoomAdded, RoomRenamed, WorkstationAdded, WorkstationMoved,
                 WorkstationRemoved, MemberAdded, MemberChanged, PasswordSet, PasswordReset, MemberSignedIn,
                 MemberSignedOut, InvitationCreated, InvitationUsed, InvitationCancelled, ConversationCreated,
                 ConversationRenamed, ConversationMembersChanged, MessagePosted, MessageWithdrawn,
                 TemplateSaved, AlertRaised, AlertAnswered, AlertEscalated, AlertClosed, GuardOverridden,
                 GuardSettingsChanged>;

//! The kind of \a payload, as it stands in the record.
[[nodiscard]] QLatin1String kindOf(const Payload &payload);
//! Every kind, in the order of Payload.
[[nodiscard]] std::vector<QLatin1String> eventKinds();
//! Reads a payload of kind \a kind; UnknownType for a kind this build does not know.
[[nodiscard]] Result<Payload> parsePayload(QStringView kind, const QJsonObject &json);
[[nodiscard]] QJsonObject payloadToJson(const Payload &payload);

//! The actor of what the server does by itself (timers) or an administrator does with handbellctl.
inline constexpr MemberId noMember{};

//! One entry of the record as programs work with it. The hash chain is the record's own business.
struct Event
{
    Seq seq;
    WallTime at{};
    MemberId actor;            //!< noMember for the server's own timers and handbellctl
    WorkstationId workstation; //!< where the actor sat; none likewise
    Payload payload;
    std::optional<QString>
        text; //!< what was typed; absent where there is none, it was withdrawn, or retention took it

    friend bool operator==(const Event &, const Event &) = default;
};

[[nodiscard]] QJsonObject toJson(const Event &event);
[[nodiscard]] Result<Event> eventFromJson(const QJsonObject &json);
inline QJsonValue writeValue(const Event &event)
{
    return toJson(event);
}
[[nodiscard]] MaybeFault readValue(const QJsonValue &json, Event &event, const Bounds &bounds);

} // namespace handbell::protocol
