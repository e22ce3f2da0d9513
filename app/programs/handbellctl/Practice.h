// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "programs/console/CommandLine.h"
#include "server/administration/InvitationDesk.h"

#include <functional>

namespace handbell::programs {

//! What a command says when all went well.
struct Said
{
    QString text;
    QJsonObject json;
};

//! Shows something of the practice that --data names.
[[nodiscard]] Outcome
readPractice(const Arguments &arguments,
             const std::function<Result<Said>(const protocol::PracticeState &practice)> &tell);

//! Changes the practice that --data names: \a decide puts the changes into the plan and says what they were;
//! it is asked again where the record moved on in between. Nothing is said that is not in the record. Where
//! --anyway gives a reason, names the guard warns about are kept with it.
[[nodiscard]] Outcome changePractice(
    const Arguments &arguments,
    const std::function<Result<Said>(administration::Plan &plan, const administration::InvitationDesk &desk)>
        &decide);

//! --anyway REASON, of the commands that take a name or text others will see.
[[nodiscard]] QCommandLineOption anywayOption();
[[nodiscard]] QCommandLineOption notPatientOption();

//! A wrong usage where --data is missing.
[[nodiscard]] std::optional<Outcome> refuseWithoutData(const Arguments &arguments);

//! An invitation as people read it; administration::toJson() is for scripts.
[[nodiscard]] QString invitationText(const administration::IssuedInvitation &invitation,
                                     const protocol::PracticeState &practice);
//! "Priya Shah at Front desk 1", and likewise for one alone.
[[nodiscard]] QString targetText(const administration::InvitationTarget &target,
                                 const protocol::PracticeState &practice);

//! Local date and time to the minute.
[[nodiscard]] QString timeText(WallTime time);
//! "there is 1 room", "there are 3 rooms": \a count with the noun that fits.
[[nodiscard]] QString counted(qsizetype count, const char *one, const char *many);

//! The values of an enum as help shows them: "consulting, desk, office or other".
template <protocol::NamedEnum Enum>
[[nodiscard]] QString choicesOf()
{
    QStringList names;
    for (const auto &[value, name] : protocol::EnumNames<Enum>::names)
        names << QLatin1String(name);
    const QString last = names.takeLast();
    return names.join(QStringLiteral(", ")) + QStringLiteral(" or ") + last;
}

//! The ids and other members of \a entity, as the protocol writes them.
template <class Map>
[[nodiscard]] QJsonArray arrayOf(const Map &entities)
{
    QJsonArray array;
    for (const auto &[id, entity] : entities)
        array.append(protocol::toJson(entity));
    return array;
}

} // namespace handbell::programs
