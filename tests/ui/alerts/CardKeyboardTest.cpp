// SPDX-License-Identifier: Apache-2.0
// On a real desktop, with real keys: somebody types in another program and goes to a card on purpose, answers
// it and is back where they were.
#include "platform/GlobalShortcuts.h"
#include "tests/support/DemoPractice.h"
#include "tests/support/FakeAlertManager.h"
#include "tests/support/FakeAlerts.h"
#include "tests/ui/alerts/OtherProgram.h"
#include "ui/alerts/AlertCardStack.h"
#include "ui/alerts/NoticeCard.h"
#include "ui/shell/PlatformReplyShortcuts.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <memory>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using client::CardForm;
using protocol::Address;
using protocol::Reply;

class CardKeyboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"xdotool"_s).isEmpty())
            QSKIP("xdotool is not installed");
        QCOMPARE(QGuiApplication::platformName(), u"xcb"_s);
    }

    void init()
    {
        xdotool({u"mousemove"_s, u"300"_s, u"400"_s});
        m_other = std::make_unique<OtherProgram>();
        QTRY_VERIFY_WITH_TIMEOUT(!m_other->window().isEmpty(), 20000);
        QTRY_COMPARE(activeWindow(), m_other->window());

        m_theme = std::make_unique<Theme>(ThemeKind::Light);
        m_practice = std::make_unique<client::Practice>();
        demo::fill(*m_practice, demo::patel, m_clock.wallNow());
        m_words = std::make_unique<AlertWords>(*m_practice);
        m_alerts = std::make_unique<FakeAlertManager>();
        makeStack(1h);
    }

    void cleanup()
    {
        m_keys.reset();
        m_stack.reset();
        m_other.reset();
    }

    void aKeyGoesToTheCardAndTheAnswerBack()
    {
        type(u"before"_s);
        AlertCard *card = come(1, demo::interpreter);
        QVERIFY(!card->isActiveWindow());
        press(u"ctrl+alt+r"_s);
        QTRY_VERIFY(card->isActiveWindow());
        QCOMPARE(card->focusWidget(), card);
        QCOMPARE(activeWindow(), QString::number(card->winId()));
        press(u"2"_s);
        QTRY_COMPARE(m_alerts->answered,
                     (std::vector{FakeAlertManager::Answered{AlertId{1}, Reply::TwoMinutes}}));
        backInTheOtherProgram();
        type(u"after"_s);
        QCOMPARE(m_other->text(), u"beforeafter"_s);
    }

    void escapeGoesBackWithoutAnAnswer()
    {
        AlertCard *card = come(1, demo::interpreter);
        press(u"ctrl+alt+r"_s);
        QTRY_VERIFY(card->isActiveWindow());
        press(u"Escape"_s);
        backInTheOtherProgram();
        QVERIFY(m_alerts->answered.empty());
        type(u"1"_s);
        QVERIFY(m_alerts->answered.empty());
        QCOMPARE(m_other->text(), u"1"_s);
    }

    void tabGoesFromReplyToReply()
    {
        AlertCard *card = come(1, demo::interpreter);
        press(u"ctrl+alt+r"_s);
        QTRY_VERIFY(card->isActiveWindow());
        press(u"Tab"_s);
        QTRY_COMPARE(card->focusWidget(), button(1, Reply::Coming));
        press(u"Tab"_s);
        QTRY_COMPARE(card->focusWidget(), button(1, Reply::TwoMinutes));
        press(u"shift+Tab"_s);
        QTRY_COMPARE(card->focusWidget(), button(1, Reply::Coming));
        press(u"space"_s);
        QTRY_COMPARE(m_alerts->answered,
                     (std::vector{FakeAlertManager::Answered{AlertId{1}, Reply::Coming}}));
        backInTheOtherProgram();
        QCOMPARE(m_other->text(), QString());
    }

    void aKeyHeldDownIsOneAnswerAndNotALetterElsewhere()
    {
        AlertCard *card = come(1, demo::interpreter);
        press(u"ctrl+alt+r"_s);
        QTRY_VERIFY(card->isActiveWindow());
        xdotool({u"keydown"_s, u"1"_s});
        QTRY_COMPARE(m_alerts->answered.size(), size_t(1));
        QSignalSpy repeats(qApp, &QGuiApplication::focusWindowChanged);
        QVERIFY(!repeats.wait(1000)); // well into the time at which a key repeats
        QCOMPARE(activeWindow(), QString::number(card->winId()));
        xdotool({u"keyup"_s, u"1"_s});
        backInTheOtherProgram();
        QCOMPARE(m_alerts->answered.size(), size_t(1));
        QCOMPARE(m_other->text(), QString());
    }

    void aHiddenTextStaysHiddenUntilItIsAskedFor()
    {
        AlertCard *card = come(1, demo::interpreter, CardForm::Hidden);
        press(u"ctrl+alt+r"_s);
        QTRY_VERIFY(card->isActiveWindow());
        QVERIFY(!card->showsText());
        press(u"ctrl+alt+space"_s);
        QTRY_VERIFY(card->showsText());
        press(u"Escape"_s);
        backInTheOtherProgram();
    }

    void whatComesMeanwhileDoesNotTakeTheKeys()
    {
        AlertCard *card = come(1, demo::delivery);
        press(u"ctrl+alt+r"_s);
        QTRY_VERIFY(card->isActiveWindow());
        // More than there is room for, and each of them comes before this one.
        for (int id = 2; id <= AlertCardStack::VisibleLimit; ++id)
            come(id, demo::assistance);
        ring(AlertCardStack::VisibleLimit + 1, demo::assistance, CardForm::Open);
        QTRY_VERIFY(m_stack->windows().size() > size_t(AlertCardStack::VisibleLimit)); // with "and 1 more"
        QVERIFY(card->isVisible());
        QCOMPARE(m_stack->keyCard(), card);
        QCOMPARE(activeWindow(), QString::number(card->winId()));
        press(u"1"_s);
        QTRY_COMPARE(m_alerts->answered.size(), size_t(1));
        QCOMPARE(m_alerts->answered.front().alert, AlertId{1});
        backInTheOtherProgram();
    }

    void theKeyGoesOnToTheNextCardAndThenBack()
    {
        AlertCard *routine = come(1, demo::delivery);
        AlertCard *urgent = come(2, demo::assistance);
        NoticeCard notice(*m_theme, NoticeCard::Kind::Told, u"A new message"_s, {}, u"Read"_s);
        m_stack->addGuest(notice);
        for (CardWindow *expected : {static_cast<CardWindow *>(urgent), static_cast<CardWindow *>(routine),
                                     static_cast<CardWindow *>(&notice)}) {
            press(u"ctrl+alt+r"_s);
            QTRY_VERIFY(expected->isActiveWindow());
        }
        press(u"ctrl+alt+r"_s);
        backInTheOtherProgram();
        m_stack->removeGuest(notice);
    }

    void anAlertThatIsOverGivesTheKeyboardBack()
    {
        AlertCard *card = come(1, demo::interpreter);
        press(u"ctrl+alt+r"_s);
        QTRY_VERIFY(card->isActiveWindow());
        m_alerts->end({AlertId{1}, protocol::AlertState::Expired, {}});
        // Whoever was about to press a number presses it here.
        press(u"1"_s);
        QCOMPARE(activeWindow(), QString::number(card->winId()));
        QTRY_VERIFY_WITH_TIMEOUT(!m_stack->card(AlertId{1}), 10000);
        backInTheOtherProgram();
        QVERIFY(m_alerts->answered.empty());
        QCOMPARE(m_other->text(), QString());
    }

    void whoeverForgetsTheCardTypesOnWhereTheyWere()
    {
        makeStack(300ms);
        AlertCard *card = come(1, demo::interpreter);
        press(u"ctrl+alt+r"_s);
        QTRY_VERIFY(card->isActiveWindow());
        backInTheOtherProgram();
        type(u"120"_s);
        QCOMPARE(m_other->text(), u"120"_s);
        QVERIFY(m_alerts->answered.empty());
    }

    void aClickElsewhereEndsIt()
    {
        AlertCard *card = come(1, demo::interpreter);
        press(u"ctrl+alt+r"_s);
        QTRY_VERIFY(card->isActiveWindow());
        xdotool({u"mousemove"_s, u"300"_s, u"140"_s, u"click"_s, u"1"_s});
        backInTheOtherProgram();
        QTRY_COMPARE(card->keyboard(), CardWindow::Keyboard::Never);
        xdotool({u"mousemove"_s, u"300"_s, u"400"_s});
        // And a click on the card is again all it is.
        const QPoint body = card->geometry().topLeft() + QPoint(card->width() - 12, 12);
        xdotool({u"mousemove"_s, QString::number(body.x()), QString::number(body.y()), u"click"_s, u"1"_s});
        type(u"on"_s);
        QCOMPARE(m_other->text(), u"on"_s);
    }

    void whereTheOtherProgramIsGoneTheCardDoesNotKeepIt()
    {
        AlertCard *card = come(1, demo::interpreter);
        press(u"ctrl+alt+r"_s);
        QTRY_VERIFY(card->isActiveWindow());
        m_other->quit();
        press(u"Escape"_s);
        QTRY_VERIFY(!card->isActiveWindow());
        QTRY_VERIFY(card->isVisible());
        press(u"1"_s);
        QVERIFY(m_alerts->answered.empty());
    }

