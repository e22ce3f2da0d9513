// SPDX-License-Identifier: Apache-2.0
#include "Crowd.h"
#include "tests/support/TestProgram.h"

using namespace handbell;
using namespace handbell::test;

// Bad cables and bad peers: whoever has one comes back and misses nothing, and nobody else notices.

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

//! A workstation behind a cable of its own.
struct Cable
{
    explicit Cable(LeanWorkstation &workstation, quint16 server)
        : user(workstation)
    {
        proxy.setTarget(server);
        if (!proxy.listen(QHostAddress::LocalHost))
            qFatal("no cable");
        user.disconnectNow();
        user.moveTo({QStringLiteral("127.0.0.1"), proxy.serverPort()});
        user.connectNow();
    }

    CutProxy proxy;
    LeanWorkstation &user;
};

void setBoth(CutProxy &proxy, const Flaw &flaw)
{
    proxy.setFlaw(CutProxy::ToServer, flaw);
    proxy.setFlaw(CutProxy::ToClient, flaw);
}

} // namespace

class NetworkFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoHasABadLineMissesNothingAndDisturbsNobody()
    {
        enum { Delayed, Trickling, MuteToServer, MuteToClient, Frozen, HalfOpen, Count };
        constexpr int others = 6;
        Crowd crowd({2, Count + others, 0});
        QVERIFY2(crowd.problem().isEmpty(), qPrintable(crowd.problem()));
        std::vector<std::unique_ptr<Cable>> cables;
        for (size_t i = 0; i < Count; ++i)
            cables.push_back(std::make_unique<Cable>(*crowd.lean()[i], crowd.practice().port()));
        QVERIFY(crowd.until([&] { return allFollow(crowd); }));
        crowd.setWriting(true);
        for (int round = 0; round < faultRounds(1); ++round) {
            std::vector<qsizetype> enough;
            for (const auto &lean : crowd.lean())
                enough.push_back(answered(*lean) + 3);
            QVERIFY(crowd.until([&] { return allHave(crowd, enough, 0); }));
            std::vector<int> losses;
            for (const auto &lean : crowd.lean())
                losses.push_back(lean->losses());
            setBoth(cables[Delayed]->proxy, {Flaw::Kind::Delay, milliseconds(100)});
            setBoth(cables[Trickling]->proxy, {Flaw::Kind::Trickle, seconds(1)});
            cables[MuteToServer]->proxy.setFlaw(CutProxy::ToServer, {Flaw::Kind::Hole, {}});
            cables[MuteToClient]->proxy.setFlaw(CutProxy::ToClient, {Flaw::Kind::Hole, {}});
            setBoth(cables[Frozen]->proxy, {Flaw::Kind::Frozen, {}});
            cables[HalfOpen]->proxy.abandonClients();
            m_faults += Count;
            // Each of the others goes on while every bad line is found to be one.
            enough.clear();
            for (const auto &lean : crowd.lean())
                enough.push_back(answered(*lean) + 20);
            QVERIFY2(crowd.until([&] { return allHave(crowd, enough, Count); }), "others are kept waiting");
            const auto noticed = [&](int cable) {
                return crowd.lean()[static_cast<size_t>(cable)]->losses() >
                       losses[static_cast<size_t>(cable)];
            };
            QVERIFY2(crowd.until([&] {
                return noticed(Trickling) && noticed(MuteToServer) && noticed(MuteToClient) &&
                       noticed(Frozen) && noticed(HalfOpen);
            }),
                     "a dead line was not noticed");
            for (size_t i = Count; i < crowd.lean().size(); ++i)
                QCOMPARE(crowd.lean()[i]->losses(), losses[i]);
            QVERIFY2(!noticed(Delayed), "a slow line is no dead one");
            QVERIFY(crowd.until([&] { return answered(*crowd.lean()[Delayed]) >= enough[Delayed]; }));
            for (const auto &cable : cables)
                setBoth(cable->proxy, {});
            QVERIFY2(crowd.until([&] { return allFollow(crowd); }), "somebody does not come back");
        }
        finish(crowd);
    }

    //! Anywhere: in the handshake, in a frame's header, in its middle, between frames.
    void aLineCutAnywhereLosesAndDoublesNothing()
    {
        Crowd crowd({2, 3, 0}, LivePractice::Way::Relayed);
        QVERIFY2(crowd.problem().isEmpty(), qPrintable(crowd.problem()));
        CutProxy &proxy = crowd.practice().proxy();
        constexpr int usualCuts = 40;
        constexpr quint32 mostBytes = 12'000; // a handshake is 2,000, and some dozen frames
        const int cuts = usualCuts * faultRounds(1);
        const int before = proxy.cuts();
        for (int cut = 0; cut < cuts; ++cut)
            proxy.cutAfter(1 + crowd.random().below(mostBytes));
        crowd.setWriting(true);
        for (const auto &lean : crowd.lean()) {
            lean->disconnectNow();
            lean->connectNow();
        }
        for (const auto &engine : crowd.engines())
            engine->restart();
        QVERIFY(crowd.until([&] { return proxy.cuts() - before == cuts; }));
        m_faults += cuts;
        finish(crowd);
    }

    void aSecondProgramTakesTheSessionAndGivesItBack()
    {
        Crowd crowd({1, 3, 0});
        QVERIFY2(crowd.problem().isEmpty(), qPrintable(crowd.problem()));
        LeanWorkstation &first = *crowd.lean().front();
        crowd.setWriting(true);
        for (int round = 0; round < 3 * faultRounds(1); ++round) {
            const auto enough = crowd.accepted() + 20;
            QVERIFY(crowd.until([&] { return crowd.accepted() >= enough; }));
            LeanWorkstation second(
                {QStringLiteral("127.0.0.1"), crowd.practice().port()},
                transport::Trust::authority(QSslCertificate(crowd.server().authorityDer, QSsl::Der)),
                first.token(), crowd.random());
            QVERIFY(crowd.until([&] { return second.isFollowing() && !first.isConnected(); }));
            QCOMPARE(first.errors().back(), QStringLiteral("session_replaced"));
            QVERIFY2(second.complaint().isEmpty(), qPrintable(second.complaint()));
            first.connectNow();
            QVERIFY(crowd.until([&] { return first.isFollowing() && !second.isConnected(); }));
            QCOMPARE(second.errors().back(), QStringLiteral("session_replaced"));
            ++m_faults;
        }
        finish(crowd);
    }

    void aSlowReaderIsDroppedToResumeAndDisturbsNobody_data()
    {
        QTest::addColumn<bool>("reads");
        QTest::newRow("reads and acknowledges nothing") << true;
        QTest::newRow("does not even read") << false;
    }
    void aSlowReaderIsDroppedToResumeAndDisturbsNobody()
    {
        QFETCH(bool, reads);
        Crowd crowd({1, 7, 0});
        QVERIFY2(crowd.problem().isEmpty(), qPrintable(crowd.problem()));
        LeanWorkstation &slow = *crowd.lean().front();
        Cable cable(slow, crowd.practice().port());
        QVERIFY(crowd.until([&] { return allFollow(crowd); }));
        std::vector<int> losses;
        for (const auto &lean : crowd.lean())
            losses.push_back(lean->losses());
        crowd.setTextLength(3'900); // the sooner too much is unacknowledged
        crowd.setWriting(true);
        if (reads)
            slow.setAcknowledging(false);
        else
            cable.proxy.setFlaw(CutProxy::ToClient, {Flaw::Kind::Frozen, {}});
        ++m_faults;
        QVERIFY2(crowd.until([&] { return slow.losses() > losses.front(); }), "a slow reader is kept");
        if (reads)
            QVERIFY(std::count(slow.errors().begin(), slow.errors().end(), QStringLiteral("server_busy")) >
                    0);
        for (size_t i = 1; i < losses.size(); ++i)
            QCOMPARE(crowd.lean()[i]->losses(), losses[i]);
        slow.setAcknowledging(true);
        setBoth(cable.proxy, {});
        finish(crowd);
        QCOMPARE(slow.snapshots(), 1); // it went on from its cursor
    }

    void cleanupTestCase()
    {
        std::printf("faults: network, seed %u: %d faults, %lld messages accepted, none lost, none twice\n",
                    faultSeed(), m_faults, static_cast<long long>(m_accepted));
    }

private:
    static qsizetype answered(const LeanWorkstation &workstation)
    {
        return static_cast<qsizetype>(workstation.postings().size()) - workstation.waiting();
    }
    static bool allHave(Crowd &crowd, const std::vector<qsizetype> &enough, size_t from)
    {
        for (size_t i = from; i < enough.size(); ++i) {
            if (answered(*crowd.lean()[i]) < enough[i])
                return false;
        }
        return true;
    }
    static bool allFollow(const Crowd &crowd)
    {
        const auto everybody = crowd.all();
        return std::all_of(everybody.begin(), everybody.end(),
                           [](const Workstation *workstation) { return workstation->isFollowing(); });
    }

    void finish(Crowd &crowd)
    {
        const QString differences = crowd.settle();
        QVERIFY2(differences.isEmpty(), qPrintable(differences));
        m_accepted += crowd.accepted();
    }

    int m_faults = 0;
    qint64 m_accepted = 0;
};

HANDBELL_TEST(NetworkFaultTest)
#include "NetworkFaultTest.moc"
