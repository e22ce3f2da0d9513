// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/ReachList.h"

#include "tests/support/DemoPractice.h"
#include "tests/support/TestProgram.h"
#include "ui/alerts/AlertWords.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QSignalSpy>

#include <memory>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace Qt::Literals::StringLiterals;
using protocol::Address;
using protocol::PresenceState;

class ReachListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme = std::make_unique<Theme>(ThemeKind::Light);
        demo::fill(m_practice, demo::priya, m_clock.wallNow());
        m_list = std::make_unique<ReachList>(*m_theme, m_practice, m_words);
    }
    void cleanup() { m_list.reset(); }

    void everybodyIsNamedWithRoleRoomAndState()
    {
        setState(demo::okafor, PresenceState::Offline);
        m_list->setAddress(Address::group(demo::clinicians));
        QCOMPARE(lines(), (QStringList{u"Dr Anna Patel, GP · Consulting room 3 · in consultation"_s,
                                       u"Lin Chen, nurse · Consulting room 6 · in consultation"_s,
                                       u"Dr Ben Okafor, GP · not signed in"_s})); // who sees it comes first
        QCOMPARE(m_list->accessibleName(), lines().join(u'\n'));
    }

    void nobodyIsNamedWhereNobodyIsMeant()
    {
        m_list->setAddress(Address::everyone());
        QVERIFY(!m_list->isEmpty());
        m_list->setAddress(Address::room(demo::room7));
        QVERIFY(m_list->isEmpty() && lines().isEmpty() && m_list->accessibleName().isEmpty());
        m_list->setAddress(Address::everyone());
        m_list->setAddress({});
        QVERIFY(m_list->isEmpty());
    }

    void aLongListIsCut_data()
    {
        QTest::addColumn<int>("people");
        QTest::addColumn<int>("shown");
        QTest::addColumn<QString>("last");
        QTest::newRow("nine") << 9 << 9 << u"Locum 9, locum · not signed in"_s;
        QTest::newRow("ten") << 10 << 9 << u"and 2 more"_s;
        QTest::newRow("twenty") << 20 << 9 << u"and 12 more"_s;
    }
    void aLongListIsCut()
    {
        QFETCH(int, people);
        QFETCH(int, shown);
        QFETCH(QString, last);
        protocol::PracticeState state = demo::state();
        for (int number = 1; number <= people; ++number) {
            const MemberId locum{900 + number};
            state.members[locum] = {locum, u"Locum %1"_s.arg(number), u"Locum"_s, {}, false};
        }
        m_practice.reset(demo::priya, std::move(state));
        m_list->setAddress(Address::ofRole(u"Locum"_s));
        QCOMPARE(lines().size(), shown);
        QCOMPARE(lines().last(), last);
    }

    void itFollowsThePractice()
    {
        m_list->setAddress(Address::person(demo::lin));
        QSignalSpy changed(m_list.get(), &ReachList::changed);
        setState(demo::sam, PresenceState::Busy); // another one
        QCOMPARE(changed.count(), 0);
        setState(demo::lin, PresenceState::OnBreak);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(lines(), QStringList{u"Lin Chen, nurse · Consulting room 6 · on break"_s});
    }

private:
    QStringList lines() const
    {
        QStringList words;
        for (const auto *label : m_list->findChildren<ElidedLabel *>())
            words << label->text();
        return words;
    }
    void setState(MemberId member, PresenceState state)
    {
        protocol::Presence presence = m_practice.presence(member);
        presence.state = state;
        if (state == PresenceState::Offline)
            presence.workstation.reset();
        m_practice.setPresence({presence});
    }

    VirtualClock m_clock;
    client::Practice m_practice;
    AlertWords m_words{m_practice};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ReachList> m_list;
};

HANDBELL_TEST(ReachListTest)
#include "ReachListTest.moc"
