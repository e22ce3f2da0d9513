// SPDX-License-Identifier: Apache-2.0
// alert-gallery [--theme light|dark|high-contrast] [--long] [--screenshot FILE]: the cards, the palette and
// the ladder side by side, as in the pictures of the design.
#include "client/Profile.h"
#include "client/SpeedDial.h"
#include "tests/support/DemoTargets.h"
#include "tests/support/FakeAlertManager.h"
#include "ui/alerts/AlertCard.h"
#include "ui/alerts/ConsultationCheckCard.h"
#include "ui/alerts/DigestCard.h"
#include "ui/alerts/LadderWidget.h"
#include "ui/alerts/MoreCard.h"
#include "ui/alerts/NotConnectedCard.h"
#include "ui/alerts/NoticeCard.h"
#include "ui/alerts/RingPalette.h"
#include "ui/settings/Languages.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QBoxLayout>
#include <QCommandLineParser>
#include <QDateTime>
#include <QFile>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTranslator>

#include <memory>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using client::CardForm;
using client::LadderStep;
using protocol::Address;

namespace {

// Every word a third longer, as Welsh is.
class LongWords : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        QString text = QString::fromUtf8(source);
        const auto extra = text.size() / 3;
        for (qsizetype i = 0; i < extra; i += 4)
            text.append(u" wy"_s).append(u"l"_s);
        return text;
    }
    bool isEmpty() const override { return false; }
};

class Gallery : public QWidget
{
    Q_OBJECT

public:
    explicit Gallery(const Theme &theme)
        : m_theme(theme)
        , m_now(WallTime(
              std::chrono::milliseconds(QDateTime(QDate(2026, 11, 23), QTime(10, 42)).toMSecsSinceEpoch())))
    {
        m_clock.setWall(m_now);
        protocol::PracticeState state = demo::state();
        state.guardSettings.tone = true;
        for (int number = 1; number <= 12; ++number) {
            const MemberId locum{900 + number};
            state.members[locum] = {locum, u"Locum %1"_s.arg(number), u"GP"_s, {}, false};
        }
        m_practice.reset(demo::carys, std::move(state));
        m_practice.setPresence(demo::presence(m_now));
        m_targets.setTargets(demo::targets());
        m_dial.toggle({u"chaperone"_s, Address::ofRole(u"Nurse"_s)});
        m_dial.toggle({u"interpreter_here"_s, Address::room(demo::room3)});
        m_dial.toggle({u"next_is_here"_s, Address::room(demo::room3)});
        m_targets.setFavourites({Address::ofRole(u"Nurse"_s), Address::room(demo::room3)});
        m_templates.setRows(demo::templateRows());
        m_grid = new QGridLayout(this);
        m_grid->setContentsMargins(22, 16, 22, 22);
        m_grid->setHorizontalSpacing(28);
        m_grid->setVerticalSpacing(16);
        addCards();
        addOthers();
    }

private:
    protocol::Alert alert(TemplateId id, MemberId sender, WorkstationId from, std::chrono::minutes ago,
                          std::vector<MemberId> targets = {demo::carys})
    {
        auto made = demo::alert(AlertId{++m_next}, id, sender, from, Address::person(demo::carys),
                                std::move(targets), m_now - ago);
        if (made.importance == protocol::Importance::Important)
            made.expiresAt = made.raisedAt + 5min;
        else if (made.importance == protocol::Importance::Routine)
            made.expiresAt = m_now + 28min;
        return made;
    }

    AlertCard *card(const protocol::Alert &alert, CardForm form)
    {
        auto *made = new AlertCard(m_theme, m_words, m_clock, AlertCard::Timing(), {alert, form, false});
        made->setKeys(AlertCard::Keys::Here);
        return made;
    }

