// SPDX-License-Identifier: Apache-2.0
#include "client/models/LiveTargetModel.h"

#include "client/models/Matching.h"

#include <algorithm>

namespace handbell::client {

using protocol::Address;
using protocol::AddressKind;

namespace {

//! Where two fit equally well: rooms, then roles, people, groups, everyone.
int rankOf(AddressKind kind)
{
    switch (kind) {
    case AddressKind::Room:
        return 0;
    case AddressKind::Role:
        return 1;
    case AddressKind::Person:
        return 2;
    case AddressKind::Group:
        return 3;
    case AddressKind::Everyone:
        return 4;
    }
    return 5;
}

} // namespace

LiveTargetModel::LiveTargetModel(Practice &practice, AlertManager &alerts, QObject *parent)
    : KeyedListModel(parent)
    , m_practice(practice)
    , m_alerts(alerts)
{
    m_update.setSingleShot(true);
    m_update.setInterval(0);
    connect(&m_update, &QTimer::timeout, this, [this] { rebuild(); });
    const auto later = [this] {
        m_update.start();
    };
    connect(&m_practice, &Practice::changed, this, later);
    connect(&m_practice, &Practice::presenceChanged, this, later);
    connect(&m_practice, &Practice::wasReset, this, [this] { rebuild(); });
    connect(&m_alerts, &AlertManager::outgoingChanged, this, [this] { noteRung(); });
    rebuild();
}

void LiveTargetModel::setFilter(const QString &typed)
{
    m_filter = typed;
    rebuild();
}

void LiveTargetModel::setFavourites(const std::vector<Address> &favourites)
{
    m_favourites = favourites;
    rebuild();
}

Address LiveTargetModel::address(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return rows()[static_cast<size_t>(index.row())].address;
}

void LiveTargetModel::noteRung()
{
    std::vector<Address> recent;
    for (const OutgoingAlert &alert : m_alerts.outgoing()) {
        if (std::find(recent.begin(), recent.end(), alert.address) == recent.end())
            recent.push_back(alert.address);
    }
    if (recent == m_recent)
        return;
    m_recent = std::move(recent);
    m_update.start();
}

TargetRow LiveTargetModel::rowOf(const Address &address, const QString &name) const
{
    TargetRow row;
    row.address = address;
    row.name = name;
    std::vector<MemberId> here;
    for (const MemberId member : m_practice.resolve(address)) {
        ++row.reachTotal;
        if (m_practice.presence(member).state == protocol::PresenceState::Offline)
            continue;
        ++row.reachNow;
        here.push_back(member);
    }
    if (address.kind == AddressKind::Person) {
        row.state = static_cast<int>(m_practice.presence(MemberId(address.id)).state);
    } else if (address.kind == AddressKind::Room && here.size() == 1) {
        row.personName = m_practice.state().members.at(here.front()).name;
        row.state = static_cast<int>(m_practice.presence(here.front()).state);
    } else if (address.kind == AddressKind::Room) {
        for (const MemberId member : here) {
            const QString separator = row.personName.isEmpty() ? QString() : QStringLiteral(", ");
            row.personName += separator + m_practice.state().members.at(member).name;
        }
    }
    return row;
}

std::vector<TargetRow> LiveTargetModel::everyRow() const
{
    const protocol::PracticeState &state = m_practice.state();
    std::vector<TargetRow> rows;
    if (!m_practice.self().isValid())
        return rows;
    std::map<QString, QString> roles; // folded -> as written first
    for (const auto &[id, member] : state.members) {
        if (member.disabled)
            continue;
        if (!member.role.isEmpty())
            roles.emplace(member.role.toCaseFolded(), member.role);
        if (id != m_practice.self())
            rows.push_back(rowOf(Address::person(id), member.name));
    }
    for (const auto &[key, role] : roles)
        rows.push_back(rowOf(Address::ofRole(role), role));
    for (const auto &[id, room] : state.rooms)
        rows.push_back(rowOf(Address::room(id), room.name));
    for (const auto &[id, conversation] : state.conversations) {
        if (conversation.kind == protocol::ConversationKind::Group)
            rows.push_back(rowOf(Address::group(id), conversation.name));
    }
    rows.push_back(rowOf(Address::everyone(), {}));
    return rows;
}

int LiveTargetModel::scoreOf(const TargetRow &row) const
{
    if (row.address.kind == AddressKind::Everyone) {
        // Shown in the reader's language, found in either.
        return std::max(matchScore(m_filter, u"Everyone"), matchScore(m_filter, u"Pawb"));
    }
    if (row.address.kind == AddressKind::Role) {
        return std::max({matchScore(m_filter, row.name), matchScore(m_filter, QString(u"Any " + row.name)),
                         matchScore(m_filter, QString(u"Unrhyw " + row.name))});
    }
    return matchScore(m_filter, row.name);
}

void LiveTargetModel::rebuild()
{
    m_update.stop();
    struct Scored
    {
        TargetRow row;
        int score;
        size_t recency;
    };
    std::vector<Scored> found;
    for (TargetRow &row : everyRow()) {
        const int score = scoreOf(row);
        if (score <= 0)
            continue;
        row.favourite =
            std::find(m_favourites.begin(), m_favourites.end(), row.address) != m_favourites.end();
        const auto rung = std::find(m_recent.begin(), m_recent.end(), row.address);
        found.push_back({std::move(row), score, static_cast<size_t>(rung - m_recent.begin())});
    }
    std::sort(found.begin(), found.end(), [](const Scored &a, const Scored &b) {
        if (a.score != b.score)
            return a.score > b.score;
        if (a.recency != b.recency)
            return a.recency < b.recency;
        if (a.row.favourite != b.row.favourite)
            return a.row.favourite;
        const int rankA = rankOf(a.row.address.kind);
        const int rankB = rankOf(b.row.address.kind);
        return rankA != rankB ? rankA < rankB : naturallyBefore(a.row.name, b.row.name);
    });
    std::vector<TargetRow> rows;
    rows.reserve(found.size());
    for (Scored &item : found)
        rows.push_back(std::move(item.row));
    setRows(std::move(rows));
}

QVariant LiveTargetModel::value(const TargetRow &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case KindRole:
        return static_cast<int>(row.address.kind);
    case ReachNowRole:
        return row.reachNow;
    case ReachTotalRole:
        return row.reachTotal;
    case PersonNameRole:
        return row.personName;
    case StateRole:
        return row.state;
    case FavouriteRole:
        return row.favourite;
    default:
        return {};
    }
}

} // namespace handbell::client
