// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/client/ClientKit.h"

#include "client/AssistanceManager.h"
#include "client/Client.h"
#include "ui/alerts/AlertWords.h"

namespace handbell::testing {

//! A client signed in at the front desk as Priya, with others to come when she asks.
struct AssistanceDesk
{
    AssistanceDesk()
    {
        kit.server.reached = {demo::lin, demo::patel};
        kit.server.presence = demo::presence(kit.clock.wallNow());
        joined = kit.join();
    }

    [[nodiscard]] client::AssistanceManager &assistance() { return kit.client->assistance(); }
    //! Asks, and gives the alert once it is in the record.
    [[nodiscard]] AlertId ask()
    {
        assistance().ask();
        return QTest::qWaitFor([this] { return assistance().asked() && assistance().asked()->canCancel; })
                   ? assistance().asked()->alert
                   : AlertId();
    }
    //! Waits until a test that was rung is in the record, and gives it.
    [[nodiscard]] AlertId test()
    {
        return QTest::qWaitFor([this] { return assistance().tested() && assistance().tested()->canCancel; })
                   ? assistance().tested()->alert
                   : AlertId();
    }
    void answer(AlertId alert, MemberId who, protocol::Reply reply)
    {
        kit.server.publish(protocol::AlertAnswered{alert, reply, {}}, who, demo::consulting6);
        ClientKit::settle();
    }
    void seen(AlertId alert, MemberId who)
    {
        kit.server.notify(protocol::ReceiptsNotice{
            {{Seq(alert.value), who, protocol::ReceiptState::Shown, kit.clock.wallNow()}}});
        ClientKit::settle();
    }

    ClientKit kit;
    ui::AlertWords words{kit.practice()};
    bool joined = false;
};

} // namespace handbell::testing