    // Shows a picture of a window: what floats stays a window of its own.
    void put(int row, int column, const QString &caption, QWidget *window, int columnSpan = 1)
    {
        for (int round = 0; round < 8; ++round)
            QCoreApplication::processEvents(); // laid out, from the inside out
        auto *cell = new QWidget;
        auto *layout = new QVBoxLayout(cell);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(6);
        layout->addWidget(new TextLabel(m_theme, TextSize::Small, Token::Muted, caption));
        auto *picture = new QLabel;
        picture->setPixmap(window->grab());
        layout->addWidget(picture);
        layout->addStretch();
        m_grid->addWidget(cell, row, column, 1, columnSpan, Qt::AlignTop | Qt::AlignLeft);
        m_windows.emplace_back(window);
    }
    void put(int row, int column, const QString &caption, CardWindow *card)
    {
        card->resize(card->fittingSize());
        put(row, column, caption, static_cast<QWidget *>(card));
    }

    //! As CardKeyboard does: only the active window shows that it has the keyboard.
    static void giveKeyboard(CardWindow &card)
    {
        card.resize(card.fittingSize());
        card.show();
        card.setKeyboard(CardWindow::Keyboard::Lent);
        card.resize(card.fittingSize());
        card.activateWindow();
        (void)QTest::qWaitForWindowActive(&card, 3000);
    }

    void addCards()
    {
        const auto interpreter = alert(demo::interpreter, demo::priya, demo::frontDesk1, 1min);
        put(0, 0, u"In consultation: text hidden until hovered or Ctrl+Alt+Space"_s,
            card(interpreter, CardForm::Hidden));
        put(0, 1, u"Shown"_s, card(interpreter, CardForm::Open));
        put(0, 2, u"Routine, not in consultation"_s,
            card(alert(demo::delivery, demo::jo, demo::frontDesk2, 30min), CardForm::Open));
        auto urgent = alert(demo::assistance, demo::patel, demo::consulting3, 0min,
                            {demo::priya, demo::lin, demo::carys});
        urgent.answers = {{demo::okafor, demo::consulting5, protocol::Reply::PassOn, m_now}};
        put(1, 0, u"Urgent: shows at once, repeats until answered"_s, card(urgent, CardForm::Open));
        const auto chaperone = alert(demo::chaperone, demo::patel, demo::consulting3, 0min);
        auto *ended = card(chaperone, CardForm::Open);
        ended->showEnding({chaperone.id, protocol::AlertState::Answered,
                           protocol::AlertAnswer{demo::lin, demo::consulting6, protocol::Reply::Coming,
                                                 chaperone.raisedAt + 14s}});
        put(1, 1, u"Answered elsewhere: fades in 3 s"_s, ended);
        auto *unreachable = new NotConnectedCard(m_theme, m_now);
        put(1, 2, u"Not connected"_s, unreachable);
        auto *failed = card(interpreter, CardForm::Open);
        failed->setFailure(ErrorCode::Unreachable);
        put(2, 2, u"An answer that did not get through"_s, failed);
        auto gathering = alert(demo::assistance, demo::patel, demo::consulting3, 1min,
                               {demo::priya, demo::lin, demo::carys});
        gathering.answers = {{demo::priya, demo::frontDesk1, protocol::Reply::Coming, m_now},
                             {demo::lin, demo::consulting6, protocol::Reply::Coming, m_now}};
        put(5, 2, u"Assistance: whoever comes has no more to answer"_s,
            new AlertCard(m_theme, m_words, m_clock, AlertCard::Timing(),
                          {gathering, CardForm::Open, false, true}));
        auto test = alert(demo::assistance, demo::patel, demo::consulting3, 0min, {demo::priya, demo::lin});
        test.importance = protocol::Importance::Routine;
        test.replies = {protocol::Reply::Done};
        test.testRoom = demo::room3;
        put(6, 2, u"A test of assistance"_s, card(test, CardForm::Open));
        auto *focused = card(alert(demo::delivery, demo::jo, demo::frontDesk2, 0min), CardForm::Open);
        giveKeyboard(*focused);
        put(8, 0, u"With the keyboard, on purpose"_s, focused);
        focused = card(interpreter, CardForm::Hidden);
        giveKeyboard(*focused);
        QTest::keyClick(focused, Qt::Key_Tab);
        put(8, 1, u"The same in consultation, on a reply"_s, focused);
        auto *sending = card(interpreter, CardForm::Open);
        sending->setSending();
        put(8, 2, u"An answer on its way"_s, sending);
        auto *expired = card(chaperone, CardForm::Open);
        expired->showEnding({chaperone.id, protocol::AlertState::Expired, {}});
        put(9, 0, u"Run out"_s, expired);
        auto *cancelled = card(chaperone, CardForm::Open);
        cancelled->showEnding({chaperone.id, protocol::AlertState::Cancelled, {}});
        put(9, 1, u"Not needed any more"_s, cancelled);
        auto *discreet = card(chaperone, CardForm::Hidden);
        discreet->showEnding({chaperone.id, protocol::AlertState::Expired, {}});
        put(9, 2, u"Over in consultation: its text never shows"_s, discreet);
    }

