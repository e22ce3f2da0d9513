// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>

namespace handbell::crypto {

//! Bytes in a SHA-256 digest.
inline constexpr qsizetype sha256Size = 32;

//! SHA-256 of \a data, 32 raw bytes. Callable from any thread.
[[nodiscard]] QByteArray sha256(QByteArrayView data);
//! SHA-256 of the \a parts one after another, without joining them first, for example salt ‖ body.
[[nodiscard]] QByteArray sha256OfParts(std::initializer_list<QByteArrayView> parts);

//! Whether both hold the same bytes, in a time that depends on their length alone. Different lengths are
//! unequal.
[[nodiscard]] bool equalConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace handbell::crypto
