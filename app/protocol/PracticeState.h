// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Events.h"

#include <map>

namespace handbell::protocol {

//! Which entities an event touched, so that a store writes and a model refreshes only those.
struct StateChange
{
    std::vector<MemberId> members;
    std::vector<RoomId> rooms;
    std::vector<WorkstationId> workstations;
    std::vector<ConversationId> conversations;
    std::vector<TemplateId> templates;
    std::vector<AlertId> alerts; //!< an ended alert is named here and gone from the state
    std::vector<InvitationId> invitations;
    bool guardSettings = false;
    bool practice = false;

    friend bool operator==(const StateChange &, const StateChange &) = default;
};

//! The practice as it stands after some event: the one reducer of the record, used by the server's
//! projections, the hub and every client. A value; apply() is a pure function of (state, event).
//!
//! On a client it holds what that member may see; an event about something not visible is not an error there,
//! so apply() tolerates unknown alerts and invitations and reports only what cannot be true in any view.
struct PracticeState
{
    Seq seq; //!< the last event applied
    QString practiceName;
    std::map<MemberId, Member> members;
    std::map<RoomId, Room> rooms;
    std::map<WorkstationId, Workstation> workstations;
    std::map<ConversationId, Conversation> conversations;
    std::map<TemplateId, AlertTemplate> templates;
    std::map<AlertId, Alert> alerts; //!< open ones only
    std::map<InvitationId, Invitation> invitations;
    GuardSettings guardSettings;

    //! Applies \a event, whose seq must be after this->seq. InvalidField where it contradicts the state: the
    //! state is then unchanged.
    [[nodiscard]] Result<StateChange> apply(const Event &event);

    [[nodiscard]] const Member *member(MemberId id) const;
    [[nodiscard]] const Room *room(RoomId id) const;
    [[nodiscard]] const Workstation *workstation(WorkstationId id) const;
    [[nodiscard]] const Conversation *conversation(ConversationId id) const;
    [[nodiscard]] const AlertTemplate *alertTemplate(TemplateId id) const;
    [[nodiscard]] const Alert *alert(AlertId id) const;
    //! The room a workstation stands in, or nullptr.
    [[nodiscard]] const Room *roomOf(WorkstationId id) const;
    //! Members of \a conversation that are not disabled, sorted.
    [[nodiscard]] std::vector<MemberId> participants(ConversationId conversation) const;
    //! The direct conversation of these two, or none.
    [[nodiscard]] ConversationId directConversation(MemberId one, MemberId other) const;
    [[nodiscard]] ConversationId everyoneConversation() const;

    friend bool operator==(const PracticeState &, const PracticeState &) = default;
};

//! Whether \a member may see \a event, given the practice as it is after it. Directory events are everyone's;
//! messages their conversation's; alerts their sender's and targets'; invitations, passwords, sign-ins and
//! overrides nobody's.
[[nodiscard]] bool visibleTo(const Event &event, MemberId member, const PracticeState &state);

//! \a state as \a member may see it: other people's direct conversations and alerts, and all invitations,
//! left out.
[[nodiscard]] PracticeState viewFor(const PracticeState &state, MemberId member);

[[nodiscard]] QJsonObject toJson(const PracticeState &state);
[[nodiscard]] Result<PracticeState> practiceStateFromJson(const QJsonObject &json);
inline QJsonValue writeValue(const PracticeState &state)
{
    return toJson(state);
}
[[nodiscard]] MaybeFault readValue(const QJsonValue &json, PracticeState &state, const Bounds &bounds);

} // namespace handbell::protocol