    void addOthers()
    {
        auto *digest = new DigestCard(m_theme, m_words);
        digest->setAlerts({alert(demo::delivery, demo::jo, demo::frontDesk2, 12min),
                           alert(demo::nextIsHere, demo::priya, demo::frontDesk1, 8min),
                           alert(demo::callWaiting, demo::priya, demo::frontDesk1, 3min)});
        put(3, 2, u"After a consultation"_s, digest);
        auto *more = new MoreCard(m_theme);
        more->setCount(3);
        put(4, 2, u"A full stack"_s, more);
        put(4, 0, u"After half an hour in consultation"_s, new ConsultationCheckCard(m_theme));
        put(3, 0, u"Ladder"_s, ladder());
        put(7, 0, u"Rung by a key from another program"_s,
            new NoticeCard(m_theme, NoticeCard::Kind::Told, u"Rung: Consulting room 3"_s,
                           u"Interpreter is here"_s));
        put(7, 1, u"And one that did not go out"_s,
            new NoticeCard(m_theme, NoticeCard::Kind::Warning, u"Not rung: Any nurse"_s,
                           AlertWords::failure(ErrorCode::Unreachable)));
        put(7, 2, u"A message came"_s,
            new NoticeCard(m_theme, NoticeCard::Kind::Told, u"A new message in Front desk"_s, {}, u"Read"_s));
        auto *filtering = openPalette();
        filtering->findChild<QLineEdit *>(u"filter"_s)->setText(u"c"_s);
        put(2, 0, u"Ring palette"_s, filtering);
        auto *named = openPalette(Address::group(demo::clinicians));
        named->findChild<QAbstractButton *>(u"who"_s)->click();
        put(2, 1, u"Who can see it"_s, named);
        auto *warned = withNote(u"Mrs Braithwaite 72F is in your chair"_s);
        warned->findChild<QAbstractButton *>(u"ring"_s)->click();
        put(3, 1, u"A note that may identify a patient"_s, warned);
        auto *toned = withNote(u"that time-waster again, ask Mrs Braithwaite"_s);
        put(4, 1, u"A note aimed at a person, where the practice looks for tone"_s, toned);
        auto *sure = withNote(u"NHS no 999 000 0018"_s);
        sure->findChild<QAbstractButton *>(u"ring"_s)->click();
        sure->findChild<QAbstractButton *>(u"guardAnyway"_s)->click();
        put(5, 0, u"Ringing with it takes a second act"_s, sure);
        auto *urgent = withNote(u"Mrs Braithwaite 72F has collapsed in the corridor"_s, 6);
        urgent->findChild<QAbstractButton *>(u"ring"_s)->click();
        put(5, 1, u"An urgent alert is one key away"_s, urgent);
        put(6, 0, u"Nobody can see it"_s, openPalette(Address::room(demo::room7)));
        auto *many = openPalette(Address::everyone());
        many->findChild<QAbstractButton *>(u"who"_s)->click();
        put(6, 1, u"Many people"_s, many);
    }

