// SPDX-License-Identifier: Apache-2.0
#include "programs/console/Table.h"
#include "programs/handbellctl/Commands.h"
#include "programs/handbellctl/Practice.h"
#include "server/administration/Lookup.h"

namespace handbell::programs {

namespace {

using administration::InvitationDesk;
using administration::InvitationTarget;
using administration::Plan;
using protocol::Invitation;
using protocol::PracticeState;

QString stateOf(const Invitation &invitation, WallTime now)
{
    if (invitation.used)
        return QStringLiteral("used");
    if (invitation.cancelled)
        return QStringLiteral("cancelled");
    return invitation.expiresAt <= now ? QStringLiteral("expired") : QStringLiteral("open");
}

Result<InvitationTarget> targetFrom(const Arguments &arguments, const PracticeState &practice)
{
    InvitationTarget target;
    if (arguments.has("member")) {
        const auto member = administration::findMember(practice, arguments.value("member"));
        if (!member)
            return member.error();
        target.member = *member;
    }
    if (arguments.has("workstation")) {
        const auto workstation = administration::findWorkstation(practice, arguments.value("workstation"));
        if (!workstation)
            return workstation.error();
        target.workstation = *workstation;
    }
    return target;
}

Outcome createInvitation(const Arguments &arguments)
{
    if (!arguments.has("member") && !arguments.has("workstation"))
        return Outcome::misused(QStringLiteral("--member, --workstation or both must be given"));
    std::chrono::hours lifetime = administration::defaultInvitationLifetime;
    if (arguments.has("hours")) {
        bool isNumber = false;
        lifetime = std::chrono::hours(arguments.value("hours").toInt(&isNumber));
        if (!isNumber)
            return Outcome::misused(QStringLiteral("--hours takes a number"));
    }
    return changePractice(arguments, [&](Plan &plan, const InvitationDesk &desk) -> Result<Said> {
        const auto target = targetFrom(arguments, plan.after());
        if (!target)
            return target.error();
        const auto invitation = desk.issue(plan, *target, lifetime);
        if (!invitation)
            return invitation.error();
        return Said{invitationText(*invitation, plan.after()),
                    {{QStringLiteral("invitation"), administration::toJson(*invitation, plan.after())}}};
    });
}

Outcome listInvitations(const Arguments &arguments)
{
    return readPractice(arguments, [](const PracticeState &practice) -> Result<Said> {
        const WallTime now = SystemClock().wallNow();
        Table table(
            {QStringLiteral("Id"), QStringLiteral("For"), QStringLiteral("Until"), QStringLiteral("State")});
        QJsonArray json;
        for (const auto &[id, invitation] : practice.invitations) {
            const QString state = stateOf(invitation, now);
            table.add({QString::number(id.value),
                       targetText({invitation.member, invitation.workstation}, practice),
                       timeText(invitation.expiresAt), state});
            QJsonObject entry = protocol::toJson(invitation);
            entry.remove(QStringLiteral("code_digest"));
            entry.insert(QStringLiteral("state"), state);
            json.append(entry);
        }
        return Said{table.toText(QStringLiteral("There are no invitations.")),
                    {{QStringLiteral("invitations"), json}}};
    });
}

Outcome cancelInvitation(const Arguments &arguments)
{
    bool isNumber = false;
    const InvitationId id(arguments.at(0).toLongLong(&isNumber));
    if (!isNumber)
        return Outcome::misused(
            QStringLiteral("an invitation is named by its id: 'invitations list' shows them"));
    return changePractice(arguments, [&](Plan &plan, const InvitationDesk &) -> Result<Said> {
        if (const auto cancelled = plan.cancelInvitation(id); !cancelled)
            return cancelled.error();
        return Said{QStringLiteral("Invitation %1 works no more\n").arg(id.value),
                    {{QStringLiteral("cancelled"), id.value}}};
    });
}

} // namespace

std::vector<Command> invitationCommands()
{
    return {
        {QStringLiteral("invitations create"),
         {},
         QStringLiteral("Print a new invitation, which works once."),
         0,
         0,
         {valueOption("member", "Whom it lets choose a password.", "MEMBER"),
          valueOption("workstation", "Which workstation it enrols.", "WORKSTATION"),
          valueOption("hours", "How long it works; 168 (a week) unless told.", "N")},
         {},
         createInvitation},
        {QStringLiteral("invitations list"),
         {},
         QStringLiteral("List invitations, without their codes."),
         0,
         0,
         {},
         {},
         listInvitations},
        {QStringLiteral("invitations cancel"),
         QStringLiteral("ID"),
         QStringLiteral("Make an invitation useless."),
         1,
         1,
         {},
         {},
         cancelInvitation},
    };
}

} // namespace handbell::programs
