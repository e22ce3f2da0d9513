// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/Practice.h"
#include "client/models/KeyedListModel.h"
#include "client/models/PresenceBoardModel.h"

#include <QTimer>

namespace handbell::client {

//! One row of the presence board: a person, or a room nobody is in.
struct PresenceRow
{
    PresenceBoardModel::Section section = PresenceBoardModel::Section::NotIn;
    RoomId room;
    QString roomName;
    MemberId member;
    QString memberName;
    QString job;
    protocol::PresenceState state = protocol::PresenceState::Offline;
    std::optional<WallTime> since;
    std::optional<WallTime> until;
    bool self = false;
    QString workstationName;

    //! Ids are seqs, unique over members and rooms together.
    [[nodiscard]] qint64 key() const { return member.isValid() ? member.value : room.value; }
    friend bool operator==(const PresenceRow &, const PresenceRow &) = default;
};

//! The PresenceBoardModel of a real session. Changes of one turn of the event loop show together.
class LivePresenceBoardModel final : public KeyedListModel<PresenceBoardModel, PresenceRow>
{
public:
    explicit LivePresenceBoardModel(Practice &practice, QObject *parent = nullptr);

protected:
    [[nodiscard]] QVariant value(const PresenceRow &row, int role) const override;

private:
    void rebuild();
    [[nodiscard]] PresenceRow rowOf(const protocol::Member &member) const;

    Practice &m_practice;
    QTimer m_update;
};

} // namespace handbell::client
