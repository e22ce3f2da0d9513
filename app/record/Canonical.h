// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Ids.h"

#include <QByteArray>
#include <QByteArrayView>

namespace handbell::record {

inline constexpr qsizetype saltSize = 16;
inline constexpr qsizetype nonceSize = 16;
inline constexpr qsizetype epochSize = 16;

//! An event as it lies in the table: what the hash covers, byte for byte.
struct StoredEvent
{
    Seq seq;
    WallTime at{};
    MemberId actor;
    WorkstationId workstation;
    QByteArray scope; //!< UTF-8, as are kind and payload
    QByteArray kind;
    QByteArray payload;    //!< compact JSON
    QByteArray textDigest; //!< 32 bytes, or empty where there is no text
    QByteArray previousHash;

    friend bool operator==(const StoredEvent &, const StoredEvent &) = default;
};

//! What the first event names as the one before it: 32 zero bytes.
[[nodiscard]] QByteArray genesisHash();
//! The bytes that are hashed, version 1; README.md says how they are put together.
[[nodiscard]] QByteArray canonicalForm(const StoredEvent &event);
[[nodiscard]] QByteArray hashOf(const StoredEvent &event);
//! SHA-256(salt ‖ body).
[[nodiscard]] QByteArray textDigest(QByteArrayView salt, QByteArrayView body);
//! \a value as 8 bytes, big endian, two's complement.
[[nodiscard]] QByteArray bigEndian(qint64 value);
[[nodiscard]] QByteArray bigEndian(WallTime value);

} // namespace handbell::record
