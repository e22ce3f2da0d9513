// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Ids.h"
#include "base/Result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <algorithm>
#include <array>
#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

// How a struct becomes JSON and back from one list of its members. A struct describes itself once:
//
//     struct Ping {
//         Nonce nonce;
//         template <class Self, class Visitor>
//         static void fields(Self &self, Visitor &visit) { visit.required("nonce", self.nonce); }
//     };
//
// and toJson()/fromJson() below do the rest. Members the reader does not know are ignored, so that an older
// client understands a newer server; a member that is missing, of the wrong type or out of bounds is
// InvalidField by its path.

namespace handbell::protocol {

//! The most UTF-16 units a string member may have.
struct MaxLength
{
    qsizetype units = 256;
};
//! The most entries a list member may have.
struct MaxCount
{
    qsizetype entries = 1000;
};

//! The most UTF-16 units of a message; long enough for a handover, short enough for a screen.
inline constexpr MaxLength maxMessageText{4000};
//! The most UTF-16 units of an alert's short free text: it must be read at a glance.
inline constexpr MaxLength maxAlertText{120};

//! Wire names of an enum: specialise with `static constexpr std::array names{std::pair{Enum::X, "x"}, …}`.
template <class Enum>
struct EnumNames;

template <class Enum>
concept NamedEnum = std::is_enum_v<Enum> && requires
{
    EnumNames<Enum>::names;
};

//! The wire name of \a value; empty only for a value outside the enum.
template <NamedEnum Enum>
[[nodiscard]] QLatin1String enumName(Enum value)
{
    for (const auto &[known, name] : EnumNames<Enum>::names) {
        if (known == value)
            return QLatin1String(name);
    }
    return {};
}

//! The value named \a name, or nothing.
template <NamedEnum Enum>
[[nodiscard]] std::optional<Enum> enumFromName(QStringView name)
{
    for (const auto &[value, known] : EnumNames<Enum>::names) {
        if (name == QLatin1String(known))
            return value;
    }
    return std::nullopt;
}

//! Bytes that travel as unpadded base64url: nonces, digests, tokens, codes.
struct Bytes
{
    QByteArray value;

