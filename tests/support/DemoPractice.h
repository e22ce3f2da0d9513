// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "client/Practice.h"

#include <utility>

//! Riverside Surgery, the fictional practice of the pictures: the people, rooms and templates that UI tests
//! and galleries show. Header only.
namespace handbell::testing::demo {

inline constexpr MemberId priya{1}, jo{2}, sam{3}, lin{4}, patel{5}, okafor{6}, carys{7};
inline constexpr RoomId frontDesk1Room{11}, frontDesk2Room{12}, room3{13}, room5{14}, room6{15},
    backOffice{16}, managerOffice{17}, room7{18};
inline constexpr WorkstationId frontDesk1{21}, frontDesk2{22}, consulting3{23}, consulting5{24},
    consulting6{25}, office{26}, manager{27}, consulting7{28};
inline constexpr ConversationId everyone{31}, deskGroup{32}, clinicians{33}, rota{34}, withPatel{35},
    withSam{36};
inline constexpr TemplateId nextIsHere{41}, interpreter{42}, callWaiting{43}, runningLate{44}, delivery{45},
    chaperone{46}, assistance{47};

inline protocol::AlertTemplate makeTemplate(TemplateId id, const char *key, const char *en, const char *cy,
                                            protocol::Importance importance,
                                            std::vector<protocol::EscalationStep> escalation)
{
    using protocol::Reply;
    protocol::AlertTemplate made;
    made.id = id;
    made.key = QString::fromUtf8(key);
    made.textEn = QString::fromUtf8(en);
    made.textCy = QString::fromUtf8(cy);
    made.importance = importance;
    made.escalation = std::move(escalation);
    if (importance == protocol::Importance::Urgent)
        made.replies = {Reply::Coming, Reply::PassOn};
    else if (id == delivery)
        made.replies = {Reply::Coming, Reply::Done};
    return made;
}

//! The whole practice as \a priya sees it.
inline protocol::PracticeState state()
{
    using namespace protocol;
    PracticeState made;
    made.seq = Seq{50};
    made.practiceName = QStringLiteral("Riverside Surgery");
    const auto person = [&](MemberId id, const char *name, const char *role) {
        made.members[id] = Member{id, QString::fromUtf8(name), QString::fromUtf8(role), {}, false};
    };
    person(priya, "Priya Shah", "Receptionist");
    person(jo, "Jo Lewis", "Receptionist");
    person(sam, "Sam Reid", "Receptionist");
    person(lin, "Lin Chen", "Nurse");
    person(patel, "Dr Anna Patel", "GP");
    person(okafor, "Dr Ben Okafor", "GP");
    person(carys, "Carys Evans", "Practice manager");
    const auto place = [&](RoomId room, WorkstationId pc, const char *name, RoomKind kind) {
        made.rooms[room] = Room{room, QString::fromUtf8(name), kind};
        made.workstations[pc] = Workstation{pc, QString::fromUtf8(name), room, false};
    };
    place(frontDesk1Room, frontDesk1, "Front desk 1", RoomKind::Desk);
    place(frontDesk2Room, frontDesk2, "Front desk 2", RoomKind::Desk);
    place(room3, consulting3, "Consulting room 3", RoomKind::Consulting);
    place(room5, consulting5, "Consulting room 5", RoomKind::Consulting);
    place(room6, consulting6, "Consulting room 6", RoomKind::Consulting);
    place(room7, consulting7, "Consulting room 7", RoomKind::Consulting);
    place(backOffice, office, "Back office", RoomKind::Office);
    place(managerOffice, manager, "Manager", RoomKind::Office);
    const auto conversation = [&](ConversationId id, ConversationKind kind, const char *name,
                                  std::vector<MemberId> members) {
        made.conversations[id] = Conversation{id, kind, QString::fromUtf8(name), std::move(members)};
    };
    conversation(everyone, ConversationKind::Everyone, "", {});
    conversation(deskGroup, ConversationKind::Group, "Front desk", {priya, jo, sam, lin, patel, carys});
    conversation(clinicians, ConversationKind::Group, "Clinicians", {priya, lin, patel, okafor});
    conversation(rota, ConversationKind::Group, "Rota swaps", {priya, jo, sam, lin, carys});
    conversation(withPatel, ConversationKind::Direct, "", {priya, patel});
    conversation(withSam, ConversationKind::Direct, "", {priya, sam});
    const EscalationStep nurses{120, Address::ofRole(QStringLiteral("Nurse"))};
    const EscalationStep all{60, Address::everyone()};
    const auto add = [&](AlertTemplate item) {
        made.templates[item.id] = std::move(item);
    };
    add(makeTemplate(nextIsHere, "next_is_here", "Your next is here", "Mae'ch nesaf yma", Importance::Routine,
                     {}));
    add(makeTemplate(interpreter, "interpreter_here", "Interpreter is here", "Mae'r cyfieithydd yma",
                     Importance::Important, {nurses}));
    add(makeTemplate(callWaiting, "call_waiting", "Call waiting on line…", "Galwad yn aros ar linell…",
                     Importance::Routine, {}));
    add(makeTemplate(runningLate, "running_late", "Running late? How long", "Yn rhedeg yn hwyr? Faint",
                     Importance::Important, {}));
    add(makeTemplate(delivery, "delivery", "Delivery to sign for", "Danfoniad i'w lofnodi",
                     Importance::Routine, {}));
    add(makeTemplate(chaperone, "chaperone", "Chaperone needed", "Angen hebryngwr", Importance::Important,
                     {nurses}));
    add(makeTemplate(assistance, "assistance_here", "Assistance in this room", "Cymorth yn yr ystafell hon",
                     Importance::Urgent, {all}));
    made.templates[assistance].gathers = true;
    return made;
}

//! Who is where at 10:41: Dr Patel and Lin Chen in consultation, Sam on a break, Carys busy.
inline std::vector<protocol::Presence> presence(WallTime now)
{
    using protocol::PresenceState;
    using namespace std::chrono_literals;
    return {{priya, PresenceState::Available, frontDesk1, now - 90min, {}},
            {jo, PresenceState::Available, frontDesk2, now - 90min, {}},
            {sam, PresenceState::OnBreak, office, now - 1min, {}},
            {lin, PresenceState::InConsultation, consulting6, now - 20min, now + 19min},
            {patel, PresenceState::InConsultation, consulting3, now - 10min, {}},
            {okafor, PresenceState::Available, consulting5, now - 30min, {}},
            {carys, PresenceState::Busy, manager, now - 5min, {}}};
}

//! Fills \a practice as \a self sees it.
inline void fill(client::Practice &practice, MemberId self, WallTime now)
{
    practice.reset(self, state());
    practice.setPresence(presence(now));
}

//! An open alert from \a sender to \a address, raised at \a raisedAt, with the values of its template.
inline protocol::Alert alert(AlertId id, TemplateId alertTemplate, MemberId sender, WorkstationId from,
                             const protocol::Address &address, std::vector<MemberId> targets,
                             WallTime raisedAt)
{
    const protocol::PracticeState practice = state();
    const protocol::AlertTemplate &source = practice.templates.at(alertTemplate);
    protocol::Alert made;
    made.id = id;
    made.alertTemplate = alertTemplate;
    made.sender = sender;
    made.senderWorkstation = from;
    made.address = address;
    made.importance = source.importance;
    made.replies = source.replies;
    made.escalation = source.escalation;
    made.targets = std::move(targets);
    made.raisedAt = raisedAt;
    made.escalatedAt = raisedAt;
    made.expiresAt = raisedAt + std::chrono::seconds(source.lifetimeSeconds);
    return made;
}

} // namespace handbell::testing::demo
