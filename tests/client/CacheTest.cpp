// SPDX-License-Identifier: Apache-2.0
#include "client/Cache.h"

#include "tests/support/DemoPractice.h"
#include "tests/support/TestProgram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace handbell;
using client::Cache;
using client::Message;
using namespace handbell::testing;

namespace {

const QByteArray epoch(16, 'e');
const QString marked = QStringLiteral("the lilac umbrella is at reception");

crypto::SealingKey key(char fill)
{
    return *crypto::SealingKey::fromBytes(QByteArray(32, fill));
}

protocol::Event entry(qint64 seq, protocol::Payload payload, const std::optional<QString> &text = {})
{
    protocol::Event made;
    made.seq = Seq(seq);
    made.at = WallTime(std::chrono::milliseconds(1'764'000'000'000 + seq));
    made.actor = demo::patel;
    made.workstation = demo::consulting3;
    made.payload = std::move(payload);
    made.text = text;
    return made;
}

protocol::Event message(qint64 seq, const QString &text = marked)
{
    return entry(seq, protocol::MessagePosted{demo::deskGroup}, text);
}

} // namespace

class CacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("member-1.cache"));
    }

    void givesBackWhatWasStored()
    {
        {
            auto cache = open();
            QVERIFY(!cache->load()->has_value());
            QVERIFY(cache->restart(epoch, demo::state()).ok());
            QVERIFY(cache
                        ->store({message(51),
                                 entry(52, protocol::RoomRenamed{demo::room3, QStringLiteral("Room C")}),
                                 message(53)},
                                Seq(60))
                        .ok());
            QVERIFY(cache->setReadUpTo(demo::deskGroup, Seq(51)).ok());
            QVERIFY(cache->setComplete(demo::rota).ok());
        }
        const auto contents = **open()->load();
        QCOMPARE(contents.epoch, epoch);
        QCOMPARE(contents.cursor, Seq(60));
        QCOMPARE(contents.baseline, Seq(50));
        QCOMPARE(contents.state.rooms.at(demo::room3).name, QStringLiteral("Room C"));
        QCOMPARE(contents.readUpTo.at(demo::deskGroup), Seq(51));
        QVERIFY(contents.complete.count(demo::rota) > 0);
        const auto &messages = contents.recent.at(demo::deskGroup);
        QCOMPARE(messages.size(), size_t(2));
        QCOMPARE(messages.front().id, MessageId(51));
        QCOMPARE(messages.back().text, marked);
    }

    void nothingThatWasSaidStandsInTheFile()
    {
        {
            auto cache = open();
            QVERIFY(cache->restart(epoch, demo::state()).ok());
            QVERIFY(cache->store({message(51)}, Seq(51)).ok());
            QVERIFY(cache->storeHistory({message(20)}, {}).ok());
        }
        for (const char *part : {"", "-wal"}) {
            QFile file(m_path + QLatin1String(part));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray content = file.readAll();
            QVERIFY(!content.contains("umbrella"));
            QVERIFY(!content.contains("Priya"));
        }
    }

    void anotherKeyOpensNothing()
    {
        {
            auto cache = open();
            QVERIFY(cache->restart(epoch, demo::state()).ok());
        }
        auto other = *Cache::open(m_path, key('b'));
        const auto loaded = other->load();
        QVERIFY(!loaded.ok());
        QCOMPARE(loaded.error().code, ErrorCode::DecryptFailed);
        QVERIFY(other->restart(epoch, demo::state()).ok()); // begun anew, it works
        QVERIFY(other->load()->has_value());
    }

    void aRowMovedToAnotherPlaceIsNotBelieved()
    {
        {
            auto cache = open();
            QVERIFY(cache->restart(epoch, demo::state()).ok());
            QVERIFY(cache->store({message(51)}, Seq(51)).ok());
        }
        {
            auto database = *storage::Database::open(m_path, storage::OpenMode::Existing);
            QVERIFY(database.execute(QStringLiteral("UPDATE event SET seq = 50")).ok());
        }
        const auto loaded = open()->load();
        QVERIFY(!loaded.ok());
        QCOMPARE(loaded.error().code, ErrorCode::DecryptFailed);
    }

    void withdrawingTakesTheTextFromTheDisk()
    {
        auto cache = open();
        QVERIFY(cache->restart(epoch, demo::state()).ok());
        QVERIFY(cache->store({message(51)}, Seq(51)).ok());
        const auto withdrawal = entry(52, protocol::MessageWithdrawn{demo::deskGroup, MessageId(51)});
        QVERIFY(cache->store({withdrawal}, Seq(52)).ok());
        const auto page = *cache->page(demo::deskGroup, Seq(100), 10);
        QCOMPARE(page.size(), size_t(1));
        QVERIFY(page.front().withdrawn);
        QCOMPARE(page.front().text, QString());
        QCOMPARE(*page.front().withdrawnAt, withdrawal.at);
    }

    void pagesFromTheNewestBackwards()
    {
        auto cache = open();
        QVERIFY(cache->restart(epoch, demo::state()).ok());
        std::vector<protocol::Event> older;
        for (int seq = 40; seq > 30; --seq)
            older.push_back(message(seq));
        QVERIFY(cache->storeHistory(older, {MessageId(35)}).ok());
        const auto page = *cache->page(demo::deskGroup, Seq(39), 4);
        QCOMPARE(page.size(), size_t(4));
        QCOMPARE(page.front().id, MessageId(35));
        QVERIFY(page.front().withdrawn);
        QVERIFY(!page.front().withdrawnAt); // history does not tell when
        QCOMPARE(page.back().id, MessageId(38));
        QVERIFY(cache->forget(demo::deskGroup, Seq(36)).ok());
        QCOMPARE(cache->page(demo::deskGroup, Seq(100), 50)->size(), size_t(4)); // 37 to 40
    }

    void compactingKeepsStateAndMessages()
    {
        auto state = demo::state();
        const auto rename = entry(51, protocol::RoomRenamed{demo::room3, QStringLiteral("Room C")});
        QVERIFY(state.apply(rename).ok());
        {
            auto cache = open();
            QVERIFY(cache->restart(epoch, demo::state()).ok());
            QVERIFY(cache->store({rename, message(52)}, Seq(53)).ok());
            QVERIFY(cache->compact(state, Seq(53)).ok());
            QVERIFY(cache
                        ->store({entry(54, protocol::RoomRenamed{demo::room3, QStringLiteral("Room D")})},
                                Seq(54))
                        .ok());
        }
        const auto contents = **open()->load();
        QCOMPARE(contents.state.rooms.at(demo::room3).name, QStringLiteral("Room D"));
        QCOMPARE(contents.recent.at(demo::deskGroup).size(), size_t(1));
    }

    void startsAnewWithoutWhatWasBefore()
    {
        auto cache = open();
        QVERIFY(cache->restart(epoch, demo::state()).ok());
        QVERIFY(cache->store({message(51)}, Seq(51)).ok());
        QVERIFY(cache->setReadUpTo(demo::deskGroup, Seq(51)).ok());
        QVERIFY(cache->restart(QByteArray(16, 'f'), demo::state()).ok());
        const auto contents = **cache->load();
        QCOMPARE(contents.epoch, QByteArray(16, 'f'));
        QVERIFY(contents.recent.empty());
        QVERIFY(contents.readUpTo.empty());
    }

    void allThatIsUnreadComesIntoMemory()
    {
        auto cache = open();
        QVERIFY(cache->restart(epoch, demo::state()).ok());
        std::vector<protocol::Event> events;
        for (int seq = 51; seq <= 170; ++seq)
            events.push_back(message(seq));
        QVERIFY(cache->store(events, Seq(170)).ok());
        QCOMPARE((*cache->load())->recent.at(demo::deskGroup).size(), size_t(120));
        QVERIFY(cache->setReadUpTo(demo::deskGroup, Seq(169)).ok());
        QCOMPARE((*cache->load())->recent.at(demo::deskGroup).size(), size_t(50));
    }

private:
    std::unique_ptr<Cache> open()
    {
        auto cache = Cache::open(m_path, key('a'));
        return cache ? *std::move(cache) : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

HANDBELL_TEST(CacheTest)
#include "CacheTest.moc"
