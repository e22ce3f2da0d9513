// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Conversation.h"

#include <set>

// Who may do what, written by hand and not read from the code it tests. A new type of message needs a row.

namespace handbell::test {

using namespace protocol;

//! A practice at work, seen by Priya, whose permissions are the test's affair. What is called others' is
//! between Dr Patel and Lin. Each call makes another one.
struct Surgery
{
    explicit Surgery(const std::vector<Permission> &permissions) { permit(permissions); }

    void permit(const std::vector<Permission> &permissions)
    {
        MemberChanged changed;
        changed.member = kit.member("Priya Shah");
        changed.permissions = permissions;
        kit.append(changed);
    }

    Seq said(TestPeer &member, ConversationId conversation)
    {
        return member.askFor<Accepted>(post(kit, conversation, "Morning")).seq;
    }
    Seq said(TestPeer &member) { return said(member, kit.everyone()); }
    ConversationId othersPlace()
    {
        return ConversationId(
            anna->askFor<Accepted>(ConversationOpen{kit.nonce(), kit.member("Lin Chen")}).seq.value);
    }
    ConversationId othersGroup() { return kit.group("Clinicians"); }
    AlertId rung(TestPeer &sender, const char *to)
    {
        return AlertId(sender.askFor<Accepted>(ring(kit, "interpreter_here", Address::person(kit.member(to))))
                           .seq.value);
    }
    AlertId ownAlert() { return rung(*priya, "Dr Anna Patel"); }
    AlertId alertForHer() { return rung(*anna, "Priya Shah"); }
    AlertId othersAlert() { return rung(*anna, "Lin Chen"); }
    TemplateId othersTemplate()
    {
        AlertTemplate forDoctors = *kit.hub().state().alertTemplate(kit.alertTemplate("interpreter_here"));
        forDoctors.senders = std::vector{text("GP")};
        forDoctors.key = text("for_doctors");
        return TemplateId(kit.append(TemplateSaved{forDoctors, {}}).value);
    }

