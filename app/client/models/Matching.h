// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"

#include <QDateTime>
#include <QString>

namespace handbell::client {

//! Whether \a a comes before \a b as people read: without case, and by the value of numbers, so that
//! "Consulting room 9" comes before "Consulting room 10".
[[nodiscard]] bool naturallyBefore(QStringView a, QStringView b);

//! How well what was \a typed finds \a name, from 1 (just) up; 0 where it does not. Every letter typed stands
//! at the beginning of a word or goes on from the letter before it, in order: "c3" and "cr3" find "Consulting
//! room 3", "pat" and "ap" find "Dr Anna Patel". A whole number typed finds a number that begins so, an equal
//! one better. Without case and accents. Nothing typed finds everything equally well.
[[nodiscard]] int matchScore(QStringView typed, QStringView name);

//! \a time in this machine's time zone.
[[nodiscard]] inline QDateTime localTime(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

} // namespace handbell::client
