// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ChatPane.h"

#include "tests/support/FakeMessageManager.h"
#include "tests/support/TestProgram.h"
#include "tests/ui/chat/ChatRows.h"
#include "ui/chat/ChatHeader.h"
#include "ui/chat/MessageListWidget.h"
#include "ui/composer/ComposerWidget.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>

#include <map>

using namespace handbell;
using namespace handbell::testing;
using namespace handbell::testing::rows;
using namespace Qt::Literals::StringLiterals;
using ui::ChatPane;

namespace {

//! As the model of a session: the rows change in the reset that setConversation() is, and "new" is told from
//! what has been read by then.
class TimelineModel : public FakeMessageListModel
{
public:
    explicit TimelineModel(const FakeMessageManager &manager)
        : m_manager(manager)
    {
    }

    void setConversation(ConversationId conversation) override
    {
        FakeMessageListModel::setConversation(conversation);
        setRows({});
        std::vector<FakeRow> made = timelines[conversation];
        const auto &read = m_manager.read;
        if (std::find(read.begin(), read.end(), conversation) != read.end()) {
            for (FakeRow &row : made)
                row.remove(MessageListModel::FirstUnreadRole);
        }
        for (FakeRow &row : made)
            appendRow(std::move(row));
    }

    std::map<ConversationId, std::vector<FakeRow>> timelines;

private:
    const FakeMessageManager &m_manager;
};

} // namespace

class ChatPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_practice = std::make_unique<client::Practice>();
        demo::fill(*m_practice, demo::priya,
                   WallTime(std::chrono::milliseconds(at(10, 42).toMSecsSinceEpoch())));
        m_manager = std::make_unique<FakeMessageManager>();
        m_pane = std::make_unique<ChatPane>(m_theme, *m_practice, *m_manager, [this] {
            auto model = std::make_unique<TimelineModel>(*m_manager);
            m_model = model.get();
            return model;
        });
        m_pane->setToday([] { return monday; });
        m_model->timelines[demo::deskGroup] = many(1, 40);
        m_model->timelines[demo::withPatel] = {message(90, u"ring me"_s)};
        m_pane->resize(560, 500);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }
    void cleanup() { m_pane.reset(); }

    void asksForAConversationFirst()
    {
        QVERIFY(said().contains(u"Choose a conversation"_s));
        QVERIFY(!edit()->isVisible());
    }

    void openingPutsTheCursorWhereOneWrites()
    {
        m_pane->openConversation(demo::deskGroup);
        QVERIFY(edit()->hasFocus());
        QVERIFY(said().contains(u"Front desk"_s));
        QVERIFY(!m_manager->read.empty());
        QCOMPARE(m_manager->read.back(), demo::deskGroup);
    }

    void headerAndFooterNameWhoReadsIt_data()
    {
        QTest::addColumn<qint64>("conversation");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("about");
        QTest::addColumn<QString>("recipient");
        QTest::newRow("person") << demo::withPatel.value << u"Dr Anna Patel"_s
                                << u"GP · Consulting room 3 · in consultation"_s
                                << u"· GP · Consulting room 3"_s;
        QTest::newRow("group") << demo::deskGroup.value << u"Front desk"_s << u"6 member(s) · 6 here now"_s
                               << u"· 6 people"_s;
        QTest::newRow("everyone") << demo::everyone.value << u"Everyone"_s << u"7 member(s) · 7 here now"_s
                                  << u"· 7 people"_s;
    }
    void headerAndFooterNameWhoReadsIt()
    {
        QFETCH(qint64, conversation);
        QFETCH(QString, name);
        QFETCH(QString, about);
        QFETCH(QString, recipient);
        m_pane->openConversation(ConversationId{conversation});
        QCOMPARE(label(u"name"_s), name);
        QCOMPARE(label(u"about"_s), about);
        QCOMPARE(label(u"recipientName"_s), name);
        QCOMPARE(label(u"recipientDetail"_s), recipient);
    }

    void theBellRingsThem()
    {
        QSignalSpy rung(m_pane.get(), &ChatPane::ringRequested);
        m_pane->openConversation(demo::withPatel);
        auto *bell = m_pane->findChild<QAbstractButton *>(u"ring"_s);
        QCOMPARE(bell->accessibleName(), u"Ring Dr Anna Patel"_s);
        bell->click();
        QCOMPARE(rung.first().first().value<protocol::Address>(), protocol::Address::person(demo::patel));
    }

    void whatIsWrittenGoesToTheOneShown()
    {
        m_pane->openConversation(demo::deskGroup);
        m_pane->openConversation(demo::withPatel);
        QTest::keyClicks(QApplication::focusWidget(), u"on my way"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_manager->posted.size(), size_t(1));
        QCOMPARE(m_manager->posted[0].conversation, demo::withPatel);
        QCOMPARE(m_manager->posted[0].text, u"on my way"_s);
    }

    void draftsStayWithTheirConversation()
    {
        m_pane->openConversation(demo::deskGroup);
        QTest::keyClicks(edit(), u"for the desk"_s);
        m_pane->openConversation(demo::withPatel);
        QVERIFY(composer()->text().isEmpty());
        QTest::keyClick(edit(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(composer()->text().isEmpty());
        QTest::keyClicks(edit(), u"for Anna"_s);
        m_pane->openConversation(demo::deskGroup);
        QCOMPARE(composer()->text(), u"for the desk"_s);
        QCOMPARE(edit()->textCursor().position(), 12);
        m_pane->openConversation(demo::withPatel);
        QCOMPARE(composer()->text(), u"for Anna"_s);
    }

    void nothingTypedOutlivesTheSession()
    {
        m_pane->openConversation(demo::deskGroup);
        QTest::keyClicks(edit(), u"for the desk"_s);
        m_pane->openConversation(demo::withPatel);
        m_pane->clear();
        m_pane->openConversation(demo::deskGroup);
        QVERIFY(composer()->text().isEmpty());
    }

    void opensWhereTheUnreadBegin()
    {
        setUnread(20);
        m_pane->openConversation(demo::deskGroup);
        QVERIFY(!list()->isAtEnd());
        QVERIFY2(m_manager->read.empty(), "counted as read before it was seen");
        const QRect first = list()->visualRect(list()->model()->index(20, 0));
        QVERIFY(first.top() >= 0 && first.top() < 60);
        list()->verticalScrollBar()->setValue(list()->verticalScrollBar()->maximum());
        QCOMPARE(m_manager->read, std::vector<ConversationId>(1, demo::deskGroup));
    }

    void aFewUnreadCountAsReadAtOnceAndAreStillCalledNew()
    {
        setUnread(39);
        m_pane->openConversation(demo::deskGroup);
        QVERIFY(list()->isAtEnd());
        QVERIFY(!m_manager->read.empty());
        QVERIFY(list()->model()->index(39, 0).data(MessageListModel::FirstUnreadRole).toBool());
    }

    void whatComesCountsAsReadOnlyAtTheEnd()
    {
        m_pane->openConversation(demo::deskGroup);
        list()->verticalScrollBar()->setValue(100);
        m_manager->read.clear();
        arrive(u"while scrolled up"_s);
        QVERIFY(m_manager->read.empty());
        auto *newer = list()->findChild<QAbstractButton *>(u"newer"_s);
        QVERIFY(newer->isVisible());
        newer->click();
        QVERIFY(!m_manager->read.empty());
        m_manager->read.clear();
        arrive(u"while at the end"_s);
        QVERIFY(!m_manager->read.empty());
    }

    void whatComesElsewhereCountsNothing()
    {
        m_pane->openConversation(demo::deskGroup);
        m_manager->read.clear();
        Q_EMIT m_manager->messageArrived(demo::withPatel, MessageId{91});
        QVERIFY(m_manager->read.empty());
    }

    void ownMessagesLeadDown()
    {
        m_pane->openConversation(demo::deskGroup);
        list()->verticalScrollBar()->setValue(100);
        QTest::keyClicks(edit(), u"mine"_s);
        QTest::keyClick(edit(), Qt::Key_Return);
        QVERIFY(list()->isAtEnd());
    }

    void anEmptyConversationSaysSo()
    {
        m_pane->openConversation(demo::rota);
        QVERIFY(said().contains(u"No messages here yet"_s));
        m_pane->openConversation(demo::deskGroup);
        QVERIFY(!said().contains(u"No messages here yet"_s));
    }

    void aRefusalIsSaidInWords_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("guard") << ErrorCode::GuardConfirmationRequired << u"sees a patient in it"_s;
        QTest::newRow("too long") << ErrorCode::TextTooLong << u"it is too long"_s;
        QTest::newRow("left") << ErrorCode::Forbidden << u"no longer in this conversation"_s;
        QTest::newRow("gone") << ErrorCode::NotFound << u"no longer in this conversation"_s;
        QTest::newRow("disk") << ErrorCode::StorageUnavailable << u"cannot save it"_s;
        QTest::newRow("other") << ErrorCode::InvalidField << u"did not take it"_s;
    }
    void aRefusalIsSaidInWords()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QString, words);
        m_pane->openConversation(demo::deskGroup);
        QTest::keyClicks(edit(), u"half typed"_s);
        Q_EMIT m_manager->postRefused(demo::deskGroup, {code, u"detail for developers"_s});
        QVERIFY2(said().contains(words), qPrintable(said()));
        QVERIFY(said().contains(u"Not sent"_s));
        QVERIFY(!said().contains(u"developers"_s));
        QCOMPARE(composer()->text(), u"half typed"_s);
    }

    void aRefusalElsewhereIsSaidThere()
    {
        m_pane->openConversation(demo::deskGroup);
        Q_EMIT m_manager->postRefused(demo::withPatel, {ErrorCode::TextTooLong, {}});
        QVERIFY(!said().contains(u"Not sent"_s));
        m_pane->openConversation(demo::withPatel);
        QVERIFY(said().contains(u"Not sent"_s));
        m_pane->openConversation(demo::deskGroup);
        QVERIFY(!said().contains(u"Not sent"_s));
        m_pane->openConversation(demo::withPatel);
        QVERIFY(!said().contains(u"Not sent"_s)); // once is enough: the message itself stays marked
    }

    void aRefusedTextCanBeWrittenAgain()
    {
        m_model->timelines[demo::deskGroup] = {own(0, u"not taken"_s, Delivery::Refused)};
        m_pane->openConversation(demo::deskGroup);
        list()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(composer()->text(), u"not taken"_s);
        QVERIFY(edit()->hasFocus());
        composer()->setText(u"half typed"_s);
        list()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(composer()->text(), u"half typed\nnot taken"_s);
    }

    void theNextMessageTakesTheRefusalAway()
    {
        m_pane->openConversation(demo::deskGroup);
        Q_EMIT m_manager->postRefused(demo::deskGroup, {ErrorCode::TextTooLong, {}});
        QTest::keyClicks(edit(), u"shorter"_s);
        QTest::keyClick(edit(), Qt::Key_Return);
        QVERIFY(!said().contains(u"Not sent"_s));
    }

    void aFailedWithdrawalIsSaid()
    {
        m_pane->openConversation(demo::deskGroup);
        m_manager->outcome = ErrorCode::Unreachable;
        Q_EMIT list()->withdrawConfirmed(MessageId{7});
        QCOMPARE(m_manager->withdrawn.size(), size_t(1));
        QTRY_VERIFY(said().contains(u"Not withdrawn: there is no connection"_s));
    }

    void aRefusedMessageIsRemoved()
    {
        m_pane->openConversation(demo::deskGroup);
        Q_EMIT list()->removeConfirmed("nonce");
        QCOMPARE(m_manager->discarded, (std::vector<QByteArray>{"nonce"}));
    }

    void leavingTheConversationTakesItAway()
    {
        m_pane->openConversation(demo::deskGroup);
        QTest::keyClicks(edit(), u"half typed"_s);
        protocol::PracticeState state = demo::state();
        state.conversations.erase(demo::deskGroup);
        m_practice->reset(demo::priya, state);
        QVERIFY(!m_pane->conversation().isValid());
        QVERIFY(!edit()->isVisible());
        QVERIFY(composer()->text().isEmpty());
    }