    ServerKit kit;
    std::unique_ptr<TestPeer> priya = kit.signIn("Priya Shah");
    std::unique_ptr<TestPeer> anna = kit.signIn("Dr Anna Patel");
};

//! One type: where it is accepted, what it takes, and a good example of it, which fails for no other reason.
struct Right
{
    const char *type;
    std::set<SessionState> states;
    std::optional<Permission> needs;
    ClientMessage (*example)(Surgery &);
};

inline const std::set<SessionState> whileConnected{SessionState::Connected};
inline const std::set<SessionState> whileActive{SessionState::Active};

inline const std::vector<Right> &rights()
{
    static const std::vector<Right> table{
        {"auth.join",
         {SessionState::Connected, SessionState::Enrolled},
         {},
         [](Surgery &s) -> ClientMessage {
             return AuthJoin{ServerKit::client(),
                             s.kit.invite(s.kit.member("Sam Reid"), s.kit.workstation("Back office 1")),
                             ServerKit::password()};
         }},
        {"auth.workstation",
         whileConnected,
         {},
         [](Surgery &s) -> ClientMessage {
             return AuthWorkstation{ServerKit::client(), s.anna->workstationToken};
         }},
        {"auth.password",
         {SessionState::Enrolled},
         {},
         [](Surgery &s) -> ClientMessage {
             return AuthPassword{s.priya->member, ServerKit::password()};
         }},
        {"auth.token",
         whileConnected,
         {},
         [](Surgery &s) -> ClientMessage {
             return AuthToken{ServerKit::client(), s.anna->memberToken};
         }},
        {"sign_out",
         whileActive,
         {},
         [](Surgery &) -> ClientMessage {
             return SignOut{};
         }},
        {"ping",
         {SessionState::Enrolled, SessionState::Active},
         {},
         [](Surgery &) -> ClientMessage {
             return Ping{};
         }},
        {"sync",
         whileActive,
         {},
         [](Surgery &) -> ClientMessage {
             return Sync{};
         }},
        {"ack",
         whileActive,
         {},
         [](Surgery &s) -> ClientMessage {
             return Ack{s.priya->cursor()};
         }},
        {"history",
         whileActive,
         {},
         [](Surgery &s) -> ClientMessage {
             return History{s.kit.everyone(), {}, 50};
         }},
        {"message.post",
         whileActive,
         {},
         [](Surgery &s) -> ClientMessage {
             return post(s.kit, s.kit.everyone(), "Tea?");
         }},
        {"message.withdraw",
         whileActive,
         {},
         [](Surgery &s) -> ClientMessage {
             return MessageWithdraw{s.kit.nonce(), s.kit.everyone(), MessageId(s.said(*s.priya).value)};
         }},
        {"conversation.open",
         whileActive,
         {},
         [](Surgery &s) -> ClientMessage {
             return ConversationOpen{s.kit.nonce(), s.kit.member("Jo Lewis")};
         }},
        {"alert.raise",
         whileActive,
         {},
         [](Surgery &s) -> ClientMessage {
             return ring(s.kit, "interpreter_here", Address::person(s.anna->member));
         }},
        {"alert.answer",
         whileActive,
         {},
         [](Surgery &s) -> ClientMessage {
             return AlertReply{s.kit.nonce(), s.alertForHer(), Reply::Coming};
         }},
        {"alert.escalate",
         whileActive,
         {},
         [](Surgery &s) -> ClientMessage {
             return AlertEscalate{s.kit.nonce(), s.ownAlert()};
         }},
        {"alert.cancel",
         whileActive,
         {},
         [](Surgery &s) -> ClientMessage {
             return AlertCancel{s.kit.nonce(), s.ownAlert()};
         }},
        {"presence.set",
         whileActive,
         {},
         [](Surgery &) -> ClientMessage {
             return PresenceSet{PresenceState::Busy, {}};
         }},
        {"receipts.post",
         whileActive,
         {},
         [](Surgery &s) -> ClientMessage {
             return ReceiptsPost{ReceiptState::Delivered, {s.said(*s.anna)}};
         }},
        {"self_test",
         whileActive,
         {},
         [](Surgery &s) -> ClientMessage {
             return SelfTest{s.kit.nonce()};
         }},
        {"template.save", whileActive, Permission::Administrator,
         [](Surgery &s) -> ClientMessage {
             AlertTemplate changed = *s.kit.hub().state().alertTemplate(s.kit.alertTemplate("next_here"));
             changed.lifetimeSeconds += 60;
             return TemplateSave{s.kit.nonce(), changed};
         }},
        {"ledger.get", whileActive, Permission::Administrator,
         [](Surgery &s) -> ClientMessage {
             return LedgerGet{s.kit.clock.wallNow() - std::chrono::hours(24), s.kit.clock.wallNow()};
         }},
    };
    return table;
}

//! What must not be reached with any permission, and what is said to it.
struct Limit
{
    const char *what;
    const char *code;
    ClientMessage (*attempt)(Surgery &);
};

inline const std::vector<Limit> &limits()
{
    static const std::vector<Limit> table{
        {"read others' conversation", "not_found",
         [](Surgery &s) -> ClientMessage {
             return History{s.othersPlace(), {}, 50};
         }},
        {"read others' group", "forbidden",
         [](Surgery &s) -> ClientMessage {
             return History{s.othersGroup(), {}, 50};
         }},
        {"write in others' conversation", "not_found",
         [](Surgery &s) -> ClientMessage {
             return post(s.kit, s.othersPlace(), "Me too");
         }},
        {"write in others' group", "forbidden",
         [](Surgery &s) -> ClientMessage {
             return post(s.kit, s.othersGroup(), "Me too");
         }},
        {"take back another's message", "forbidden",
         [](Surgery &s) -> ClientMessage {
             return MessageWithdraw{s.kit.nonce(), s.kit.everyone(), MessageId(s.said(*s.anna).value)};
         }},
        {"take back a message not seen", "not_found",
         [](Surgery &s) -> ClientMessage {
             return MessageWithdraw{s.kit.nonce(), s.othersPlace(),
                                    MessageId(s.said(*s.anna, s.othersPlace()).value)};
         }},
        {"take back a message not seen as if it were in another place", "not_found",
         [](Surgery &s) -> ClientMessage {
             return MessageWithdraw{s.kit.nonce(), s.kit.everyone(),
                                    MessageId(s.said(*s.anna, s.othersPlace()).value)};
         }},
        {"answer others' alert", "not_found",
         [](Surgery &s) -> ClientMessage {
             return AlertReply{s.kit.nonce(), s.othersAlert(), Reply::Coming};
         }},
        {"answer one's own alert", "forbidden",
         [](Surgery &s) -> ClientMessage {
             return AlertReply{s.kit.nonce(), s.ownAlert(), Reply::Coming};
         }},
        {"send others' alert on", "not_found",
         [](Surgery &s) -> ClientMessage {
             return AlertEscalate{s.kit.nonce(), s.othersAlert()};
         }},
        {"send on the alert one was sent", "forbidden",
         [](Surgery &s) -> ClientMessage {
             return AlertEscalate{s.kit.nonce(), s.alertForHer()};
         }},
        {"end others' alert", "not_found",
         [](Surgery &s) -> ClientMessage {
             return AlertCancel{s.kit.nonce(), s.othersAlert()};
         }},
        {"end the alert one was sent", "forbidden",
         [](Surgery &s) -> ClientMessage {
             return AlertCancel{s.kit.nonce(), s.alertForHer()};
         }},
        {"ring with others' template", "forbidden",
         [](Surgery &s) -> ClientMessage {
             return AlertRaise{s.kit.nonce(), s.othersTemplate(), Address::everyone(), {}, {}};
         }},
    };
    return table;
}

} // namespace handbell::test
