// SPDX-License-Identifier: Apache-2.0
// On a real desktop: somebody types in another program, in a window of another process, while cards come up,
// are hovered, clicked and answered. Every key has to arrive there, and that window has to stay the active
// one.
#include "tests/support/DemoPractice.h"
#include "tests/support/FakeAlertManager.h"
#include "tests/support/FakeAlerts.h"
#include "tests/ui/alerts/OtherProgram.h"
#include "ui/alerts/AlertCardStack.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QCursor>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using client::CardForm;
using protocol::Address;
using protocol::Reply;

namespace {

//! Somebody who types on and on, with real keys, until they are told to stop.
class Typist : public QObject
{
public:
    Typist()
    {
        connect(&m_process, &QProcess::finished, this, [this] {
            if (m_goesOn)
                typeOn();
        });
        typeOn();
    }
    //! After what is being typed just now.
    void stop() { m_goesOn = false; }
    [[nodiscard]] bool hasStopped() const { return !m_goesOn && m_process.state() == QProcess::NotRunning; }
    //! All of it.
    [[nodiscard]] const QString &typed() const { return m_typed; }

private:
    void typeOn()
    {
        constexpr int atATime = 40;
        QString letters;
        for (int i = 0; i < atATime; ++i)
            letters += QChar(char16_t(u'a' + (m_typed.size() + i) * 7 % 26));
        m_typed += letters;
        m_process.start(u"xdotool"_s, {u"type"_s, u"--delay"_s, u"30"_s, letters});
    }

    QProcess m_process;
    QString m_typed;
    bool m_goesOn = true;
};

} // namespace

class CardFocusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"xdotool"_s).isEmpty())
            QSKIP("xdotool is not installed");
        QCOMPARE(QGuiApplication::platformName(), u"xcb"_s);
        // On a busy machine a key may stay down so long that it repeats, and nothing was lost.
        QProcess::execute(u"xset"_s, {u"r"_s, u"off"_s});
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
        AlertCardStack::Timing timing;
        timing.card.rest = 50ms;
        timing.card.ended = 50ms;
        timing.card.fade = 10ms;
        m_stack = std::make_unique<AlertCardStack>(
            AlertCardStack::Parts{*m_theme, *m_words, *m_alerts, m_clock, m_desktop, m_sound}, timing);
    }

    void cleanup()
    {
        m_stack.reset();
        m_other.reset();
    }

    void noKeyIsLostWhileCardsComeAndAreAnswered()
    {
        const QString typed = u"thequickbrownfoxjumpsoverthelazydogandthenonceagainsoastobesure"_s;
        QProcess typing;
        typing.start(u"xdotool"_s, {u"type"_s, u"--delay"_s, u"60"_s, typed});
        QTRY_VERIFY(!m_other->lines().isEmpty());

        m_alerts->addIncoming(make(1, demo::interpreter), CardForm::Hidden);
        QTRY_COMPARE(m_alerts->shown.size(), size_t(1));
        stillTheirs();
        m_alerts->addIncoming(make(2, demo::assistance));
        QTRY_COMPARE(m_alerts->shown.size(), size_t(2));
        stillTheirs();

        // Resting on the hidden card shows its text.
        hover(*m_stack->card(AlertId{1}));
        QTRY_VERIFY(m_stack->card(AlertId{1})->showsText());
        stillTheirs();

        // A click answers, and is all it does.
        m_clock.advance(1s);
        click(*button(2, Reply::Coming));
        QTRY_COMPARE(m_alerts->answered,
                     (std::vector{FakeAlertManager::Answered{AlertId{2}, Reply::Coming}}));
        stillTheirs();
        m_alerts->end({AlertId{2}, protocol::AlertState::Answered, {}});
        stillTheirs();
        QTRY_VERIFY(!m_stack->card(AlertId{2}));
        m_clock.advance(1s); // the card below has its keys now, and waits a moment before it takes an answer
        click(*button(1, Reply::PassOn));
        QTRY_COMPARE(m_alerts->answered.size(), size_t(2));
        QCOMPARE(m_alerts->answered.back(), (FakeAlertManager::Answered{AlertId{1}, Reply::PassOn}));
        stillTheirs();
        m_alerts->setIncoming({});
        QTRY_VERIFY(m_stack->windows().empty());
        stillTheirs();

        QTRY_COMPARE_WITH_TIMEOUT(typing.state(), QProcess::NotRunning, 20000);
        QTRY_COMPARE(m_other->text(), typed);
        QVERIFY(!m_other->lostTheKeyboard());
    }

    void hundredsOfKeysWhileFiftyCardsOfEachImportanceComeAndGo()
    {
        Typist typist; // from before the first card until after the last
        QTRY_VERIFY(!m_other->lines().isEmpty());
        int id = 100;
        for (int round = 0; round < 50; ++round) {
            for (const TemplateId alertTemplate : {demo::delivery, demo::interpreter, demo::assistance}) {
                ++id;
                m_alerts->addIncoming(make(id, alertTemplate), id % 2 ? CardForm::Open : CardForm::Hidden);
                QTRY_VERIFY(!m_alerts->shown.empty() && m_alerts->shown.back() == AlertId{id});
                passTheTime(id, round % 4);
                stillTheirs();
                QTRY_VERIFY(!m_stack->card(AlertId{id}));
            }
        }
        typist.stop();
        QTRY_VERIFY_WITH_TIMEOUT(typist.hasStopped(), 20000);
        QTRY_COMPARE(m_other->text(), typist.typed());
        QVERIFY2(typist.typed().size() >= 300, "the typist was slower than the cards");
        QVERIFY(!m_other->lostTheKeyboard());
    }

    void aCardNeverComesUpUnderThePointer_data()
    {
        QTest::addColumn<QPoint>("pointer");
        const QRect screen = m_desktop.areaFor({});
        QTest::newRow("bottom right corner") << screen.bottomRight() - QPoint(30, 30);
        QTest::newRow("where the first card stands") << screen.bottomRight() - QPoint(200, 100);
        QTest::newRow("where the second card stands") << screen.bottomRight() - QPoint(200, 280);
    }
    void aCardNeverComesUpUnderThePointer()
    {
        QFETCH(QPoint, pointer);
        xdotool({u"mousemove"_s, QString::number(pointer.x()), QString::number(pointer.y())});
        QTRY_COMPARE(QCursor::pos(), pointer);
        m_alerts->addIncoming(make(1, demo::interpreter));
        m_alerts->addIncoming(make(2, demo::delivery));
        QTRY_COMPARE(m_alerts->shown.size(), size_t(2));
        for (const AlertCard *card : m_stack->cards())
            QVERIFY(!card->geometry().contains(QCursor::pos()));
        xdotool({u"click"_s, u"1"_s});
        QCoreApplication::processEvents();
        QVERIFY(m_alerts->answered.empty());
    }

    void theWindowManagerIsToldSo()
    {
        m_alerts->addIncoming(make(1, demo::interpreter));
        QTRY_COMPARE(m_alerts->shown.size(), size_t(1));
        AlertCard *card = m_stack->card(AlertId{1});
        const QString window = QString::number(card->winId());
        // Shown a second time too: the window manager forgets what it was told when a window goes.
        card->hide();
        QTRY_VERIFY(!stateOf(window).contains(u"_NET_WM_STATE_SKIP_TASKBAR"_s));
        card->show();
        QTRY_VERIFY(stateOf(window).contains(u"_NET_WM_STATE_SKIP_TASKBAR"_s));
        const QString told = stateOf(window);
        QVERIFY2(told.contains(u"Client accepts input or input focus: False"_s), qPrintable(told));
        QVERIFY2(told.contains(u"_NET_WM_WINDOW_TYPE_NOTIFICATION"_s), qPrintable(told));
        QVERIFY2(told.contains(u"_NET_WM_STATE_ABOVE"_s), qPrintable(told));
    }

