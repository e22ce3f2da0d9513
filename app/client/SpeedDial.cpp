// SPDX-License-Identifier: Apache-2.0
#include "client/SpeedDial.h"

#include "client/Profile.h"
#include "protocol/PracticeState.h"
#include "protocol/StrictJson.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QVariant>

#include <algorithm>

namespace handbell::client {

using protocol::AddressKind;

const protocol::AlertTemplate *templateOf(const SpeedDialEntry &entry, const protocol::PracticeState &state)
{
    for (const auto &[id, alertTemplate] : state.templates) {
        if (!alertTemplate.removed && alertTemplate.key == entry.templateKey)
            return &alertTemplate;
    }
    return nullptr;
}

bool targetExists(const SpeedDialEntry &entry, const protocol::PracticeState &state)
{
    switch (entry.to.kind) {
    case AddressKind::Person: {
        const protocol::Member *member = state.member(MemberId(entry.to.id));
        return member && !member->disabled;
    }
    case AddressKind::Role:
        return std::any_of(state.members.begin(), state.members.end(), [&](const auto &each) {
            return !each.second.disabled && each.second.role.compare(entry.to.role, Qt::CaseInsensitive) == 0;
        });
    case AddressKind::Room:
        return state.room(RoomId(entry.to.id));
    case AddressKind::Group: {
        const protocol::Conversation *group = state.conversation(ConversationId(entry.to.id));
        return group && group->kind == protocol::ConversationKind::Group;
    }
    case AddressKind::Everyone:
        return true;
    }
    return false;
}

SpeedDial::SpeedDial(Profile &profile, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
{
    reload();
}

QString SpeedDial::settingKey() const
{
    // The practice's authority stays the same where its server moves.
    const auto server = m_profile.server();
    const QByteArray practice = !server                          ? QByteArray()
                                : server->authorityDer.isEmpty() ? server->address.host.toUtf8()
                                                                 : server->authorityDer;
    const QByteArray digest = QCryptographicHash::hash(practice, QCryptographicHash::Sha256).toHex();
    return QStringLiteral("speed-dial/") + QString::fromLatin1(digest.first(16));
}

void SpeedDial::reload()
{
    std::vector<SpeedDialEntry> entries;
    const QStringList stored = m_profile.setting(settingKey()).toStringList();
    for (const QString &each : stored) {
        const auto entry = protocol::readStrictly<SpeedDialEntry>(each.toUtf8());
        if (entry && entries.size() < Limit &&
            std::find(entries.begin(), entries.end(), *entry) == entries.end())
            entries.push_back(*entry);
    }
    if (entries == m_entries)
        return;
    m_entries = std::move(entries);
    Q_EMIT changed();
}

void SpeedDial::store()
{
    QStringList stored;
    for (const SpeedDialEntry &entry : m_entries) {
        const QJsonDocument json(protocol::toJson(entry));
        stored << QString::fromUtf8(json.toJson(QJsonDocument::Compact));
    }
    m_profile.setSetting(settingKey(), stored);
    Q_EMIT changed();
}

std::optional<int> SpeedDial::numberOf(const SpeedDialEntry &entry) const
{
    const auto found = std::find(m_entries.begin(), m_entries.end(), entry);
    return found == m_entries.end() ? std::nullopt : std::optional(int(found - m_entries.begin()) + 1);
}

void SpeedDial::toggle(const SpeedDialEntry &entry)
{
    const auto found = std::find(m_entries.begin(), m_entries.end(), entry);
    if (found != m_entries.end())
        m_entries.erase(found);
    else if (!isFull())
        m_entries.push_back(entry);
    else
        return;
    store();
}

void SpeedDial::remove(size_t index)
{
    if (index >= m_entries.size())
        return;
    m_entries.erase(m_entries.begin() + qsizetype(index));
    store();
}

void SpeedDial::move(size_t from, size_t to)
{
    if (from >= m_entries.size() || to >= m_entries.size() || from == to)
        return;
    const SpeedDialEntry moved = m_entries[from];
    m_entries.erase(m_entries.begin() + qsizetype(from));
    m_entries.insert(m_entries.begin() + qsizetype(to), moved);
    store();
}

} // namespace handbell::client
