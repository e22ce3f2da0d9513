// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/administration/GuardEntry.h"
#include "server/administration/InvitationDesk.h"

#include <QByteArray>

namespace handbell::administration {

//! A practice as people write it down (resources/demo/practice.json is the example): names instead of ids,
//! every list optional, no passwords. Each member chooses a password by invitation.
struct PracticeFile
{
    struct RoomEntry
    {
        QString name;
        protocol::RoomKind kind = protocol::RoomKind::Consulting;
        template <class Self, class Visitor>
        static void fields(Self &self, Visitor &visit)
        {
            visit.required("name", self.name);
            visit.required("kind", self.kind);
        }
    };
    struct WorkstationEntry
    {
        QString name;
        QString room;
        template <class Self, class Visitor>
        static void fields(Self &self, Visitor &visit)
        {
            visit.required("name", self.name);
            visit.required("room", self.room);
        }
    };
    struct MemberEntry
    {
        QString name;
        QString role;
        std::optional<std::vector<protocol::Permission>> permissions;
        template <class Self, class Visitor>
        static void fields(Self &self, Visitor &visit)
        {
            visit.required("name", self.name);
            visit.required("role", self.role);
            visit.optional("permissions", self.permissions);
        }
    };
    struct GroupEntry
    {
        QString name;
        std::vector<QString> members;
        template <class Self, class Visitor>
        static void fields(Self &self, Visitor &visit)
        {
            visit.required("name", self.name);
            visit.required("members", self.members);
        }
    };
    struct InvitationEntry
    {
        std::optional<QString> member;
        std::optional<QString> workstation;
        template <class Self, class Visitor>
        static void fields(Self &self, Visitor &visit)
        {
            visit.optional("member", self.member);
            visit.optional("workstation", self.workstation);
        }
    };

    std::optional<std::vector<RoomEntry>> rooms;
    std::optional<std::vector<WorkstationEntry>> workstations;
    std::optional<std::vector<MemberEntry>> members;
    std::optional<std::vector<GroupEntry>> groups;
    std::optional<GuardEntry> guard;
    std::optional<std::vector<InvitationEntry>> invitations;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.optional("rooms", self.rooms);
        visit.optional("workstations", self.workstations);
        visit.optional("members", self.members);
        visit.optional("groups", self.groups);
        visit.optional("guard", self.guard);
        visit.optional("invitations", self.invitations);
    }
};

//! Reads such a file; InvalidArgument says which member of it is wrong.
[[nodiscard]] Result<PracticeFile> readPracticeFile(const QByteArray &json);

//! Makes the practice in \a plan like \a file: adds what is missing, by name; gives members the role and
//! permissions of the file, workstations their room, groups the members they lack. What the file does not
//! name stays. Fresh invitations, in the order of the file, are given back. The error says which entry was
//! refused.
[[nodiscard]] Result<std::vector<IssuedInvitation>> applyPracticeFile(Plan &plan, const PracticeFile &file,
                                                                      const InvitationDesk &desk);

} // namespace handbell::administration
