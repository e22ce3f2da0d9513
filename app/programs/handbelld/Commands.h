// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "programs/console/CommandLine.h"

namespace handbell::programs {

[[nodiscard]] Command initCommand();
//! Needs a QCoreApplication; returns when the process was asked to stop.
[[nodiscard]] Command serveCommand();
[[nodiscard]] Command backupCommand();
//! Puts a backup in the place of the record, as a new life of it (Record::startNewEpoch).
[[nodiscard]] Command restoreCommand();

} // namespace handbell::programs
