// SPDX-License-Identifier: Apache-2.0
#include "protocol/Fields.h"

#include <QStringList>

#include <cmath>
#include <limits>

namespace handbell::protocol {

std::optional<qint64> wholeNumber(const QJsonValue &json)
{
    // RFC 8259 section 6: integers up to 2^53 are exchanged exactly by every implementation.
    constexpr double largest = 9'007'199'254'740'992.0;
    if (!json.isDouble())
        return std::nullopt;
    const double number = json.toDouble();
    if (!(std::abs(number) <= largest) || std::trunc(number) != number)
        return std::nullopt;
    return static_cast<qint64>(number);
}

namespace {

Fault fault(const char *what)
{
    return {{}, QString::fromLatin1(what)};
}

} // namespace

Fault within(QLatin1String name, Fault fault)
{
    if (!fault.path.isEmpty() && !fault.path.startsWith(u'['))
        fault.path.prepend(u'.');
    fault.path.prepend(name);
    return fault;
}

Fault within(qsizetype index, Fault fault)
{
    if (!fault.path.isEmpty() && !fault.path.startsWith(u'['))
        fault.path.prepend(u'.');
    fault.path.prepend(QStringLiteral("[%1]").arg(index));
    return fault;
}

Error errorOf(const Fault &fault)
{
    return {ErrorCode::InvalidField, QStringLiteral("\"%1\" %2").arg(fault.path, fault.what)};
}

Fault notOneOf(const std::vector<QLatin1String> &names)
{
    QStringList allowed;
    for (const QLatin1String name : names)
        allowed.append(QString(name));
    return {{}, QStringLiteral("is not one of ") + allowed.join(QStringLiteral(", "))};
}

Fault tooMany(qsizetype most)
{
    return {{}, QStringLiteral("holds more than %1 entries").arg(most)};
}

MaybeFault readValue(const QJsonValue &json, QString &value, const Bounds &bounds)
{
    if (!json.isString())
        return fault("is not a text");
    QString read = json.toString();
    if (read.size() > bounds.length.units)
        return Fault{{}, QStringLiteral("has more than %1 UTF-16 units").arg(bounds.length.units)};
    value = std::move(read);
    return std::nullopt;
}

MaybeFault readValue(const QJsonValue &json, bool &value, const Bounds &)
{
    if (!json.isBool())
        return fault("is not true or false");
    value = json.toBool();
    return std::nullopt;
}

MaybeFault readValue(const QJsonValue &json, int &value, const Bounds &)
{
    const auto number = wholeNumber(json);
    if (!number || *number < std::numeric_limits<int>::min() || *number > std::numeric_limits<int>::max())
        return fault("is not a whole number of at most 32 bits");
    value = static_cast<int>(*number);
    return std::nullopt;
}

MaybeFault readValue(const QJsonValue &json, qint64 &value, const Bounds &)
{
    const auto number = wholeNumber(json);
    if (!number)
        return fault("is not a whole number");
    value = *number;
    return std::nullopt;
}

MaybeFault readIdValue(const QJsonValue &json, qint64 &value)
{
    const auto number = wholeNumber(json);
    if (!number || *number < 0)
        return fault("is not a whole number from 0");
    value = *number;
    return std::nullopt;
}

MaybeFault readValue(const QJsonValue &json, QJsonObject &value, const Bounds &)
{
    if (!json.isObject())
        return fault("is not an object");
    value = json.toObject();
    return std::nullopt;
}

MaybeFault readValue(const QJsonValue &json, Bytes &value, const Bounds &bounds)
{
    constexpr QByteArray::Base64Options form = QByteArray::Base64UrlEncoding |
                                               QByteArray::OmitTrailingEquals |
                                               QByteArray::AbortOnBase64DecodingErrors;
    if (!json.isString())
        return fault("is not a text of unpadded base64url");
    const QByteArray text = json.toString().toUtf8();
    if (text.size() > bounds.length.units)
        return Fault{{}, QStringLiteral("has more than %1 letters").arg(bounds.length.units)};
    const auto decoded = QByteArray::fromBase64Encoding(text, form);
    // One way to write each value: what a decoder is lenient about (padding, stray bits) is refused.
    if (!decoded || (*decoded).toBase64(form) != text)
        return fault("is not unpadded base64url");
    value.value = *decoded;
    return std::nullopt;
}

MaybeFault readValue(const QJsonValue &json, WallTime &value, const Bounds &)
{
    const auto number = wholeNumber(json);
    if (!number)
        return fault("is not a whole number of milliseconds");
    value = WallTime(std::chrono::milliseconds(*number));
    return std::nullopt;
}

void FieldReader::fail(const char *name, Fault fault)
{
    if (!m_fault)
        m_fault = within(QLatin1String(name), std::move(fault));
}

} // namespace handbell::protocol
