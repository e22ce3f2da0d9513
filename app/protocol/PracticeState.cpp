// SPDX-License-Identifier: Apache-2.0
#include "protocol/PracticeState.h"

#include <iterator>

namespace handbell::protocol {

namespace {

template <class Key, class T>
const T *find(const std::map<Key, T> &map, Key key)
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

template <class Key, class T>
T *find(std::map<Key, T> &map, Key key)
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

void sortUnique(std::vector<MemberId> &members)
{
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
}

bool contains(const std::vector<MemberId> &sorted, MemberId member)
{
    return std::binary_search(sorted.begin(), sorted.end(), member);
}

Error contradiction(const char *what)
{
    return {ErrorCode::InvalidField,
            QStringLiteral("the event names an unknown %1").arg(QLatin1String(what))};
}

//! One overload a kind of event. Each checks before it changes anything, so that a refusal leaves the state
//! as it was.
class Reducer
{
public:
    Reducer(PracticeState &state, const Event &event)
        : m_state(state)
        , m_event(event)
    {
    }

    StateChange takeChange() { return std::move(m_change); }

    Result<void> operator()(const PracticeCreated &payload)
    {
        m_state.practiceName = payload.name;
        m_change.practice = true;
        return {};
    }

    Result<void> operator()(const RoomAdded &payload)
    {
        const RoomId id(m_event.seq.value);
        m_state.rooms[id] = Room{id, payload.name, payload.roomKind};
        m_change.rooms.push_back(id);
        return {};
    }

    Result<void> operator()(const RoomRenamed &payload)
    {
        Room *room = find(m_state.rooms, payload.room);
        if (!room)
            return contradiction("room");
        room->name = payload.name;
        m_change.rooms.push_back(payload.room);
        return {};
    }

    Result<void> operator()(const WorkstationAdded &payload)
    {
        if (!m_state.room(payload.room))
            return contradiction("room");
        const WorkstationId id(m_event.seq.value);
        m_state.workstations[id] = Workstation{id, payload.name, payload.room};
        m_change.workstations.push_back(id);
        return {};
    }

    Result<void> operator()(const WorkstationMoved &payload)
    {
        Workstation *workstation = find(m_state.workstations, payload.workstation);
        if (!workstation || !m_state.room(payload.room))
            return contradiction("workstation or room");
        if (workstation->room != payload.room)
            workstation->assistanceTestedAt.reset();
        workstation->room = payload.room;
        m_change.workstations.push_back(payload.workstation);
        return {};
    }

    Result<void> operator()(const WorkstationRemoved &payload)
    {
        Workstation *workstation = find(m_state.workstations, payload.workstation);
        if (!workstation)
            return contradiction("workstation");
        workstation->removed = true;
        m_change.workstations.push_back(payload.workstation);
        return {};
    }

    Result<void> operator()(const MemberAdded &payload)
    {
        const MemberId id(m_event.seq.value);
        m_state.members[id] = Member{id, payload.name, payload.role, payload.permissions, false};
        m_change.members.push_back(id);
        return {};
    }

    Result<void> operator()(const MemberChanged &payload)
    {
        Member *member = find(m_state.members, payload.member);
        if (!member)
            return contradiction("member");
        member->name = payload.name.value_or(member->name);
        member->role = payload.role.value_or(member->role);
        member->permissions = payload.permissions.value_or(member->permissions);
        member->disabled = payload.disabled.value_or(member->disabled);
        m_change.members.push_back(payload.member);
        return {};
    }

    // What these say is for the audit trail; they change nothing that a snapshot holds.
    Result<void> operator()(const PasswordSet &) { return {}; }
    Result<void> operator()(const PasswordReset &) { return {}; }
    Result<void> operator()(const MemberSignedIn &) { return {}; }
    Result<void> operator()(const MemberSignedOut &) { return {}; }
    Result<void> operator()(const MessagePosted &) { return {}; }
    Result<void> operator()(const MessageWithdrawn &) { return {}; }
    Result<void> operator()(const GuardOverridden &) { return {}; }

    Result<void> operator()(const InvitationCreated &payload)
    {
        const InvitationId id(m_event.seq.value);
        m_state.invitations[id] = Invitation{
            id, payload.codeDigest, payload.member, payload.workstation, payload.expiresAt, false, false};
        m_change.invitations.push_back(id);
        return {};
    }

