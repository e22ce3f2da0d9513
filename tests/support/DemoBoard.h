// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/DemoPractice.h"
#include "tests/support/FakeModels.h"

#include <QDateTime>

namespace handbell::testing::demo {

//! The presence board of the pictures, as Priya Shah sees it at \a now.
inline std::vector<FakeRow> boardRows(const QDateTime &now)
{
    using Board = client::PresenceBoardModel;
    using protocol::PresenceState;
    const auto row = [](Board::Section section, RoomId room, const char *roomName, MemberId member,
                        const char *name, const char *job, PresenceState state, const QDateTime &since = {},
                        const QDateTime &until = {}) {
        return FakeRow{{Board::SectionRole, int(section)},
                       {Board::RoomIdRole, room.value},
                       {Board::RoomNameRole, QString::fromUtf8(roomName)},
                       {Board::MemberIdRole, member.value},
                       {Board::MemberNameRole, QString::fromUtf8(name)},
                       {Board::JobRole, QString::fromUtf8(job)},
                       {Board::StateRole, int(state)},
                       {Board::SinceRole, since},
                       {Board::UntilRole, until},
                       {Board::SelfRole, member == priya},
                       {Board::WorkstationNameRole, QString::fromUtf8(roomName)}};
    };
    const auto consulting = Board::Section::Consulting;
    const auto desk = Board::Section::DeskAndOffice;
    return {
        row(consulting, room3, "Consulting room 3", patel, "Dr Anna Patel", "GP",
            PresenceState::InConsultation, now.addSecs(-600)),
        row(consulting, room5, "Consulting room 5", okafor, "Dr Ben Okafor", "GP", PresenceState::Available,
            now.addSecs(-1800)),
        row(consulting, room6, "Consulting room 6", lin, "Lin Chen", "Nurse", PresenceState::InConsultation,
            now.addSecs(-1200), now.addSecs(1140)),
        row(consulting, room7, "Consulting room 7", {}, "", "", PresenceState::Offline),
        row(desk, frontDesk1Room, "Front desk 1", priya, "Priya Shah", "Receptionist",
            PresenceState::Available, now.addSecs(-5400)),
        row(desk, frontDesk2Room, "Front desk 2", jo, "Jo Lewis", "Receptionist", PresenceState::Available,
            now.addSecs(-5400)),
        row(desk, backOffice, "Back office", sam, "Sam Reid", "Receptionist", PresenceState::OnBreak,
            now.addSecs(-60)),
        row(Board::Section::NotIn, {}, "", carys, "Carys Evans", "Practice manager", PresenceState::Offline)};
}

} // namespace handbell::testing::demo
