// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/MessageNotifier.h"

#include "tests/support/DemoPractice.h"
#include "tests/support/FakeMessageManager.h"
#include "tests/support/FakePresenceManager.h"
#include "tests/support/TestProgram.h"

#include <QSignalSpy>
#include <QTest>

using namespace handbell;
using namespace handbell::testing;
using namespace std::chrono_literals;
using ui::MessageNotifier;

class MessageNotifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_practice = std::make_unique<client::Practice>();
        demo::fill(*m_practice, demo::priya, m_clock.wallNow());
        m_messages.setUnreadCount(1);
        m_presence.setState(protocol::PresenceState::Available);
        m_inUse = false;
        m_notifier = std::make_unique<MessageNotifier>(
            MessageNotifier::Parts{*m_practice, m_messages, m_presence, m_clock, [this] {
                                       return m_inUse;
                                   }});
        m_told = std::make_unique<QSignalSpy>(m_notifier.get(), &MessageNotifier::notify);
    }

    void saysWhereNotWhat_data()
    {
        QTest::addColumn<qint64>("conversation");
        QTest::addColumn<QString>("words");
        QTest::newRow("group") << demo::deskGroup.value << QStringLiteral("A new message in Front desk");
        QTest::newRow("direct") << demo::withSam.value << QStringLiteral("A new message from Sam Reid");
        QTest::newRow("everyone") << demo::everyone.value << QStringLiteral("A new message to everyone");
        QTest::newRow("unknown") << qint64(999) << QStringLiteral("A new message");
    }
    void saysWhereNotWhat()
    {
        QFETCH(qint64, conversation);
        QFETCH(QString, words);
        arrive(ConversationId{conversation});
        QCOMPARE(m_told->count(), 1);
        QCOMPARE(m_told->first().at(1).toString(), words);
        QCOMPARE(m_told->first().at(0).value<ConversationId>(), ConversationId{conversation});
    }

    void quietInConsultationAndInTheWindow()
    {
        m_presence.setState(protocol::PresenceState::InConsultation);
        arrive(demo::deskGroup);
        m_presence.setState(protocol::PresenceState::Available);
        m_inUse = true;
        arrive(demo::deskGroup);
        QCOMPARE(m_told->count(), 0);
    }

    void onceAMinuteAndGrouped()
    {
        arrive(demo::deskGroup);
        m_messages.setUnreadCount(2);
        m_clock.advance(59s);
        arrive(demo::deskGroup);
        QCOMPARE(m_told->count(), 1);
        m_messages.setUnreadCount(3);
        m_clock.advance(1s);
        arrive(demo::withSam);
        QCOMPARE(m_told->count(), 2);
        QVERIFY(m_told->last().at(1).toString().startsWith(QStringLiteral("3 unread message")));
    }

private:
    void arrive(ConversationId conversation) { Q_EMIT m_messages.messageArrived(conversation, MessageId{1}); }

    VirtualClock m_clock;
    std::unique_ptr<client::Practice> m_practice;
    FakeMessageManager m_messages;
    FakePresenceManager m_presence;
    bool m_inUse = false;
    std::unique_ptr<MessageNotifier> m_notifier;
    std::unique_ptr<QSignalSpy> m_told;
};

HANDBELL_TEST(MessageNotifierTest)
#include "MessageNotifierTest.moc"
