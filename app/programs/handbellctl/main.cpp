// SPDX-License-Identifier: Apache-2.0
#include "programs/console/Log.h"
#include "programs/handbellctl/Commands.h"

#include <QCoreApplication>

using namespace handbell;
using namespace handbell::programs;

int main(int argc, char *argv[])
{
    qputenv("QT_NO_GLIB", "1");
    const QCoreApplication application(argc, argv);
    logToStandardError();

    std::vector<Command> commands;
    for (auto family : {memberCommands, roomCommands, workstationCommands, groupCommands, templateCommands,
                        invitationCommands, guardCommands, recordCommands, certificateCommands,
                        ledgerCommands, seedCommands}) {
        for (Command &command : family())
            commands.push_back(std::move(command));
    }
    const CommandLine commandLine(
        QStringLiteral("handbellctl"),
        QStringLiteral("Administers a Handbell practice, beside a running server or without one."),
        {valueOption("data", "The practice's data directory.", "DIR"),
         QCommandLineOption(QStringLiteral("json"), QStringLiteral("Answer in JSON, for scripts.")),
         valueOption("at", "Where invitations lead, if not to the first host of settings.json.",
                     "HOST:PORT")},
        std::move(commands),
        QStringLiteral(
            "Members, rooms, workstations and groups are named by their whole name or their id.\n"
            "Exit status: 0 done, 1 refused or failed, 2 wrong usage, 3 verify found the record damaged.\n"));
    return commandLine.run(application.arguments());
}