    Result<void> operator()(const InvitationUsed &payload)
    {
        if (Invitation *invitation = find(m_state.invitations, payload.invitation)) {
            invitation->used = true;
            m_change.invitations.push_back(payload.invitation);
        }
        return {};
    }

    Result<void> operator()(const InvitationCancelled &payload)
    {
        if (Invitation *invitation = find(m_state.invitations, payload.invitation)) {
            invitation->cancelled = true;
            m_change.invitations.push_back(payload.invitation);
        }
        return {};
    }

    Result<void> operator()(const ConversationCreated &payload)
    {
        const ConversationId id(m_event.seq.value);
        Conversation conversation{id, payload.conversationKind, payload.name, payload.members};
        sortUnique(conversation.members);
        m_state.conversations[id] = std::move(conversation);
        m_change.conversations.push_back(id);
        return {};
    }

    Result<void> operator()(const ConversationRenamed &payload)
    {
        Conversation *conversation = find(m_state.conversations, payload.conversation);
        if (!conversation)
            return contradiction("conversation");
        conversation->name = payload.name;
        m_change.conversations.push_back(payload.conversation);
        return {};
    }

    Result<void> operator()(const ConversationMembersChanged &payload)
    {
        Conversation *conversation = find(m_state.conversations, payload.conversation);
        if (!conversation)
            return contradiction("conversation");
        auto &members = conversation->members;
        members.insert(members.end(), payload.added.begin(), payload.added.end());
        sortUnique(members);
        for (const MemberId gone : payload.removed)
            members.erase(std::remove(members.begin(), members.end(), gone), members.end());
        m_change.conversations.push_back(payload.conversation);
        return {};
    }

    Result<void> operator()(const TemplateSaved &payload)
    {
        const TemplateId id = payload.replaces.value_or(TemplateId(m_event.seq.value));
        if (payload.replaces && !m_state.alertTemplate(id))
            return contradiction("template");
        AlertTemplate saved = payload.alertTemplate;
        saved.id = id;
        m_state.templates[id] = std::move(saved);
        m_change.templates.push_back(id);
        return {};
    }

    Result<void> operator()(const AlertRaised &payload)
    {
        Alert alert;
        alert.id = AlertId(m_event.seq.value);
        alert.alertTemplate = payload.alertTemplate;
        alert.sender = m_event.actor;
        alert.senderWorkstation = m_event.workstation;
        alert.address = payload.address;
        alert.importance = payload.importance;
        alert.replies = payload.replies;
        alert.escalation = payload.escalation;
        alert.targets = payload.targets;
        sortUnique(alert.targets);
        alert.raisedAt = m_event.at;
        alert.escalatedAt = m_event.at;
        alert.expiresAt = m_event.at + std::chrono::seconds(payload.lifetimeSeconds);
        alert.note = m_event.text;
        alert.gathers = payload.gathers;
        alert.testRoom = payload.testRoom;
        m_change.alerts.push_back(alert.id);
        m_state.alerts[alert.id] = std::move(alert);
        return {};
    }

    Result<void> operator()(const AlertAnswered &payload)
    {
        Alert *alert = find(m_state.alerts, payload.alert);
        if (!alert)
            return {};
        m_change.alerts.push_back(payload.alert);
        if (alert->isSettledBy(payload.reply)) {
            noteTest(*alert);
            m_state.alerts.erase(payload.alert);
            return {};
        }
        alert->answers.push_back({m_event.actor, m_event.workstation, payload.reply, m_event.at});
        if (payload.reply != Reply::PassOn)
            alert->escalation.clear(); // somebody comes: nobody else need be asked
        return {};
    }

    Result<void> operator()(const AlertEscalated &payload)
    {
        if (payload.before && !m_state.alert(payload.alert)) {
            Alert arriving = *payload.before;
            arriving.id = payload.alert;
            arriving.note = m_event.text;
            // Whoever passed it on did so in an event that the new addressees do not see.
            if (payload.cause == EscalationCause::PassedOn)
                arriving.answers.push_back({m_event.actor, m_event.workstation, Reply::PassOn, m_event.at});
            m_state.alerts[payload.alert] = std::move(arriving);
        }
        if (Alert *alert = find(m_state.alerts, payload.alert)) {
            alert->targets.insert(alert->targets.end(), payload.targets.begin(), payload.targets.end());
            sortUnique(alert->targets);
            if (!alert->escalation.empty())
                alert->escalation.erase(alert->escalation.begin());
            ++alert->escalations;
            alert->escalatedAt = m_event.at;
            m_change.alerts.push_back(payload.alert);
        }
        return {};
    }

