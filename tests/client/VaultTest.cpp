// SPDX-License-Identifier: Apache-2.0
#include "ClientKit.h"
#include "tests/support/TestProgram.h"

using namespace handbell;
using namespace handbell::testing;

// What stays on a shared workstation, and what does not.
class VaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOnTheDiskCanBeRead()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.say(demo::patel, demo::deskGroup, QStringLiteral("the lilac umbrella"));
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("the mauve umbrella")).ok());
        QVERIFY(kit.waitForSync());
        const QByteArray disk = kit.disk();
        QVERIFY(disk.size() > 10'000);
        for (const char *secret : {"umbrella", "Patel", "Priya Shah", "Clinicians"})
            QVERIFY2(!disk.contains(secret), secret);
        QVERIFY(!disk.contains(kit.server.memberToken));
        QVERIFY(!disk.contains(kit.server.memberToken.toBase64(QByteArray::Base64UrlEncoding)));
        for (const auto &[name, value] : kit.secrets.values()) {
            QVERIFY2(!disk.contains(value), qPrintable(name));
            QVERIFY(value.size() < 1024);
        }
    }

    void whoSignsOutLeavesNothing()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.say(demo::patel, demo::deskGroup, QStringLiteral("hello"));
        QVERIFY(kit.waitForSync());
        QVERIFY(!kit.files().isEmpty());
        auto model = kit.client->makeMessageModel();
        model->setConversation(demo::deskGroup);
        QCOMPARE(model->rowCount(), 1);
        const auto out = kit.session().signOut();
        // At once, whatever the server says.
        QVERIFY(kit.files().isEmpty());
        QCOMPARE(kit.secrets.values().size(), size_t(1));
        QCOMPARE(kit.practice().state(), protocol::PracticeState());
        QCOMPARE(kit.client->messages().unreadCount(), 0);
        QCOMPARE(model->rowCount(), 0);
        QCOMPARE(kit.client->conversations().rowCount(), 0);
        QCOMPARE(kit.client->board().rowCount(), 0);
        QCOMPARE(kit.client->targets().rowCount(), 0);
        QVERIFY(kit.client->alerts().outgoing().empty());
        QTRY_VERIFY(out.isFinished());
    }

    void theNextMemberSeesTheirOwn()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QVERIFY(kit.post(demo::withPatel, QStringLiteral("for Dr Patel alone")).ok());
        QVERIFY(kit.waitForSync());
        const auto out = kit.session().signOut();
        QTRY_VERIFY(!kit.session().roster().empty());
        const auto in = kit.session().signIn(demo::jo, kit.server.password);
        QTRY_VERIFY(in.isFinished());
        QVERIFY(kit.waitForSync());
        QCOMPARE(kit.practice().self(), demo::jo);
        QVERIFY(!kit.practice().state().conversation(demo::withPatel));
        QVERIFY(!kit.server.all<protocol::Sync>().back().cursor);
        const QStringList files = kit.files();
        QVERIFY(!files.isEmpty());
        for (const QString &file : files)
            QVERIFY2(file.startsWith(QStringLiteral("member-%1.").arg(demo::jo.value)), qPrintable(file));
    }

    void aDamagedFileIsBegunAnew_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("cache, nonsense") << QStringLiteral("member-1.cache") << QByteArray(5000, 'x');
        QTest::newRow("cache, empty") << QStringLiteral("member-1.cache") << QByteArray();
        QTest::newRow("outbox, nonsense") << QStringLiteral("member-1.outbox") << QByteArray(5000, 'x');
    }
    void aDamagedFileIsBegunAnew()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        ClientKit kit;
        QVERIFY(kit.join());
        kit.client.reset();
        for (const char *part : {"-wal", "-shm"})
            QFile::remove(kit.profile->folder().filePath(file + QLatin1String(part)));
        QFile damaged(kit.profile->folder().filePath(file));
        QVERIFY(damaged.open(QIODevice::WriteOnly | QIODevice::Truncate));
        damaged.write(content);
        damaged.close();
        kit.restart();
        QVERIFY(kit.waitForSync());
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("it works")).ok());
        QTRY_COMPARE(kit.client->messages().waitingCount(), 0);
        kit.say(demo::patel, demo::deskGroup, QStringLiteral("so it does"));
        QVERIFY(kit.waitForSync());
        kit.restart();
        QVERIFY(kit.waitForSync());
        QVERIFY(kit.server.all<protocol::Sync>().back().cursor.has_value());
    }

    //! What is in the outbox is nowhere else: a disk that fails for a moment is no reason to throw it away.
    void anOutboxThatCannotBeOpenedNowIsKept()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        kit.server.refusesWith = ErrorCode::ServerBusy;
        kit.server.cut();
        QVERIFY(kit.post(demo::deskGroup, QStringLiteral("still here")).ok());
        kit.client.reset();
        const QDir folder = kit.profile->folder();
        QVERIFY(folder.mkdir(QStringLiteral("member-1.outbox-wal"))); // where SQLite wants to write
        kit.server.refusesWith.reset();
        kit.restart();
        QVERIFY(kit.waitForSync());
        kit.client.reset();
        QVERIFY(folder.rmdir(QStringLiteral("member-1.outbox-wal")));
        kit.restart();
        QTRY_COMPARE(kit.server.all<protocol::MessagePost>().size(), size_t(1));
        QCOMPARE(kit.server.all<protocol::MessagePost>().front().text, QStringLiteral("still here"));
    }

    void aLostKeyBeginsAnew()
    {
        ClientKit kit;
        QVERIFY(kit.join());
        QVERIFY(kit.secrets.values().size() == 3);
        kit.client.reset();
        auto removed = kit.secrets.remove(QStringLiteral("test/cache-key-1"));
        QVERIFY(removed.isFinished());
        QCOMPARE(kit.secrets.values().size(), size_t(2));
        kit.restart();
        QVERIFY(kit.waitForSync());
        QVERIFY(!kit.server.all<protocol::Sync>().back().cursor);
        QCOMPARE(kit.secrets.values().size(), size_t(3));
    }
};

HANDBELL_TEST(VaultTest)
#include "VaultTest.moc"
