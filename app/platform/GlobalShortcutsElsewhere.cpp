// SPDX-License-Identifier: Apache-2.0
#include "platform/NoGlobalShortcuts.h"

namespace handbell::platform {

std::unique_ptr<GlobalShortcuts> GlobalShortcuts::make()
{
    return std::make_unique<NoGlobalShortcuts>();
}

} // namespace handbell::platform
