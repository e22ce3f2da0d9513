// SPDX-License-Identifier: Apache-2.0
#include "client/LivePresenceManager.h"

#include "base/Log.h"

#include <algorithm>

namespace handbell::client {

using protocol::PresenceState;

LivePresenceManager::LivePresenceManager(Session &session, Practice &practice, Sync &sync, const Clock &clock,
                                         QObject *parent)
    : PresenceManager(parent)
    , m_session(session)
    , m_practice(practice)
    , m_sync(sync)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LivePresenceManager::onTimeout);
    connect(&m_sync, &Sync::following, this, &LivePresenceManager::onFollowing);
    connect(&m_practice, &Practice::wasReset, this, [this] {
        if (m_practice.self().isValid())
            return;
        m_chosen = false;
        const PresenceState before = state();
        choose(PresenceState::Available, {});
        if (before != state())
            Q_EMIT stateChanged(state());
    });
}

void LivePresenceManager::setState(PresenceState state, std::optional<WallTime> until)
{
    if (state == PresenceState::Offline)
        return; // the server's to say
    m_chosen = true;
    choose(state, until);
    tell();
}

void LivePresenceManager::setDeskUse(const DeskUse &use)
{
    if (use == m_own.deskUse())
        return;
    const PresenceState before = state();
    m_own.setDeskUse(use);
    if (before != state()) {
        m_chosen = true;
        tell();
    }
    Q_EMIT deskUseChanged();
}

void LivePresenceManager::confirmConsultation()
{
    m_own.confirmConsultation(now());
    startTimer();
}

void LivePresenceManager::choose(PresenceState state, std::optional<WallTime> until)
{
    m_own.choose(state, until, now());
    startTimer();
}

void LivePresenceManager::tell()
{
    Q_EMIT stateChanged(state());
    if (m_sync.isFollowing())
        send();
}

void LivePresenceManager::send()
{
    m_session.request(protocol::PresenceSet{m_own.state(), m_own.until()})
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
    const PresenceState before = state();
    // Away came of nobody being there, and somebody is.
    m_chosen = known.state == PresenceState::Away;
    choose(m_chosen ? PresenceState::Available : known.state, known.until);
    if (m_chosen)
        send();
    if (before != state())
        Q_EMIT stateChanged(state());
}

void LivePresenceManager::onTimeout()
{
    const PresenceState before = state();
    const bool checkDue = m_own.passTime(now());
    if (before != state())
        tell();
    startTimer();
    if (checkDue)
        Q_EMIT consultationCheckDue();
}

//! No longer than a minute at a time: the wall clock may be set, and a workstation may sleep.
void LivePresenceManager::startTimer()
{
    constexpr std::chrono::milliseconds longest = std::chrono::minutes{1};
    const auto due = m_own.nextDue(now());
    if (due)
        m_timer.start(std::min(*due, longest));
    else
        m_timer.stop();
}

OwnPresence::Now LivePresenceManager::now() const
{
    return {m_clock.wallNow(), m_clock.steadyNow()};
}

} // namespace handbell::client