private:
    static QString stateOf(const QString &window)
    {
        QProcess xprop;
        xprop.start(u"xprop"_s,
                    {u"-id"_s, window, u"WM_HINTS"_s, u"_NET_WM_WINDOW_TYPE"_s, u"_NET_WM_STATE"_s});
        xprop.waitForFinished();
        return QString::fromUtf8(xprop.readAllStandardOutput());
    }
    static void moveTo(const QPoint &at)
    {
        xdotool({u"mousemove"_s, QString::number(at.x()), QString::number(at.y())});
    }
    //! Where \a point of \a widget is on the screen, by where its window was put: after a card was shown
    //! under openbox Qt sometimes takes its window to be at 0, 0, where it is not.
    static QPoint onScreen(const QWidget &widget, const QPoint &point)
    {
        return widget.window()->geometry().topLeft() + widget.mapTo(widget.window(), point);
    }
    static void hover(const QWidget &card) { moveTo(onScreen(card, QPoint(card.width() - 12, 12))); }
    static void click(const QWidget &widget)
    {
        moveTo(onScreen(widget, widget.rect().center()));
        xdotool({u"click"_s, u"1"_s});
    }
    void stillTheirs()
    {
        QCOMPARE(activeWindow(), m_other->window());
        QVERIFY(!QApplication::activeWindow());
        QVERIFY(!m_other->lostTheKeyboard());
        for (const AlertCard *card : m_stack->cards())
            QCOMPARE(card->keyboard(), CardWindow::Keyboard::Never);
    }

    //! What happens to a card: a click answers it, it is hovered and runs out, its text is asked for and it
    //! is cancelled, or it runs out by itself.
    void passTheTime(int id, int way)
    {
        using protocol::AlertState;
        AlertState end = AlertState::Expired;
        if (way == 0) {
            // A click that meets a card which has just moved is not taken: one clicks again.
            const size_t answered = m_alerts->answered.size();
            QTRY_VERIFY((m_clock.advance(1s), click(*button(id, Reply::Coming)),
                         m_alerts->answered.size() > answered));
            QCOMPARE(m_alerts->answered.back(), (FakeAlertManager::Answered{AlertId{id}, Reply::Coming}));
            end = AlertState::Answered;
        } else if (way == 1) {
            hover(*m_stack->card(AlertId{id}));
            QTRY_VERIFY(m_stack->card(AlertId{id})->showsText());
        } else if (way == 2) {
            m_stack->peek();
            end = AlertState::Cancelled;
        }
        stillTheirs();
        m_alerts->end({AlertId{id}, end, {}});
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

    VirtualClock m_clock;
    ScreensDesktop m_desktop;
    FakeSound m_sound;
    std::unique_ptr<OtherProgram> m_other;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<client::Practice> m_practice;
    std::unique_ptr<AlertWords> m_words;
    std::unique_ptr<FakeAlertManager> m_alerts;
    std::unique_ptr<AlertCardStack> m_stack;
};

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    if (int status = 0; OtherProgram::runIfAsked(argc, argv, status))
        return status;
    CardFocusTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "CardFocusTest.moc"
