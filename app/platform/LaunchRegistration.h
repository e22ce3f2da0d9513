// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QString>

#include <memory>

namespace handbell::platform {

//! What the desktop knows of this program: that it starts when somebody logs on, and that it opens
//! handbell:// links. For the current user alone; needs no rights. GUI thread only.
class LaunchRegistration
{
public:
    virtual ~LaunchRegistration() = default;

    //! For \a program (an absolute path): desktop entries where XDG's rules hold, the registry on Windows. On
    //! other systems every change answers NotPermitted.
    [[nodiscard]] static std::unique_ptr<LaunchRegistration> make(const QString &program);

    [[nodiscard]] virtual bool startsAtLogOn() const = 0;
    [[nodiscard]] virtual Result<void> startAtLogOn() = 0;
    [[nodiscard]] virtual Result<void> doNotStartAtLogOn() = 0;
    //! Makes handbell:// links open here, unless they do already.
    [[nodiscard]] virtual Result<void> openLinks() = 0;
};

} // namespace handbell::platform
