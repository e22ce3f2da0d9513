// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Entities.h"

#include <QObject>

#include <optional>
#include <vector>

namespace handbell::protocol {
struct PracticeState;
}

namespace handbell::client {

class Profile;

//! An alert that somebody rings often: which, and whom. By the template's key, which outlives a template that
//! is removed and added again. It has no note.
struct SpeedDialEntry
{
    QString templateKey;
    protocol::Address to;

    friend bool operator==(const SpeedDialEntry &, const SpeedDialEntry &) = default;
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("template", self.templateKey, protocol::MaxLength{40});
        visit.required("to", self.to);
    }
};

//! The template \a entry means, or nullptr where the practice has it no more.
[[nodiscard]] const protocol::AlertTemplate *templateOf(const SpeedDialEntry &entry,
                                                        const protocol::PracticeState &state);
//! Whether whom \a entry means still exists; whether anybody is in is another question.
[[nodiscard]] bool targetExists(const SpeedDialEntry &entry, const protocol::PracticeState &state);

//! The speed dial of this workstation, in its profile: up to nine entries, numbered from 1 in their order.
//! One list a practice: ids of another one would ring somebody else. Main thread only.
class SpeedDial : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t Limit = 9;

    //! \a profile must outlive this.
    explicit SpeedDial(Profile &profile, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<SpeedDialEntry> &entries() const { return m_entries; }
    //! 1 to Limit, or nothing.
    [[nodiscard]] std::optional<int> numberOf(const SpeedDialEntry &entry) const;
    [[nodiscard]] bool isFull() const { return m_entries.size() >= Limit; }

    //! Adds \a entry at the end, or takes it away. Does nothing where it would be one too many.
    void toggle(const SpeedDialEntry &entry);
    //! Indexes from 0; those out of range do nothing.
    void remove(size_t index);
    void move(size_t from, size_t to);
    //! Reads the profile anew: it has joined a practice, perhaps another one.
    void reload();

Q_SIGNALS:
    void changed();

private:
    void store();
    [[nodiscard]] QString settingKey() const;

    Profile &m_profile;
    std::vector<SpeedDialEntry> m_entries;
};

} // namespace handbell::client
