// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/LinkWatch.h"

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
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT changed(state);
}

} // namespace handbell::ui
