// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/SelfTest.h"
#include "client/Session.h"
#include "ui/shell/LinkWatch.h"
#include "ui/theme/TrayIcons.h"

#include <QCoreApplication>

namespace handbell::ui {

//! How this workstation stands, as words and as the tray's state. GUI thread only.
class StatusWords
{
    Q_DECLARE_TR_FUNCTIONS(handbell::ui::StatusWords)

public:
    struct Status
    {
        client::Session::State session = client::Session::State::Starting;
        LinkWatch::State line = LinkWatch::State::Connecting;
        protocol::PresenceState presence = protocol::PresenceState::Available;
        int unread = 0;
    };

    //! "Connected · tested 10:42", "Connecting…", "Not connected since 10:46", "Alerts failing since 10:46".
    //! \a since is when the line or the test failed, \a tested when the self-test worked last.
    [[nodiscard]] static QString line(LinkWatch::State state, WallTime since,
                                      std::optional<WallTime> tested = {});
    //! What a failed self-test means and what to do, in sentences; \a since is when it failed first.
    [[nodiscard]] static QString failing(client::SelfTest::Fault fault, WallTime since);
    [[nodiscard]] static TrayState trayState(const Status &status);
    //! "Handbell: in consultation, 3 unread".
    [[nodiscard]] static QString toolTip(const Status &status);
    //! "3 unread"; empty at nought.
    [[nodiscard]] static QString unread(int count);
};

} // namespace handbell::ui