private:
    void setUnread(int row)
    {
        m_model->timelines[demo::deskGroup][size_t(row)].insert(MessageListModel::FirstUnreadRole, true);
    }
    //! As a session does it: the signal first, the row in the next turn.
    void arrive(const QString &text)
    {
        Q_EMIT m_manager->messageArrived(demo::deskGroup, MessageId{70});
        m_model->appendRow(message(70, text));
        QApplication::processEvents();
    }
    ui::MessageListWidget *list() const { return m_pane->findChild<ui::MessageListWidget *>(); }
    ui::ComposerWidget *composer() const { return m_pane->findChild<ui::ComposerWidget *>(); }
    QPlainTextEdit *edit() const { return m_pane->findChild<QPlainTextEdit *>(); }
    QString label(const QString &name) const { return m_pane->findChild<ui::ElidedLabel *>(name)->text(); }
    QString said() const
    {
        QStringList words;
        for (const auto *text : m_pane->findChildren<QLabel *>()) {
            if (text->isVisible())
                words << text->text();
        }
        for (const auto *text : m_pane->findChildren<ui::ElidedLabel *>()) {
            if (text->isVisible())
                words << text->text();
        }
        return words.join(u'\n');
    }

    ui::Theme m_theme{ui::ThemeKind::Light};
    std::unique_ptr<client::Practice> m_practice;
    std::unique_ptr<FakeMessageManager> m_manager;
    std::unique_ptr<ChatPane> m_pane;
    TimelineModel *m_model = nullptr;
};

HANDBELL_TEST(ChatPaneTest)
#include "ChatPaneTest.moc"
