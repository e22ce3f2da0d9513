// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ConversationListWidget.h"

#include "tests/support/TestProgram.h"
#include "tests/ui/chat/ChatRows.h"
#include "ui/chat/ConversationListWords.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QImage>
#include <QLocale>
#include <QSignalSpy>

using namespace handbell;
using namespace handbell::testing;
using namespace handbell::testing::rows;
using namespace Qt::Literals::StringLiterals;
using protocol::ConversationKind;
using ui::ConversationListWidget;
using ui::ConversationListWords;

class ConversationListWidgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init()
    {
        m_practice = std::make_unique<client::Practice>();
        demo::fill(*m_practice, demo::priya,
                   WallTime(std::chrono::milliseconds(at(10, 42).toMSecsSinceEpoch())));
        m_model = std::make_unique<FakeConversationListModel>();
        const QDateTime friday = at(16, 5, monday.addDays(-3));
        m_model->setRows({talk(demo::deskGroup, ConversationKind::Group, u"Front desk"_s, demo::sam,
                               u"rota updated"_s, at(10, 42)),
                          talk(demo::everyone, ConversationKind::Everyone, {}, demo::carys,
                               u"Fire alarm test"_s, at(10, 15), 3),
                          talk(demo::rota, ConversationKind::Group, u"Rota swaps"_s, demo::priya,
                               u"two answered"_s, friday, 1),
                          talk(demo::withPatel, ConversationKind::Direct, u"Dr Anna Patel"_s, demo::patel,
                               u"thank you"_s, at(10, 31), 120, protocol::PresenceState::InConsultation)});
        m_list = std::make_unique<ConversationListWidget>(m_theme, *m_model, *m_practice);
        m_list->setToday([] { return monday; });
        m_list->resize(270, 500);
        m_list->show();
        QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
        m_list->setFocus(Qt::TabFocusReason);
    }
    void cleanup() { m_list.reset(); }

    void everyRowSaysAllOfItself_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("words");
        QTest::newRow("read") << 0 << u"Front desk, Sam: rota updated, 10:42"_s;
        QTest::newRow("unread") << 1 << u"Everyone, 3 unread, Carys: Fire alarm test, 10:15"_s;
        QTest::newRow("own, another day")
            << 2 << u"Rota swaps, 1 unread, You: two answered, Friday 20 November, 16:05"_s;
        QTest::newRow("person") << 3 << u"Dr Anna Patel, in consultation, 120 unread, thank you, 10:31"_s;
    }
    void everyRowSaysAllOfItself()
    {
        QFETCH(int, number);
        QFETCH(QString, words);
        QCOMPARE(row(number).data(Qt::AccessibleTextRole).toString(), words);
    }

    void aScreenReaderReadsTheRow()
    {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_list.get());
        QVERIFY(list);
        QCOMPARE(list->text(QAccessible::Name), u"Conversations"_s);
        QVERIFY(list->childCount() >= 4);
        QVERIFY(list->child(1)->text(QAccessible::Name).contains(u"3 unread"_s));
    }

    void aCountShows()
    {
        const QImage with = picture();
        m_model->changeRow(1, {{ConversationListModel::UnreadRole, 0}});
        const QImage without = picture();
        const QColor accent = m_theme.color(ui::Token::Accent);
        QVERIFY(countOf(accent, with) > countOf(accent, without) + 50);
        QVERIFY(!row(1).data(Qt::AccessibleTextRole).toString().contains(u"unread"_s));
    }

    void sectionsHaveHeadings()
    {
        QCOMPARE(row(0).data(ConversationListWords::HeadingRole).toString(), u"Conversations"_s);
        QVERIFY(row(1).data(ConversationListWords::HeadingRole).toString().isEmpty());
        QCOMPARE(row(3).data(ConversationListWords::HeadingRole).toString(), u"People"_s);
        m_model->removeRow(0);
        QCOMPARE(row(0).data(ConversationListWords::HeadingRole).toString(), u"Conversations"_s);
    }

    void aWithdrawnLastMessageIsNotQuoted()
    {
        m_model->changeRow(0, {{ConversationListModel::PreviewWithdrawnRole, true}});
        QCOMPARE(row(0).data(ConversationListWords::PreviewWordsRole).toString(),
                 u"Sam withdrew a message"_s);
        m_model->changeRow(2, {{ConversationListModel::PreviewWithdrawnRole, true}});
        QCOMPARE(row(2).data(ConversationListWords::PreviewWordsRole).toString(),
                 u"You withdrew a message"_s);
    }

    void aConversationWithoutMessagesSaysSo()
    {
        m_model->changeRow(1, {{ConversationListModel::PreviewAuthorRole, qlonglong(0)},
                               {ConversationListModel::PreviewTextRole, QString()},
                               {ConversationListModel::LastAtRole, QDateTime()}});
        QCOMPARE(row(1).data(ConversationListWords::PreviewWordsRole).toString(), u"No messages yet"_s);
        QVERIFY(row(1).data(Qt::AccessibleTextRole).toString().contains(u"No messages yet"_s));
    }

    void arrowsMoveAndOpenNothing()
    {
        QSignalSpy chosen(m_list.get(), &ConversationListWidget::conversationChosen);
        QCOMPARE(m_list->currentIndex().row(), 0);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        QCOMPARE(m_list->currentIndex().row(), 2);
        press(Qt::Key_Up);
        QCOMPARE(m_list->currentIndex().row(), 1);
        QCOMPARE(chosen.count(), 0);
    }

    void opensByKeyboard_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("enter") << int(Qt::Key_Return);
        QTest::newRow("number pad") << int(Qt::Key_Enter);
        QTest::newRow("space") << int(Qt::Key_Space);
    }
    void opensByKeyboard()
    {
        QFETCH(int, key);
        QSignalSpy chosen(m_list.get(), &ConversationListWidget::conversationChosen);
        press(Qt::Key_Down);
        press(Qt::Key(key));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<ConversationId>(), demo::everyone);
        QCOMPARE(m_list->selected(), demo::everyone);
        QVERIFY(row(1).data(Qt::AccessibleTextRole).toString().endsWith(u"shown now"_s));
        press(Qt::Key_End);
        press(Qt::Key(key));
        QCOMPARE(chosen.last().first().value<ConversationId>(), demo::withPatel);
    }

    void lettersFind()
    {
        QTest::keyClicks(m_list.get(), u"rota"_s);
        QCOMPARE(m_list->currentIndex().row(), 2);
        m_list->setCurrentIndex(row(0));
        m_list->keyboardSearch({}); // begins anew
        QTest::keyClicks(m_list.get(), u"every"_s);
        QCOMPARE(m_list->currentIndex().row(), 1);
    }

    void aClickOpens()
    {
        QSignalSpy chosen(m_list.get(), &ConversationListWidget::conversationChosen);
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, m_list->visualRect(row(2)).center());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<ConversationId>(), demo::rota);
    }

    void selectingTellsNobody()
    {
        QSignalSpy chosen(m_list.get(), &ConversationListWidget::conversationChosen);
        m_list->select(demo::rota);
        QCOMPARE(m_list->selected(), demo::rota);
        QCOMPARE(m_list->currentIndex().row(), 2);
        QCOMPARE(chosen.count(), 0);
    }

    void theOpenOneIsKeptWhenTheListIsFilledAnew()
    {
        m_list->select(demo::rota);
        m_model->setRows({talk(demo::rota, ConversationKind::Group, u"Rota swaps"_s, {}, {}, {}),
                          talk(demo::deskGroup, ConversationKind::Group, u"Front desk"_s, {}, {}, {})});
        QCOMPARE(m_list->selected(), demo::rota);
        QCOMPARE(m_list->currentIndex().row(), 0);
        QCOMPARE(row(1).data(Qt::AccessibleTextRole).toString(), u"Front desk, No messages yet"_s);
    }

private:
    QModelIndex row(int number) const { return m_list->model()->index(number, 0); }
    void press(Qt::Key key) { QTest::keyClick(m_list.get(), key); }
    QImage picture() const { return m_list->grab(m_list->visualRect(row(1))).toImage(); }
    static int countOf(const QColor &color, const QImage &image)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y).rgb() == color.rgb() ? 1 : 0;
        }
        return count;
    }

    ui::Theme m_theme{ui::ThemeKind::Light};
    std::unique_ptr<client::Practice> m_practice;
    std::unique_ptr<FakeConversationListModel> m_model;
    std::unique_ptr<ConversationListWidget> m_list;
};

HANDBELL_TEST(ConversationListWidgetTest)
#include "ConversationListWidgetTest.moc"
