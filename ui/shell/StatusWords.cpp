// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/StatusWords.h"

#include "ui/alerts/AlertWords.h"

namespace handbell::ui {

using client::Session;
using protocol::PresenceState;

QString StatusWords::line(LinkWatch::State state, WallTime since, std::optional<WallTime> tested)
{
    switch (state) {
    case LinkWatch::State::Connecting:
        return tr("Connecting…");
    case LinkWatch::State::Connected:
        return tested ? tr("Connected · tested %1", "time of day").arg(AlertWords::timeOfDay(*tested))
                      : tr("Connected");
    case LinkWatch::State::Failing:
        return tr("Alerts failing since %1", "time of day").arg(AlertWords::timeOfDay(since));
    case LinkWatch::State::NotConnected:
        break;
    }
    return tr("Not connected since %1", "time of day").arg(AlertWords::timeOfDay(since));
}

QString StatusWords::failing(client::SelfTest::Fault fault, WallTime since)
{
    const QString when = AlertWords::timeOfDay(since);
    switch (fault) {
    case client::SelfTest::Fault::Server:
        return tr("Alerts may not reach you: since %1 the test of them has had no answer. If you need "
                  "someone "
                  "now, use the phone.")
            .arg(when);
    case client::SelfTest::Fault::Record:
        return tr("No alert or message has got through since %1: the server cannot write its record. Tell "
                  "the "
                  "practice manager. If you need someone now, use the phone.")
            .arg(when);
    case client::SelfTest::Fault::Screen:
        break;
    }
    return tr("This PC has not been able to show alerts since %1. Quit Handbell and start it again. If you "
              "need "
              "someone now, use the phone.")
        .arg(when);
}

TrayState StatusWords::trayState(const Status &status)
{
    if (status.session != Session::State::SignedIn)
        return TrayState::SignedOut;
    if (status.line == LinkWatch::State::NotConnected || status.line == LinkWatch::State::Failing)
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
    if (status.line == LinkWatch::State::Failing)
        return tr("Handbell: the test of alerts fails, they may not reach you");
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
