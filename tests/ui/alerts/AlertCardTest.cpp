// SPDX-License-Identifier: Apache-2.0
#include "tests/support/DemoPractice.h"
#include "tests/support/FakeAlertManager.h"
#include "tests/support/FakeAlerts.h"
#include "tests/support/TestProgram.h"
#include "ui/alerts/AlertCardStack.h"
#include "ui/alerts/CardPlacement.h"
#include "ui/alerts/DigestCard.h"
#include "ui/alerts/MoreCard.h"
#include "ui/alerts/NotConnectedCard.h"
#include "ui/alerts/Notices.h"
#include "ui/alerts/ReplyShortcuts.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QEnterEvent>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using client::AlertEnding;
using client::CardForm;
using protocol::Address;
using protocol::AlertState;
using protocol::Importance;
using protocol::Reply;

namespace {

//! Notes every window that is shown and is no card, for however short a time: one of the usual kind may get
//! the keyboard.
class StrayWindows : public QObject
{
public:
    StrayWindows() { qApp->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() == QEvent::Show && widget && widget->isWindow() &&
            !qobject_cast<CardWindow *>(widget))
            seen.append(QString::fromLatin1(widget->metaObject()->className()));
        return false;
    }

    QStringList seen;
};

} // namespace

//! The card stack over fakes: which alerts become cards, in which form, and what their buttons do.
class AlertCardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_theme = std::make_unique<Theme>(ThemeKind::Light);
        m_theme->apply(*qobject_cast<QApplication *>(QCoreApplication::instance()));
        m_practice = std::make_unique<client::Practice>();
        demo::fill(*m_practice, demo::patel, m_clock.wallNow());
        m_words = std::make_unique<AlertWords>(*m_practice);
        m_alerts = std::make_unique<FakeAlertManager>();
        m_desktop = std::make_unique<FakeDesktop>();
        m_sound = {};
        AlertCardStack::Timing timing;
        timing.card.rest = 0ms;
        timing.card.peek = 1h;
        timing.card.ended = 1ms;
        timing.card.fade = 1ms;
        timing.repeat = 20ms;
        m_stack = std::make_unique<AlertCardStack>(
            AlertCardStack::Parts{*m_theme, *m_words, *m_alerts, m_clock, *m_desktop, m_sound}, timing);
    }
    void cleanup()
    {
        m_stack.reset();
        m_alerts.reset();
    }

    void nothingButTheCardComesUp()
    {
        StrayWindows stray;
        m_alerts->addIncoming(make(1, demo::interpreter));
        m_alerts->addIncoming(make(2, demo::assistance), CardForm::Hidden);
        m_stack->makeSpare();
        m_stack->setUnreachable(m_clock.wallNow());
        m_stack->setConsultationCheck(AlertCardStack::ConsultationCheck::Due);
        m_alerts->setIncoming({{make(3, demo::delivery), CardForm::Held, false, false},
                               {make(4, demo::delivery), CardForm::Held, false, false}});
        m_alerts->setIncoming({{make(3, demo::delivery), CardForm::Open, false, false},
                               {make(4, demo::delivery), CardForm::Open, false, false}});
        QVERIFY(window<DigestCard>());
        QCOMPARE(stray.seen, QStringList());
    }

    void anOpenCardShowsEverything()
    {
        m_alerts->addIncoming(make(1, demo::interpreter));
        AlertCard *card = m_stack->card(AlertId{1});
        QVERIFY(card && card->isVisible());
        QVERIFY(card->showsText());
        QStringList seen = visibleWords(*card);
        QVERIFY(seen.contains(u"Important"_s));
        QVERIFY(seen.contains(u"Priya Shah, receptionist · Front desk 1"_s));
        QVERIFY(seen.contains(u"Interpreter is here"_s));
    }

    void everyCardSaysHowLongItStands()
    {
        int id = 0;
        for (const TemplateId alertTemplate : {demo::delivery, demo::interpreter, demo::assistance}) {
            auto alert = make(++id, alertTemplate);
            alert.expiresAt = m_clock.wallNow() + 4min;
            m_alerts->addIncoming(alert);
            QVERIFY(visibleWords(*m_stack->card(alert.id)).join(u'\n').contains(u"4 min left"_s));
        }
        m_clock.advance(3min + 30s);
        for (AlertCard *card : m_stack->cards()) {
            card->refreshTime();
            QVERIFY(visibleWords(*card).join(u'\n').contains(u"30 s left"_s));
        }
        QCOMPARE(m_stack->cards().size(), size_t(3));
    }

    void whoAndWhatCanBeReadFromTwoMetres_data()
    {
        QTest::addColumn<CardForm>("form");
        QTest::addColumn<bool>("over");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("open") << CardForm::Open << false
                              << QStringList{u"Priya Shah, receptionist · Front desk 1"_s,
                                             u"Interpreter is here"_s};
        QTest::newRow("hidden") << CardForm::Hidden << false << QStringList{u"Receptionist · Front desk 1"_s};
        QTest::newRow("over") << CardForm::Open << true
                              << QStringList{u"Interpreter is here · Front desk 1"_s};
    }
    void whoAndWhatCanBeReadFromTwoMetres()
    {
        QFETCH(CardForm, form);
        QFETCH(bool, over);
        QFETCH(QStringList, words);
        m_alerts->addIncoming(make(1, demo::interpreter), form);
        AlertCard *card = m_stack->card(AlertId{1});
        if (over)
            card->showEnding({AlertId{1}, AlertState::Expired, {}});
        const auto labels = card->findChildren<QLabel *>();
        for (const QString &each : words) {
            const auto label = std::find_if(labels.begin(), labels.end(), [&](const QLabel *candidate) {
                return candidate->isVisible() && candidate->text() == each;
            });
            QVERIFY2(label != labels.end(), qPrintable(each));
            QVERIFY2((*label)->font().pointSize() >= 16, qPrintable(each));
        }
    }

    void aHiddenCardKeepsTextAndNameFromThePatient()
    {
        auto alert = make(1, demo::interpreter);
        alert.note = u"in the hall"_s;
        m_alerts->addIncoming(alert, CardForm::Hidden);
        AlertCard *card = m_stack->card(AlertId{1});
        QVERIFY(card && !card->showsText());
        const QString seen = visibleWords(*card).join(u'\n');
        QVERIFY(seen.contains(u"Message hidden"_s));
        QVERIFY(seen.contains(u"Receptionist · Front desk 1"_s));
        const QStringList secrets{u"Interpreter"_s, u"hall"_s, u"Priya"_s};
        for (const QString &secret : secrets) {
            QVERIFY2(!seen.contains(secret), qPrintable(secret));
            QVERIFY2(!card->accessibleName().contains(secret), qPrintable(secret));
            QVERIFY2(!card->accessibleDescription().contains(secret), qPrintable(secret));
        }
    }

    void aCardMadeInAdvanceIsLikeAnyOther_data()
    {
        QTest::addColumn<TemplateId>("alertTemplate");
        QTest::addColumn<CardForm>("form");
        QTest::newRow("routine") << demo::delivery << CardForm::Open;
        QTest::newRow("important") << demo::interpreter << CardForm::Open;
        QTest::newRow("important, hidden") << demo::interpreter << CardForm::Hidden;
        QTest::newRow("urgent") << demo::assistance << CardForm::Open;
    }
    void aCardMadeInAdvanceIsLikeAnyOther()
    {
        QFETCH(TemplateId, alertTemplate);
        QFETCH(CardForm, form);
        m_alerts->addIncoming(make(1, alertTemplate), form);
        const AlertCard *usual = m_stack->card(AlertId{1});
        const QStringList words = visibleWords(*usual);
        const QSize size = usual->fittingSize();
        const QString name = usual->accessibleName();
        const QString description = usual->accessibleDescription();
        const CardWindow::Look look = usual->look();
        m_alerts->setIncoming({});
        QTRY_VERIFY(m_stack->windows().empty());

        m_stack->makeSpare();
        QVERIFY(m_stack->windows().empty());
        QVERIFY(m_alerts->shown.size() <= 1);
        m_alerts->addIncoming(make(1, alertTemplate), form);
        const AlertCard *card = m_stack->card(AlertId{1});
        QCOMPARE(visibleWords(*card), words);
        QCOMPARE(card->fittingSize(), size);
        QCOMPARE(card->accessibleName(), name);
        QCOMPARE(card->accessibleDescription(), description);
        QCOMPARE(card->look().stripe, look.stripe);
        QCOMPARE(card->look().fill, look.fill);
    }

    void restingThePointerShowsTheTextAndLeavingHidesIt()
    {
        m_alerts->addIncoming(make(1, demo::interpreter), CardForm::Hidden);
        AlertCard *card = m_stack->card(AlertId{1});
        QEnterEvent enter({5, 5}, {5, 5}, {5, 5});
        QApplication::sendEvent(card, &enter);
        QVERIFY(!card->showsText()); // crossing is not resting
        QTRY_VERIFY(card->showsText());
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(card, &leave);
        QVERIFY(!card->showsText());
    }

    void aKeyShowsTheTextAndHidesItAgain()
    {
        ReplyShortcuts keys;
        m_stack->attach(keys);
        m_alerts->addIncoming(make(1, demo::interpreter), CardForm::Hidden);
        AlertCard *card = m_stack->card(AlertId{1});
        Q_EMIT keys.peeked();
        QVERIFY(card->showsText());
        Q_EMIT keys.peeked();
        QVERIFY(!card->showsText());
    }

    //! What is under the pointer, a reply perhaps, must not move away when the text appears.
    void theCardKeepsItsSizeWhenItsTextIsShown()
    {
        auto alert = make(1, demo::interpreter);
        alert.note = u"in the hall, beside the notice board, with a form to sign"_s;
        m_alerts->addIncoming(alert, CardForm::Hidden);
        AlertCard *card = m_stack->card(AlertId{1});
        const QSize hidden = card->fittingSize();
        const QPoint reply = button(1, Reply::Coming)->mapTo(card, QPoint());
        card->peek();
        QVERIFY(card->showsText());
        QCOMPARE(card->fittingSize(), hidden);
        QCOMPARE(button(1, Reply::Coming)->mapTo(card, QPoint()), reply);
    }

    void anUrgentCardShowsItsTextToo()
    {
        m_alerts->addIncoming(make(1, demo::assistance));
        QVERIFY(m_stack->card(AlertId{1})->showsText());
    }

    void aLongConsultationIsAskedAboutQuietly()
    {
        using Check = AlertCardStack::ConsultationCheck;
        QSignalSpy goesOn(m_stack.get(), &AlertCardStack::consultationGoesOn);
        QSignalSpy over(m_stack.get(), &AlertCardStack::consultationOver);
        m_stack->setConsultationCheck(Check::Due);
        m_stack->setConsultationCheck(Check::Due);
        QCOMPARE(m_stack->windows().size(), size_t{1});
        CardWindow *question = m_stack->windows().front();
        QVERIFY(question->isVisible());
        QVERIFY(!question->accessibleName().isEmpty());
        for (const char *button : {"goesOn", "over"}) {
            auto *asked = question->findChild<QAbstractButton *>(QLatin1String(button));
            QCOMPARE(asked->focusPolicy(), Qt::NoFocus);
            asked->click();
        }
        QCOMPARE(goesOn.count(), 1);
        QCOMPARE(over.count(), 1);
        m_stack->setConsultationCheck(Check::NotDue);
        QVERIFY(m_stack->windows().empty());
    }

    void aHeldAlertHasNoCardAndIsNotShown()
    {
        m_alerts->addIncoming(make(1, demo::delivery), CardForm::Held);
        QVERIFY(!m_stack->card(AlertId{1}));
        QCOMPARE(m_stack->heldCount(), 1);
        QCoreApplication::processEvents();
        QVERIFY(m_alerts->shown.empty());
    }

    void severalHeldOnesComeAsOneDigest()
    {
        m_alerts->addIncoming(make(1, demo::delivery), CardForm::Held);
        m_alerts->addIncoming(make(2, demo::nextIsHere), CardForm::Held);
        m_alerts->setIncoming({{make(1, demo::delivery), CardForm::Open, false},
                               {make(2, demo::nextIsHere), CardForm::Open, false}});
        QCOMPARE(m_stack->heldCount(), 0);
        QVERIFY(m_stack->cards().empty());
        auto *digest = window<DigestCard>();
        QVERIFY(digest && digest->isVisible());
        QCOMPARE(digest->alerts().size(), size_t(2));
        QTRY_COMPARE(m_alerts->shown.size(), size_t(2));
        digest->findChild<QAbstractButton *>(u"open2"_s)->click();
        QVERIFY(m_stack->card(AlertId{2}));
        QVERIFY(!m_stack->card(AlertId{1}));
        QCOMPARE(window<DigestCard>()->alerts().size(), size_t(1));
        m_alerts->end({AlertId{1}, AlertState::Cancelled, {}});
        QVERIFY(!window<DigestCard>());
    }

    void oneHeldAlertComesAsItsOwnCard()
    {
        m_alerts->addIncoming(make(1, demo::delivery), CardForm::Held);
        m_alerts->setIncoming({{make(1, demo::delivery), CardForm::Open, false}});
        QVERIFY(m_stack->card(AlertId{1}));
        QVERIFY(!window<DigestCard>());
    }

    void shownIsToldOnceAfterTheFirstPaint()
    {
        m_alerts->addIncoming(make(1, demo::interpreter));
        QVERIFY(m_alerts->shown.empty());
        QTRY_COMPARE(m_alerts->shown, std::vector{AlertId{1}});
        m_stack->card(AlertId{1})->repaint();
        QCoreApplication::processEvents();
        QCOMPARE(m_alerts->shown.size(), size_t(1));
    }

    void aClickAnswersOnce()
    {
        m_alerts->addIncoming(make(1, demo::interpreter));
        m_clock.advance(1s);
        QAbstractButton *coming = button(1, Reply::Coming);
        QTest::mouseClick(coming, Qt::LeftButton);
        QTest::mouseClick(coming, Qt::LeftButton);
        QCOMPARE(m_alerts->answered, (std::vector{FakeAlertManager::Answered{AlertId{1}, Reply::Coming}}));
    }

    void aReplyIsRefusedJustAfterTheCardAppeared()
    {
        m_alerts->addIncoming(make(1, demo::interpreter));
        m_clock.advance(399ms);
        QTest::mouseClick(button(1, Reply::Coming), Qt::LeftButton);
        m_stack->reply(1);
        QVERIFY(m_alerts->answered.empty());
        m_clock.advance(1ms);
        m_stack->reply(1);
        QCOMPARE(m_alerts->answered.size(), size_t(1));
    }

    void keysAnswerTheCardThatNamesThem_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<std::optional<Reply>>("reply");
        QTest::newRow("1") << 1 << std::optional(Reply::Coming);
        QTest::newRow("2") << 2 << std::optional(Reply::TwoMinutes);
        QTest::newRow("3") << 3 << std::optional(Reply::PassOn);
        QTest::newRow("4 is not offered") << 4 << std::optional<Reply>();
    }
    void keysAnswerTheCardThatNamesThem()
    {
        QFETCH(int, key);
        QFETCH(std::optional<Reply>, reply);
        ReplyShortcuts keys;
        m_stack->attach(keys);
        m_alerts->addIncoming(make(1, demo::interpreter));
        m_alerts->addIncoming(make(2, demo::interpreter));
        QCOMPARE(m_stack->keyCard()->alertId(), AlertId{1});
        QCOMPARE(m_stack->card(AlertId{2})->keys(), AlertCard::Keys::Elsewhere);
        m_clock.advance(1s);
        Q_EMIT keys.replied(key);
        QCOMPARE(m_alerts->answered.size(), size_t(reply ? 1 : 0));
        if (reply)
            QCOMPARE(m_alerts->answered[0], (FakeAlertManager::Answered{AlertId{1}, *reply}));
    }

    void anUrgentCardTakesTheKeysButNotAtOnce()
    {
        m_alerts->addIncoming(make(1, demo::interpreter));
        m_clock.advance(1s);
        m_alerts->addIncoming(make(2, demo::assistance));
        QCOMPARE(m_stack->keyCard()->alertId(), AlertId{2});
        m_stack->reply(1); // meant for the first
        QVERIFY(m_alerts->answered.empty());
    }

    void aFailedAnswerGivesTheButtonsBack()
    {
        m_alerts->setResult(ErrorCode::Unreachable);
        m_alerts->addIncoming(make(1, demo::interpreter));
        m_clock.advance(1s);
        m_stack->reply(1);
        QTRY_VERIFY(button(1, Reply::Coming)->isEnabled());
        QVERIFY(visibleWords(*m_stack->card(AlertId{1})).join(u' ').contains(u"phone"_s));
    }

    void answeredElsewhereSaysSoAndGoes()
    {
        const auto alert = make(1, demo::chaperone);
        m_alerts->addIncoming(alert);
        m_alerts->end(
            {AlertId{1}, AlertState::Answered,
             protocol::AlertAnswer{demo::lin, demo::consulting6, Reply::Coming, alert.raisedAt + 14s}});
        AlertCard *card = m_stack->card(AlertId{1});
        QVERIFY(card && card->hasEnded());
        const QStringList seen = visibleWords(*card);
        QVERIFY(seen.contains(u"Answered"_s));
        QVERIFY(seen.contains(u"Lin Chen is coming, from Consulting room 6 after 14 s"_s));
        QVERIFY(!button(1, Reply::Coming)->isVisible());
        QTRY_VERIFY(!m_stack->card(AlertId{1}));
    }

    void aHiddenCardEndsWithoutItsText()
    {
        m_alerts->addIncoming(make(1, demo::chaperone), CardForm::Hidden);
        m_alerts->end({AlertId{1}, AlertState::Expired, {}});
        QVERIFY(!visibleWords(*m_stack->card(AlertId{1})).join(u' ').contains(u"Chaperone"_s));
    }

    void passedOnByThisMemberGoesWithoutAWord()
    {
        m_alerts->addIncoming(make(1, demo::interpreter));
        m_alerts->setIncoming({{make(1, demo::interpreter), CardForm::Open, true}});
        QTRY_VERIFY(!m_stack->card(AlertId{1}));
    }

    void moreThanFourAreANumber()
    {
        for (int i = 1; i <= 7; ++i)
            m_alerts->addIncoming(make(i, demo::nextIsHere));
        QCOMPARE(m_stack->cards().size(), size_t(4));
        auto *more = window<MoreCard>();
        QVERIFY(more);
        QCOMPARE(more->count(), 3);
        QTRY_COMPARE(m_alerts->shown.size(), size_t(4)); // the others were not seen by anybody
        Q_EMIT more->showRequested();
        QTRY_COMPARE(m_stack->cards().size(), size_t(7));
        QVERIFY(!window<MoreCard>());
    }

    void anUrgentCardIsNeverAmongThoseLeftOut()
    {
        for (int i = 1; i <= 5; ++i)
            m_alerts->addIncoming(make(i, demo::nextIsHere));
        m_alerts->addIncoming(make(6, demo::assistance));
        QVERIFY(m_stack->card(AlertId{6})->isVisible());
        QCOMPARE(m_stack->cards().size(), size_t(4));
    }

    void cardsStackUpwardsAndStayClearOfThePointer()
    {
        m_desktop->at = QPoint(1400, 880);
        m_alerts->addIncoming(make(1, demo::interpreter));
        m_alerts->addIncoming(make(2, demo::delivery));
        const QRect first = m_stack->card(AlertId{1})->geometry();
        const QRect second = m_stack->card(AlertId{2})->geometry();
        QVERIFY(!first.contains(m_desktop->at) && !second.contains(m_desktop->at));
        QVERIFY(second.bottom() < first.top());
    }

    void nothingMovesWhileThePointerIsInTheStack()
    {
        m_alerts->addIncoming(make(1, demo::interpreter));
        m_alerts->addIncoming(make(2, demo::delivery));
        const QRect second = m_stack->card(AlertId{2})->geometry();
        m_desktop->at = second.center();
        m_alerts->setIncoming({{make(2, demo::delivery), CardForm::Open, false}});
        QTRY_VERIFY(!m_stack->card(AlertId{1}));
        QCoreApplication::processEvents();
        QCOMPARE(m_stack->card(AlertId{2})->geometry(), second);
        m_desktop->at = {10, 10};
        Q_EMIT m_stack->card(AlertId{2})->pointerLeft();
        QTRY_VERIFY(m_stack->card(AlertId{2})->geometry().top() > second.top());
    }

    void aCardComesWhereThePointerIsAndStaysThere()
    {
        addSecondScreen();
        m_desktop->choice.kind = ScreenChoice::Kind::Pointer;
        m_desktop->at = QPoint(2000, 100);
        m_alerts->addIncoming(make(1, demo::interpreter));
        const QRect first = m_stack->card(AlertId{1})->geometry();
        QVERIFY(m_desktop->screens[1].available.contains(first));
        m_desktop->at = QPoint(100, 100);
        m_alerts->addIncoming(make(2, demo::delivery));
        QVERIFY(m_desktop->screens[0].available.contains(m_stack->card(AlertId{2})->geometry()));
        QCOMPARE(m_stack->card(AlertId{1})->geometry(), first);
        // On each screen the stack begins at the bottom.
        QCOMPARE(m_stack->card(AlertId{2})->geometry().bottom(),
                 m_desktop->screens[0].available.bottom() - CardMargin);
    }

    void cardsOfAScreenThatIsUnpluggedMoveToTheMainOneAndBack()
    {
        addSecondScreen();
        m_desktop->choice = {ScreenChoice::Kind::Named, u"second"_s, u"Screen 2"_s};
        m_alerts->addIncoming(make(1, demo::interpreter));
        m_alerts->addIncoming(make(2, demo::delivery));
        const QRect there = m_stack->card(AlertId{2})->geometry();
        QVERIFY(m_desktop->screens[1].available.contains(there));

        // Even with the pointer on one of them, which otherwise keeps them where they are.
        m_desktop->at = there.center();
        const DesktopScreen second = m_desktop->screens[1];
        m_desktop->screens.pop_back();
        Q_EMIT m_desktop->changed();
        QTRY_VERIFY(allOn(m_desktop->screens[0]));
        m_desktop->at = QPoint(10, 10);
        m_desktop->screens.push_back(second);
        Q_EMIT m_desktop->changed();
        QTRY_VERIFY(allOn(second));
    }

    void cardsFollowAScreenThatChanges()
    {
        m_alerts->addIncoming(make(1, demo::interpreter));
        m_desktop->at = m_stack->card(AlertId{1})->geometry().center();
        m_desktop->screens[0].geometry = QRect(0, 0, 1024, 768);
        m_desktop->screens[0].available = QRect(0, 0, 1024, 728);
        m_desktop->at = QPoint(1000, 700); // where the card would stand
        Q_EMIT m_desktop->changed();
        QTRY_VERIFY(allOn(m_desktop->screens[0]));
        QVERIFY(!m_stack->card(AlertId{1})->geometry().contains(m_desktop->at));
    }

    void urgentSoundsUntilAnswered()
    {
        m_alerts->addIncoming(make(1, demo::assistance));
        QCOMPARE(m_sound.played, std::vector{Importance::Urgent});
        QTRY_VERIFY(m_sound.played.size() >= 3);
        m_alerts->end({AlertId{1}, AlertState::Answered, {}});
        const size_t heard = m_sound.played.size();
        QTRY_VERIFY(!m_stack->card(AlertId{1}));
        QCOMPARE(m_sound.played.size(), heard);
    }

    void whoComesHasNothingMoreToAnswer()
    {
        protocol::Alert alert = make(1, demo::assistance);
        m_alerts->addIncoming(alert);
        AlertCard *card = m_stack->card(AlertId{1});
        QCOMPARE(m_stack->keyCard(), card);
        alert.answers.push_back({demo::patel, demo::consulting3, Reply::Coming, m_clock.wallNow()});
        alert.answers.push_back({demo::lin, demo::consulting6, Reply::Coming, m_clock.wallNow()});
        m_alerts->setIncoming({{alert, CardForm::Open, false, true}});
        QVERIFY(!card->findChild<QAbstractButton *>());
        QVERIFY2(!m_stack->keyCard(), "the keys are free for another card");
        const QString seen = visibleWords(*card).join(u'\n');
        QVERIFY2(seen.contains(u"You are coming · Lin Chen is coming"_s), qPrintable(seen));
        m_alerts->end({AlertId{1}, AlertState::Answered, {}});
        QVERIFY(visibleWords(*card).contains(u"Priya Shah says that it is over"_s));
    }

    void oneWhoComesStopsTheSound()
    {
        protocol::Alert alert = make(1, demo::assistance);
        alert.answers.push_back({demo::lin, demo::consulting6, Reply::Coming, m_clock.wallNow()});
        m_alerts->addIncoming(alert);
        QVERIFY2(m_sound.played.empty(), "somebody has heard it");
        m_alerts->addIncoming(make(2, demo::assistance)); // which nobody has answered
        QTRY_VERIFY(m_sound.played.size() >= 2);
        alert = make(2, demo::assistance);
        alert.answers.push_back({demo::lin, demo::consulting6, Reply::Coming, m_clock.wallNow()});
        m_alerts->setIncoming({{alert, CardForm::Open, false, false}});
        const size_t heard = m_sound.played.size();
        m_alerts->addIncoming(make(3, demo::delivery));
        QCOMPARE(m_sound.played.size(), heard + 1); // its own
        QCOMPARE(m_sound.played.back(), Importance::Routine);
        QVERIFY2(m_stack->keyCard(), "whoever else can come may still say so");
    }

    void othersSoundOnceAndTheFormSaysIntoWhat()
    {
        m_alerts->addIncoming(make(1, demo::interpreter), CardForm::Hidden);
        m_alerts->addIncoming(make(2, demo::delivery));
        m_alerts->addIncoming(make(3, demo::interpreter));
        // Out of the consultation: nothing that was silent sounds now.
        m_alerts->setIncoming({{make(1, demo::interpreter), CardForm::Open, false},
                               {make(2, demo::delivery), CardForm::Open, false},
                               {make(3, demo::interpreter), CardForm::Open, false}});
        QCOMPARE(m_sound.played,
                 (std::vector{Importance::Important, Importance::Routine, Importance::Important}));
        QCOMPARE(m_sound.forms, (std::vector{CardForm::Hidden, CardForm::Open, CardForm::Open}));
    }

    void ofSeveralAtOnceTheLoudestSounds()
    {
        m_alerts->setIncoming({{make(1, demo::delivery), CardForm::Open, false},
                               {make(2, demo::assistance), CardForm::Open, false},
                               {make(3, demo::interpreter), CardForm::Open, false}});
        QCOMPARE(m_sound.played, std::vector{Importance::Urgent});
    }

    void whatIsToldGoesByItself()
    {
        Notices notices(*m_theme, *m_stack, 1ms);
        m_alerts->addIncoming(make(1, demo::interpreter));
        notices.tell(NoticeCard::Kind::Told, u"Rung: Any nurse"_s, u"Chaperone needed"_s);
        const auto *card = window<NoticeCard>();
        QVERIFY(card && card->isVisible());
        QVERIFY(!card->geometry().intersects(m_stack->card(AlertId{1})->geometry()));
        QVERIFY(visibleWords(*card).contains(u"Chaperone needed"_s));
        QTRY_VERIFY(!window<NoticeCard>());
    }

    void aWarningStaysUntilItIsClosed()
    {
        Notices notices(*m_theme, *m_stack, 1ms);
        notices.tell(NoticeCard::Kind::Warning, u"Not rung: Any nurse"_s, u"Use the phone"_s);
        notices.tell(NoticeCard::Kind::Told, u"A new message"_s, {});
        QCOMPARE(m_stack->windows().size(), size_t(2));
        QTRY_COMPARE(m_stack->windows().size(), size_t(1));
        QCOMPARE(window<NoticeCard>()->kind(), NoticeCard::Kind::Warning);
        window<NoticeCard>()->findChild<QAbstractButton *>(u"close"_s)->click();
        QVERIFY(!window<NoticeCard>());
    }

    void aNoticeThatIsNotTrueAnyMoreIsTakenAway()
    {
        Notices notices(*m_theme, *m_stack, 1h);
        notices.tell(NoticeCard::Kind::Warning, u"Not rung"_s, {});
        notices.withdraw(u"Something else"_s);
        QCOMPARE(m_stack->windows().size(), size_t(1));
        notices.withdraw(u"Not rung"_s);
        QVERIFY(m_stack->windows().empty());
    }

    void aNoticeOpensWhatItIsAbout()
    {
        Notices notices(*m_theme, *m_stack, 1h);
        int opened = 0;
        notices.tell(NoticeCard::Kind::Told, u"A new message"_s, {}, u"Read"_s, [&] { ++opened; });
        notices.tell(NoticeCard::Kind::Told, u"2 unread messages"_s, {}, u"Read"_s, [&] { opened += 10; });
        QCOMPARE(m_stack->windows().size(), size_t(1)); // the next takes the place of the one before
        window<NoticeCard>()->findChild<QAbstractButton *>(u"open"_s)->click();
        QCOMPARE(opened, 10);
        QVERIFY(!window<NoticeCard>());
        notices.tell(NoticeCard::Kind::Told, u"A new message"_s, {});
        notices.clear();
        QVERIFY(m_stack->windows().empty());
    }

    void theUnreachableCardStandsUntilTheLineIsBack()
    {
        QSignalSpy retry(m_stack.get(), &AlertCardStack::retryRequested);
        m_stack->setUnreachable(m_clock.wallNow());
        auto *card = window<NotConnectedCard>();
        QVERIFY(card && card->isVisible());
        QVERIFY(visibleWords(*card).contains(u"Alerts can't reach you"_s));
        card->findChild<QAbstractButton *>(u"retry"_s)->click();
        QCOMPARE(retry.size(), 1);
        m_stack->setUnreachable({});
        QVERIFY(!window<NotConnectedCard>());
    }

    void nothingInACardTakesFocus()
    {
        m_alerts->addIncoming(make(1, demo::interpreter), CardForm::Hidden);
        m_alerts->addIncoming(make(2, demo::assistance));
        m_stack->setUnreachable(m_clock.wallNow());
        for (CardWindow *window : m_stack->windows()) {
            QVERIFY(window->windowFlags() & Qt::WindowDoesNotAcceptFocus);
            QVERIFY(window->testAttribute(Qt::WA_ShowWithoutActivating));
            QCOMPARE(window->focusPolicy(), Qt::NoFocus);
            for (const QWidget *child : window->findChildren<QWidget *>())
                QVERIFY2(child->focusPolicy() == Qt::NoFocus, child->metaObject()->className());
        }
    }

    void assistiveTechnologyHearsOfAnAlert()
    {
        m_alerts->addIncoming(make(1, demo::interpreter));
        AlertCard *card = m_stack->card(AlertId{1});
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(card);
        QVERIFY(accessible);
        QCOMPARE(accessible->role(), QAccessible::AlertMessage);
        QVERIFY(accessible->text(QAccessible::Name).contains(u"Important alert"_s));
        for (const auto *child : card->findChildren<QAbstractButton *>()) {
            QVERIFY(!child->text().isEmpty() || !child->accessibleName().isEmpty());
            QVERIFY(!child->accessibleDescription().isEmpty());
        }
    }

