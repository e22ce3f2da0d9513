// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Messages.h"

#include <QAbstractListModel>

#include <vector>

namespace handbell::ui {

//! The people who may sign in here, by name, narrowed by what was typed: every typed word begins some word of
//! the name or the role.
class RosterModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        MemberRole = Qt::UserRole, //!< qint64, MemberId
        NameRole,                  //!< QString
        JobRole,                   //!< QString
    };

    using QAbstractListModel::QAbstractListModel;

    void setRoster(std::vector<protocol::RosterEntry> roster);
    void setFilter(const QString &typed);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void refilter();
    [[nodiscard]] bool matches(const protocol::RosterEntry &entry) const;

    std::vector<protocol::RosterEntry> m_all, m_shown;
    QStringList m_words;
};

} // namespace handbell::ui
