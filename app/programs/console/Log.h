// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace handbell::programs {

//! Sends the log to standard error from here on, one line each:
//!     2026-11-24T10:41:02.113Z info handbell.server listening
//! Lines come whole from any thread.
void logToStandardError();

} // namespace handbell::programs
