// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QString>

namespace handbell::test {

//! How many users of a practice made for load are members; those after them are enrolled PCs with nobody
//! signed in. A practice has at most a few hundred members.
inline constexpr int mostLoadMembers = 500;

//! Fills the new directory \a path with a practice for load: users 1 to \a clients, the first \a group of
//! them in one group. The token of user i is SHA-256 of "ui:pi", so that a load driver needs no list.
//! Gives what the driver's HandbellAdapter calls the room. InvalidArgument where the numbers make no sense,
//! otherwise errors of the directory and the record.
[[nodiscard]] Result<QString> prepareLoadPractice(const QString &path, int clients, int group);

} // namespace handbell::test
