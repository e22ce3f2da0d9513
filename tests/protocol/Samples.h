// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Codec.h"

#include <vector>

// One sample of every frame and every event payload, with all members set, for golden frames and round trips.

namespace handbell::protocol::samples {

inline QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

inline Bytes bytes(char fill, qsizetype count)
{
    return {QByteArray(count, fill)};
}

inline WallTime at(qint64 milliseconds)
{
    return WallTime(std::chrono::milliseconds(milliseconds));
}

inline ClientInfo client()
{
    return {1, {text("alerts"), text("presence")}, text("handbell 0.1.0")};
}

inline AlertTemplate interpreterTemplate()
{
    AlertTemplate value;
    value.id = TemplateId(20);
    value.key = text("interpreter_here");
    value.textEn = text("Interpreter is here");
    value.textCy = text("Mae'r cyfieithydd yma");
    value.importance = Importance::Important;
    value.lifetimeSeconds = 300;
    value.escalation = {{120, Address::ofRole(text("Nurse"))}};
    return value;
}

inline GuardSettings guardSettings()
{
    GuardSettings value;
    value.version = 2;
    value.addresses = {text("1 Riverside Walk")};
    value.postcodes = {text("DN32 7XX")};
    value.phoneNumbers = {text("01632 960100")};
    value.emails = {text("desk@riverside.example")};
    value.domains = {text("riverside.example")};
    value.allow = {text("Mrs Tiggy")};
    value.actions = {{text("postcode"), text("hint")}};
    value.tone = true;
    return value;
}

inline Alert openAlert()
{
    Alert alert;
    alert.id = AlertId(40);
    alert.alertTemplate = TemplateId(20);
    alert.sender = MemberId(5);
    alert.senderWorkstation = WorkstationId(4);
    alert.address = Address::room(RoomId(3));
    alert.importance = Importance::Important;
    alert.replies = {Reply::Coming, Reply::TwoMinutes, Reply::PassOn};
    alert.escalation = {{120, Address::ofRole(text("Nurse"))}};
    alert.targets = {MemberId(6)};
    alert.answers = {{MemberId(6), WorkstationId(7), Reply::PassOn, at(1764000009000)}};
    alert.escalations = 1;
    alert.raisedAt = at(1764000000000);
    alert.escalatedAt = at(1764000009000);
    alert.expiresAt = at(1764000300000);
    alert.note = text("at the front desk");
    return alert;
}

inline std::vector<Payload> payloads()
{
    return {
        PracticeCreated{text("Riverside Surgery")},
        RoomAdded{text("Consulting room 3"), RoomKind::Consulting},
        RoomRenamed{RoomId(3), text("Treatment room")},
        WorkstationAdded{text("Front desk 1"), RoomId(3)},
        WorkstationMoved{WorkstationId(4), RoomId(3)},
        WorkstationRemoved{WorkstationId(4)},
        MemberAdded{text("Priya Shah"), text("Receptionist"), {Permission::Member, Permission::Reviewer}},
        MemberChanged{MemberId(5), text("Priya Shah"), text("Reception lead"),
                      std::vector{Permission::Member, Permission::Administrator}, false},
        PasswordSet{MemberId(5)},
        PasswordReset{MemberId(5)},
        MemberSignedIn{MemberId(5), WorkstationId(4)},
        MemberSignedOut{MemberId(5), WorkstationId(4), SignOutReason::SignedInElsewhere},
        InvitationCreated{bytes('d', 32), MemberId(5), WorkstationId(4), at(1764600000000)},
        InvitationUsed{InvitationId(8)},
        InvitationCancelled{InvitationId(8)},
        ConversationCreated{ConversationKind::Group, text("Front desk"), {MemberId(5), MemberId(6)}},
        ConversationRenamed{ConversationId(10), text("Reception")},
        ConversationMembersChanged{ConversationId(10), {MemberId(6)}, {MemberId(5)}},
        MessagePosted{ConversationId(10)},
        MessageWithdrawn{ConversationId(10), MessageId(30)},
        TemplateSaved{interpreterTemplate(), TemplateId(20)},
        AlertRaised{TemplateId(20),
                    Address::room(RoomId(3)),
                    Importance::Important,
                    300,
                    {Reply::Coming, Reply::PassOn},
                    {{120, Address::ofRole(text("Nurse"))}},
                    {MemberId(6)}},
        AlertAnswered{AlertId(40), Reply::Coming, {MemberId(5), MemberId(6)}},
        AlertEscalated{AlertId(40),
                       Address::ofRole(text("Nurse")),
                       {MemberId(9)},
                       {MemberId(5), MemberId(6), MemberId(9)},
                       EscalationCause::PassedOn},
        AlertClosed{AlertId(40), AlertState::Expired, {MemberId(5), MemberId(6)}},
        GuardOverridden{Seq(30), {text("person_name")}, {text("person_name.titled")}, 1},
        GuardSettingsChanged{guardSettings()},
    };
}

inline Event messageEvent()
{
    return {Seq(30),
            at(1764000000000),
            MemberId(5),
            WorkstationId(4),
            MessagePosted{ConversationId(10)},
            text("Can anyone cover the phones 12 to 12:30?")};
}

inline std::vector<ClientFrame> clientFrames()
{
    const GuardConfirmation confirmation{bytes('t', 32), 1, text("agreed by telephone")};
    return {
        {1, AuthJoin{client(), bytes('c', 16), text("correct horse battery")}},
        {1, AuthWorkstation{client(), bytes('w', 32)}},
        {2, AuthPassword{MemberId(5), text("correct horse battery")}},
        {1, AuthToken{client(), bytes('m', 32)}},
        {3, SignOut{}},
        {4, Ping{}},
        {5, Sync{Seq(29), bytes('e', 16)}},
        {std::nullopt, Ack{Seq(30)}},
        {6, History{ConversationId(10), Seq(30), 50}},
        {7, MessagePost{bytes('n', 16), ConversationId(10), text("Yes, I'll take it."), confirmation}},
        {8, MessageWithdraw{bytes('n', 16), ConversationId(10), MessageId(30)}},
        {9, ConversationOpen{bytes('n', 16), MemberId(6)}},
        {10, AlertRaise{bytes('n', 16), TemplateId(20), Address::room(RoomId(3)), text("at the desk"),
                        confirmation}},
        {11, AlertReply{bytes('n', 16), AlertId(40), Reply::TwoMinutes}},
        {12, AlertEscalate{bytes('n', 16), AlertId(40)}},
        {13, AlertCancel{bytes('n', 16), AlertId(40)}},
        {14, PresenceSet{PresenceState::InConsultation, at(1764000600000)}},
        {15, ReceiptsPost{ReceiptState::Shown, {Seq(40)}}},
        {16, SelfTest{bytes('n', 16)}},
        {17, TemplateSave{bytes('n', 16), interpreterTemplate()}},
        {16, LedgerGet{at(1764000000000), at(1764604800000)}},
    };
}

inline PracticeState state()
{
    PracticeState value;
    value.seq = Seq(41);
    value.practiceName = text("Riverside Surgery");
    value.members = {
        {MemberId(5), {MemberId(5), text("Priya Shah"), text("Receptionist"), {Permission::Member}, false}},
        {MemberId(6), {MemberId(6), text("Dr Anna Patel"), text("GP"), {Permission::Member}, false}}};
    value.rooms = {{RoomId(3), {RoomId(3), text("Consulting room 3"), RoomKind::Consulting}}};
    value.workstations = {{WorkstationId(4), {WorkstationId(4), text("Front desk 1"), RoomId(3), false}}};
    value.conversations = {
        {ConversationId(2), {ConversationId(2), ConversationKind::Everyone, {}, {}}},
        {ConversationId(10),
         {ConversationId(10), ConversationKind::Group, text("Front desk"), {MemberId(5), MemberId(6)}}}};
    value.templates = {{TemplateId(20), interpreterTemplate()}};
    value.alerts = {{AlertId(40), openAlert()}};
    value.guardSettings = guardSettings();
    return value;
}

inline Ledger ledger()
{
    const LedgerOutcome outcome{5, 1, 1, 0, 2, 40};
    Ledger value;
    value.all = {{}, 4, 2, 1, outcome};
    value.rooms = {{text("Consulting room 3"), 4, 2, 0, std::nullopt}, {{}, 0, 0, 1, std::nullopt}};
    value.roles = {{text("Nurse"), 4, 2, 1, outcome}};
    value.hours = {{text("09"), 4, 2, 1, outcome}};
    value.importances = {{text("routine"), 4, 0, 0, LedgerOutcome{4, 0, 0, 0, 1, std::nullopt}},
                         {text("important"), 0, 2, 0, LedgerOutcome{1, 0, 1, 0, 0, std::nullopt}},
                         {text("urgent"), 0, 0, 1, LedgerOutcome{0, 1, 0, 0, 1, std::nullopt}}};
    return value;
}

inline std::vector<ServerFrame> serverFrames()
{
    const Presence presence{MemberId(6), PresenceState::InConsultation, WorkstationId(7), at(1764000000000),
                            at(1764000600000)};
    const Receipt receipt{Seq(40), MemberId(6), ReceiptState::Shown, at(1764000001000)};
    return {
        {3, Ok{}},
        {7, ErrorAnswer{text("guard_confirmation_required"),
                        text("the text carries findings that need a confirmation"), 1500,
                        std::vector{text("person_name")}, 1}},
        {1, OkWorkstation{text("Riverside Surgery"),
                          {text("alerts")},
                          WorkstationId(4),
                          text("Front desk 1"),
                          text("Front desk"),
                          {{MemberId(5), text("Priya Shah"), text("Receptionist")}},
                          bytes('w', 32)}},
        {1, OkSession{text("Riverside Surgery"),
                      {text("alerts")},
                      MemberId(5),
                      WorkstationId(4),
                      at(1764000000000),
                      bytes('m', 32),
                      bytes('w', 32),
                      PlaceLeft{text("Front desk"), true}}},
        {5, OkSync{bytes('e', 16), Seq(41), {presence}, state(), {receipt}}},
        {6, OkHistory{{messageEvent()}, {MessageId(29)}, {receipt}, true}},
        {7, Accepted{Seq(42), at(1764000002000)}},
        {std::nullopt, EventsNotice{{messageEvent()}, Seq(30)}},
        {std::nullopt, PresenceNotice{{presence}}},
        {std::nullopt, ReceiptsNotice{{receipt}}},
        {std::nullopt, SignedOutNotice{SignOutReason::SignedInElsewhere, text("Consulting room 5")}},
        {std::nullopt, StoppingNotice{}},
        {std::nullopt, SelfTestCard{bytes('n', 16)}},
        {16, OkLedger{ledger()}},
    };
}

} // namespace handbell::protocol::samples
