// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/Shell.h"

#include "client/AssistanceManager.h"
#include "client/Futures.h"
#include "client/MessageManager.h"
#include "client/PresenceManager.h"
#include "client/Profile.h"
#include "client/SelfTest.h"
#include "client/models/PresenceBoardModel.h"
#include "client/models/TargetModel.h"
#include "client/models/TemplateModel.h"
#include "ui/alerts/AlertCardStack.h"
#include "ui/alerts/LadderWidget.h"
#include "ui/alerts/Notices.h"
#include "ui/alerts/RingPalette.h"
#include "ui/alerts/SelfTestScreen.h"
#include "ui/alerts/SpeedDialKeys.h"
#include "ui/assistance/AssistanceCard.h"
#include "ui/assistance/AssistanceDialog.h"
#include "ui/assistance/AssistanceReminder.h"
#include "ui/chat/ChatPane.h"
#include "ui/chat/ConversationListWidget.h"
#include "ui/ledger/LedgerDialog.h"
#include "ui/settings/AboutDialog.h"
#include "ui/settings/Preferences.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/shell/DeskWidget.h"
#include "ui/shell/Flyout.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/MessageNotifier.h"
#include "ui/shell/PlatformReplyShortcuts.h"
#include "ui/shell/SelfTestOnDemand.h"
#include "ui/shell/TrayIcon.h"
#include "ui/signin/SignInGate.h"
#include "ui/templates/TemplatesDialog.h"

#include <QApplication>
#include <QScreen>

