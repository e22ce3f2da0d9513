// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/CardDesktop.h"

#include <QCursor>
#include <QGuiApplication>
#include <QScreen>

namespace handbell::ui {

ScreensDesktop::ScreensDesktop(QObject *parent)
    : CardDesktop(parent)
{
    const auto screens = QGuiApplication::screens();
    for (QScreen *screen : screens)
        follow(screen);
    connect(qGuiApp, &QGuiApplication::screenAdded, this, [this](QScreen *screen) {
        follow(screen);
        Q_EMIT changed();
    });
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &CardDesktop::changed);
    connect(qGuiApp, &QGuiApplication::primaryScreenChanged, this, &CardDesktop::changed);
}

void ScreensDesktop::follow(QScreen *screen)
{
    connect(screen, &QScreen::geometryChanged, this, &CardDesktop::changed);
    connect(screen, &QScreen::availableGeometryChanged, this, &CardDesktop::changed);
}

void ScreensDesktop::setChoice(const ScreenChoice &choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    Q_EMIT changed();
}

QRect ScreensDesktop::areaFor(const std::optional<QRect> &standing) const
{
    const std::vector<DesktopScreen> screens = desktopScreens();
    return screens.empty() ? QRect()
                           : screens[chosenScreen(m_choice, screens, pointer(), standing)].available;
}

QPoint ScreensDesktop::pointer() const
{
    return QCursor::pos();
}

} // namespace handbell::ui
