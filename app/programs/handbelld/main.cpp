// SPDX-License-Identifier: Apache-2.0
#include "programs/console/Log.h"
#include "programs/handbelld/Commands.h"

#include <QCoreApplication>

using namespace handbell;
using namespace handbell::programs;

int main(int argc, char *argv[])
{
    // GLib's event loop costs a server wake-ups and brings nothing.
    qputenv("QT_NO_GLIB", "1");
    const QCoreApplication application(argc, argv);
    logToStandardError();

    const CommandLine commandLine(
        QStringLiteral("handbelld"), QStringLiteral("A practice's Handbell server."),
        {valueOption("data", "The practice's data directory.", "DIR"),
         QCommandLineOption(QStringLiteral("json"), QStringLiteral("Answer in JSON, for scripts."))},
        {initCommand(), serveCommand(), backupCommand(), restoreCommand()},
        QStringLiteral("Exit status: 0 done, 1 refused or failed, 2 wrong usage.\n"
                       "The log goes to standard error; QT_LOGGING_RULES chooses categories, as in "
                       "\"handbell.*.debug=true\".\n"));
    return commandLine.run(application.arguments());
}