    RingPalette *withNote(const QString &note, int row = 0)
    {
        auto *palette = openPalette();
        auto *templates = palette->findChild<QListView *>(u"templates"_s);
        templates->setCurrentIndex(templates->model()->index(row, 0));
        palette->findChild<QPlainTextEdit *>(u"note"_s)->setPlainText(note);
        QCoreApplication::processEvents();
        return palette;
    }

    RingPalette *openPalette(const Address &address = Address::room(demo::room3))
    {
        auto *palette =
            new RingPalette({m_theme, m_words, m_practice, m_alerts, m_targets, m_templates, &m_dial});
        palette->openFor(address);
        QCoreApplication::processEvents();
        return palette;
    }

    QWidget *ladder()
    {
        client::OutgoingAlert out;
        out.localId = 1;
        out.alert = AlertId{90};
        out.alertTemplate = demo::interpreter;
        out.address = Address::room(demo::room3);
        out.importance = protocol::Importance::Important;
        out.canCancel = out.canEscalate = true;
        out.steps = {{LadderStep::Kind::Sent, m_now - 58s, {}, {}, {}},
                     {LadderStep::Kind::Delivered, m_now - 58s, {demo::patel}, {}, {}},
                     {LadderStep::Kind::Held, m_now - 57s, {demo::patel}, {}, {}},
                     {LadderStep::Kind::Next, m_now + 100s, {}, {}, Address::ofRole(u"Nurse"_s)}};
        client::OutgoingAlert answered = out;
        answered.localId = 2;
        answered.canCancel = answered.canEscalate = false;
        answered.steps = {
            {LadderStep::Kind::Sent, m_now - 58s, {}, {}, {}},
            {LadderStep::Kind::Shown, m_now - 57s, {demo::lin, demo::jo}, {}, {}},
            {LadderStep::Kind::Answered, m_now - 44s, {demo::lin}, protocol::Reply::Coming, {}}};
        m_alerts.setOutgoing({out, answered});
        auto *widget = new LadderWidget(m_theme, m_words, m_alerts, m_clock);
        widget->setFixedWidth(300);
        widget->adjustSize();
        return widget;
    }

    const Theme &m_theme;
    WallTime m_now;
    VirtualClock m_clock;
    client::Practice m_practice;
    AlertWords m_words{m_practice};
    FakeAlertManager m_alerts;
    FakeTargetModel m_targets;
    FakeTemplateModel m_templates;
    QTemporaryDir m_folder;
    client::Profile m_profile = *client::Profile::open(u"gallery"_s, QDir(m_folder.path()));
    client::SpeedDial m_dial{m_profile};
    QGridLayout *m_grid = nullptr;
    std::vector<std::unique_ptr<QWidget>> m_windows;
    qint64 m_next = 60;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{u"theme"_s, u"light, dark or high-contrast"_s, u"name"_s, u"light"_s},
                        {u"long"_s, u"with every text a third longer"_s},
                        {u"welsh"_s, u"in Welsh"_s},
                        {u"screenshot"_s, u"write FILE and quit"_s, u"FILE"_s}});
    options.process(app);
    const QString name = options.value(u"theme"_s);
    Theme theme(name == u"dark"_s            ? ThemeKind::Dark
                : name == u"high-contrast"_s ? ThemeKind::HighContrast
                                             : ThemeKind::Light);
    theme.apply(app);
    LongWords longer;
    if (options.isSet(u"long"_s))
        app.installTranslator(&longer);
    const Languages languages(options.isSet(u"welsh"_s) ? LanguageChoice::Welsh : LanguageChoice::English);
    Gallery gallery(theme);
    gallery.setWindowTitle(u"Alert gallery"_s);
    gallery.show();
    if (options.isSet(u"screenshot"_s)) {
        QTimer::singleShot(0, &gallery, [&] {
            const bool saved = gallery.grab().save(options.value(u"screenshot"_s));
            QCoreApplication::exit(saved ? 0 : 1);
        });
    }
    return QApplication::exec();
}

#include "AlertGallery.moc"
