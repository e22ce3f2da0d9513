// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/ScreenChoice.h"

#include "platform/WorkArea.h"

#include <QGuiApplication>
#include <QScreen>

#include <algorithm>

namespace handbell::ui {

namespace {

//! The serial number makes a screen the same one on another socket; without one the socket has to do.
QString screenKey(const QScreen &screen)
{
    const QString serial = screen.serialNumber();
    return screen.model() + QLatin1Char('/') + (serial.isEmpty() ? screen.name() : serial);
}

} // namespace

size_t chosenScreen(const ScreenChoice &choice, const std::vector<DesktopScreen> &screens,
                    const QPoint &pointer, const std::optional<QRect> &standing)
{
    const auto indexOf = [&](const auto &fits) {
        const auto found = std::find_if(screens.begin(), screens.end(), fits);
        return found == screens.end() ? std::nullopt : std::optional(size_t(found - screens.begin()));
    };
    const auto at = [&](const QPoint &point) {
        return indexOf([&](const DesktopScreen &screen) { return screen.geometry.contains(point); });
    };
    std::optional<size_t> chosen;
    switch (choice.kind) {
    case ScreenChoice::Kind::Main:
        break;
    case ScreenChoice::Kind::Pointer:
        if (standing)
            chosen = at(standing->center());
        if (!chosen)
            chosen = at(pointer);
        break;
    case ScreenChoice::Kind::Named:
        chosen = indexOf([&](const DesktopScreen &screen) { return screen.key == choice.key; });
        break;
    }
    return chosen.value_or(0);
}

std::vector<DesktopScreen> desktopScreens()
{
    std::vector<DesktopScreen> screens;
    const QScreen *main = QGuiApplication::primaryScreen();
    const auto all = QGuiApplication::screens();
    for (const QScreen *screen : all) {
        const QString model = screen->model().isEmpty() ? screen->name() : screen->model();
        const DesktopScreen found{screenKey(*screen), model, screen->geometry(), platform::workArea(*screen)};
        screens.insert(screen == main ? screens.begin() : screens.end(), found);
    }
    return screens;
}

} // namespace handbell::ui
