// SPDX-License-Identifier: Apache-2.0
#include "platform/NoDesktopWatch.h"

namespace handbell::platform {

std::unique_ptr<DesktopWatch> DesktopWatch::make()
{
    return std::make_unique<NoDesktopWatch>();
}

} // namespace handbell::platform
