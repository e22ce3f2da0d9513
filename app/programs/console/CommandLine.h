// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace handbell::programs {

//! What a program's exit status says. Scripts depend on the numbers.
enum class ExitCode {
    Ok = 0,
    Failed = 1, //!< refused, or it went wrong: standard error says why
    Usage = 2,  //!< the command line makes no sense
    Damaged = 3 //!< "verify" found the record damaged
};

//! How a command ended and what it has to say: once for people, once for scripts.
struct Outcome
{
    ExitCode exit = ExitCode::Ok;
    QString text; //!< for standard output; for standard error where exit is Failed or Usage
    QJsonObject json;

    static Outcome done(QString text, QJsonObject json)
    {
        return {ExitCode::Ok, std::move(text), std::move(json)};
    }
    static Outcome failed(const Error &error);
    //! The command line asks for something that does not exist.
    static Outcome misused(const QString &why);
};

//! What was typed after a command's words.
class Arguments
{
public:
    Arguments(const QCommandLineParser &parser, QStringList positional)
        : m_parser(parser)
        , m_positional(std::move(positional))
    {
    }

    [[nodiscard]] QStringList positional() const { return m_positional; }
    [[nodiscard]] QString at(qsizetype index) const { return m_positional.value(index); }
    [[nodiscard]] bool has(const char *option) const { return m_parser.isSet(QLatin1String(option)); }
    [[nodiscard]] QString value(const char *option) const { return m_parser.value(QLatin1String(option)); }
    [[nodiscard]] QStringList values(const char *option) const
    {
        return m_parser.values(QLatin1String(option));
    }

private:
    const QCommandLineParser &m_parser;
    QStringList m_positional;
};

//! One thing a program can do: "members add".
struct Command
{
    QString words;    //!< one or two: "verify", "members add"
    QString operands; //!< as help shows them: "NAME"
    QString summary;
    int least = 0; //!< how many operands there must be, and may be
    int most = 0;
    QList<QCommandLineOption> options;
    QStringList needs; //!< options that must be given
    std::function<Outcome(const Arguments &)> run;
};

//! A program of commands with options common to all. Options may stand anywhere. Answers --help, also after a
//! command's words, and --version by itself; where "json" is among the common options it prints an Outcome's
//! JSON.
class CommandLine
{
public:
    CommandLine(QString program, QString description, QList<QCommandLineOption> common,
                std::vector<Command> commands, QString footer);

    //! Does what \a arguments (the program's name first) ask, writing to standard output and standard error,
    //! and gives back the exit status.
    [[nodiscard]] int run(const QStringList &arguments) const;

private:
    [[nodiscard]] QString overview(const QString &firstWord) const;
    [[nodiscard]] const Command *find(const QStringList &positional) const;
    [[nodiscard]] Outcome runCommand(const Command &command, const QStringList &arguments) const;

    QString m_program;
    QString m_description;
    QList<QCommandLineOption> m_common;
    std::vector<Command> m_commands;
    QString m_footer;
};

//! An option that takes a value.
[[nodiscard]] QCommandLineOption valueOption(const char *name, const char *description,
                                             const char *valueName);

} // namespace handbell::programs
