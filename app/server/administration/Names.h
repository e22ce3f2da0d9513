// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QString>
#include <QStringView>

namespace handbell::administration {

//! What a name is for: it decides how long it may be. The limits are those of the protocol's entities.
enum class NameKind { Practice, Member, Role, Room, Workstation, Group, AlertText };

//! The most UTF-16 units a name of \a kind may have.
[[nodiscard]] qsizetype maxNameLength(NameKind kind);

//! \a typed as it will stand in the record: composed (NFC), without white space at its ends, one space where
//! there were several. InvalidArgument where nothing is left, it is too long, or it holds what a reader
//! cannot see or what would turn the line around: control characters, line breaks, bidirectional marks and
//! overrides, zero-width and private-use characters, lone surrogates.
[[nodiscard]] Result<QString> acceptName(NameKind kind, const QString &typed);

//! \a name as names are compared: "Front Desk", "front desk" and "Ｆｒｏｎｔ desk" are one (NFKC,
//! case-folded).
[[nodiscard]] QString foldedName(QStringView name);

} // namespace handbell::administration
