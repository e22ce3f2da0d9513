// SPDX-License-Identifier: Apache-2.0
#include "platform/TaskBar.h"

namespace handbell::platform {

void keepOffTaskBar(WId) {}

} // namespace handbell::platform
