// SPDX-License-Identifier: Apache-2.0
#include "protocol/StrictJson.h"

#include <QJsonDocument>

namespace handbell::protocol {

namespace {

//! The path of the first member of \a given that \a understood lacks; empty where there is none.
QString findStray(const QJsonValue &given, const QJsonValue &understood, const QString &path)
{
    if (given.isArray()) {
        const QJsonArray items = given.toArray();
        const QJsonArray known = understood.toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            const QString stray =
                findStray(items.at(i), known.at(i), QStringLiteral("%1[%2]").arg(path).arg(i));
            if (!stray.isEmpty())
                return stray;
        }
        return {};
    }
    const QJsonObject members = given.toObject();
    const QJsonObject known = understood.toObject();
    for (auto member = members.begin(); member != members.end(); ++member) {
        const QString here = path.isEmpty() ? member.key() : path + QLatin1Char('.') + member.key();
        if (member.value().isNull())
            continue;
        if (!known.contains(member.key()))
            return here;
        const QString stray = findStray(member.value(), known.value(member.key()), here);
        if (!stray.isEmpty())
            return stray;
    }
    return {};
}

} // namespace

Result<QJsonObject> parseObject(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line = text.left(error.offset).count('\n') + 1;
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("this is not JSON: %1 on line %2").arg(error.errorString()).arg(line)};
    }
    if (!document.isObject())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("the file must hold one JSON object")};
    return document.object();
}

Result<void> refuseStrays(const QJsonObject &given, const QJsonObject &understood)
{
    const QString stray = findStray(given, understood, {});
    if (stray.isEmpty())
        return {};
    return Error{ErrorCode::InvalidArgument,
                 QStringLiteral("\"%1\" means nothing here: correct or remove it").arg(stray)};
}

} // namespace handbell::protocol
