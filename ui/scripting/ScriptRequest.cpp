// SPDX-License-Identifier: Apache-2.0
#include "ui/scripting/ScriptRequest.h"

#include <QJsonDocument>

#include <array>

namespace handbell::ui {

namespace {

Error wrong(const QString &why)
{
    return {ErrorCode::InvalidArgument, why};
}

//! One option of a command and where its value goes.
struct Option
{
    const char *name;
    std::optional<QString> ScriptRequest::*value;
    qsizetype longest;
};

constexpr std::array<Option, 3> alertOptions{{{"--to", &ScriptRequest::to, 120},
                                              {"--template", &ScriptRequest::alertTemplate, 40},
                                              {"--note", &ScriptRequest::note, 120}}};
constexpr std::array<Option, 1> statusOptions{{{"--until", &ScriptRequest::untilTime, 5}}};

template <size_t N>
const Option *optionNamed(const std::array<Option, N> &options, const QString &name)
{
    for (const Option &option : options) {
        if (name == QLatin1String(option.name))
            return &option;
    }
    return nullptr;
}

} // namespace

bool ScriptRequest::isVerb(const QString &word)
{
    return word == QLatin1String(alertVerb) || word == QLatin1String(statusVerb) ||
           word == QLatin1String(whoVerb);
}

Result<ScriptRequest> ScriptRequest::parse(const QStringList &words)
{
    Q_ASSERT(!words.isEmpty() && isVerb(words.front()));
    ScriptRequest request;
    request.verb = words.front();
    const bool alert = request.verb == QLatin1String(alertVerb);
    const bool status = request.verb == QLatin1String(statusVerb);
    for (qsizetype i = 1; i < words.size(); ++i) {
        const QString &word = words[i];
        const Option *option = alert    ? optionNamed(alertOptions, word)
                               : status ? optionNamed(statusOptions, word)
                                        : nullptr;
        const bool wait = alert && word == QLatin1String("--wait");
        if (option || wait) {
            if (++i == words.size())
                return wrong(QStringLiteral("%1 needs a value").arg(word));
        }
        if (wait) {
            bool ok = false;
            request.waitSeconds = words[i].toInt(&ok);
            if (!ok || *request.waitSeconds < 1 || *request.waitSeconds > longestWait)
                return wrong(QStringLiteral("--wait takes seconds, 1 to %1").arg(longestWait));
        } else if (option) {
            if (words[i].isEmpty() || words[i].size() > option->longest)
                return wrong(QStringLiteral("%1 takes 1 to %2 characters").arg(word).arg(option->longest));
            request.*(option->value) = words[i];
        } else if (status && !request.state && !word.startsWith(QLatin1Char('-'))) {
            request.state = word.left(20);
        } else {
            return wrong(QStringLiteral("%1 does not take \"%2\"").arg(request.verb, word.left(40)));
        }
    }
    if (alert && (!request.to || !request.alertTemplate))
        return wrong(QStringLiteral("alert needs --to and --template"));
    if (request.untilTime && !request.state)
        return wrong(QStringLiteral("--until needs a state"));
    return request;
}

QByteArray ScriptAnswer::toJson() const
{
    return QJsonDocument(QJsonObject{{QStringLiteral("exit"), static_cast<int>(exit)},
                                     {QStringLiteral("text"), text},
                                     {QStringLiteral("json"), json}})
        .toJson(QJsonDocument::Compact);
}

std::optional<ScriptAnswer> ScriptAnswer::fromJson(const QByteArray &line)
{
    const QJsonObject answer = QJsonDocument::fromJson(line).object();
    const int exit = answer.value(QLatin1String("exit")).toInt(-1);
    if (exit < static_cast<int>(ScriptExit::Done) || exit > static_cast<int>(ScriptExit::Nobody))
        return std::nullopt;
    return ScriptAnswer{static_cast<ScriptExit>(exit), answer.value(QLatin1String("text")).toString(),
                        answer.value(QLatin1String("json")).toObject()};
}

} // namespace handbell::ui
