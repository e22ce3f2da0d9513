// SPDX-License-Identifier: Apache-2.0
#include "client/AssistanceManager.h"

#include <algorithm>

namespace handbell::client {

namespace {

//! How often it is looked whether a test has become due.
constexpr std::chrono::minutes lookEvery{30};

} // namespace

AssistanceManager::AssistanceManager(const Session &session, const Practice &practice, AlertManager &alerts,
                                     const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_practice(practice)
    , m_alerts(alerts)
    , m_clock(clock)
{
    connect(&practice, &Practice::wasReset, this, &AssistanceManager::follow);
    // With the line it becomes known which PC this is, after the practice has come out of the cache.
    connect(&session, &Session::linkChanged, this, &AssistanceManager::follow);
    connect(&practice, &Practice::changed, this, [this](const protocol::StateChange &change) {
        if (!change.templates.empty() || !change.workstations.empty() || !change.rooms.empty() ||
            !change.members.empty())
            follow();
    });
    connect(&practice, &Practice::presenceChanged, this, &AssistanceManager::changed);
    connect(&alerts, &AlertManager::outgoingChanged, this, &AssistanceManager::changed);
    connect(&m_due, &QTimer::timeout, this, [this] {
        if (reckon() != m_readiness)
            follow();
    });
    m_due.start(lookEvery);
    follow();
}

void AssistanceManager::follow()
{
    m_readiness = reckon();
    Q_EMIT changed();
}

const protocol::AlertTemplate *AssistanceManager::source() const
{
    const protocol::Member *self = m_practice.state().member(m_practice.self());
    for (const auto &[id, one] : m_practice.state().templates) {
        if (one.key == protocol::assistanceKey && !one.removed && self && one.maySend(self->role))
            return &one;
    }
    return nullptr;
}

AssistanceManager::Readiness AssistanceManager::reckon() const
{
    if (!source() || !room())
        return Readiness::NotOffered;
    const auto last = lastTest();
    if (!last)
        return Readiness::NeverTested;
    return m_clock.wallNow() - *last >= testEvery ? Readiness::TestDue : Readiness::Ready;
}

std::optional<WallTime> AssistanceManager::lastTest() const
{
    const protocol::Workstation *here = m_practice.state().workstation(m_session.workstation());
    return here ? here->assistanceTestedAt : std::nullopt;
}

const protocol::Room *AssistanceManager::room() const
{
    return m_practice.state().roomOf(m_session.workstation());
}

int AssistanceManager::reachNow() const
{
    const std::vector<MemberId> all = m_practice.resolve(protocol::Address::everyone());
    return static_cast<int>(std::count_if(all.begin(), all.end(), [this](MemberId member) {
        return m_practice.presence(member).state != protocol::PresenceState::Offline;
    }));
}

void AssistanceManager::ask()
{
    const protocol::AlertTemplate *assistance = source();
    const auto before = asked();
    if (!assistance || (before && !before->refusal))
        return;
    m_alerts.raise(assistance->id, protocol::Address::everyone(), {});
}

void AssistanceManager::test(RoomId room)
{
    if (const protocol::AlertTemplate *assistance = source())
        m_alerts.raiseTest(assistance->id, room);
}

void AssistanceManager::end()
{
    const auto open = asked();
    if (open && open->canCancel)
        (void)m_alerts.cancel(open->alert);
}

std::optional<OutgoingAlert> AssistanceManager::asked() const
{
    const protocol::AlertTemplate *assistance = source();
    for (const OutgoingAlert &alert : m_alerts.outgoing()) {
        if (!assistance || alert.alertTemplate != assistance->id || alert.testRoom ||
            alert.address.kind != protocol::AddressKind::Everyone)
            continue;
        // Newest first: what came before it does not matter any more.
        return alert.state == protocol::AlertState::Open ? std::optional(alert) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<OutgoingAlert> AssistanceManager::tested() const
{
    for (const OutgoingAlert &alert : m_alerts.outgoing()) {
        if (alert.testRoom)
            return alert;
    }
    return std::nullopt;
}

std::vector<protocol::AlertAnswer> AssistanceManager::comers() const
{
    std::vector<protocol::AlertAnswer> coming;
    const auto open = asked();
    const protocol::Alert *alert = open ? m_practice.state().alert(open->alert) : nullptr;
    if (!alert)
        return coming;
    std::copy_if(alert->answers.begin(), alert->answers.end(), std::back_inserter(coming),
                 [](const protocol::AlertAnswer &answer) { return answer.reply != protocol::Reply::PassOn; });
    return coming;
}

} // namespace handbell::client
