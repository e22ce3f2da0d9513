// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "protocol/PracticeState.h"
#include "server/administration/Names.h"

#include <vector>

namespace handbell::administration {

//! For whom an invitation is: a member, a workstation, or both at once.
struct InvitationTarget
{
    std::optional<MemberId> member;
    std::optional<WorkstationId> workstation;
};

//! How long an invitation may work. A week covers a part-timer's next day in; nobody needs one from last
//! winter.
inline constexpr std::chrono::hours defaultInvitationLifetime{7 * 24};
inline constexpr std::chrono::hours maxInvitationLifetime{90 * 24};

//! One event of a plan.
struct PlannedEvent
{
    protocol::Payload payload;
    std::optional<QString> text; //!< of an override: the reason, kept beside the event
};

//! Changes to a practice that belong together: decided against a copy of the practice, kept all or not at
//! all. Each call checks the rules, adds the events it needs and shows their effect in after(), so that a
//! later call may build on it. A refused call adds nothing. A call that would change nothing adds nothing
//! either.
//!
//! Ids handed out are those the events will have if they are the next in the record; whoever commits the plan
//! makes sure of that. The rules are the same for every program that administers a practice. Names are
//! compared without case (see Names.h). Pure: no I/O, no clock of its own; not thread-safe.
//!
//! Names of rooms, workstations and groups and the texts of alert templates stand where others see them, so
//! the practice's guard looks at them as at a message: one it warns about is refused with
//! GuardConfirmationRequired unless confirmNames() was called, and then an override goes into the record
//! beside it.
//!
//! Errors: InvalidArgument or AlreadyExists with a sentence that says what to do, NotFound for an unknown id.
class Plan
{
public:
    //! A plan on \a practice as it stands, made at \a now.
    Plan(protocol::PracticeState practice, WallTime now)
        : m_after(std::move(practice))
        , m_base(m_after.seq)
        , m_now(now)
    {
    }

    //! The record's last event when the plan was made.
    [[nodiscard]] Seq base() const { return m_base; }
    //! When it was made.
    [[nodiscard]] WallTime now() const { return m_now; }
    //! The practice as it will be.
    [[nodiscard]] const protocol::PracticeState &after() const { return m_after; }
    //! What to append, in order, directly after base().
    [[nodiscard]] const std::vector<PlannedEvent> &events() const { return m_events; }

    //! What whoever keeps a name says of it.
    enum class Claim { SendAnyway, NotPatient };
    //! Names the guard warns about are kept from here on, with \a reason. InvalidArgument where it is empty
    //! or longer than guard::maxReasonLength.
    [[nodiscard]] Result<void> confirmNames(const QString &reason, Claim claim = Claim::SendAnyway);

    //! The first events of an empty record: the practice and its conversation for everyone.
    [[nodiscard]] Result<void> createPractice(const QString &name);

    [[nodiscard]] Result<MemberId> addMember(const QString &name, const QString &role,
                                             std::vector<protocol::Permission> permissions);
    [[nodiscard]] Result<void> setRole(MemberId member, const QString &role);
    //! "member" is always among them. The last administrator keeps that permission.
    [[nodiscard]] Result<void> setPermissions(MemberId member, std::vector<protocol::Permission> permissions);
    //! Signs the member out everywhere and cancels their open invitations. Not the last administrator.
    [[nodiscard]] Result<void> disableMember(MemberId member);
    [[nodiscard]] Result<void> enableMember(MemberId member);
    //! Ends password, tokens and open invitations of \a member; invite() lets them choose anew.
    [[nodiscard]] Result<void> resetPassword(MemberId member);

    [[nodiscard]] Result<RoomId> addRoom(const QString &name, protocol::RoomKind kind);
    [[nodiscard]] Result<void> renameRoom(RoomId room, const QString &name);
    [[nodiscard]] Result<WorkstationId> addWorkstation(const QString &name, RoomId room);
    [[nodiscard]] Result<void> moveWorkstation(WorkstationId workstation, RoomId room);
    //! Ends its token and its open invitations.
    [[nodiscard]] Result<void> removeWorkstation(WorkstationId workstation);

    [[nodiscard]] Result<ConversationId> addGroup(const QString &name, const std::vector<MemberId> &members);
    [[nodiscard]] Result<void> renameGroup(ConversationId group, const QString &name);
    [[nodiscard]] Result<void> changeGroup(ConversationId group, const std::vector<MemberId> &added,
                                           const std::vector<MemberId> &removed);

    //! Adds \a alertTemplate, or replaces the one with its key; its id is not looked at.
    [[nodiscard]] Result<TemplateId> saveTemplate(protocol::AlertTemplate alertTemplate);
    //! Takes \a settings over with the next version number; their version is not looked at.
    [[nodiscard]] Result<void> setGuard(protocol::GuardSettings settings);

    //! A single-use invitation whose code has the SHA-256 \a codeDigest.
    [[nodiscard]] Result<InvitationId> invite(const InvitationTarget &target, const QByteArray &codeDigest,
                                              std::chrono::hours lifetime);
    [[nodiscard]] Result<void> cancelInvitation(InvitationId invitation);

private:
    //! What the guard had to say of texts that are kept all the same.
    using Overrides = std::vector<protocol::GuardOverridden>;
    struct SharedName
    {
        QString name;
        Overrides overrides;
    };
    //! acceptName(), and the guard's look at it.
    [[nodiscard]] Result<SharedName> acceptSharedName(NameKind kind, const QString &typed) const;
    [[nodiscard]] Result<Overrides> screen(const QString &text) const;
    //! Adds one event, and the \a overrides that are about it.
    Result<Seq> add(protocol::Payload payload, Overrides overrides = {});
    Result<void> addAll(std::vector<protocol::Payload> payloads);

    [[nodiscard]] Result<protocol::Member> findMember(MemberId member) const;
    [[nodiscard]] Result<protocol::Workstation> findWorkstation(WorkstationId workstation) const;
    [[nodiscard]] Result<protocol::Conversation> findGroup(ConversationId group) const;
    [[nodiscard]] Result<void> checkMemberName(const QString &name, MemberId self) const;
    [[nodiscard]] bool isLastAdministrator(MemberId member) const;
    Result<void> cancelInvitationsOf(const InvitationTarget &target);

    protocol::PracticeState m_after;
    Seq m_base;
    WallTime m_now;
    std::vector<PlannedEvent> m_events;
    QString m_reason; //!< empty: names that are warned about are refused
    Claim m_claim = Claim::SendAnyway;
};

} // namespace handbell::administration
