// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/LinkWatch.h"

#include "client/SelfTest.h"

namespace handbell::ui {

using client::Session;

LinkWatch::LinkWatch(const Session &session, std::chrono::milliseconds grace, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_since(session.linkSince())
{
    m_grace.setSingleShot(true);
    m_grace.setInterval(grace);
    connect(&m_grace, &QTimer::timeout, this, [this] { set(State::NotConnected); });
    connect(&session, &Session::linkChanged, this, &LinkWatch::follow);
    follow(session.link());
}

void LinkWatch::follow(Session::Link link)
{
    if (link == Session::Link::Online) {
        m_grace.stop();
        set(State::Connected);
        return;
    }
    // "Since" is when it went down, not when the latest attempt failed.
    if (m_state == State::Connected || (m_state == State::Connecting && !m_grace.isActive()))
        m_since = m_session.linkSince();
    if (m_state == State::NotConnected || m_grace.isActive())
        return;
    m_grace.start();
    if (link == Session::Link::Connecting)
        set(State::Connecting);
}

void LinkWatch::set(State state)
{
    m_state = state;
    const State now = this->state();
    if (std::exchange(m_told, now) != now)
        Q_EMIT changed(now);
}

void LinkWatch::watch(const client::SelfTest &test)
{
    m_test = &test;
    connect(&test, &client::SelfTest::changed, this, [this] {
        set(m_state);
        Q_EMIT selfTestChanged();
    });
    set(m_state);
}

LinkWatch::State LinkWatch::state() const
{
    const bool failed = m_test && m_test->outcome() == client::SelfTest::Outcome::Failed;
    return m_state == State::Connected && failed ? State::Failing : m_state;
}

WallTime LinkWatch::since() const
{
    return state() == State::Failing ? m_test->failingSince() : m_since;
}

} // namespace handbell::ui
