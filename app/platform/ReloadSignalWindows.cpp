// SPDX-License-Identifier: Apache-2.0
#include "platform/ReloadSignal.h"

namespace handbell::platform {

struct ReloadSignal::Private
{
};

Result<std::unique_ptr<ReloadSignal>> ReloadSignal::install()
{
    return std::unique_ptr<ReloadSignal>(new ReloadSignal(std::make_unique<Private>()));
}

ReloadSignal::ReloadSignal(std::unique_ptr<Private> data)
    : m_d(std::move(data))
{
}

ReloadSignal::~ReloadSignal() = default;

} // namespace handbell::platform