    Result<void> operator()(const AlertClosed &payload)
    {
        if (m_state.alerts.erase(payload.alert) > 0)
            m_change.alerts.push_back(payload.alert);
        return {};
    }

    Result<void> operator()(const GuardSettingsChanged &payload)
    {
        m_state.guardSettings = payload.settings;
        m_change.guardSettings = true;
        return {};
    }

private:
    //! A test of assistance was answered: it works from where its workstation stands.
    void noteTest(const Alert &alert)
    {
        Workstation *workstation = find(m_state.workstations, alert.senderWorkstation);
        if (!alert.testRoom || !workstation || workstation->room != *alert.testRoom)
            return;
        workstation->assistanceTestedAt = m_event.at;
        m_change.workstations.push_back(workstation->id);
    }

    PracticeState &m_state;
    const Event &m_event;
    StateChange m_change;
};

//! One overload a kind of event that is not everyone's.
struct Visibility
{
    const Event &event;
    MemberId member;
    const PracticeState &state;

    [[nodiscard]] bool inConversation(ConversationId id) const
    {
        const Conversation *conversation = state.conversation(id);
        return conversation && conversation->includes(member);
    }

    template <class Directory>
    bool operator()(const Directory &) const
    {
        return true;
    }
    bool operator()(const PasswordSet &) const { return false; }
    bool operator()(const PasswordReset &) const { return false; }
    bool operator()(const MemberSignedIn &) const { return false; }
    bool operator()(const MemberSignedOut &) const { return false; }
    bool operator()(const InvitationCreated &) const { return false; }
    bool operator()(const InvitationUsed &) const { return false; }
    bool operator()(const InvitationCancelled &) const { return false; }
    bool operator()(const GuardOverridden &) const { return false; }
    bool operator()(const ConversationCreated &payload) const
    {
        return payload.conversationKind != ConversationKind::Direct ||
               std::find(payload.members.begin(), payload.members.end(), member) != payload.members.end();
    }
    bool operator()(const MessagePosted &payload) const { return inConversation(payload.conversation); }
    bool operator()(const MessageWithdrawn &payload) const { return inConversation(payload.conversation); }
    bool operator()(const AlertRaised &payload) const
    {
        return event.actor == member || contains(payload.targets, member);
    }
    bool operator()(const AlertAnswered &payload) const { return contains(payload.audience, member); }
    bool operator()(const AlertEscalated &payload) const { return contains(payload.audience, member); }
    bool operator()(const AlertClosed &payload) const { return contains(payload.audience, member); }
};

template <class Key, class T>
std::vector<T> valuesOf(const std::map<Key, T> &map)
{
    std::vector<T> values;
    values.reserve(map.size());
    for (const auto &[key, value] : map)
        values.push_back(value);
    return values;
}

template <class Key, class T>
std::map<Key, T> mapOf(std::vector<T> values)
{
    std::map<Key, T> map;
    for (T &value : values) {
        const Key key = value.id;
        map.insert_or_assign(key, std::move(value));
    }
    return map;
}

//! The state as it travels: lists instead of maps.
struct StateFields
{
    Seq seq;
    QString practiceName;
    std::vector<Member> members;
    std::vector<Room> rooms;
    std::vector<Workstation> workstations;
    std::vector<Conversation> conversations;
    std::vector<AlertTemplate> templates;
    std::vector<Alert> alerts;
    std::vector<Invitation> invitations;
    GuardSettings guardSettings;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        constexpr MaxCount many{100'000};
        visit.required("seq", self.seq);
        visit.required("practice", self.practiceName);
        visit.required("members", self.members, many);
        visit.required("rooms", self.rooms, many);
        visit.required("workstations", self.workstations, many);
        visit.required("conversations", self.conversations, many);
        visit.required("templates", self.templates, many);
        visit.required("alerts", self.alerts, many);
        visit.required("invitations", self.invitations, many);
        visit.required("guard_settings", self.guardSettings);
    }
};

} // namespace

Result<StateChange> PracticeState::apply(const Event &event)
{
    if (event.seq <= seq)
        return Error{ErrorCode::InvalidField, QStringLiteral("the event is not after the state")};
    Reducer reducer(*this, event);
    const auto applied = std::visit(reducer, event.payload);
    if (!applied)
        return applied.error();
    seq = event.seq;
    return reducer.takeChange();
}

const Member *PracticeState::member(MemberId id) const
{
    return find(members, id);
}

const Room *PracticeState::room(RoomId id) const
{
    return find(rooms, id);
}

const Workstation *PracticeState::workstation(WorkstationId id) const
{
    return find(workstations, id);
}

const Conversation *PracticeState::conversation(ConversationId id) const
{
    return find(conversations, id);
}

const AlertTemplate *PracticeState::alertTemplate(TemplateId id) const
{
    return find(templates, id);
}

const Alert *PracticeState::alert(AlertId id) const
{
    return find(alerts, id);
}

const Room *PracticeState::roomOf(WorkstationId id) const
{
    const Workstation *found = workstation(id);
    return found ? room(found->room) : nullptr;
}

std::vector<MemberId> PracticeState::participants(ConversationId id) const
{
    std::vector<MemberId> present;
    const Conversation *found = conversation(id);
    for (const auto &[memberId, member] : members) {
        if (found && !member.disabled && found->includes(memberId))
            present.push_back(memberId);
    }
    return present;
}

ConversationId PracticeState::directConversation(MemberId one, MemberId other) const
{
    std::vector<MemberId> pair{one, other};
    sortUnique(pair);
    for (const auto &[id, conversation] : conversations) {
        if (conversation.kind == ConversationKind::Direct && conversation.members == pair)
            return id;
    }
    return {};
}

ConversationId PracticeState::everyoneConversation() const
{
    for (const auto &[id, conversation] : conversations) {
        if (conversation.kind == ConversationKind::Everyone)
            return id;
    }
    return {};
}

bool visibleTo(const Event &event, MemberId member, const PracticeState &state)
{
    return std::visit(Visibility{event, member, state}, event.payload);
}

PracticeState viewFor(const PracticeState &state, MemberId member)
{
    PracticeState view = state;
    view.invitations.clear();
    std::erase_if(view.conversations, [member](const auto &entry) {
        return entry.second.kind == ConversationKind::Direct && !entry.second.includes(member);
    });
    std::erase_if(view.alerts, [member](const auto &entry) {
        return entry.second.sender != member && !entry.second.isFor(member);
    });
    return view;
}

QJsonObject toJson(const PracticeState &state)
{
    return toJson(StateFields{state.seq, state.practiceName, valuesOf(state.members), valuesOf(state.rooms),
                              valuesOf(state.workstations), valuesOf(state.conversations),
                              valuesOf(state.templates), valuesOf(state.alerts), valuesOf(state.invitations),
                              state.guardSettings});
}

Result<PracticeState> practiceStateFromJson(const QJsonObject &json)
{
    auto read = fromJson<StateFields>(json);
    if (!read)
        return read.error();
    PracticeState state;
    state.seq = read->seq;
    state.practiceName = read->practiceName;
    state.members = mapOf<MemberId>(std::move(read->members));
    state.rooms = mapOf<RoomId>(std::move(read->rooms));
    state.workstations = mapOf<WorkstationId>(std::move(read->workstations));
    state.conversations = mapOf<ConversationId>(std::move(read->conversations));
    state.templates = mapOf<TemplateId>(std::move(read->templates));
    state.alerts = mapOf<AlertId>(std::move(read->alerts));
    state.invitations = mapOf<InvitationId>(std::move(read->invitations));
    state.guardSettings = std::move(read->guardSettings);
    return state;
}

MaybeFault readValue(const QJsonValue &json, PracticeState &state, const Bounds &)
{
    auto read = json.isObject() ? practiceStateFromJson(json.toObject())
                                : Result<PracticeState>(ErrorCode::InvalidField);
    if (!read)
        return Fault{{}, QStringLiteral("is not a practice: ") + read.error().detail};
    state = *std::move(read);
    return std::nullopt;
}

} // namespace handbell::protocol