    friend bool operator==(const Bytes &, const Bytes &) = default;
    friend auto operator<=>(const Bytes &left, const Bytes &right)
    {
        return left.value.compare(right.value) <=> 0;
    }
};

class FieldReader;
class FieldWriter;

template <class T>
concept Described = requires(T &object, FieldReader &reader)
{
    T::fields(object, reader);
};

template <Described T>
[[nodiscard]] QJsonObject toJson(const T &object);
template <Described T>
[[nodiscard]] Result<T> fromJson(const QJsonObject &json);

// --- Values to JSON ---

inline QJsonValue writeValue(const QString &value)
{
    return value;
}
inline QJsonValue writeValue(bool value)
{
    return value;
}
inline QJsonValue writeValue(int value)
{
    return value;
}
inline QJsonValue writeValue(qint64 value)
{
    return value;
}
inline QJsonValue writeValue(const QJsonObject &value)
{
    return value;
}
inline QJsonValue writeValue(const Bytes &value)
{
    return QString::fromLatin1(
        value.value.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}
inline QJsonValue writeValue(WallTime value)
{
    return qint64{value.time_since_epoch().count()};
}
template <class Tag>
QJsonValue writeValue(Id<Tag> value)
{
    return value.value;
}
template <NamedEnum Enum>
QJsonValue writeValue(Enum value)
{
    return QString(enumName(value));
}
template <Described T>
QJsonValue writeValue(const T &value)
{
    return toJson(value);
}
template <class T>
QJsonValue writeValue(const std::vector<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(writeValue(value));
    return array;
}

// --- JSON to values: nothing where the value was read, otherwise what is wrong with it ---

//! Why a value could not be read: where inside it, and what is wrong there. Made of names and bounds of ours
//! alone, never of what stood there.
struct Fault
{
    QString path; //!< "role", "[2].kind"; empty for the value itself
    QString what; //!< "is missing", "is not a text"
};
using MaybeFault = std::optional<Fault>;

//! \a fault as seen from the object whose member \a name it was found in.
[[nodiscard]] Fault within(QLatin1String name, Fault fault);
//! \a fault as seen from the list it was found in, at \a index.
[[nodiscard]] Fault within(qsizetype index, Fault fault);
//! \a fault as it is said: InvalidField, with the path and what is wrong.
[[nodiscard]] Error errorOf(const Fault &fault);

//! The whole number \a json holds, if it is one that JSON carries exactly (magnitude up to 2^53).
[[nodiscard]] std::optional<qint64> wholeNumber(const QJsonValue &json);

struct Bounds
{
    MaxLength length;
    MaxCount count;
};

[[nodiscard]] MaybeFault readValue(const QJsonValue &json, QString &value, const Bounds &bounds);
[[nodiscard]] MaybeFault readValue(const QJsonValue &json, bool &value, const Bounds &bounds);
[[nodiscard]] MaybeFault readValue(const QJsonValue &json, int &value, const Bounds &bounds);
[[nodiscard]] MaybeFault readValue(const QJsonValue &json, qint64 &value, const Bounds &bounds);
[[nodiscard]] MaybeFault readValue(const QJsonValue &json, QJsonObject &value, const Bounds &bounds);
//! Padding, the letters of ordinary base64 and bits that mean nothing are refused.
[[nodiscard]] MaybeFault readValue(const QJsonValue &json, Bytes &value, const Bounds &bounds);
[[nodiscard]] MaybeFault readValue(const QJsonValue &json, WallTime &value, const Bounds &bounds);
//! The whole number from 0 that names a thing.
[[nodiscard]] MaybeFault readIdValue(const QJsonValue &json, qint64 &value);
//! "is not one of …".
[[nodiscard]] Fault notOneOf(const std::vector<QLatin1String> &names);
[[nodiscard]] Fault tooMany(qsizetype most);

template <class Tag>
[[nodiscard]] MaybeFault readValue(const QJsonValue &json, Id<Tag> &value, const Bounds &)
{
    qint64 number = 0;
    MaybeFault fault = readIdValue(json, number);
    if (!fault)
        value = Id<Tag>(number);
    return fault;
}
template <NamedEnum Enum>
[[nodiscard]] MaybeFault readValue(const QJsonValue &json, Enum &value, const Bounds &)
{
    const auto known = json.isString() ? enumFromName<Enum>(json.toString()) : std::nullopt;
    if (!known) {
        std::vector<QLatin1String> allowed;
        for (const auto &[other, name] : EnumNames<Enum>::names)
            allowed.push_back(QLatin1String(name));
        return notOneOf(allowed);
    }
    value = *known;
    return std::nullopt;
}
template <Described T>
[[nodiscard]] MaybeFault readObject(const QJsonObject &json, T &value);
template <Described T>
[[nodiscard]] MaybeFault readValue(const QJsonValue &json, T &value, const Bounds &)
{
    if (!json.isObject())
        return Fault{{}, QStringLiteral("is not an object")};
    return readObject(json.toObject(), value);
}
template <class T>
[[nodiscard]] MaybeFault readValue(const QJsonValue &json, std::vector<T> &values, const Bounds &bounds)
{
    if (!json.isArray())
        return Fault{{}, QStringLiteral("is not a list")};
    const QJsonArray array = json.toArray();
    if (array.size() > bounds.count.entries)
        return tooMany(bounds.count.entries);
    std::vector<T> read(static_cast<size_t>(array.size()));
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (auto fault = readValue(array.at(i), read[static_cast<size_t>(i)], bounds))
            return within(i, *std::move(fault));
    }
    values = std::move(read);
    return std::nullopt;
}

//! Writes members into an object; absent optionals are left out.
class FieldWriter
{
public:
    template <class T, class... Limits>
    void required(const char *name, const T &value, Limits...)
    {
        m_object.insert(QLatin1String(name), writeValue(value));
    }
    template <class T, class... Limits>
    void optional(const char *name, const std::optional<T> &value, Limits...)
    {
        if (value)
            m_object.insert(QLatin1String(name), writeValue(*value));
    }
    [[nodiscard]] QJsonObject take() { return std::exchange(m_object, {}); }

private:
    QJsonObject m_object;
};

//! Reads members from an object and remembers the first that was wrong.
class FieldReader
{
public:
    explicit FieldReader(const QJsonObject &object)
        : m_object(object)
    {
    }

    template <class T, class... Limits>
    void required(const char *name, T &value, Limits... limits)
    {
        const QJsonValue json = m_object.value(QLatin1String(name));
        if (json.isUndefined() || json.isNull())
            fail(name, Fault{{}, QStringLiteral("is missing")});
        else if (auto fault = readValue(json, value, bounds(limits...)))
            fail(name, *std::move(fault));
    }
    template <class T, class... Limits>
    void optional(const char *name, std::optional<T> &value, Limits... limits)
    {
        const QJsonValue json = m_object.value(QLatin1String(name));
        if (json.isUndefined() || json.isNull()) {
            value.reset();
            return;
        }
        T read{};
        if (auto fault = readValue(json, read, bounds(limits...)))
            fail(name, *std::move(fault));
        else
            value = std::move(read);
    }
    [[nodiscard]] const MaybeFault &fault() const { return m_fault; }

private:
    static Bounds bounds() { return {}; }
    static Bounds bounds(MaxLength length) { return {length, {}}; }
    static Bounds bounds(MaxCount count) { return {{}, count}; }
    static Bounds bounds(MaxLength length, MaxCount count) { return {length, count}; }

    void fail(const char *name, Fault fault);

    const QJsonObject &m_object;
    MaybeFault m_fault;
};

template <Described T>
QJsonObject toJson(const T &object)
{
    FieldWriter writer;
    T::fields(object, writer);
    return writer.take();
}

template <Described T>
MaybeFault readObject(const QJsonObject &json, T &value)
{
    T object{};
    FieldReader reader(json);
    T::fields(object, reader);
    if (!reader.fault())
        value = std::move(object);
    return reader.fault();
}

template <Described T>
Result<T> fromJson(const QJsonObject &json)
{
    T object{};
    if (const auto fault = readObject(json, object))
        return errorOf(*fault);
    return object;
}

} // namespace handbell::protocol
