// SPDX-License-Identifier: Apache-2.0
#include "server/Server.h"

#include "record/Record.h"
#include "tests/support/TestProgram.h"
#include "wire/SmallPractice.h"
#include "wire/Wire.h"

#include <QTcpServer>
#include <QTest>

using namespace handbell;
using namespace handbell::protocol;
using test::Wire;

class ServerTest : public QObject
{
    Q_OBJECT

    test::SmallPractice m_practice;

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<transport::CloseReason>();
        QCOMPARE(m_practice.problem(), QString());
    }

    void joinPostStopAndComeBack()
    {
        Bytes token;
        {
            server::Server server(m_practice.config, m_practice.clock, m_practice.random);
            const auto port = server.start();
            QVERIFY2(port.ok(), port.ok() ? "" : qPrintable(port.error().detail));
            Wire wire(*port, transport::Trust::authority(m_practice.authority));
            QVERIFY(wire.opens());
            const ClientInfo info{protocolVersion, {}, QStringLiteral("test 1")};
            wire.send({1, AuthJoin{info, Bytes{m_practice.code}, QStringLiteral("rainy tuesday desk")}});
            const auto session = wire.nextOf<OkSession>().value();
            QCOMPARE(session.member, m_practice.member);
            token = *session.token;
            wire.send({2, Sync{}});
            QVERIFY(wire.nextOf<OkSync>().value().snapshot.has_value());
            wire.send(
                {3, MessagePost{
                        Bytes{QByteArray(16, 'n')}, m_practice.everyone, QStringLiteral("Morning"), {}}});
            const auto events = wire.nextOf<EventsNotice>().value();
            QCOMPARE(events.events.front().text, std::optional(QStringLiteral("Morning")));
            wire.send({std::nullopt, Ack{events.cursor}});

            // Another process; found by polling.
            auto other = record::Record::open(m_practice.config.recordPath, m_practice.random);
            record::EventDraft draft;
            draft.payload = RoomAdded{QStringLiteral("Treatment room"), RoomKind::Other};
            QVERIFY(other->append(std::vector{draft}, m_practice.clock.wallNow()).ok());
            QVERIFY(std::holds_alternative<RoomAdded>(
                wire.nextOf<EventsNotice>().value().events.front().payload));

            server.stop();
            QVERIFY(wire.nextOf<StoppingNotice>().has_value());
            QCOMPARE(wire.closes(), std::optional(ErrorCode::ServerStopping));
            server.stop(); // harmless
            const auto report = other->verify(m_practice.publicKey);
            QVERIFY(report->ok());
            QCOMPARE((*other->newestCheckpoint())->seq, other->head()->seq);
        }
        server::Server server(m_practice.config, m_practice.clock, m_practice.random);
        const auto port = server.start();
        QVERIFY(port.ok());
        QCOMPARE(server.port(), *port);
        Wire wire(*port, transport::Trust::authority(m_practice.authority));
        QVERIFY(wire.opens());
        wire.send({1, AuthToken{{protocolVersion, {}, QStringLiteral("test 1")}, token}});
        QCOMPARE(wire.nextOf<OkSession>().value().member, m_practice.member);
    }

    void whatCannotStartSaysWhy()
    {
        server::ServerConfig config = m_practice.config;
        config.recordPath = m_practice.config.recordPath + QStringLiteral(".none");
        QCOMPARE(server::Server(config, m_practice.clock, m_practice.random).start().error().code,
                 ErrorCode::NotFound);
        config = m_practice.config;
        config.tlsChainPem = "nonsense";
        QCOMPARE(server::Server(config, m_practice.clock, m_practice.random).start().error().code,
                 ErrorCode::InvalidArgument);
        config = m_practice.config;
        config.signingKeyPem = "nonsense";
        QCOMPARE(server::Server(config, m_practice.clock, m_practice.random).start().error().code,
                 ErrorCode::InvalidArgument);
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        config = m_practice.config;
        config.port = taken.serverPort();
        QCOMPARE(server::Server(config, m_practice.clock, m_practice.random).start().error().code,
                 ErrorCode::Unreachable);
    }
};

HANDBELL_TEST(ServerTest)
#include "ServerTest.moc"