private:
    void makeStack(std::chrono::milliseconds patience)
    {
        m_keys.reset();
        m_stack.reset();
        AlertCardStack::Timing timing;
        timing.card.ended = 500ms;
        timing.card.fade = 10ms;
        timing.keyboard = patience;
        m_stack = std::make_unique<AlertCardStack>(
            AlertCardStack::Parts{*m_theme, *m_words, *m_alerts, m_clock, m_desktop, m_sound}, timing);
        m_shortcuts = platform::GlobalShortcuts::make();
        m_keys = std::make_unique<PlatformReplyShortcuts>(*m_shortcuts, *m_alerts);
        m_keys->setCardKey(Qt::Key_R);
        connect(m_stack.get(), &AlertCardStack::pressableChanged, m_keys.get(),
                &PlatformReplyShortcuts::setCardThere);
        m_stack->attach(*m_keys);
    }
    void ring(int id, TemplateId alertTemplate, CardForm form)
    {
        m_alerts->addIncoming(demo::alert(AlertId{id}, alertTemplate, demo::priya, demo::frontDesk1,
                                          Address::person(demo::patel), {demo::patel}, m_clock.wallNow()),
                              form);
    }
    AlertCard *come(int id, TemplateId alertTemplate, CardForm form = CardForm::Open)
    {
        ring(id, alertTemplate, form);
        const bool shown = QTest::qWaitFor(
            [&] { return !m_alerts->shown.empty() && m_alerts->shown.back() == AlertId{id}; });
        if (!shown)
            qFatal("card %d did not come up", id);
        m_clock.advance(1s);
        return m_stack->card(AlertId{id});
    }
    static void press(const QString &key) { xdotool({u"key"_s, key}); }
    void type(const QString &text)
    {
        const QString wanted = m_other->text() + text;
        xdotool({u"type"_s, text});
        QTRY_COMPARE(m_other->text(), wanted);
    }
    void backInTheOtherProgram()
    {
        QTRY_COMPARE(activeWindow(), m_other->window());
        QTRY_VERIFY(!QApplication::activeWindow());
        QTRY_VERIFY(m_other->lines().isEmpty() || m_other->lines().last() != u"lost"_s);
    }
    QWidget *button(int alert, Reply reply) const
    {
        return m_stack->card(AlertId{alert})
            ->findChild<QAbstractButton *>(u"reply%1"_s.arg(AlertWords::replyKey(reply)));
    }

    VirtualClock m_clock;
    ScreensDesktop m_desktop;
    FakeSound m_sound;
    std::unique_ptr<OtherProgram> m_other;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<client::Practice> m_practice;
    std::unique_ptr<AlertWords> m_words;
    std::unique_ptr<FakeAlertManager> m_alerts;
    std::unique_ptr<AlertCardStack> m_stack;
    std::unique_ptr<platform::GlobalShortcuts> m_shortcuts;
    std::unique_ptr<PlatformReplyShortcuts> m_keys;
};

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    if (int status = 0; OtherProgram::runIfAsked(argc, argv, status))
        return status;
    CardKeyboardTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "CardKeyboardTest.moc"
