// SPDX-License-Identifier: Apache-2.0
#include "base/Log.h"

namespace handbell {

Q_LOGGING_CATEGORY(logServer, "handbell.server", QtInfoMsg)
Q_LOGGING_CATEGORY(logRecord, "handbell.record", QtInfoMsg)
Q_LOGGING_CATEGORY(logStorage, "handbell.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(logTransport, "handbell.transport", QtInfoMsg)
Q_LOGGING_CATEGORY(logClient, "handbell.client", QtInfoMsg)
Q_LOGGING_CATEGORY(logPlatform, "handbell.platform", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "handbell.ui", QtInfoMsg)
Q_LOGGING_CATEGORY(logTiming, "handbell.timing", QtWarningMsg)

} // namespace handbell
