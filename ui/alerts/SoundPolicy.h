// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/AlertManager.h"

#include <QTime>

namespace handbell::ui {

//! A time of every day, in local time; over midnight where \a until is the earlier one. From a time until the
//! same time is never, not always: nobody loses their sounds by half a setting.
struct QuietHours
{
    QTime from{18, 30};
    QTime until{8, 0};

    [[nodiscard]] bool contains(QTime time) const;
    friend bool operator==(const QuietHours &, const QuietHours &) = default;
};

//! What somebody chose to hear on this workstation.
struct SoundSettings
{
    static constexpr int LoudestVolume = 100;

    int volume = 75; //!< 0 to LoudestVolume, as people hear it
    bool routine = true;
    bool important = true;
    bool urgent = true;
    bool visualOnly = false; //!< nothing at all is heard
    bool quiet = false;      //!< whether the quiet hours hold
    QuietHours quietHours{};

    [[nodiscard]] bool sounds(protocol::Importance importance) const;
    friend bool operator==(const SoundSettings &, const SoundSettings &) = default;
};

//! The volume at which an alert of \a importance sounds at \a localTime on a workstation that shows it in
//! \a form; 0 where it does not. Into a consultation, a locked or a presented screen only urgent ones sound
//! (product.md, consulting-room rule 3), and in the quiet hours too. A pure function.
[[nodiscard]] int soundVolume(protocol::Importance importance, client::CardForm form, QTime localTime,
                              const SoundSettings &settings);

} // namespace handbell::ui
