// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Ids.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <concepts>
#include <optional>

namespace handbell::storage {

//! What may be bound to a statement: a whole number, text, bytes or NULL. NULL is written as std::nullopt and
//! never comes from an empty string or byte array, whatever Qt thinks of those.
class Value
{
public:
    Value(std::nullopt_t)
        : m_variant(QMetaType::fromType<qint64>())
    {
    }
    template <std::integral Number>
    Value(Number number)
        : m_variant(static_cast<qint64>(number))
    {
    }
    template <class Tag>
    Value(Id<Tag> id)
        : m_variant(id.value)
    {
    }
    Value(WallTime time)
        : m_variant(static_cast<qint64>(time.time_since_epoch().count()))
    {
    }
    Value(const QString &text)
        : m_variant(text.isNull() ? QStringLiteral("") : text)
    {
    }
    Value(const QByteArray &bytes)
        : m_variant(bytes.isNull() ? QByteArrayLiteral("") : bytes)
    {
    }
    template <class T>
    Value(const std::optional<T> &value)
        : Value(value ? Value(*value) : Value(std::nullopt))
    {
    }

    [[nodiscard]] const QVariant &variant() const { return m_variant; }

private:
    QVariant m_variant;
};

} // namespace handbell::storage
