// SPDX-License-Identifier: Apache-2.0
#include "protocol/Fields.h"

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

bool readValue(const QJsonValue &json, QString &value, const Bounds &bounds)
{
    if (!json.isString())
        return false;
    QString read = json.toString();
    if (read.size() > bounds.length.units)
        return false;
    value = std::move(read);
    return true;
}

bool readValue(const QJsonValue &json, bool &value, const Bounds &)
{
    if (!json.isBool())
        return false;
    value = json.toBool();
    return true;
}

bool readValue(const QJsonValue &json, int &value, const Bounds &)
{
    const auto number = wholeNumber(json);
    if (!number || *number < std::numeric_limits<int>::min() || *number > std::numeric_limits<int>::max())
        return false;
    value = static_cast<int>(*number);
    return true;
}

bool readValue(const QJsonValue &json, qint64 &value, const Bounds &)
{
    const auto number = wholeNumber(json);
    if (number)
        value = *number;
    return number.has_value();
}

bool readValue(const QJsonValue &json, QJsonObject &value, const Bounds &)
{
    if (!json.isObject())
        return false;
    value = json.toObject();
    return true;
}

bool readValue(const QJsonValue &json, Bytes &value, const Bounds &bounds)
{
    if (!json.isString())
        return false;
    const QByteArray text = json.toString().toUtf8();
    if (text.size() > bounds.length.units)
        return false;
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::Base64UrlEncoding |
                                                                  QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return false;
    value.value = *decoded;
    return true;
}

bool readValue(const QJsonValue &json, WallTime &value, const Bounds &)
{
    const auto number = wholeNumber(json);
    if (!number)
        return false;
    value = WallTime(std::chrono::milliseconds(*number));
    return true;
}

void FieldReader::fail(const char *name, const char *what)
{
    if (!m_error)
        m_error = Error{ErrorCode::InvalidField,
                        QStringLiteral("\"%1\" %2").arg(QLatin1String(name), QLatin1String(what))};
}

} // namespace handbell::protocol
