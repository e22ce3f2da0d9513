// SPDX-License-Identifier: Apache-2.0
#include "programs/console/CommandLine.h"

#include "programs/console/Table.h"

#include <QJsonDocument>
#include <QSet>

#include <cstdio>

namespace handbell::programs {

namespace {

void write(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

QStringList wordsOf(const Command &command)
{
    return command.words.split(QLatin1Char(' '));
}

//! "members add NAME --role ROLE": what must be given, for help.
QString usageOf(const Command &command)
{
    QStringList parts{command.words};
    if (!command.operands.isEmpty())
        parts << command.operands;
    for (const QCommandLineOption &option : command.options) {
        if (command.needs.contains(option.names().constFirst()))
            parts << QStringLiteral("--%1 %2").arg(option.names().constFirst(), option.valueName());
    }
    return parts.join(QLatin1Char(' '));
}

QCommandLineOption helpOption()
{
    return QCommandLineOption({QStringLiteral("h"), QStringLiteral("help")},
                              QStringLiteral("Say how this is used."));
}

QCommandLineOption versionOption()
{
    return QCommandLineOption(QStringLiteral("version"), QStringLiteral("Say which version this is."));
}

} // namespace

Outcome Outcome::failed(const Error &error)
{
    const QString detail = error.detail.isEmpty() ? QString(wireName(error.code)) : error.detail;
    const QJsonObject json{{QStringLiteral("code"), QString(wireName(error.code))},
                           {QStringLiteral("detail"), detail}};
    return {ExitCode::Failed, detail, {{QStringLiteral("error"), json}}};
}

Outcome Outcome::misused(const QString &why)
{
    const QJsonObject json{{QStringLiteral("code"), QStringLiteral("usage")},
                           {QStringLiteral("detail"), why}};
    return {ExitCode::Usage, why, {{QStringLiteral("error"), json}}};
}

QCommandLineOption valueOption(const char *name, const char *description, const char *valueName)
{
    return QCommandLineOption(QLatin1String(name), QLatin1String(description), QLatin1String(valueName));
}

CommandLine::CommandLine(QString program, QString description, QList<QCommandLineOption> common,
                         std::vector<Command> commands, QString footer)
    : m_program(std::move(program))
    , m_description(std::move(description))
    , m_common(std::move(common))
    , m_commands(std::move(commands))
    , m_footer(std::move(footer))
{
    m_common << helpOption() << versionOption();
}

QString CommandLine::overview(const QString &firstWord) const
{
    Table commands({QStringLiteral("Command"), QStringLiteral("What it does")});
    for (const Command &command : m_commands) {
        if (firstWord.isEmpty() || wordsOf(command).first() == firstWord)
            commands.add({QStringLiteral("  ") + usageOf(command), command.summary});
    }
    Table options({QStringLiteral("Option"), QStringLiteral("What it does")});
    for (const QCommandLineOption &option : m_common) {
        const QString value =
            option.valueName().isEmpty() ? QString() : QLatin1Char(' ') + option.valueName();
        options.add(
            {QStringLiteral("  --%1%2").arg(option.names().constLast(), value), option.description()});
    }
    return QStringLiteral("Usage: %1 [options] command…\n%2\n\n%3\n%4\n%5")
        .arg(m_program, m_description, commands.toText({}), options.toText({}), m_footer);
}

const Command *CommandLine::find(const QStringList &positional) const
{
    for (const Command &command : m_commands) {
        const QStringList words = wordsOf(command);
        if (positional.mid(0, words.size()) == words)
            return &command;
    }
    return nullptr;
}

Outcome CommandLine::runCommand(const Command &command, const QStringList &arguments) const
{
    QCommandLineParser parser;
    parser.setApplicationDescription(command.summary);
    parser.addOptions(m_common);
    parser.addOptions(command.options);
    const bool parsed = parser.parse(arguments);
    if (parser.isSet(QStringLiteral("help"))) {
        // The parser's own first line knows neither the command nor the program's short name.
        const QString rest = parser.helpText().section(QLatin1Char('\n'), 1);
        return Outcome::done(
            QStringLiteral("Usage: %1 [options] %2\n%3").arg(m_program, usageOf(command), rest), {});
    }
    const QString hint = QStringLiteral("'%1 %2 --help' says how it is used").arg(m_program, command.words);
    if (!parsed)
        return Outcome::misused(QStringLiteral("%1: %2").arg(parser.errorText(), hint));
    const QStringList operands = parser.positionalArguments().mid(wordsOf(command).size());
    if (operands.size() < command.least)
        return Outcome::misused(QStringLiteral("%1 is missing: %2").arg(command.operands, hint));
    if (operands.size() > command.most)
        return Outcome::misused(QStringLiteral("\"%1\" is one word too many (quote names with spaces): %2")
                                    .arg(operands.at(command.most), hint));
    for (const QString &needed : command.needs) {
        if (!parser.isSet(needed))
            return Outcome::misused(QStringLiteral("--%1 is missing: %2").arg(needed, hint));
    }
    return command.run(Arguments(parser, operands));
}

int CommandLine::run(const QStringList &arguments) const
{
    // First look only: which command? Every option of every command is known, so that a value is not taken
    // for one.
    QCommandLineParser first;
    first.addOptions(m_common);
    QSet<QString> known;
    for (const Command &command : m_commands) {
        for (const QCommandLineOption &option : command.options) {
            if (!known.contains(option.names().constFirst()))
                first.addOption(option);
            known.insert(option.names().constFirst());
        }
    }
    const bool understood = first.parse(arguments);
    const QStringList positional = first.positionalArguments();
    const Command *command = find(positional);
    const bool json = first.optionNames().contains(QStringLiteral("json"));

    Outcome outcome;
    if (command)
        outcome = runCommand(*command, arguments);
    else if (first.isSet(QStringLiteral("version")))
        outcome =
            Outcome::done(QStringLiteral("%1 %2\n").arg(m_program, QStringLiteral(HANDBELL_VERSION)), {});
    else if (first.isSet(QStringLiteral("help")))
        outcome = Outcome::done(overview(positional.value(0)), {});
    else if (!understood)
        outcome = Outcome::misused(first.errorText());
    else if (positional.isEmpty())
        outcome = Outcome::misused(QStringLiteral("no command: '%1 --help' lists them").arg(m_program));
    else
        outcome = Outcome::misused(QStringLiteral("there is no command \"%1\": '%2 --help' lists them")
                                       .arg(positional.mid(0, 2).join(QLatin1Char(' ')), m_program));

    const bool wentWrong = outcome.exit == ExitCode::Failed || outcome.exit == ExitCode::Usage;
    if (wentWrong)
        write(stderr, QStringLiteral("%1: %2\n").arg(m_program, forTerminal(outcome.text)));
    if (json && !outcome.json.isEmpty())
        write(stdout, QString::fromUtf8(QJsonDocument(outcome.json).toJson(QJsonDocument::Compact)) +
                          QLatin1Char('\n'));
    else if (!wentWrong)
        write(stdout, outcome.text);
    return static_cast<int>(outcome.exit);
}

} // namespace handbell::programs
