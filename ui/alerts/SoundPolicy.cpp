// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/SoundPolicy.h"

namespace handbell::ui {

using protocol::Importance;

bool QuietHours::contains(QTime time) const
{
    if (from <= until)
        return from <= time && time < until;
    return from <= time || time < until;
}

bool SoundSettings::sounds(Importance importance) const
{
    switch (importance) {
    case Importance::Routine:
        return routine;
    case Importance::Important:
        return important;
    case Importance::Urgent:
        return urgent;
    }
    return true;
}

int soundVolume(Importance importance, client::CardForm form, QTime localTime, const SoundSettings &settings)
{
    if (settings.visualOnly || !settings.sounds(importance) || form == client::CardForm::Held)
        return 0;
    if (importance != Importance::Urgent) {
        if (form == client::CardForm::Hidden)
            return 0;
        if (settings.quiet && settings.quietHours.contains(localTime))
            return 0;
    }
    return settings.volume;
}

} // namespace handbell::ui
