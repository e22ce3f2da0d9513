// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/SpeedDialKeys.h"

#include "client/Profile.h"
#include "tests/support/DemoPractice.h"
#include "tests/support/FakeAlertManager.h"
#include "tests/support/FakePresenceManager.h"
#include "tests/support/FakeShortcuts.h"
#include "tests/support/TestProgram.h"
#include "ui/alerts/AlertWords.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

using namespace handbell;
using namespace handbell::testing;
using namespace handbell::ui;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using client::SpeedDialEntry;
using platform::GlobalShortcut;
using protocol::Address;

namespace {

GlobalShortcut dialKey(int number)
{
    return {Qt::Key(Qt::Key_0 + number), GlobalShortcut::Chord::CtrlShiftAlt};
}

} // namespace

class SpeedDialKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_profile.emplace(*client::Profile::open(u"default"_s, QDir(m_folder->path())));
        m_dial = std::make_unique<client::SpeedDial>(*m_profile);
        m_practice = std::make_unique<client::Practice>();
        m_words = std::make_unique<AlertWords>(*m_practice);
        m_alerts = std::make_unique<FakeAlertManager>();
        m_presence.setState(protocol::PresenceState::Available);
        m_shortcuts.held.clear();
        m_shortcuts.taken.clear();
        m_keys = std::make_unique<SpeedDialKeys>(SpeedDialKeys::Parts{
            m_shortcuts, *m_dial, *m_practice, *m_alerts, m_presence, *m_words, m_clock});
        m_told = std::make_unique<QSignalSpy>(m_keys.get(), &SpeedDialKeys::told);
        m_palette = std::make_unique<QSignalSpy>(m_keys.get(), &SpeedDialKeys::paletteWanted);
        m_dial->toggle(toRoom);
        m_dial->toggle(toNurses);
    }
    void cleanup() { m_keys.reset(); }

    void keysAreHeldOnlyWhileSomebodyIsSignedIn()
    {
        QVERIFY(m_shortcuts.held.empty());
        signIn();
        QCOMPARE(m_shortcuts.held, (std::set{dialKey(1), dialKey(2)}));
        m_practice->clear();
        QVERIFY(m_shortcuts.held.empty());
        Q_EMIT m_shortcuts.pressed(dialKey(1)); // on its way while it was released
        QVERIFY(m_alerts->raised.empty());
    }

    void keysAreHeldOnlyForWhatExists()
    {
        m_dial->toggle({u"interpreter_here"_s, Address::room(RoomId{999})});
        m_dial->toggle({u"no_such_alert"_s, Address::everyone()});
        m_dial->toggle({u"chaperone"_s, Address::everyone()});
        signIn();
        QCOMPARE(m_shortcuts.held, (std::set{dialKey(1), dialKey(2), dialKey(5)}));
        m_dial->remove(0);
        QCOMPARE(m_shortcuts.held, (std::set{dialKey(1), dialKey(4)}));
        Q_EMIT m_shortcuts.pressed(dialKey(2)); // what is no longer there never rings
        Q_EMIT m_shortcuts.pressed(dialKey(3));
        QVERIFY(m_alerts->raised.empty());
        QVERIFY(m_palette->isEmpty());
    }

    void aKeyOfAnotherProgramIsSaidToBe()
    {
        m_shortcuts.taken = {dialKey(2)};
        QSignalSpy changed(m_keys.get(), &SpeedDialKeys::takenChanged);
        signIn();
        QVERIFY(!m_keys->isTaken(1));
        QVERIFY(m_keys->isTaken(2));
        QVERIFY(!m_keys->isTaken(3)); // no entry, no key
        QCOMPARE(changed.count(), 1);
        m_shortcuts.taken.clear();
        m_dial->move(0, 1);
        QVERIFY(!m_keys->isTaken(2));
        QCOMPARE(changed.count(), 2);
    }

    void oneKeyRings()
    {
        signIn();
        Q_EMIT m_shortcuts.pressed(dialKey(1));
        QCOMPARE(m_alerts->raised.size(), size_t(1));
        QCOMPARE(m_alerts->raised[0].alertTemplate, demo::interpreter);
        QCOMPARE(m_alerts->raised[0].address, Address::room(demo::room3));
        QVERIFY(!m_alerts->raised[0].note);
        Q_EMIT m_shortcuts.pressed({Qt::Key_1}); // a reply key
        QCOMPARE(m_alerts->raised.size(), size_t(1));
    }

    void twiceWithinThreeSecondsIsOnce()
    {
        signIn();
        Q_EMIT m_shortcuts.pressed(dialKey(1));
        m_clock.advance(2999ms);
        Q_EMIT m_shortcuts.pressed(dialKey(1));
        QCOMPARE(m_alerts->raised.size(), size_t(1));
        Q_EMIT m_shortcuts.pressed(dialKey(2)); // another one is another one
        QCOMPARE(m_alerts->raised.size(), size_t(2));
        m_clock.advance(1ms);
        Q_EMIT m_shortcuts.pressed(dialKey(1));
        QCOMPARE(m_alerts->raised.size(), size_t(3));
    }

    void whereNobodyIsThePaletteOpensInstead()
    {
        signIn();
        m_practice->setPresence({{demo::lin, protocol::PresenceState::Offline, {}, {}, {}}});
        Q_EMIT m_shortcuts.pressed(dialKey(2));
        QVERIFY(m_alerts->raised.empty());
        QCOMPARE(m_palette->count(), 1);
        QCOMPARE(m_palette->first().at(0).value<Address>(), Address::ofRole(u"Nurse"_s));
        QCOMPARE(m_palette->first().at(1).value<TemplateId>(), demo::chaperone);
    }

    void saysWhereItWentOnceTheServerHasIt()
    {
        signIn();
        Q_EMIT m_shortcuts.pressed(dialKey(1));
        QVERIFY(m_told->isEmpty());
        m_alerts->setOutgoing({outgoing(1)});
        QVERIFY(m_told->isEmpty());
        client::OutgoingAlert taken = outgoing(1);
        taken.alert = AlertId{70};
        m_alerts->setOutgoing({taken});
        m_alerts->setOutgoing({taken});
        expectTold(NoticeCard::Kind::Told, u"Rung: Consulting room 3"_s, u"Interpreter is here"_s);
    }

    void inConsultationItDoesNotSayWhat()
    {
        signIn();
        m_presence.setState(protocol::PresenceState::InConsultation);
        Q_EMIT m_shortcuts.pressed(dialKey(1));
        client::OutgoingAlert taken = outgoing(1);
        taken.alert = AlertId{70};
        m_alerts->setOutgoing({taken});
        expectTold(NoticeCard::Kind::Told, u"Rung: Consulting room 3"_s,
                   u"Handbell shows who has seen it."_s);
    }

    void whatWasNotTakenIsSaidToo()
    {
        signIn();
        Q_EMIT m_shortcuts.pressed(dialKey(1));
        client::OutgoingAlert refused = outgoing(1);
        refused.refusal = Error{ErrorCode::Unreachable, {}};
        m_alerts->setOutgoing({refused});
        expectTold(NoticeCard::Kind::Warning, u"Not rung: Consulting room 3"_s,
                   AlertWords::failure(ErrorCode::Unreachable));
        // What was rung from the palette is the ladder's.
        client::OutgoingAlert other = outgoing(9);
        other.alert = AlertId{71};
        m_alerts->setOutgoing({other});
        QCOMPARE(m_told->count(), 1);
    }