namespace handbell::ui {

using client::Session;

Shell::Shell(const Parts &parts)
    : m_parts(parts)
    , m_words(m_parts.client.practice())
    , m_scripts({m_parts.client.practice(), m_parts.client.alerts(), m_parts.client.presence(), m_words,
                 m_parts.clock})
    , m_link(m_parts.client.session())
    , m_sound({m_parts.clock, m_soundModule, [this] { return m_parts.preferences.sound(); },
               [] {
                   QApplication::beep();
               }})
    , m_deskUse(m_parts.desktop, m_parts.client.presence())
    , m_speedDial(m_parts.profile)
{
    const Theme &theme = m_parts.theme;
    client::Client &client = m_parts.client;
    m_gate = new SignInGate(theme, m_parts.clock, client.session());
    m_window = std::make_unique<MainWindow>(m_parts.preferences, m_gate);
    m_tray = std::make_unique<TrayIcon>();
    m_flyout = std::make_unique<Flyout>(Flyout::Parts{theme, m_words, client.session(), client.practice(),
                                                      client.presence(), client.alerts(), client.messages(),
                                                      m_link});
    m_cards = std::make_unique<AlertCardStack>(
        AlertCardStack::Parts{theme, m_words, client.alerts(), m_parts.clock, m_desktop, m_sound});
    m_notices = std::make_unique<Notices>(theme, *m_cards);
    m_testScreen = std::make_unique<SelfTestScreen>(
        SelfTestScreen::Parts{theme, m_words, m_parts.clock, m_desktop, client.selfTest()});
    m_link.watch(client.selfTest());
    m_testOnDemand = std::make_unique<SelfTestOnDemand>(client.selfTest(), m_link);
    m_replyKeys = std::make_unique<PlatformReplyShortcuts>(m_parts.shortcuts, client.alerts());
    m_notifier = std::make_unique<MessageNotifier>(MessageNotifier::Parts{
        client.practice(), client.messages(), client.presence(), m_parts.clock, [this] {
            return m_window->isActiveWindow();
        }});
    m_speedDialKeys = std::make_unique<SpeedDialKeys>(
        SpeedDialKeys::Parts{m_parts.shortcuts, m_speedDial, client.practice(), client.alerts(),
                             client.presence(), m_words, m_parts.clock});
    connectSession();
    connectTray();
    connectCards();
    connectSpeedDial();
    connectAssistance();
    followSession();
}

Shell::~Shell()
{
    delete m_dialog; // it may be waiting for the client's answer
    m_palette.reset();
    m_window.reset(); // with the desk, whose models are the client's
}

void Shell::runScript(const QByteArray &request, const std::function<void(const QByteArray &)> &answer)
{
    m_scripts.run(request, [answer](const ScriptAnswer &what) { answer(what.toJson()); });
}

void Shell::connectSession()
{
    client::Client &client = m_parts.client;
    connect(&client.session(), &Session::stateChanged, this, &Shell::followSession);
    connect(&m_link, &LinkWatch::changed, this, &Shell::showStatus);
    connect(&client.presence(), &client::PresenceManager::stateChanged, this, &Shell::showStatus);
    connect(&client.messages(), &client::MessageManager::unreadCountChanged, this, &Shell::showStatus);
    connect(&client.practice(), &client::Practice::wasReset, this, &Shell::showStatus);
    connect(m_window.get(), &MainWindow::closedToTray, this, &Shell::closedToTray);
    connect(m_flyout.get(), &Flyout::ringRequested, this, [this] { ring({}); });
    connect(m_flyout.get(), &Flyout::windowRequested, m_window.get(), &MainWindow::bringForward);
}

void Shell::connectTray()
{
    TrayIcon *tray = m_tray.get();
    connect(tray, &TrayIcon::flyoutRequested, this, [this] { m_flyout->toggleBeside(m_tray->geometry()); });
    connect(tray, &TrayIcon::windowRequested, this, [this] {
        m_flyout->hide();
        m_window->bringForward();
    });
    connect(tray, &TrayIcon::ringRequested, this, [this] { ring({}); });
    connect(tray, &TrayIcon::assistanceRequested, this, &Shell::showAssistance);
    connect(tray, &TrayIcon::selfTestRequested, m_testOnDemand.get(), &SelfTestOnDemand::run);
    connect(m_testOnDemand.get(), &SelfTestOnDemand::told, m_notices.get(),
            qOverload<NoticeCard::Kind, const QString &, const QString &>(&Notices::tell));
    connect(m_testOnDemand.get(), &SelfTestOnDemand::outdated, m_notices.get(), &Notices::withdraw);
    connect(tray, &TrayIcon::stateRequested, this,
            [this](protocol::PresenceState state) { m_parts.client.presence().setState(state); });
    connect(tray, &TrayIcon::switchUserRequested, this, &Shell::switchUser);
    connect(tray, &TrayIcon::settingsRequested, this, &Shell::showSettings);
    connect(tray, &TrayIcon::aboutRequested, this, &Shell::showAbout);
    // Not quit(): that asks the windows, and ours hide instead of closing.
    connect(tray, &TrayIcon::quitRequested, this, [] { QCoreApplication::exit(0); });
    connect(m_notifier.get(), &MessageNotifier::notify, this,
            [this](ConversationId conversation, const QString &words) {
                m_notices->tell(NoticeCard::Kind::Told, words, {}, tr("Read"), [this, conversation] {
                    m_window->bringForward();
                    openConversation(conversation);
                });
            });
}

void Shell::connectCards()
{
    using Check = AlertCardStack::ConsultationCheck;
    client::PresenceManager &presence = m_parts.client.presence();
    connect(&presence, &client::PresenceManager::consultationCheckDue, m_cards.get(),
            [this] { m_cards->setConsultationCheck(Check::Due); });
    connect(&presence, &client::PresenceManager::stateChanged, m_cards.get(),
            [this] { m_cards->setConsultationCheck(Check::NotDue); });
    connect(m_cards.get(), &AlertCardStack::consultationGoesOn, &presence, [this, &presence] {
        m_cards->setConsultationCheck(Check::NotDue);
        presence.confirmConsultation();
    });
    connect(m_cards.get(), &AlertCardStack::consultationOver, &presence,
            [&presence] { presence.setState(protocol::PresenceState::Available); });
    m_cards->attach(*m_replyKeys);
    const auto followScreen = [this] {
        m_desktop.setChoice(m_parts.preferences.screen());
    };
    connect(&m_parts.preferences, &Preferences::screenChanged, this, followScreen);
    followScreen();
    const auto followKey = [this] {
        m_replyKeys->setCardKey(m_parts.preferences.cardKey());
    };
    connect(&m_parts.preferences, &Preferences::cardKeyChanged, this, followKey);
    followKey();
    connect(m_cards.get(), &AlertCardStack::pressableChanged, m_replyKeys.get(),
            &PlatformReplyShortcuts::setCardThere);
    connect(m_replyKeys.get(), &PlatformReplyShortcuts::consultationToggled, this,
            &Shell::toggleConsultation);
    connect(m_cards.get(), &AlertCardStack::retryRequested, this, &Shell::retry);
}

void Shell::connectAssistance()
{
    connect(&m_parts.client.assistance(), &client::AssistanceManager::changed, this,
            &Shell::followAssistance);
    connect(m_replyKeys.get(), &PlatformReplyShortcuts::assistanceAsked, this, &Shell::askForAssistance);
}

void Shell::askForAssistance()
{
    client::AssistanceManager &assistance = m_parts.client.assistance();
    if (assistance.readiness() != client::AssistanceManager::Readiness::NotOffered) {
        assistance.ask();
        return;
    }
    QString why = tr("This practice has not set assistance up. Use the panic alarm or the phone.");
    if (m_parts.client.session().state() != Session::State::SignedIn)
        why = tr("Nobody is signed in to Handbell here. Use the panic alarm or the phone.");
    else if (m_link.state() != LinkWatch::State::Connected && m_link.state() != LinkWatch::State::Failing)
        why = tr("Handbell has no connection to its server. Use the panic alarm or the phone.");
    m_notices->tell(NoticeCard::Kind::Warning, tr("No one was asked to come"), why);
}

//! Shows or takes away what the sender sees of a request.
void Shell::followAssistance()
{
    client::AssistanceManager &assistance = m_parts.client.assistance();
    const auto asked = assistance.asked();
    if (!asked || asked->localId == m_dismissed) {
        if (AssistanceCard *card = m_assistanceCard.release()) {
            m_cards->removeGuest(*card);
            card->deleteLater(); // its own button may have brought us here
        }
        return;
    }
    if (m_assistanceCard)
        return; // it follows by itself
    m_assistanceCard = std::make_unique<AssistanceCard>(m_parts.theme, m_words, assistance);
    connect(m_assistanceCard.get(), &AssistanceCard::dismissed, this, [this] {
        if (const auto now = m_parts.client.assistance().asked())
            m_dismissed = now->localId;
        followAssistance();
    });
    m_cards->addGuest(*m_assistanceCard);
}

void Shell::showAssistance()
{
    client::AssistanceManager &assistance = m_parts.client.assistance();
    if (assistance.readiness() != client::AssistanceManager::Readiness::NotOffered)
        showDialog(new AssistanceDialog(m_parts.theme, m_words, assistance));
}

void Shell::retry()
{
    if (m_link.state() == LinkWatch::State::Failing)
        m_parts.client.selfTest().run();
    else
        m_parts.client.session().retryNow();
}

void Shell::connectSpeedDial()
{
    const auto favour = [this] {
        std::vector<protocol::Address> favourites;
        for (const client::SpeedDialEntry &entry : m_speedDial.entries())
            favourites.push_back(entry.to);
        m_parts.client.targets().setFavourites(favourites);
    };
    connect(&m_speedDial, &client::SpeedDial::changed, this, favour);
    favour();
    connect(m_speedDialKeys.get(), &SpeedDialKeys::told, m_notices.get(),
            qOverload<NoticeCard::Kind, const QString &, const QString &>(&Notices::tell));
    connect(m_speedDialKeys.get(), &SpeedDialKeys::paletteWanted, this, &Shell::ring);
}

void Shell::begin(Opening opening)
{
    m_tray->show();
    const bool tray = QSystemTrayIcon::isSystemTrayAvailable();
    m_window->setOnClose(tray ? MainWindow::OnClose::Hide : MainWindow::OnClose::Minimise);
    if (opening == Opening::Window)
        m_window->bringForward();
    else if (!tray)
        m_window->showMinimized();
}

void Shell::startedAgain(const QString &invitation)
{
    m_window->bringForward();
    if (!invitation.isEmpty())
        m_gate->offerInvitation(invitation);
}

void Shell::followSession()
{
    if (m_parts.client.session().state() == Session::State::SignedIn)
        openDesk();
    else
        leaveDesk();
    showStatus();
}

void Shell::openDesk()
{
    client::Client &client = m_parts.client;
    m_speedDial.reload();
    auto *conversations =
        new ConversationListWidget(m_parts.theme, client.conversations(), client.practice());
    m_chat = new ChatPane(m_parts.theme, client.practice(), client.messages(),
                          [&client] { return client.makeMessageModel(); });
    connect(conversations, &ConversationListWidget::conversationChosen, m_chat, &ChatPane::openConversation);
    connect(m_chat, &ChatPane::ringRequested, this,
            [this](const protocol::Address &address) { ring(address); });
    m_conversations = conversations;
    auto *ladder = new LadderWidget(m_parts.theme, m_words, client.alerts(), m_parts.clock);
    auto *reminder = new AssistanceReminder(
        {m_parts.theme, m_words, client.assistance(), m_parts.preferences, m_parts.clock});
    connect(reminder, &AssistanceReminder::testRequested, this, &Shell::showAssistance);
    auto *desk = new DeskWidget(DeskWidget::Parts{m_parts.theme, m_parts.preferences, client.session(),
                                                  client.practice(), client.presence(), client.alerts(),
                                                  client.assistance(), client.board(), m_link, m_parts.clock},
                                DeskWidget::Panes{conversations, m_chat, ladder, reminder});
    m_palette = std::make_unique<RingPalette>(RingPalette::Parts{m_parts.theme, m_words, client.practice(),
                                                                 client.alerts(), client.targets(),
                                                                 client.templates(), &m_speedDial});
    connect(desk, &DeskWidget::ringRequested, this,
            [this](const std::optional<protocol::Address> &target) { ring(target); });
    connect(desk, &DeskWidget::personActivated, this, &Shell::writeTo);
    connect(desk, &DeskWidget::switchUserRequested, this, &Shell::switchUser);
    connect(desk, &DeskWidget::ledgerRequested, this, &Shell::showLedger);
    connect(desk, &DeskWidget::templatesRequested, this, &Shell::showTemplates);
    connect(desk, &DeskWidget::settingsRequested, this, &Shell::showSettings);
    connect(desk, &DeskWidget::aboutRequested, this, &Shell::showAbout);
    connect(desk, &DeskWidget::assistanceRequested, this, &Shell::showAssistance);
    connect(desk, &DeskWidget::selfTestRequested, m_testOnDemand.get(), &SelfTestOnDemand::run);
    connect(desk, &DeskWidget::retryRequested, this, &Shell::retry);
    m_window->showDesk(desk);
    m_cards->makeSpareSoon();
}

//! What the member who left had on the screen goes at once, window by window.
void Shell::leaveDesk()
{
    m_flyout->hide();
    m_notices->clear();
    if (m_chat)
        m_chat->clear();
    if (m_dialog)
        m_dialog->close();
    if (m_palette) {
        m_palette->hide();
        m_palette.release()->deleteLater(); // it may be the palette's own key that brought us here
    }
    m_window->showGate();
}

void Shell::showStatus()
{
    client::Client &client = m_parts.client;
    const bool signedIn = client.session().state() == Session::State::SignedIn;
    const StatusWords::Status status{client.session().state(), m_link.state(), client.presence().state(),
                                     signedIn ? client.messages().unreadCount() : 0};
    m_tray->setStatus(status);
    m_window->setWindowIcon(m_tray->icon());
    m_window->setHeadline(client.session().practiceName(), status.unread);
    const bool unreachable = signedIn && m_link.state() == LinkWatch::State::NotConnected;
    if (unreachable) {
        const auto server = m_parts.profile.server();
        m_cards->setDetailsForIt(
            tr("Handbell %1 on “%2” has no connection to its server %3 since %4.", "version, PC, host, time")
                .arg(QStringLiteral(HANDBELL_VERSION), client.session().workstationName(),
                     server ? QString(server->address.host + QLatin1Char(':') +
                                      QString::number(server->address.port))
                            : QString(),
                     AlertWords::timeOfDay(m_link.since())));
    }
    m_cards->setUnreachable(unreachable ? std::optional(m_link.since()) : std::nullopt);
}

bool Shell::windowIsSeen() const
{
    return m_window->isVisible() && !m_window->isMinimized();
}

void Shell::ring(const std::optional<protocol::Address> &target, TemplateId alertTemplate)
{
    if (!m_palette)
        return;
    // Over the window where there is one to see; from the tray or a key, in the middle of the screen.
    m_palette->centreOn(windowIsSeen() ? m_window->frameGeometry() : m_window->screen()->availableGeometry());
    m_palette->openFor(target, alertTemplate);
}

void Shell::writeTo(MemberId member)
{
    client::whenAnswered(m_parts.client.messages().openDirect(member), this,
                         [this](const Result<ConversationId> &conversation) {
                             if (conversation)
                                 openConversation(*conversation);
                         });
}

void Shell::openConversation(ConversationId conversation)
{
    if (!m_chat || !conversation.isValid())
        return;
    m_conversations->select(conversation);
    m_chat->openConversation(conversation);
}

void Shell::switchUser()
{
    m_window->bringForward();
    m_parts.client.session().signOut();
}

void Shell::toggleConsultation()
{
    if (m_parts.client.session().state() != Session::State::SignedIn)
        return;
    client::PresenceManager &presence = m_parts.client.presence();
    presence.setState(presence.state() == protocol::PresenceState::InConsultation
                          ? protocol::PresenceState::Available
                          : protocol::PresenceState::InConsultation);
}

void Shell::showLedger()
{
    showDialog(new LedgerDialog(m_parts.theme, m_parts.client.ledger(), m_parts.clock));
}

void Shell::showTemplates()
{
    client::Client &client = m_parts.client;
    showDialog(new TemplatesDialog({m_parts.theme, m_words, client.practice(), client.templateManager()}));
}

void Shell::showSettings()
{
    showDialog(new SettingsDialog(
        SettingsDialog::Parts{m_parts.theme,
                              m_parts.preferences,
                              m_parts.launch,
                              m_sound,
                              {m_speedDial, *m_speedDialKeys, m_parts.client.practice(), m_words},
                              [this] {
                                  return m_replyKeys->isCardKeyTaken();
                              }}));
}

void Shell::showAbout()
{
    showDialog(new AboutDialog(m_parts.theme, m_parts.client.session().practiceName()));
}

void Shell::showDialog(QDialog *dialog)
{
    if (m_dialog)
        m_dialog->close();
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowIcon(m_window->windowIcon());
    m_dialog = dialog;
    // Over the window, as what is opened from it; the desktop would put it between two screens.
    const QRect screen = m_window->screen()->availableGeometry();
    QRect place(QPoint(), dialog->testAttribute(Qt::WA_Resized) ? dialog->size() : dialog->sizeHint());
    place.moveCenter((windowIsSeen() ? m_window->frameGeometry() : screen).center());
    place.moveBottomRight({qMin(place.right(), screen.right()), qMin(place.bottom(), screen.bottom())});
    dialog->move(qMax(place.left(), screen.left()), qMax(place.top(), screen.top()));
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void Shell::closedToTray()
{
    if (m_parts.preferences.wasNoticed(Preferences::Once::StaysInTray))
        return;
    m_parts.preferences.markNoticed(Preferences::Once::StaysInTray);
    m_tray->notify(tr("Handbell is still running"), tr("Alerts still reach you. Click the bell beside the "
                                                       "clock to open Handbell, or choose Quit there."));
}

} // namespace handbell::ui
