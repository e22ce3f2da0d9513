// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Log.h"
#include "platform/GlobalShortcuts.h"

namespace handbell::platform {

//! Where the system gives no program the keys of another.
class NoGlobalShortcuts final : public GlobalShortcuts
{
    Q_OBJECT

public:
    NoGlobalShortcuts()
    {
        qCInfo(logPlatform)
            << "no global shortcuts on this desktop: answer alerts with a click, or in the window";
    }

    Result<void> hold(const GlobalShortcut &) override { return ErrorCode::NotPermitted; }
    void release(const GlobalShortcut &) override {}
};

} // namespace handbell::platform
