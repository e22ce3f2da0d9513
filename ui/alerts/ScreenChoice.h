// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaType>
#include <QPoint>
#include <QRect>
#include <QString>

#include <optional>
#include <vector>

namespace handbell::ui {

//! A screen of this workstation, as cards see it. In device-independent pixels.
struct DesktopScreen
{
    QString key;   //!< tells it from the others, also after it was away
    QString model; //!< as it calls itself, "DELL P2419H"; may be empty
    QRect geometry;
    QRect available; //!< without the task bar
};

//! Which screen somebody wants their alerts on.
struct ScreenChoice
{
    enum class Kind {
        Main,    //!< the one with the notification area
        Pointer, //!< the one the pointer is on when a card comes; a card that stands stays
        Named,   //!< the one of \a key, the main one while it is away
    };

    Kind kind = Kind::Main;
    QString key = {};
    QString name = {}; //!< what the screen of \a key was called when it was chosen

    friend bool operator==(const ScreenChoice &, const ScreenChoice &) = default;
};

//! The screen a card belongs on that stands at \a standing already, or that comes now: an index into
//! \a screens, which are not empty and begin with the main one. A pure function.
[[nodiscard]] size_t chosenScreen(const ScreenChoice &choice, const std::vector<DesktopScreen> &screens,
                                  const QPoint &pointer, const std::optional<QRect> &standing);

//! The screens there are now, the main one first; empty for the moment in which there is none.
[[nodiscard]] std::vector<DesktopScreen> desktopScreens();

} // namespace handbell::ui

Q_DECLARE_METATYPE(handbell::ui::ScreenChoice)
