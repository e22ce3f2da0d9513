// SPDX-License-Identifier: Apache-2.0
#include "transport/LoopbackChannel.h"

#include "tests/support/TestProgram.h"
#include "tests/transport/TransportFixture.h"
#include "transport/TransportLimits.h"

#include <QSignalSpy>
#include <QTest>

using namespace handbell;
using namespace handbell::transport;
using test::reasonOf;

namespace {

QStringList framesOf(const QSignalSpy &spy)
{
    QStringList frames;
    for (const auto &call : spy)
        frames.append(QString::fromUtf8(call.first().toByteArray()));
    return frames;
}

//! An opened pair, delivering on demand.
struct OpenPair
{
    OpenPair()
    {
        auto pair = LoopbackChannel::makePair(Delivery::OnDemand);
        a = std::move(pair.first);
        b = std::move(pair.second);
        a->open();
        b->open();
        a->deliver();
        b->deliver();
    }
    std::unique_ptr<LoopbackChannel> a;
    std::unique_ptr<LoopbackChannel> b;
};

} // namespace

class LoopbackChannelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensOnceBothAsked()
    {
        auto [a, b] = LoopbackChannel::makePair(Delivery::EventLoop);
        QSignalSpy openedA(a.get(), &Channel::opened);
        QSignalSpy openedB(b.get(), &Channel::opened);
        a->open();
        QCoreApplication::processEvents();
        QVERIFY(openedA.isEmpty());
        b->open();
        QVERIFY(!a->isOpen()); // never from within the call
        QCoreApplication::processEvents();
        QCOMPARE(openedA.size(), 1);
        QCOMPARE(openedB.size(), 1);
        QVERIFY(a->isOpen() && b->isOpen());
    }

    void framesKeepOrderAndWaitForTheEventLoop()
    {
        auto [a, b] = LoopbackChannel::makePair(Delivery::EventLoop);
        a->open();
        b->open();
        QCoreApplication::processEvents();
        QSignalSpy frames(b.get(), &Channel::frameReceived);
        a->send("one");
        a->send("two");
        QVERIFY(frames.isEmpty());
        QCoreApplication::processEvents();
        QCOMPARE(framesOf(frames), (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
    }

    void deliversOnDemand()
    {
        OpenPair pair;
        QSignalSpy frames(pair.b.get(), &Channel::frameReceived);
        pair.a->send("one");
        pair.a->send("two");
        QCoreApplication::processEvents();
        QVERIFY(frames.isEmpty());
        QCOMPARE(pair.b->inFlight(), 2);
        QVERIFY(pair.b->deliverNext());
        QCOMPARE(framesOf(frames), QStringList{QStringLiteral("one")});
        QCOMPARE(pair.b->deliver(), 1);
        QVERIFY(!pair.b->deliverNext());
    }

    void dropLosesFramesOnly()
    {
        OpenPair pair;
        QSignalSpy frames(pair.b.get(), &Channel::frameReceived);
        pair.a->send("lost");
        pair.b->dropInFlight();
        pair.a->send("kept");
        pair.b->deliver();
        QCOMPARE(framesOf(frames), QStringList{QStringLiteral("kept")});
    }

    void cutLosesBothWaysAndClosesBoth()
    {
        OpenPair pair;
        QSignalSpy framesA(pair.a.get(), &Channel::frameReceived);
        QSignalSpy framesB(pair.b.get(), &Channel::frameReceived);
        QSignalSpy closedA(pair.a.get(), &Channel::closed);
        QSignalSpy closedB(pair.b.get(), &Channel::closed);
        pair.a->send("lost");
        pair.b->send("lost");
        pair.a->cut();
        QVERIFY(!pair.a->isOpen() && !pair.b->isOpen());
        pair.a->deliver();
        pair.b->deliver();
        pair.a->cut();
        pair.a->close();
        pair.a->deliver();
        QVERIFY(framesA.isEmpty() && framesB.isEmpty());
        QCOMPARE(closedA.size(), 1);
        QCOMPARE(closedB.size(), 1);
        QCOMPARE(reasonOf(closedA).code, std::optional(ErrorCode::Unreachable));
        QCOMPARE(reasonOf(closedB).code, std::optional(ErrorCode::Unreachable));
    }

    void closeDeliversWhatWasSentBefore()
    {
        OpenPair pair;
        QSignalSpy frames(pair.b.get(), &Channel::frameReceived);
        QSignalSpy closedA(pair.a.get(), &Channel::closed);
        QSignalSpy closedB(pair.b.get(), &Channel::closed);
        pair.a->send("last words");
        pair.a->close({ErrorCode::TokenRevoked, QStringLiteral("for our log alone")});
        pair.a->send("too late");
        pair.a->deliver();
        pair.b->deliver();
        QCOMPARE(framesOf(frames), QStringList{QStringLiteral("last words")});
        QCOMPARE(reasonOf(closedA),
                 (CloseReason{ErrorCode::TokenRevoked, QStringLiteral("for our log alone")}));
        QCOMPARE(reasonOf(closedB), (CloseReason{ErrorCode::TokenRevoked, {}}));
    }

    void frameRulesHold()
    {
        OpenPair pair;
        QSignalSpy frames(pair.b.get(), &Channel::frameReceived);
        QSignalSpy violations(pair.b.get(), &Channel::violation);
        pair.a->send(QByteArray(maxFrameSize, 'x'));
        pair.a->send(QByteArray(maxFrameSize + 1, 'x'));
        pair.a->sendBinary("x");
        pair.b->deliver();
        QCOMPARE(frames.size(), 1);
        QCOMPARE(violations.size(), 2);
        QCOMPARE(violations[0][0].value<ErrorCode>(), ErrorCode::FrameTooLarge);
        QCOMPARE(violations[1][0].value<ErrorCode>(), ErrorCode::BinaryFrame);
        QVERIFY(pair.b->isOpen());
    }

    void lonelyEnd()
    {
        auto [a, b] = LoopbackChannel::makePair(Delivery::OnDemand);
        b.reset();
        QSignalSpy closed(a.get(), &Channel::closed);
        a->open();
        a->deliver();
        QCOMPARE(reasonOf(closed).code, std::optional(ErrorCode::Unreachable));

        OpenPair pair;
        QSignalSpy closedB(pair.b.get(), &Channel::closed);
        pair.a.reset();
        pair.b->deliver();
        QCOMPARE(reasonOf(closedB).code, std::optional(ErrorCode::Unreachable));
    }

    void receiverMayDeleteTheChannel()
    {
        OpenPair pair;
        LoopbackChannel *raw = pair.b.release();
        connect(raw, &Channel::frameReceived, this, [raw] { delete raw; });
        pair.a->send("one");
        pair.a->send("two");
        QCOMPARE(raw->deliver(), 1);
    }
};

HANDBELL_TEST(LoopbackChannelTest)
#include "LoopbackChannelTest.moc"
