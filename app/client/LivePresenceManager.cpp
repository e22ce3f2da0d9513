// SPDX-License-Identifier: Apache-2.0
#include "client/LivePresenceManager.h"

#include "base/Log.h"

namespace handbell::client {

using protocol::PresenceState;

LivePresenceManager::LivePresenceManager(Session &session, Practice &practice, Sync &sync, QObject *parent)
    : PresenceManager(parent)
    , m_session(session)
    , m_practice(practice)
    , m_sync(sync)
{
    connect(&m_sync, &Sync::following, this, &LivePresenceManager::onFollowing);
    connect(&m_practice, &Practice::wasReset, this, [this] {
        if (m_practice.self().isValid())
            return;
        m_chosen = false;
        m_until.reset();
        change(PresenceState::Available);
    });
}

void LivePresenceManager::setState(PresenceState state, std::optional<WallTime> until)
{
    if (state == PresenceState::Offline)
        return; // the server's to say
    m_chosen = true;
    m_until = until;
    change(state);
    if (m_sync.isFollowing())
        send();
}

void LivePresenceManager::send()
{
    m_session.request(protocol::PresenceSet{m_state, m_until})
        .then(this, [](const Result<protocol::ServerMessage> &answer) {
            if (!answer)
                qCInfo(logClient) << "presence was not taken:" << wireName(answer.error().code);
        });
}

void LivePresenceManager::onFollowing()
{
    if (m_chosen) {
        send();
        return;
    }
    const protocol::Presence known = m_practice.presence(m_practice.self());
    if (known.state == PresenceState::Offline)
        return;
    m_until = known.until;
    change(known.state);
}

void LivePresenceManager::change(PresenceState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace handbell::client
