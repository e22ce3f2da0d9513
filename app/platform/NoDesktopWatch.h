// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/DesktopWatch.h"

namespace handbell::platform {

//! For desktops that tell nothing.
class NoDesktopWatch final : public DesktopWatch
{
public:
    [[nodiscard]] Use use() override { return {}; }
};

} // namespace handbell::platform
