// SPDX-License-Identifier: Apache-2.0
#include "tests/support/DemoPractice.h"
#include "tests/support/FakeAlertManager.h"
#include "tests/support/FakeShortcuts.h"
#include "tests/support/TestProgram.h"
#include "ui/shell/PlatformReplyShortcuts.h"

#include <QSignalSpy>
#include <QTest>

using namespace handbell;
using namespace handbell::testing;
using platform::GlobalShortcut;
using ui::PlatformReplyShortcuts;

namespace {

const std::set<GlobalShortcut> resting{{Qt::Key_C}, {Qt::Key_H}};
const std::set<GlobalShortcut> all{{Qt::Key_C}, {Qt::Key_H}, {Qt::Key_1},    {Qt::Key_2},
                                   {Qt::Key_3}, {Qt::Key_4}, {Qt::Key_Space}};

} // namespace

class ReplyShortcutsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreTakenOnlyWhileAnAlertWaits()
    {
        FakeShortcuts shortcuts;
        FakeAlertManager alerts;
        PlatformReplyShortcuts keys(shortcuts, alerts);
        QCOMPARE(shortcuts.held, resting);
        alerts.addIncoming(alert(1));
        QCOMPARE(shortcuts.held, all);
        alerts.end({AlertId{1}, protocol::AlertState::Answered, {}});
        QCOMPARE(shortcuts.held, resting);
    }

    void aHeldOrPassedOnAlertNeedsNoKeys()
    {
        FakeShortcuts shortcuts;
        FakeAlertManager alerts;
        PlatformReplyShortcuts keys(shortcuts, alerts);
        alerts.setIncoming({{alert(1), client::CardForm::Held, false, false},
                            {alert(2), client::CardForm::Open, true, false},
                            {alert(3), client::CardForm::Open, false, true}});
        QCOMPARE(shortcuts.held, resting);
        alerts.setIncoming({{alert(1), client::CardForm::Hidden, false, false}});
        QCOMPARE(shortcuts.held, all);
    }

    void theCardKeyIsTakenWhileThereIsACardToPress()
    {
        FakeShortcuts shortcuts;
        FakeAlertManager alerts;
        PlatformReplyShortcuts keys(shortcuts, alerts);
        QSignalSpy asked(&keys, &PlatformReplyShortcuts::keyboardAsked);
        keys.setCardThere(true);
        QCOMPARE(shortcuts.held, resting); // nobody has chosen one
        keys.setCardKey(Qt::Key_R);
        QVERIFY(shortcuts.held.contains({Qt::Key_R}));
        Q_EMIT shortcuts.pressed({Qt::Key_R});
        QCOMPARE(asked.count(), 1);
        keys.setCardKey(Qt::Key_K);
        QVERIFY(shortcuts.held.contains({Qt::Key_K}));
        keys.setCardThere(false);
        QCOMPARE(shortcuts.held, resting);
        keys.setCardThere(true);
        keys.setCardKey(Qt::Key_unknown);
        QCOMPARE(shortcuts.held, resting);
    }

    void aCardKeyOfAnotherProgramIsKnownAsSuch()
    {
        FakeShortcuts shortcuts;
        FakeAlertManager alerts;
        PlatformReplyShortcuts keys(shortcuts, alerts);
        keys.setCardKey(Qt::Key_R);
        QVERIFY(!keys.isCardKeyTaken());
        QCOMPARE(shortcuts.held, resting); // asking is not taking
        keys.setCardThere(true);
        QVERIFY(!keys.isCardKeyTaken());
        QVERIFY(shortcuts.held.contains({Qt::Key_R}));
        shortcuts.taken.insert({Qt::Key_K});
        keys.setCardKey(Qt::Key_K);
        QVERIFY(keys.isCardKeyTaken());
    }

    void eachKeyMeansItsReply()
    {
        FakeShortcuts shortcuts;
        FakeAlertManager alerts;
        PlatformReplyShortcuts keys(shortcuts, alerts);
        QSignalSpy replied(&keys, &PlatformReplyShortcuts::replied);
        QSignalSpy peeked(&keys, &PlatformReplyShortcuts::peeked);
        QSignalSpy consultation(&keys, &PlatformReplyShortcuts::consultationToggled);
        QSignalSpy assistance(&keys, &PlatformReplyShortcuts::assistanceAsked);
        for (const Qt::Key key :
             {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_Space, Qt::Key_C, Qt::Key_H})
            Q_EMIT shortcuts.pressed({key});
        // Those of another chord are not for here.
        Q_EMIT shortcuts.pressed({Qt::Key_1, GlobalShortcut::Chord::CtrlShiftAlt});
        QCOMPARE(replied.count(), 4);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(replied.at(i).first().toInt(), i + 1);
        QCOMPARE(peeked.count(), 1);
        QCOMPARE(consultation.count(), 1);
        QCOMPARE(assistance.count(), 1);
    }

private:
    static protocol::Alert alert(qint64 id)
    {
        return demo::alert(AlertId{id}, demo::interpreter, demo::priya, demo::frontDesk1,
                           protocol::Address::room(demo::room3), {demo::patel}, {});
    }
};

HANDBELL_TEST(ReplyShortcutsTest)
#include "ReplyShortcutsTest.moc"
