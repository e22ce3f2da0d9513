// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/StatusWords.h"

#include "ui/alerts/AlertWords.h"

namespace handbell::ui {

using client::Session;
using protocol::PresenceState;

QString StatusWords::line(LinkWatch::State state, WallTime since)
{
    switch (state) {
    case LinkWatch::State::Connecting:
        return tr("Connecting…");
    case LinkWatch::State::Connected:
        return tr("Connected");
    case LinkWatch::State::NotConnected:
        break;
    }
    return tr("Not connected since %1", "time of day").arg(AlertWords::timeOfDay(since));
}

TrayState StatusWords::trayState(const Status &status)
{
    if (status.session != Session::State::SignedIn)
        return TrayState::SignedOut;
    if (status.line == LinkWatch::State::NotConnected)
        return TrayState::NotConnected;
    switch (status.presence) {
    case PresenceState::Available:
        return TrayState::Available;
    case PresenceState::InConsultation:
        return TrayState::Consultation;
    case PresenceState::Busy:
        return TrayState::Busy;
    case PresenceState::Away:
        return TrayState::Away;
    case PresenceState::OnBreak:
        return TrayState::OnBreak;
    case PresenceState::Offline:
        break;
    }
    return TrayState::SignedOut;
}

QString StatusWords::toolTip(const Status &status)
{
    if (status.session != Session::State::SignedIn)
        return tr("Handbell: nobody is signed in");
    if (status.line == LinkWatch::State::NotConnected)
        return tr("Handbell: not connected, alerts can't reach you");
    const QString state = AlertWords::presence(status.presence);
    if (status.unread == 0)
        return tr("Handbell: %1", "state").arg(state);
    return tr("Handbell: %1, %2", "state, unread").arg(state, unread(status.unread));
}

QString StatusWords::unread(int count)
{
    return count > 0 ? tr("%n unread", nullptr, count) : QString();
}

} // namespace handbell::ui
