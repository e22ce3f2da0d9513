// SPDX-License-Identifier: Apache-2.0
#include "RunningProgram.h"
#include "tests/support/TestProgram.h"
#include "transport/Invitation.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#ifndef Q_OS_WIN
#include <signal.h>
#endif

using namespace Qt::Literals::StringLiterals;
using namespace handbell;
using test::Ran;

class HandbelldTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_temporary;

    [[nodiscard]] QString path(const char *name) const { return m_temporary.filePath(QLatin1String(name)); }
    [[nodiscard]] QString data() const { return path("data"); }
    //! Starts serving on a free port of 127.0.0.1; gives the port, or 0.
    [[nodiscard]] quint16 serve(QProcess &process) const
    {
        process.start(QStringLiteral(HANDBELLD),
                      {u"serve"_s, u"--data"_s, data(), u"--listen"_s, u"127.0.0.1:0"_s});
        while (!process.canReadLine()) {
            if (!process.waitForReadyRead(20'000))
                return 0;
        }
        static const QRegularExpression ready(u"^handbelld ready 127\\.0\\.0\\.1:(\\d+)\\n$"_s);
        return ready.match(QString::fromLatin1(process.readLine())).captured(1).toUShort();
    }

private Q_SLOTS:
    void initMakesAPractice()
    {
        const Ran ran = test::run(HANDBELLD, {u"init"_s, u"--json"_s, u"--data"_s, data(), u"--practice"_s,
                                              u"Riverside Surgery"_s, u"--host"_s, u"127.0.0.1"_s,
                                              u"--host"_s, u"Localhost"_s, u"--port"_s, u"4433"_s});
        QVERIFY2(ran.exit == 0, ran.err.constData());
        const QJsonObject invitation = ran.json().value(u"invitation"_s).toObject();
        const auto parsed = transport::Invitation::parse(invitation.value(u"invitation"_s).toString());
        QVERIFY(parsed.ok());
        QCOMPARE(parsed->host, u"127.0.0.1"_s);
        QCOMPARE(parsed->port, quint16{4433});
        QVERIFY(invitation.contains(u"member"_s) && invitation.contains(u"workstation"_s));
#ifndef Q_OS_WIN
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFileInfo(data()).permissions() & others, QFile::Permissions());
        QVERIFY(!(QFileInfo(data() + u"/server.key"_s).permissions() & others));
#endif
    }

    void whatOthersCanReadIsNotServed_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("advice");
        QTest::newRow("the directory") << u""_s << u"chmod 700"_s;
        QTest::newRow("the server's key") << u"/server.key"_s << u"chmod 600"_s;
        QTest::newRow("the authority's key") << u"/authority.key"_s << u"chmod 600"_s;
        QTest::newRow("the record's key") << u"/record.key"_s << u"chmod 600"_s;
    }

    void whatOthersCanReadIsNotServed()
    {
#ifdef Q_OS_WIN
        QSKIP("access lists rule on Windows");
#endif
        QFETCH(QString, file);
        QFETCH(QString, advice);
        const QFile::Permissions before = QFileInfo(data() + file).permissions();
        QVERIFY(QFile::setPermissions(data() + file, before | QFile::ReadGroup));
        const Ran ran =
            test::run(HANDBELLD, {u"serve"_s, u"--data"_s, data(), u"--listen"_s, u"127.0.0.1:0"_s});
        QVERIFY(QFile::setPermissions(data() + file, before));
        QVERIFY(ran.exit != 0);
        QVERIFY2(QString::fromUtf8(ran.err).contains(advice), ran.err.constData());
        QVERIFY2(QString::fromUtf8(ran.err).contains(data() + file), ran.err.constData());
    }

    void initRefusesWhatIsThere()
    {
        const QStringList before = QDir(data()).entryList(QDir::Files | QDir::Hidden);
        const Ran ran = test::run(HANDBELLD, {u"init"_s, u"--data"_s, data(), u"--practice"_s, u"Another"_s});
        QCOMPARE(ran.exit, 1);
        QVERIFY2(ran.err.contains("not empty"), ran.err.constData());
        QCOMPARE(QDir(data()).entryList(QDir::Files | QDir::Hidden), before);
    }

    void initLeavesNothingBehindWhenItFails()
    {
        const Ran ran = test::run(HANDBELLD, {u"init"_s, u"--data"_s, path("failed"), u"--practice"_s,
                                              u"Riverside Surgery"_s, u"--admin"_s, u"  "_s});
        QCOMPARE(ran.exit, 1);
        QVERIFY(!QFileInfo::exists(path("failed")));
    }

    void usage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("unknown") << QStringList{u"dance"_s};
        QTest::newRow("init without data") << QStringList{u"init"_s, u"--practice"_s, u"A"_s};
        QTest::newRow("init without name") << QStringList{u"init"_s, u"--data"_s, u"x"_s};
        QTest::newRow("port") << QStringList{u"init"_s, u"--data"_s, u"x"_s, u"--practice"_s,
                                             u"A"_s,    u"--port"_s, u"0"_s};
        QTest::newRow("listen") << QStringList{u"serve"_s, u"--data"_s, u"x"_s, u"--listen"_s, u"nonsense"_s};
        QTest::newRow("no connections")
            << QStringList{u"serve"_s, u"--data"_s, u"x"_s, u"--per-address"_s, u"0"_s};
        QTest::newRow("too many connections")
            << QStringList{u"serve"_s, u"--data"_s, u"x"_s, u"--per-address"_s, u"1025"_s};
        QTest::newRow("extra word") << QStringList{u"serve"_s, u"--data"_s, u"x"_s, u"now"_s};
    }
    void usage()
    {
        QFETCH(QStringList, arguments);
        const Ran ran = test::run(HANDBELLD, arguments);
        QCOMPARE(ran.exit, 2);
        QVERIFY(ran.out.isEmpty());
        QVERIFY(!ran.err.isEmpty());
    }

    void helpAndVersion()
    {
        QCOMPARE(test::run(HANDBELLD, {u"--version"_s}).out, QByteArray("handbelld " HANDBELL_VERSION "\n"));
        QVERIFY(test::run(HANDBELLD, {u"--help"_s}).out.contains("serve"));
    }

    void servesUntilAskedToStop()
    {
        QProcess server;
        const quint16 port = serve(server);
        QVERIFY2(port > 0, server.readAllStandardError().constData());
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, port);
        QVERIFY(socket.waitForConnected(5'000));

        const Ran second =
            test::run(HANDBELLD, {u"serve"_s, u"--data"_s, data(), u"--listen"_s, u"127.0.0.1:0"_s});
        QCOMPARE(second.exit, 1);
        QVERIFY2(second.err.contains("another handbelld"), second.err.constData());

        const Ran beside = test::run(HANDBELLCTL, {u"--data"_s, data(), u"rooms"_s, u"add"_s,
                                                   u"Back office"_s, u"--kind"_s, u"office"_s});
        QVERIFY2(beside.exit == 0, beside.err.constData());

#ifdef Q_OS_WIN
        server.kill();
        QVERIFY(server.waitForFinished(20'000));
#else
        server.terminate(); // SIGTERM; twice, as wrappers do
        server.terminate();
        QVERIFY(server.waitForFinished(20'000));
        QCOMPARE(server.exitStatus(), QProcess::NormalExit);
        QCOMPARE(server.exitCode(), 0);
        QVERIFY2(server.readAllStandardOutput().isEmpty(), "the readiness line is the only one");
        QVERIFY(!QFileInfo::exists(data() + u"/serve.lock"_s));
        // The stop took a checkpoint, and the next start finds all as it was.
        const Ran status = test::run(HANDBELLCTL, {u"--data"_s, data(), u"--json"_s, u"status"_s});
        QCOMPARE(status.json().value(u"checkpoint"_s).toObject().value(u"seq"_s),
                 status.json().value(u"head"_s));
        QCOMPARE(test::run(HANDBELLCTL, {u"--data"_s, data(), u"verify"_s}).exit, 0);
#endif
    }

    void showsARenewedCertificateAfterSighup()
    {
#ifdef Q_OS_WIN
        QSKIP("Windows has no SIGHUP");
#else
        QProcess server;
        const quint16 port = serve(server);
        QVERIFY(port > 0);
        QFile authorityFile(data() + u"/authority.crt"_s);
        QVERIFY(authorityFile.open(QIODevice::ReadOnly));
        QSslConfiguration tls;
        tls.setCaCertificates(QSslCertificate::fromDevice(&authorityFile));
        const auto connectTo = [&tls, port](QSslSocket &socket) {
            socket.setSslConfiguration(tls);
            socket.connectToHostEncrypted(u"127.0.0.1"_s, port);
            return socket.waitForEncrypted(10'000) ? socket.peerCertificate().serialNumber() : QByteArray();
        };
        QSslSocket before;
        const QByteArray first = connectTo(before);
        QVERIFY(!first.isEmpty());

        const Ran renewed =
            test::run(HANDBELLCTL, {u"--data"_s, data(), u"--json"_s, u"certificate"_s, u"renew"_s});
        QVERIFY2(renewed.exit == 0, renewed.err.constData());
        ::kill(pid_t(server.processId()), SIGHUP);
        QVERIFY(QTest::qWaitFor(
            [&] {
                QSslSocket after;
                const QByteArray shown = connectTo(after);
                return !shown.isEmpty() && shown != first;
            },
            20'000));

        // What cannot be used changes nothing.
        QSslSocket good;
        const QByteArray second = connectTo(good);
        QFile broken(data() + u"/server.crt"_s);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no certificate");
        broken.close();
        ::kill(pid_t(server.processId()), SIGHUP);
        QVERIFY(QTest::qWaitFor(
            [&server, said = QByteArray()]() mutable {
                said += server.readAllStandardError();
                return said.contains("the one before is kept");
            },
            20'000));
        QSslSocket still;
        QCOMPARE(connectTo(still), second);
        server.terminate();
        QVERIFY(server.waitForFinished(20'000));
        // For what follows.
        QCOMPARE(test::run(HANDBELLCTL, {u"--data"_s, data(), u"certificate"_s, u"renew"_s}).exit, 0);
#endif
    }

    void backsUpBesideTheServer()
    {
        QProcess server;
        QVERIFY(serve(server) > 0);
        const QString file = path("record-backup.db");
        const Ran ran = test::run(HANDBELLD, {u"backup"_s, u"--data"_s, data(), u"--to"_s, file});
        QVERIFY2(ran.exit == 0, ran.err.constData());
#ifndef Q_OS_WIN
        QVERIFY(!(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
#endif
        const Ran verified = test::run(
            HANDBELLCTL, {u"verify"_s, u"--record"_s, file, u"--public-key"_s, data() + u"/record.pub"_s});
        QVERIFY2(verified.exit == 0, QByteArray(verified.out + verified.err).constData());
        const Ran again = test::run(HANDBELLD, {u"backup"_s, u"--data"_s, data(), u"--to"_s, file});
        QCOMPARE(again.exit, 1);
        QVERIFY(QDir(data()).entryList({u"backup-*"_s}, QDir::Files).isEmpty());
        server.terminate();
        if (!server.waitForFinished(20'000))
            server.kill();
    }

    void goesBackToABackupWithTheServerStopped()
    {
        const QString backup = path("to-restore.db");
        QCOMPARE(test::run(HANDBELLD, {u"backup"_s, u"--data"_s, data(), u"--to"_s, backup}).exit, 0);
        const QStringList restore{u"restore"_s, u"--json"_s, u"--data"_s, data(), u"--from"_s};
        QProcess server;
        QVERIFY(serve(server) > 0);
        const Ran served = test::run(HANDBELLD, restore + QStringList{backup});
        QCOMPARE(served.exit, 1);
        QVERIFY2(served.err.contains("stop it first"), served.err.constData());
        server.terminate();
        QVERIFY(server.waitForFinished(20'000));

        const QString damaged = path("damaged.db");
        QVERIFY(QFile::copy(backup, damaged));
        QVERIFY(QFile::resize(damaged, QFileInfo(damaged).size() / 2));
        const auto record = [this] {
            return test::run(HANDBELLCTL, {u"--data"_s, data(), u"--json"_s, u"verify"_s}).json();
        };
        const QJsonObject before = record();
        QCOMPARE(test::run(HANDBELLD, restore + QStringList{damaged}).exit, 1);
        QCOMPARE(record(), before);

        const QStringList setAside{u"record.db.before-*"_s};
        QVERIFY(QDir(data()).entryList(setAside, QDir::Files).isEmpty());
        const Ran ran = test::run(HANDBELLD, restore + QStringList{backup});
        QVERIFY2(ran.exit == 0, ran.err.constData());
        QVERIFY(QFile::exists(ran.json().value(u"before"_s).toString()));
        QVERIFY(record().value(u"ok"_s).toBool());
        QVERIFY(!QDir(data()).entryList(setAside, QDir::Files).isEmpty());
        QVERIFY(QDir(data()).entryList({u"restore-*"_s}, QDir::Files).isEmpty());
#ifndef Q_OS_WIN
        QVERIFY(!(QFileInfo(data() + u"/record.db"_s).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
#endif
        QProcess again;
        QVERIFY(serve(again) > 0);
        again.terminate();
        QVERIFY(again.waitForFinished(20'000));
    }
};

HANDBELL_TEST(HandbelldTest)
#include "HandbelldTest.moc"
