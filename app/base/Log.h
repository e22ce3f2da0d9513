// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace handbell {

// One category a library. A log line holds ids, counts and codes: never text, a name, a token or a bound SQL
// value.
Q_DECLARE_LOGGING_CATEGORY(logServer)
Q_DECLARE_LOGGING_CATEGORY(logRecord)
Q_DECLARE_LOGGING_CATEGORY(logStorage)
Q_DECLARE_LOGGING_CATEGORY(logTransport)
Q_DECLARE_LOGGING_CATEGORY(logClient)
Q_DECLARE_LOGGING_CATEGORY(logPlatform)
Q_DECLARE_LOGGING_CATEGORY(logUi)
//! Milestones of an alert's way, and of the start, with monotonic microseconds, off unless handbell.timing is enabled.
Q_DECLARE_LOGGING_CATEGORY(logTiming)

} // namespace handbell
