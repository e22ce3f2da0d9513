// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/MessageListWidget.h"

#include "tests/support/TestProgram.h"
#include "tests/ui/chat/ChatRows.h"
#include "ui/chat/MessageListWords.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace handbell;
using namespace handbell::testing;
using namespace handbell::testing::rows;
using namespace Qt::Literals::StringLiterals;
using ui::MessageListWidget;
using ui::MessageListWords;

namespace {

//! Messages of which older ones can be asked for; they come when the test says so.
class PagedMessages : public FakeMessageListModel
{
public:
    bool canFetchMore(const QModelIndex &parent) const override { return !parent.isValid() && more; }
    void fetchMore(const QModelIndex &) override { ++asked; }

    bool more = false;
    int asked = 0;
};

} // namespace

class MessageListWidgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_model = std::make_unique<PagedMessages>();
        m_model->setConversation(demo::deskGroup);
        m_practice = std::make_unique<client::Practice>();
        demo::fill(*m_practice, demo::priya,
                   WallTime(std::chrono::milliseconds(at(10, 42).toMSecsSinceEpoch())));
        m_list = std::make_unique<MessageListWidget>(m_theme, *m_model, *m_practice);
        m_list->setToday([] { return monday; });
        m_list->resize(400, 300);
        m_list->show();
        QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
    }
    void cleanup()
    {
        m_list.reset();
        m_model.reset();
    }

    void everyDayHasItsHeading_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("heading");
        QTest::newRow("today") << monday << u"Today, Monday 23 November"_s;
        QTest::newRow("yesterday") << monday.addDays(-1) << u"Yesterday, Sunday 22 November"_s;
        QTest::newRow("this year") << QDate(2026, 3, 2) << u"Monday 2 March"_s;
        QTest::newRow("another year") << QDate(2025, 12, 31) << u"Wednesday 31 December 2025"_s;
    }
    void everyDayHasItsHeading()
    {
        QFETCH(QDate, day);
        QFETCH(QString, heading);
        FakeRow first = message(1, u"first"_s, at(9, 0, day));
        m_model->setRows(
            {with(first, MessageListModel::FirstOfDayRole, true), message(2, u"second"_s, at(9, 1, day))});
        QCOMPARE(row(0).data(MessageListWords::DayHeadingRole).toString(), heading);
        QVERIFY(row(1).data(MessageListWords::DayHeadingRole).toString().isEmpty());
        layOut();
        QVERIFY(m_list->visualRect(row(0)).height() > m_list->visualRect(row(1)).height());
    }

    void ticksAreToldInWords_data()
    {
        QTest::addColumn<int>("delivery");
        QTest::addColumn<int>("read");
        QTest::addColumn<bool>("direct");
        QTest::addColumn<QString>("words");
        const auto add = [](const char *name, Delivery delivery, int read, bool direct,
                            const QString &words) {
            QTest::newRow(name) << int(delivery) << read << direct << words;
        };
        add("queued", Delivery::Queued, 0, false, u"waiting to be sent"_s);
        add("accepted", Delivery::Accepted, 0, false, u"sent"_s);
        add("delivered", Delivery::Delivered, 0, false, u"delivered"_s);
        add("read by some", Delivery::Read, 4, false, u"read by 4"_s);
        add("read by the one", Delivery::Read, 1, true, u"read"_s);
        add("refused", Delivery::Refused, 0, false, u"not sent: the server did not take it"_s);
    }
    void ticksAreToldInWords()
    {
        QFETCH(int, delivery);
        QFETCH(int, read);
        QFETCH(bool, direct);
        QFETCH(QString, words);
        m_model->setConversation(direct ? demo::withPatel : demo::deskGroup);
        m_model->setRows({own(1, u"on my way"_s, Delivery(delivery), read)});
        QCOMPARE(row(0).data(MessageListWords::DeliveryWordsRole).toString(), words);
        QCOMPARE(row(0).data(Qt::AccessibleTextRole).toString(), u"You, 10:21: on my way (%1)"_s.arg(words));
    }

    void othersHaveNoTicks()
    {
        m_model->setRows({with(message(1, u"hello"_s), MessageListModel::DeliveryRole, int(Delivery::Read))});
        QVERIFY(row(0).data(MessageListWords::DeliveryWordsRole).toString().isEmpty());
        QCOMPARE(row(0).data(Qt::AccessibleTextRole).toString(), u"Jo Lewis, 10:20: hello"_s);
    }

    void aWithdrawnMessageLeavesWords_data()
    {
        QTest::addColumn<bool>("mine");
        QTest::addColumn<QDateTime>("when");
        QTest::addColumn<QString>("words");
        QTest::newRow("theirs") << false << at(10, 39)
                                << u"Withdrawn by Jo Lewis at 10:39. The record keeps it."_s;
        QTest::newRow("own") << true << at(10, 39) << u"Withdrawn by you at 10:39. The record keeps it."_s;
        QTest::newRow("a day later")
            << false << at(8, 5, monday.addDays(1))
            << u"Withdrawn by Jo Lewis at Tuesday 24 November, 08:05. The record keeps it."_s;
        QTest::newRow("no time") << false << QDateTime() << u"Withdrawn by Jo Lewis. The record keeps it."_s;
    }
    void aWithdrawnMessageLeavesWords()
    {
        QFETCH(bool, mine);
        QFETCH(QDateTime, when);
        QFETCH(QString, words);
        FakeRow gone = mine ? own(1, u"secret"_s, Delivery::Read, 2) : message(1, u"secret"_s);
        gone =
            with(with(gone, MessageListModel::WithdrawnRole, true), MessageListModel::WithdrawnAtRole, when);
        m_model->setRows({gone});
        QCOMPARE(row(0).data(MessageListWords::BodyRole).toString(), words);
        QVERIFY(row(0).data(Qt::AccessibleTextRole).toString().endsWith(words));
        QVERIFY(row(0).data(MessageListWords::DeliveryWordsRole).toString().isEmpty());
        QVERIFY(!MessageListWords::canWithdraw(row(0)));
        QApplication::clipboard()->setText(u"before"_s);
        m_list->setCurrentIndex(row(0));
        QTest::keyClick(m_list.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
    }

    void theFirstUnreadIsCalledNew()
    {
        std::vector<FakeRow> rows = many(1, 4);
        rows[2].insert(MessageListModel::FirstUnreadRole, true);
        m_model->setRows(rows);
        QCOMPARE(row(2).data(Qt::AccessibleTextRole).toString(), u"New, Jo Lewis, 10:20: message number 3"_s);
        layOut();
        QVERIFY(m_list->visualRect(row(2)).height() > m_list->visualRect(row(1)).height() + 10);
    }

    void opensAtTheEndWhereNothingIsUnread()
    {
        open(many(1, 40));
        QVERIFY(m_list->isAtEnd());
        QVERIFY(inView(39));
    }

    void opensWhereTheUnreadBegin()
    {
        QSignalSpy seen(m_list.get(), &MessageListWidget::endReached);
        open(unreadFrom(20, 60));
        QVERIFY(!m_list->isAtEnd());
        QCOMPARE(seen.count(), 0);
        QVERIFY(inView(20));
        QVERIFY(m_list->visualRect(row(19)).bottom() > 20); // what it follows
        QVERIFY(m_list->visualRect(row(20)).top() < 60);
    }

    void aFewUnreadAreSeenWithTheEnd()
    {
        QSignalSpy seen(m_list.get(), &MessageListWidget::endReached);
        open(unreadFrom(58, 60));
        QVERIFY(m_list->isAtEnd());
        QVERIFY(seen.count() > 0);
        QVERIFY(inView(58) && inView(59));
    }

    void theUnreadStayInPlaceWhileTheWindowIsSized()
    {
        open(unreadFrom(20, 60));
        m_list->resize(300, 500);
        layOut();
        QVERIFY(inView(20));
        QVERIFY(m_list->visualRect(row(20)).top() < 60);
    }

    void whatIsNotShownIsNotSeen()
    {
        MessageListWidget hidden(m_theme, *m_model, *m_practice);
        QSignalSpy seen(&hidden, &MessageListWidget::endReached);
        m_model->setRows(unreadFrom(58, 60));
        hidden.goToUnread();
        hidden.doItemsLayout();
        QCOMPARE(seen.count(), 0);
        QVERIFY(!hidden.isAtEnd());
        hidden.resize(400, 300);
        hidden.show();
        QVERIFY(QTest::qWaitForWindowExposed(&hidden));
        QApplication::processEvents();
        QVERIFY(seen.count() > 0);
        QVERIFY(hidden.isAtEnd());
    }

    void whoHasScrolledAwayIsNotTakenBack()
    {
        open(unreadFrom(20, 60));
        scrollTo(900);
        m_model->appendRow(message(61, u"one more"_s));
        layOut();
        QCOMPARE(m_list->verticalScrollBar()->value(), 900);
    }

    void whatComesBeforeWaitingOnesIsSeenToo()
    {
        m_model->setRows({own(0, u"waiting"_s, Delivery::Queued)});
        m_list->goToUnread();
        QSignalSpy seen(m_list.get(), &MessageListWidget::endReached);
        m_model->prependRows({message(1, u"theirs"_s)});
        QVERIFY(seen.count() > 0);
    }

    void anOlderPageHoldsTheUnreadThatCameFirst()
    {
        open(unreadFrom(0, 40));
        std::vector<FakeRow> page = many(100, 10);
        page[5].insert(MessageListModel::FirstUnreadRole, true);
        m_model->prependRows(page);
        m_model->changeRow(10, {{MessageListModel::FirstUnreadRole, false}});
        layOut();
        QVERIFY(inView(5));
        QVERIFY(m_list->visualRect(row(5)).top() < 60);
    }

    void followsWhatComesWhileAtTheEnd()
    {
        open(many(1, 40));
        m_model->appendRow(message(41, u"the newest"_s));
        layOut();
        QVERIFY(m_list->isAtEnd());
        QVERIFY(inView(40));
        QVERIFY(!newer()->isVisible());
    }

    void followsAlsoWhereTheUnreadFitWithTheEnd()
    {
        open(unreadFrom(58, 60));
        for (int id = 61; id < 75; ++id) {
            m_model->appendRow(message(id, u"more and more"_s));
            layOut();
        }
        QVERIFY(inView(73));
        QVERIFY(m_list->isAtEnd());
    }

    void countsWhatComesWhileScrolledUp()
    {
        open(many(1, 40));
        scrollTo(200);
        const int place = m_list->verticalScrollBar()->value();
        m_model->appendRow(message(41, u"one"_s));
        layOut();
        QVERIFY(newer()->isVisible());
        QCOMPARE(newer()->text(), u"1 new message(s)"_s);
        m_model->appendRow(message(42, u"two"_s));
        m_model->appendRow(own(43, u"mine, from elsewhere"_s, Delivery::Accepted));
        layOut();
        QCOMPARE(newer()->text(), u"2 new message(s)"_s);
        QCOMPARE(m_list->verticalScrollBar()->value(), place);
        QVERIFY(m_list->rect().contains(newer()->geometry()));
    }

    void theButtonLeadsDown_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("space") << int(Qt::Key_Space);
        QTest::newRow("enter") << int(Qt::Key_Return);
        QTest::newRow("mouse") << 0;
    }
    void theButtonLeadsDown()
    {
        QFETCH(int, key);
        open(many(1, 40));
        scrollTo(200);
        m_model->appendRow(message(41, u"one"_s));
        layOut();
        QSignalSpy seen(m_list.get(), &MessageListWidget::endReached);
        m_list->setFocus(Qt::TabFocusReason);
        if (key == 0) {
            QTest::mouseClick(newer(), Qt::LeftButton);
        } else {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), newer());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
        }
        layOut();
        QVERIFY(m_list->isAtEnd());
        QVERIFY(inView(40));
        QVERIFY(!newer()->isVisible());
        QVERIFY(seen.count() > 0);
        QCOMPARE(QApplication::focusWidget(), m_list.get());
    }

    void scrollingDownTakesTheButtonAway()
    {
        open(many(1, 40));
        scrollTo(200);
        m_model->appendRow(message(41, u"one"_s));
        layOut();
        scrollTo(m_list->verticalScrollBar()->maximum());
        QVERIFY(!newer()->isVisible());
        QVERIFY(m_list->isAtEnd());
    }

    void theUpperEndAsksForOlder()
    {
        open(many(50, 40));
        m_model->more = true;
        scrollTo(100);
        QCOMPARE(m_model->asked, 0);
        scrollTo(0);
        QVERIFY(m_model->asked > 0);
    }

    void aListThatDoesNotFillItsPlaceAsksForOlder()
    {
        m_model->more = true;
        open(many(50, 2));
        QTRY_VERIFY(m_model->asked > 0);
    }

    void anOlderPageLeavesThePlace()
    {
        open(many(50, 40));
        m_model->more = true;
        scrollTo(0);
        const QPersistentModelIndex first = row(0);
        const int bottom = m_list->visualRect(first).bottom();
        m_model->prependRows(many(1, 20));
        // The day's heading goes to the first row of the page.
        m_model->changeRow(20, {{MessageListModel::FirstOfDayRole, false}});
        layOut();
        QCOMPARE(first.row(), 20);
        QCOMPARE(m_list->visualRect(first).bottom(), bottom);
        QVERIFY(!newer()->isVisible());
    }

    void anEmptyOneSaysSo()
    {
        open({});
        QVERIFY(nothing()->isVisible());
        QVERIFY(nothing()->text().contains(u"No messages here yet"_s));
        m_model->appendRow(message(1, u"first"_s));
        QVERIFY(!nothing()->isVisible());
    }

    void theKeyboardStartsWhereOneReads()
    {
        open(many(1, 40));
        scrollTo(200);
        const int place = m_list->verticalScrollBar()->value();
        QApplication::focusWidget()->clearFocus();
        m_list->setFocus(Qt::TabFocusReason);
        QVERIFY(m_list->currentIndex().isValid());
        QVERIFY(qAbs(m_list->verticalScrollBar()->value() - place) < 60);
    }

    void aClickLeavesThePlace()
    {
        open(many(1, 40));
        scrollTo(200);
        const int place = m_list->verticalScrollBar()->value();
        m_list->clearFocus();
        m_list->setFocus(Qt::MouseFocusReason);
        QCOMPARE(m_list->verticalScrollBar()->value(), place);
    }

    void aRefusedOneCanBeWrittenAgain()
    {
        m_model->setRows({message(1, u"theirs"_s), own(2, u"sent"_s, Delivery::Accepted),
                          own(0, u"not taken"_s, Delivery::Refused)});
        QSignalSpy again(m_list.get(), &MessageListWidget::writeAgainRequested);
        for (int number = 0; number < 3; ++number) {
            m_list->setCurrentIndex(row(number));
            QTest::keyClick(m_list.get(), Qt::Key_Return);
        }
        QCOMPARE(again.count(), 1);
        QCOMPARE(again.first().first().toString(), u"not taken"_s);
    }

    void withdrawingAsksFirst()
    {
        m_model->setRows({message(1, u"theirs"_s), own(2, u"mine"_s, Delivery::Read, 1)});
        QSignalSpy withdrawn(m_list.get(), &MessageListWidget::withdrawConfirmed);
        m_list->setCurrentIndex(row(0));
        QTest::keyClick(m_list.get(), Qt::Key_Delete);
        QVERIFY(!m_list->findChild<QMessageBox *>());
        m_list->setCurrentIndex(row(1));
        QTest::keyClick(m_list.get(), Qt::Key_Delete);
        auto *box = m_list->findChild<QMessageBox *>();
        QVERIFY(box);
        QVERIFY(box->informativeText().contains(u"The record keeps"_s));
        QCOMPARE(static_cast<QAbstractButton *>(box->defaultButton()), box->button(QMessageBox::Cancel));
        for (QAbstractButton *button : box->buttons()) {
            if (button->text() == u"Withdraw"_s)
                button->click();
        }
        QCOMPARE(withdrawn.count(), 1);
        QCOMPARE(withdrawn.first().first().value<MessageId>(), MessageId{2});
    }

    void whatWasRefusedCanBeRemoved()
    {
        FakeRow refused = own(0, u"not taken"_s, Delivery::Refused);
        refused.insert(MessageListModel::WaitingRole, QByteArray("nonce"));
        m_model->setRows({own(1, u"sent"_s, Delivery::Accepted), refused});
        QSignalSpy removed(m_list.get(), &MessageListWidget::removeConfirmed);
        m_list->setCurrentIndex(row(1));
        QTest::keyClick(m_list.get(), Qt::Key_Delete);
        const QList<QMessageBox *> boxes = m_list->findChildren<QMessageBox *>();
        QCOMPARE(boxes.size(), 1);
        QVERIFY(boxes.first()->informativeText().contains(u"nobody else has seen it"_s));
        QTest::keyClick(boxes.first(), Qt::Key_Escape);
        QCOMPARE(removed.count(), 0);
        QTest::keyClick(m_list.get(), Qt::Key_Delete);
        for (QAbstractButton *button : m_list->findChildren<QMessageBox *>().last()->buttons()) {
            if (button->text() == u"Remove"_s)
                button->click();
        }
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed.first().first().toByteArray(), QByteArray("nonce"));
    }

    void otherPeoplesMarkupIsText()
    {
        m_model->setRows({message(1, u"<b>bold</b>"_s)});
        QCOMPARE(row(0).data(MessageListWords::BodyRole).toString(), u"<b>bold</b>"_s);
        QVERIFY(row(0).data(Qt::AccessibleTextRole).toString().contains(u"<b>bold</b>"_s));
    }