private:
    void addSecondScreen()
    {
        m_desktop->screens.push_back(
            {u"second"_s, u"DELL"_s, QRect(1600, 0, 1280, 1024), QRect(1600, 0, 1280, 1024)});
    }
    bool allOn(const DesktopScreen &screen) const
    {
        const auto windows = m_stack->windows();
        return std::all_of(windows.begin(), windows.end(), [&](const CardWindow *window) {
            return screen.available.contains(window->geometry());
        });
    }
    protocol::Alert make(int id, TemplateId alertTemplate) const
    {
        return demo::alert(AlertId{id}, alertTemplate, demo::priya, demo::frontDesk1,
                           Address::person(demo::patel), {demo::patel}, m_clock.wallNow());
    }
    QAbstractButton *button(int alert, Reply reply) const
    {
        return m_stack->card(AlertId{alert})
            ->findChild<QAbstractButton *>(u"reply%1"_s.arg(AlertWords::replyKey(reply)));
    }
    template <class Window>
    Window *window() const
    {
        for (CardWindow *window : m_stack->windows()) {
            if (auto *found = qobject_cast<Window *>(window))
                return found;
        }
        return nullptr;
    }
    static QStringList visibleWords(const QWidget &card)
    {
        QStringList words;
        for (const auto *label : card.findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty())
                words.append(label->text());
        }
        return words;
    }

    VirtualClock m_clock;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<client::Practice> m_practice;
    std::unique_ptr<AlertWords> m_words;
    std::unique_ptr<FakeAlertManager> m_alerts;
    std::unique_ptr<FakeDesktop> m_desktop;
    FakeSound m_sound;
    std::unique_ptr<AlertCardStack> m_stack;
};

HANDBELL_TEST(AlertCardTest)
#include "AlertCardTest.moc"
