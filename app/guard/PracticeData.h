// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <optional>

namespace handbell::guard {

//! Which nation's numbers are in everyday use.
enum class Nation { England, Wales, Scotland, NorthernIreland };

//! The snake_case name of a nation, as settings and files spell it; and the way back.
[[nodiscard]] QLatin1String nationName(Nation nation);
[[nodiscard]] std::optional<Nation> nationFromName(QStringView name);

//! What the guard knows of the practice, so that its own people and places are not taken for patients.
struct PracticeData
{
    Nation nation = Nation::England;
    QStringList roster;       //!< display names of members, "Dr Anna Patel"
    QStringList addresses;    //!< own addresses, first line
    QStringList postcodes;    //!< own postcodes, any spacing
    QStringList phoneNumbers; //!< own numbers and the practice directory
    QStringList emails;       //!< the directory's addresses
    QStringList domains;      //!< own mail domains
    QStringList allow;        //!< words and phrases that are never findings

    friend bool operator==(const PracticeData &, const PracticeData &) = default;
};

} // namespace handbell::guard
