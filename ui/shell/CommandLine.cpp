// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/CommandLine.h"

#include <QFile>
#include <QRegularExpression>

namespace handbell::ui {

namespace {

QString help()
{
    return QStringLiteral("Usage: handbell [--profile NAME] [--minimised] [handbell://join/...]\n"
                          "\n"
                          "The practice's own bell. Starts in the notification area and opens its window.\n"
                          "A second start brings the first one forward.\n"
                          "\n"
                          "  handbell://join/...  use this invitation\n"
                          "  --profile NAME       keep everything under this name, so that two can run side\n"
                          "                       by side (letters, digits, \"-\", \"_\"; at most 32)\n"
                          "  --minimised          do not open the window\n"
                          "  --version            print the version and end\n"
                          "  --help               print this and end");
}

Error wrong(const QString &why)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("handbell: %1\nTry: handbell --help").arg(why)};
}

bool isProfileName(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z0-9_-]{1,32}$"));
    return pattern.match(name).hasMatch();
}

} // namespace

Result<CommandLine> CommandLine::parse(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QFile::decodeName(argv[i]);
    return parse(arguments);
}

Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    CommandLine line;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == QLatin1String("--help") || argument == QLatin1String("-h")) {
            line.output = help();
        } else if (argument == QLatin1String("--version")) {
            line.output = QStringLiteral("handbell " HANDBELL_VERSION);
        } else if (argument == QLatin1String("--minimised")) {
            line.opening = Shell::Opening::Minimised;
        } else if (argument == QLatin1String("--profile")) {
            if (i + 1 == arguments.size() || !isProfileName(arguments[i + 1]))
                return wrong(
                    QStringLiteral("--profile needs a name of letters, digits, \"-\" and \"_\", at most 32"));
            line.profile = arguments[++i];
        } else if (argument.startsWith(QLatin1String("handbell:"), Qt::CaseInsensitive)) {
            line.invitation = argument;
        } else {
            // Not repeated: what somebody pastes by mistake may be half an invitation.
            return wrong(argument.startsWith(QLatin1Char('-'))
                             ? QStringLiteral("unknown option %1").arg(argument.left(40))
                             : QStringLiteral("an argument is not an invitation (handbell://join/...)"));
        }
    }
    return line;
}

} // namespace handbell::ui
