// SPDX-License-Identifier: Apache-2.0
#include "server/administration/DataDirectory.h"

#include "server/administration/SetUp.h"
#include "tests/support/TestProgram.h"
#include "transport/Invitation.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handbell;
using namespace handbell::administration;

class DataDirectoryTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_temporary;
    VirtualClock m_clock;
    SystemRandom m_random;

    [[nodiscard]] QString path(const char *name) const { return m_temporary.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void setsUpAPracticeThatOpens()
    {
        const auto directory = DataDirectory::create(path("new/practice"));
        QVERIFY(directory.ok());
        NewPractice wanted;
        wanted.name = u"Riverside Surgery"_s;
        wanted.hosts = {u"localhost"_s, u"127.0.0.1"_s};
        const auto report = setUpPractice(*directory, wanted, m_clock, m_random);
        QVERIFY2(report.ok(), qPrintable(report ? QString() : report.error().detail));

        const auto opened = DataDirectory::open(path("new/practice"));
        QVERIFY2(opened.ok(), qPrintable(opened ? QString() : opened.error().detail));
        auto administration =
            Administration::open(*opened, record::Record::Access::ReadWrite, m_clock, m_random);
        QVERIFY2(administration.ok(), qPrintable(administration ? QString() : administration.error().detail));
        QCOMPARE(*administration->practice(), report->practice);
        const auto verified = administration->record().verify(*opened->recordPublicKey());
        QVERIFY(verified.ok() && verified->ok());

        const auto invitation = transport::Invitation::parse(report->invitation.text);
        QVERIFY(invitation.ok());
        QCOMPARE(invitation->pin, opened->authority()->pin());
        QCOMPARE(invitation->port, defaultPort);
    }

    void changesAllOrNothing()
    {
        const auto opened = DataDirectory::open(path("new/practice"));
        QVERIFY(opened.ok());
        auto administration =
            Administration::open(*opened, record::Record::Access::ReadWrite, m_clock, m_random);
        QVERIFY(administration.ok());
        const Seq before = administration->practice()->seq;
        const auto refused = administration->change([](Plan &plan) -> Result<void> {
            if (const auto added = plan.addRoom(u"Attic"_s, protocol::RoomKind::Other); !added)
                return added.error();
            return plan.setRole(MemberId(999), u"GP"_s);
        });
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
        QCOMPARE(administration->practice()->seq, before);
        const auto kept = administration->change([](Plan &plan) -> Result<void> {
            const auto added = plan.addRoom(u"Attic"_s, protocol::RoomKind::Other);
            return added ? Result<void>() : Result<void>(added.error());
        });
        QVERIFY(kept.ok());
        QCOMPARE(administration->practice()->seq, Seq(before.value + 1));
        QVERIFY(administration->change([](Plan &) -> Result<void> { return {}; }).ok());
        QCOMPARE(administration->practice()->seq, Seq(before.value + 1));
    }

    void refusesWhatIsNotEmpty()
    {
        QVERIFY(QDir().mkpath(path("full")));
        QFile file(path("full/.hidden"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(DataDirectory::create(path("full")).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(DataDirectory::create(path("full/.hidden")).error().code, ErrorCode::AlreadyExists);
    }

    void refusesWhatOthersCanEnter()
    {
#ifdef Q_OS_WIN
        QSKIP("access lists rule on Windows");
#endif
        const QString where = path("new/practice");
        const auto files = QDir(where).entryInfoList(QDir::Files);
        QVERIFY(files.size() >= 8);
        for (const QFileInfo &info : files) {
            if (info.fileName() != QLatin1String("serve.lock"))
                QVERIFY2(!(info.permissions() & (QFile::ReadGroup | QFile::ReadOther)),
                         qPrintable(info.fileName()));
        }
        const auto ours = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
        QCOMPARE(QFileInfo(where).permissions() & (QFile::ReadGroup | QFile::ExeGroup | QFile::ExeOther),
                 QFile::Permissions());
        for (const auto theirs : {QFile::ReadGroup, QFile::ExeGroup, QFile::WriteOther, QFile::ExeOther}) {
            QVERIFY(QFile::setPermissions(where, ours | theirs));
            QCOMPARE(DataDirectory::open(where).error().code, ErrorCode::NotPermitted);
        }
        QVERIFY(QFile::setPermissions(where, ours));
        QVERIFY(DataDirectory::open(where).ok());
    }

    void refusesKeysThatOthersCanRead()
    {
#ifdef Q_OS_WIN
        QSKIP("access lists rule on Windows");
#endif
        const QString where = path("new/practice");
        const auto ours = QFile::ReadOwner | QFile::WriteOwner;
        for (const char *name : {"record.key", "authority.key", "server.key"}) {
            const QString key = where + u'/' + QLatin1String(name);
            for (const auto theirs : {QFile::ReadGroup, QFile::WriteGroup, QFile::ReadOther}) {
                QVERIFY(QFile::setPermissions(key, ours | theirs));
                const auto opened = DataDirectory::open(where);
                QCOMPARE(opened.error().code, ErrorCode::NotPermitted);
                QVERIFY(opened.error().detail.contains(key));
                QVERIFY(opened.error().detail.contains(u"chmod 600"_s));
            }
            QVERIFY(QFile::setPermissions(key, ours));
        }
        QVERIFY(DataDirectory::open(where).ok());
    }

    void refusesWhatIsNoPractice()
    {
        QCOMPARE(DataDirectory::open(path("nowhere")).error().code, ErrorCode::NotFound);
        QVERIFY(DataDirectory::create(path("empty")).ok());
        QCOMPARE(DataDirectory::open(path("empty")).error().code, ErrorCode::NotFound);
    }

    void servesOnce()
    {
        const auto directory = DataDirectory::open(path("new/practice"));
        QVERIFY(directory.ok());
        auto first = directory->lockForServing();
        QVERIFY(first.ok());
        QCOMPARE(directory->lockForServing().error().code, ErrorCode::AlreadyExists);
        first->reset();
        QVERIFY(directory->lockForServing().ok());
    }
};

HANDBELL_TEST(DataDirectoryTest)
#include "DataDirectoryTest.moc"
