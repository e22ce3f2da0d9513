// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <chrono>
#include <memory>

namespace handbell::platform {

//! Tells how this desktop session is used. Asking is cheap, and nothing is known between two questions. GUI
//! thread only.
class DesktopWatch
{
public:
    struct Use
    {
        //! The session is locked, or its screen saver hides the screen.
        bool locked = false;
        //! A window of another program fills a screen, or the system says that somebody presents.
        bool presented = false;
        //! Since anybody touched keyboard or mouse, in whatever program.
        std::chrono::milliseconds idle{0};

        friend bool operator==(const Use &, const Use &) = default;
    };

    DesktopWatch() = default;
    virtual ~DesktopWatch() = default;
    Q_DISABLE_COPY_MOVE(DesktopWatch)

    //! Windows and X11; elsewhere (Wayland, macOS) one that never sees anything.
    [[nodiscard]] static std::unique_ptr<DesktopWatch> make();

    [[nodiscard]] virtual Use use() = 0;
};

} // namespace handbell::platform
