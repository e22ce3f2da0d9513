// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QString>

namespace handbell::programs {

//! Copies \a from to the new file \a to, which nobody but its owner can read at any moment. IoError.
[[nodiscard]] Result<void> copyPrivately(const QString &from, const QString &to);

} // namespace handbell::programs
