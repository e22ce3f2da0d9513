// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace handbell::platform {

//! What tells this signed-in desktop session from every other on the machine, terminal servers included: the
//! user and the session. Opaque, the same for all programs of the session, safe in a log.
[[nodiscard]] QString desktopSessionKey();

//! Lets the process \a pid bring its window to the front, where the system asks for leave (Windows).
void yieldForegroundTo(qint64 pid);

} // namespace handbell::platform
