// SPDX-License-Identifier: Apache-2.0
#include "guard/Guard.h"
#include "programs/console/CommandLine.h"
#include "programs/handbell-guard/LineReader.h"
#include "programs/handbell-guard/PracticeFile.h"
#include "programs/handbell-guard/Report.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>
#include <QTextStream>

#include <cstdio>
#include <variant>

using namespace handbell;
using namespace handbell::programs;

namespace {

constexpr qsizetype longestLine = qsizetype{8} * 1024 * 1024;

struct Mistake
{
    QLatin1String code;
    QString message;
};

//! The text a line holds, or what is wrong with the line.
std::variant<QString, Mistake> textOf(const LineReader::Line &line, bool json)
{
    if (line.tooLong)
        return Mistake{QLatin1String("line_too_long"), QStringLiteral("longer than 8 MiB: split it")};
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(line.bytes);
    if (decoder.hasError())
        return Mistake{QLatin1String("invalid_utf8"), QStringLiteral("not UTF-8: convert it first")};
    if (!json)
        return text;
    const QJsonDocument document = QJsonDocument::fromJson('[' + line.bytes + ']');
    const QJsonArray values = document.array();
    if (!document.isArray() || values.size() != 1 || !values.first().isString())
        return Mistake{QLatin1String("invalid_json"), QStringLiteral("not one JSON string")};
    return values.first().toString();
}

int complain(const QString &message, ExitCode exit)
{
    QTextStream(stderr) << QStringLiteral("handbell-guard: ") << message << Qt::endl;
    return static_cast<int>(exit);
}

QString helpText()
{
    return QStringLiteral(
        "Usage: handbell-guard [--json] [--practice FILE] [--explain] < MESSAGES\n"
        "Looks for what identifies a patient in each line of standard input.\n\n"
        "  --json           Each line is a JSON string, so that a message may hold line breaks.\n"
        "  --practice FILE  What is the practice's own, as JSON: nation, roster, addresses, postcodes,\n"
        "                   phone_numbers, emails, domains, allow; each may be left out.\n"
        "  --explain        Answer in sentences that quote what was found, for people.\n"
        "  --version        Show the version of the program and of its rules.\n"
        "  --help           Show this.\n\n"
        "Answers with one JSON object a line: verdict (silent, hint, warn) and findings, each with kind, "
        "start\n"
        "and length in UTF-16 units, verdict and rule; or error, code and line where a line cannot be read.\n"
        "Nothing is stored or sent, and without --explain nothing of a message is repeated.\n"
        "Exit status: 0 every line was answered, 1 reading or writing failed, 2 wrong usage.\n");
}

int checkLines(const guard::Guard &guard, bool json, bool explain)
{
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered) ||
        !out.open(stdout, QIODevice::WriteOnly))
        return complain(QStringLiteral("standard input or output is closed"), ExitCode::Failed);
    LineReader lines(in, longestLine);
    qint64 number = 0;
    while (const auto line = lines.next()) {
        ++number;
        const auto read = textOf(*line, json);
        QByteArray answer;
        if (const auto *mistake = std::get_if<Mistake>(&read)) {
            answer = explain ? QStringLiteral("%1: %2\n").arg(number).arg(mistake->message).toUtf8()
                             : jsonError(number, mistake->code, mistake->message);
        } else {
            const QString &text = std::get<QString>(read);
            const guard::Assessment assessment = guard.assess(text);
            answer = explain ? explanation(number, text, assessment).toUtf8() : jsonReport(assessment);
        }
        if (out.write(answer) != answer.size())
            return complain(QStringLiteral("could not write: %1").arg(out.errorString()), ExitCode::Failed);
    }
    if (!out.flush())
        return complain(QStringLiteral("could not write: %1").arg(out.errorString()), ExitCode::Failed);
    if (in.error() != QFileDevice::NoError)
        return complain(QStringLiteral("could not read: %1").arg(in.errorString()), ExitCode::Failed);
    return static_cast<int>(ExitCode::Ok);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption json(QStringLiteral("json"));
    const QCommandLineOption explain(QStringLiteral("explain"));
    const QCommandLineOption practiceFile = valueOption("practice", "", "FILE");
    const QCommandLineOption version(QStringLiteral("version"));
    const QCommandLineOption help(QStringList{QStringLiteral("h"), QStringLiteral("help")});
    parser.addOptions({json, explain, practiceFile, version, help});
    if (!parser.parse(QCoreApplication::arguments()))
        return complain(parser.errorText() + QStringLiteral(" See --help."), ExitCode::Usage);
    if (parser.isSet(help) || parser.isSet(version)) {
        QTextStream(stdout) << (parser.isSet(help) ? helpText()
                                                   : QStringLiteral("handbell-guard %1, rules %2\n")
                                                         .arg(QStringLiteral(HANDBELL_VERSION))
                                                         .arg(guard::rulesVersion));
        return static_cast<int>(ExitCode::Ok);
    }
    if (!parser.positionalArguments().isEmpty())
        return complain(QStringLiteral("messages come on standard input: handbell-guard < FILE. See --help."),
                        ExitCode::Usage);
    guard::PracticeData practice;
    if (parser.isSet(practiceFile)) {
        QFile file(parser.value(practiceFile));
        if (!file.open(QIODevice::ReadOnly))
            return complain(QStringLiteral("cannot read %1: %2").arg(file.fileName(), file.errorString()),
                            ExitCode::Usage);
        auto read = readPracticeFile(file.readAll());
        if (!read)
            return complain(QStringLiteral("%1: %2").arg(file.fileName(), read.error().detail),
                            ExitCode::Usage);
        practice = *std::move(read);
    }
    return checkLines(guard::Guard(practice, {}), parser.isSet(json), parser.isSet(explain));
}