private:
    static std::vector<FakeRow> unreadFrom(int first, int count)
    {
        std::vector<FakeRow> made = many(1, count);
        made[size_t(first)].insert(MessageListModel::FirstUnreadRole, true);
        return made;
    }
    QModelIndex row(int number) const { return m_list->model()->index(number, 0); }
    void layOut() { QApplication::processEvents(); }
    void open(const std::vector<FakeRow> &rows)
    {
        m_model->setRows(rows);
        m_list->goToUnread();
        layOut();
    }
    void scrollTo(int value) { m_list->verticalScrollBar()->setValue(value); }
    bool inView(int number) const
    {
        return m_list->viewport()->rect().contains(m_list->visualRect(row(number)).adjusted(0, 0, -1, -1));
    }
    QAbstractButton *newer() const { return m_list->findChild<QAbstractButton *>(u"newer"_s); }
    ui::TextLabel *nothing() const { return m_list->findChild<ui::TextLabel *>(u"nothing"_s); }

    ui::Theme m_theme{ui::ThemeKind::Light};
    std::unique_ptr<PagedMessages> m_model;
    std::unique_ptr<client::Practice> m_practice;
    std::unique_ptr<MessageListWidget> m_list;
};

HANDBELL_TEST(MessageListWidgetTest)
#include "MessageListWidgetTest.moc"
