// SPDX-License-Identifier: Apache-2.0
#include "programs/handbellctl/Commands.h"
#include "programs/handbellctl/Practice.h"
#include "server/administration/DataDirectory.h"
#include "server/administration/PracticeFile.h"

namespace handbell::programs {

namespace {

using administration::InvitationDesk;
using administration::Plan;

Outcome seed(const Arguments &arguments)
{
    const auto text = administration::readFile(arguments.at(0));
    if (!text)
        return Outcome::failed(text.error());
    const auto file = administration::readPracticeFile(*text);
    if (!file)
        return Outcome::failed(file.error());
    return changePractice(arguments, [&](Plan &plan, const InvitationDesk &desk) -> Result<Said> {
        const auto issued = administration::applyPracticeFile(plan, *file, desk);
        if (!issued)
            return issued.error();
        Said said;
        said.text = QStringLiteral("%1 in the record\n")
                        .arg(counted(static_cast<qsizetype>(plan.events().size()), "change", "changes"));
        QJsonArray invitations;
        for (const administration::IssuedInvitation &invitation : *issued) {
            said.text += QLatin1Char('\n') + invitationText(invitation, plan.after());
            invitations.append(administration::toJson(invitation, plan.after()));
        }
        said.json = {{QStringLiteral("changes"), static_cast<qint64>(plan.events().size())},
                     {QStringLiteral("invitations"), invitations}};
        return said;
    });
}

} // namespace

std::vector<Command> seedCommands()
{
    return {
        {QStringLiteral("seed"),
         QStringLiteral("FILE"),
         QStringLiteral("Make the practice like a file describes it and print the invitations it asks for."),
         1,
         1,
         {anywayOption(), notPatientOption()},
         {},
         seed}};
}

} // namespace handbell::programs
