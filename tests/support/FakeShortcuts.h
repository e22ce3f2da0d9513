// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/GlobalShortcuts.h"

#include <set>

namespace handbell::testing {

//! Gives every key but those another program has.
class FakeShortcuts : public platform::GlobalShortcuts
{
public:
    using platform::GlobalShortcuts::GlobalShortcuts;

    Result<void> hold(const platform::GlobalShortcut &shortcut) override
    {
        if (taken.contains(shortcut))
            return ErrorCode::NotPermitted;
        held.insert(shortcut);
        return {};
    }
    void release(const platform::GlobalShortcut &shortcut) override { held.erase(shortcut); }

    std::set<platform::GlobalShortcut> held, taken;
};

} // namespace handbell::testing
