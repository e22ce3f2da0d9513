// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/RosterModel.h"

#include <algorithm>

namespace handbell::ui {

void RosterModel::setRoster(std::vector<protocol::RosterEntry> roster)
{
    std::sort(roster.begin(), roster.end(), [](const auto &one, const auto &other) {
        return QString::localeAwareCompare(one.name, other.name) < 0;
    });
    m_all = std::move(roster);
    refilter();
}

void RosterModel::setFilter(const QString &typed)
{
    m_words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    refilter();
}

void RosterModel::refilter()
{
    beginResetModel();
    m_shown.clear();
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(m_shown),
                 [this](const auto &entry) { return matches(entry); });
    endResetModel();
}

bool RosterModel::matches(const protocol::RosterEntry &entry) const
{
    const QStringList own = QString(entry.name + QLatin1Char(' ') + entry.role).split(QLatin1Char(' '));
    return std::all_of(m_words.begin(), m_words.end(), [&own](const QString &typed) {
        return std::any_of(own.begin(), own.end(), [&typed](const QString &word) {
            return word.startsWith(typed, Qt::CaseInsensitive);
        });
    });
}

int RosterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant RosterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const protocol::RosterEntry &entry = m_shown[size_t(index.row())];
    switch (role) {
    case MemberRole:
        return entry.member.value;
    case NameRole:
        return entry.name;
    case JobRole:
        return entry.role;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return entry.role.isEmpty() ? entry.name : QString(entry.name + QStringLiteral(", ") + entry.role);
    default:
        return {};
    }
}

} // namespace handbell::ui
