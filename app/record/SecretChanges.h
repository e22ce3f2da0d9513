// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to this library: how secrets change. No call opens a transaction of its own.

#include "protocol/Events.h"
#include "record/Secrets.h"

namespace handbell::record {

inline constexpr qsizetype tokenDigestSize = 32;

//! InvalidArgument where \a change cannot be kept.
[[nodiscard]] Result<void> checkSecretChange(const SecretChange &change);
[[nodiscard]] Result<void> keepSecretChange(storage::Database &database, const SecretChange &change,
                                            WallTime at);
//! Ends the tokens and passwords that \a event takes away.
[[nodiscard]] Result<void> endSecretsAfter(storage::Database &database, const protocol::Event &event);

} // namespace handbell::record
