// SPDX-License-Identifier: Apache-2.0
#include "platform/LaunchRegistration.h"

namespace handbell::platform {

namespace {

//! Here the bundle or the installer registers the program; nothing can be changed from inside.
class NoLaunchRegistration final : public LaunchRegistration
{
public:
    bool startsAtLogOn() const override { return false; }
    Result<void> startAtLogOn() override { return ErrorCode::NotPermitted; }
    Result<void> doNotStartAtLogOn() override { return ErrorCode::NotPermitted; }
    Result<void> openLinks() override { return ErrorCode::NotPermitted; }
};

} // namespace

std::unique_ptr<LaunchRegistration> LaunchRegistration::make(const QString &)
{
    return std::make_unique<NoLaunchRegistration>();
}

} // namespace handbell::platform
