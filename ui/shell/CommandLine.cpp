// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/CommandLine.h"

#include <QFile>
#include <QRegularExpression>

namespace handbell::ui {

namespace {

QString help()
{
    return QStringLiteral(
        "Usage: handbell [--profile NAME] [--minimised] [handbell://join/...]\n"
        "       handbell [--profile NAME] alert --to WHERE --template KEY [--note TEXT]\n"
        "                [--wait SECONDS] [--json]\n"
        "       handbell [--profile NAME] status [STATE [--until HH:MM]] [--json]\n"
        "       handbell [--profile NAME] who [--json]\n"
        "\n"
        "The practice's own bell. Starts in the notification area and opens its window.\n"
        "A second start brings the first one forward.\n"
        "\n"
        "  handbell://join/...  use this invitation\n"
        "  --profile NAME       keep everything under this name, so that two can run side\n"
        "                       by side (letters, digits, \"-\", \"_\"; at most 32)\n"
        "  --minimised          do not open the window\n"
        "  --json               answer in JSON, for scripts\n"
        "  --version            print the version and end\n"
        "  --help               print this and end\n"
        "\n"
        "Commands go to the Handbell that runs here, for macro pads, kiosks and other programs:\n"
        "  alert    rings. WHERE is room:NAME, person:NAME, role:NAME, group:NAME or everyone;\n"
        "           KEY is a template's key or its beginning, such as chaperone.\n"
        "           With --wait the exit status tells how far it got: 0 answered, 4 shown,\n"
        "           5 delivered or held, 6 reached nobody.\n"
        "  status   says your state, or sets it: available, in-consultation, busy, away, on-break\n"
        "  who      says who is in, and where\n"
        "Exit status: 0 done, 1 refused, 2 wrong usage, 3 not running or not signed in.");
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
        } else if (ScriptRequest::isVerb(argument)) {
            QStringList words = arguments.mid(i);
            line.json = words.removeAll(QStringLiteral("--json")) > 0;
            if (words.contains(QStringLiteral("--help"))) {
                line.output = help();
                break;
            }
            const auto script = ScriptRequest::parse(words);
            if (!script)
                return wrong(script.error().detail);
            line.script = *script;
            break;
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
