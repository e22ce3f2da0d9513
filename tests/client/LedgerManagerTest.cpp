// SPDX-License-Identifier: Apache-2.0
#include "client/LedgerManager.h"

#include "ClientKit.h"
#include "tests/support/TestProgram.h"

using namespace handbell;
using namespace handbell::testing;
using protocol::Ledger;
using protocol::LedgerGet;

class LedgerManagerTest : public QObject
{
    Q_OBJECT

    static constexpr WallTime from{std::chrono::sys_days{std::chrono::year{2025} / 11 / 17}};
    static constexpr WallTime until = from + std::chrono::days(7);

private Q_SLOTS:
    void asksTheServer()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        Ledger ledger;
        ledger.all = {{}, 3, 2, 1, protocol::LedgerOutcome{4, 1, 1, 0, 2, 40}};
        kit.server.instead = [&](const protocol::ClientMessage &message) {
            return std::holds_alternative<LedgerGet>(message)
                       ? std::optional<protocol::ServerMessage>(protocol::OkLedger{ledger})
                       : std::nullopt;
        };
        const auto answer = kit.client->ledger().fetch(from, until);
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(*answer.result() == ledger);
        QVERIFY(kit.server.all<LedgerGet>() == (std::vector{LedgerGet{from, until}}));
    }

    void givesItsErrorOn()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.instead = [](const protocol::ClientMessage &message) {
            return std::holds_alternative<LedgerGet>(message)
                       ? std::optional(FakeServer::error(ErrorCode::Forbidden))
                       : std::nullopt;
        };
        const auto answer = kit.client->ledger().fetch(from, until);
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result().error().code, ErrorCode::Forbidden);
    }

    void anAnswerOfAnotherKindIsAnError()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.instead = [](const protocol::ClientMessage &message) {
            return std::holds_alternative<LedgerGet>(message)
                       ? std::optional<protocol::ServerMessage>(protocol::Ok{})
                       : std::nullopt;
        };
        const auto answer = kit.client->ledger().fetch(from, until);
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result().error().code, ErrorCode::UnexpectedMessage);
    }

    void isUnreachableWithoutALine()
    {
        ClientKit kit;
        const auto answer = kit.client->ledger().fetch(from, until);
        QVERIFY(answer.isFinished());
        QCOMPARE(answer.result().error().code, ErrorCode::Unreachable);
    }

    void isAnsweredBeforeTheClientGoes()
    {
        QFuture<Result<Ledger>> answer;
        {
            ClientKit kit;
            QVERIFY(kit.join());
            kit.server.ignores = [](const protocol::ClientMessage &message) {
                return std::holds_alternative<LedgerGet>(message);
            };
            answer = kit.client->ledger().fetch(from, until);
            ClientKit::settle();
            QVERIFY(!answer.isFinished());
        }
        QVERIFY(answer.isFinished());
        QCOMPARE(answer.result().error().code, ErrorCode::Unreachable);
    }
};

HANDBELL_TEST(LedgerManagerTest)
#include "LedgerManagerTest.moc"