private:
    void expectTold(NoticeCard::Kind kind, const QString &title, const QString &words)
    {
        QCOMPARE(m_told->count(), 1);
        QCOMPARE(m_told->first().at(0).value<NoticeCard::Kind>(), kind);
        QCOMPARE(m_told->first().at(1).toString(), title);
        QCOMPARE(m_told->first().at(2).toString(), words);
    }
    void signIn() { demo::fill(*m_practice, demo::priya, m_clock.wallNow()); }
    static client::OutgoingAlert outgoing(quint64 localId)
    {
        client::OutgoingAlert alert;
        alert.localId = localId;
        alert.alertTemplate = demo::interpreter;
        alert.address = Address::room(demo::room3);
        return alert;
    }

    const SpeedDialEntry toRoom{u"interpreter_here"_s, Address::room(demo::room3)};
    const SpeedDialEntry toNurses{u"chaperone"_s, Address::ofRole(u"Nurse"_s)};

    VirtualClock m_clock;
    FakeShortcuts m_shortcuts;
    FakePresenceManager m_presence;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<client::Profile> m_profile;
    std::unique_ptr<client::SpeedDial> m_dial;
    std::unique_ptr<client::Practice> m_practice;
    std::unique_ptr<AlertWords> m_words;
    std::unique_ptr<FakeAlertManager> m_alerts;
    std::unique_ptr<SpeedDialKeys> m_keys;
    std::unique_ptr<QSignalSpy> m_told, m_palette;
};

HANDBELL_TEST(SpeedDialKeysTest)
#include "SpeedDialKeysTest.moc"
