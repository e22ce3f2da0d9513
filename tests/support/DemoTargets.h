// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/DemoPractice.h"
#include "tests/support/FakeModels.h"

namespace handbell::testing::demo {

//! The targets of the pictures, in the order the palette shows them.
inline std::vector<FakeTargetModel::Target> targets()
{
    using client::TargetModel;
    using protocol::Address;
    using protocol::AddressKind;
    using protocol::PresenceState;
    const auto row = [](AddressKind kind, const char *name, int now, int total, const char *person,
                        int state) {
        return FakeRow{{TargetModel::KindRole, int(kind)},
                       {TargetModel::NameRole, QString::fromUtf8(name)},
                       {TargetModel::ReachNowRole, now},
                       {TargetModel::ReachTotalRole, total},
                       {TargetModel::PersonNameRole, QString::fromUtf8(person)},
                       {TargetModel::StateRole, state}};
    };
    const auto s = [](const char *word) {
        return QString::fromUtf8(word);
    };
    const int available = int(PresenceState::Available);
    const int consulting = int(PresenceState::InConsultation);
    return {
        {Address::room(room3),
         {s("c3"), s("r3"), s("consulting room 3")},
         row(AddressKind::Room, "Consulting room 3", 1, 1, "Dr Anna Patel", consulting)},
        {Address::room(room5),
         {s("c5"), s("r5"), s("consulting room 5")},
         row(AddressKind::Room, "Consulting room 5", 1, 1, "Dr Ben Okafor", available)},
        {Address::ofRole(s("Nurse")),
         {s("nurse"), s("any nurse")},
         row(AddressKind::Role, "Nurse", 2, 2, "", -1)},
        {Address::room(room7),
         {s("c7"), s("r7"), s("consulting room 7")},
         row(AddressKind::Room, "Consulting room 7", 0, 0, "", -1)},
        {Address::person(lin),
         {s("lin"), s("chen")},
         row(AddressKind::Person, "Lin Chen", 1, 1, "", consulting)},
        {Address::group(clinicians), {s("clinicians")}, row(AddressKind::Group, "Clinicians", 3, 3, "", -1)},
        {Address::everyone(), {s("everyone")}, row(AddressKind::Everyone, "", 6, 6, "", -1)},
    };
}

//! The templates of state(), as the template model shows them.
inline std::vector<FakeRow> templateRows()
{
    using client::TemplateModel;
    std::vector<FakeRow> rows;
    const protocol::PracticeState practice = state();
    for (const auto &[id, item] : practice.templates) {
        rows.push_back({{TemplateModel::IdRole, id.value},
                        {TemplateModel::KeyRole, item.key},
                        {TemplateModel::TextEnRole, item.textEn},
                        {TemplateModel::TextCyRole, item.textCy},
                        {TemplateModel::ImportanceRole, int(item.importance)},
                        {TemplateModel::TakesNoteRole, item.takesNote}});
    }
    return rows;
}

} // namespace handbell::testing::demo
