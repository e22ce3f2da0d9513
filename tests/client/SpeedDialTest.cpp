// SPDX-License-Identifier: Apache-2.0
#include "client/SpeedDial.h"

#include "client/Profile.h"
#include "tests/support/DemoPractice.h"
#include "tests/support/TestProgram.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace handbell;
using namespace handbell::testing;
using namespace Qt::Literals::StringLiterals;
using client::Profile;
using client::SpeedDial;
using client::SpeedDialEntry;
using protocol::Address;

class SpeedDialTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }

    void entriesAreKeptInTheirOrder()
    {
        {
            SpeedDial dial(*m_profile);
            QSignalSpy changed(&dial, &SpeedDial::changed);
            dial.toggle(interpreter);
            dial.toggle(chaperone);
            dial.toggle(everyone);
            dial.move(2, 0);
            QCOMPARE(changed.count(), 4);
        }
        open();
        SpeedDial dial(*m_profile);
        QCOMPARE(dial.entries(), (std::vector{everyone, interpreter, chaperone}));
        QCOMPARE(dial.numberOf(interpreter), std::optional(2));
        dial.toggle(interpreter);
        QCOMPARE(dial.numberOf(interpreter), std::optional<int>());
        dial.remove(0);
        QCOMPARE(dial.entries(), std::vector{chaperone});
    }

    void whatIsOutOfRangeDoesNothing()
    {
        SpeedDial dial(*m_profile);
        dial.toggle(interpreter);
        QSignalSpy changed(&dial, &SpeedDial::changed);
        dial.remove(1);
        dial.move(0, 1);
        dial.move(1, 0);
        dial.move(0, 0);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(dial.entries(), std::vector{interpreter});
    }

    void thereAreNineAndNoMore()
    {
        SpeedDial dial(*m_profile);
        for (int i = 1; i <= 12; ++i)
            dial.toggle({u"interpreter_here"_s, Address::room(RoomId{i})});
        QCOMPARE(dial.entries().size(), SpeedDial::Limit);
        QVERIFY(dial.isFull());
        QCOMPARE(dial.entries().back().to, Address::room(RoomId{9}));
        dial.toggle({u"interpreter_here"_s, Address::room(RoomId{3})}); // one less is always possible
        QVERIFY(!dial.isFull());
    }

    void whatIsNotAnEntryIsPassedOver()
    {
        SpeedDial dial(*m_profile);
        dial.toggle(interpreter);
        QString key;
        QVERIFY(find(key));
        QStringList stored = m_profile->setting(key).toStringList();
        stored = QStringList{u"nonsense"_s, u"{\"template\": 3}"_s} + stored + stored;
        stored << u"{\"template\":\"x\",\"to\":{\"kind\":\"room\",\"id\":1,\"role\":\"\"},\"more\":1}"_s;
        m_profile->setSetting(key, stored);
        QCOMPARE(SpeedDial(*m_profile).entries(), std::vector{interpreter});
    }

    void eachPracticeHasItsOwn()
    {
        QVERIFY(m_profile->setServer({{u"one.example"_s, 22355}, {}}).ok());
        SpeedDial dial(*m_profile);
        dial.toggle(interpreter);
        QVERIFY(m_profile->setServer({{u"two.example"_s, 22355}, {}}).ok());
        QSignalSpy changed(&dial, &SpeedDial::changed);
        dial.reload();
        QVERIFY(dial.entries().empty());
        dial.toggle(chaperone);
        QVERIFY(m_profile->setServer({{u"one.example"_s, 22355}, {}}).ok());
        dial.reload();
        QCOMPARE(dial.entries(), std::vector{interpreter});
        QCOMPARE(changed.count(), 3);
    }

    void whatIsThere_data()
    {
        QTest::addColumn<SpeedDialEntry>("entry");
        QTest::addColumn<bool>("hasTemplate");
        QTest::addColumn<bool>("hasTarget");
        const auto key = u"interpreter_here"_s;
        QTest::newRow("person") << SpeedDialEntry{key, Address::person(demo::lin)} << true << true;
        QTest::newRow("one who left") << SpeedDialEntry{key, Address::person(demo::jo)} << true << false;
        QTest::newRow("nobody") << SpeedDialEntry{key, Address::person(MemberId{999})} << true << false;
        QTest::newRow("role") << SpeedDialEntry{key, Address::ofRole(u"nurse"_s)} << true << true;
        QTest::newRow("role nobody has") << SpeedDialEntry{key, Address::ofRole(u"HCA"_s)} << true << false;
        QTest::newRow("room") << SpeedDialEntry{key, Address::room(demo::room3)} << true << true;
        QTest::newRow("no such room") << SpeedDialEntry{key, Address::room(RoomId{999})} << true << false;
        QTest::newRow("group") << SpeedDialEntry{key, Address::group(demo::deskGroup)} << true << true;
        QTest::newRow("not a group") << SpeedDialEntry{key, Address::group(demo::withPatel)} << true << false;
        QTest::newRow("everyone") << everyone << true << true;
        QTest::newRow("template removed")
            << SpeedDialEntry{u"delivery"_s, Address::everyone()} << false << true;
        QTest::newRow("no such template") << SpeedDialEntry{u"x"_s, Address::everyone()} << false << true;
    }
    void whatIsThere()
    {
        QFETCH(SpeedDialEntry, entry);
        protocol::PracticeState state = demo::state();
        state.members[demo::jo].disabled = true;
        state.templates[demo::delivery].removed = true;
        QTEST(client::templateOf(entry, state) != nullptr, "hasTemplate");
        QTEST(client::targetExists(entry, state), "hasTarget");
    }

private:
    void open() { m_profile.emplace(*Profile::open(u"default"_s, QDir(m_folder->path()))); }
    //! The key of the one list in the profile's file.
    bool find(QString &key) const
    {
        QSettings settings(m_profile->folder().filePath(u"profile.ini"_s), QSettings::IniFormat);
        settings.beginGroup(u"window/speed-dial"_s);
        const QStringList keys = settings.childKeys();
        if (keys.size() != 1)
            return false;
        key = u"speed-dial/"_s + keys.front();
        return true;
    }

    const SpeedDialEntry interpreter{u"interpreter_here"_s, Address::room(demo::room3)};
    const SpeedDialEntry chaperone{u"chaperone"_s, Address::ofRole(u"Nurse"_s)};
    const SpeedDialEntry everyone{u"interpreter_here"_s, Address::everyone()};

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<Profile> m_profile;
};

HANDBELL_TEST(SpeedDialTest)
#include "SpeedDialTest.moc"
