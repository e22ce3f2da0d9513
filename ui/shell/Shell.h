// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "client/Client.h"
#include "client/SpeedDial.h"
#include "ui/alerts/AlertWords.h"
#include "ui/alerts/CardDesktop.h"
#include "ui/alerts/ChimeSound.h"
#include "ui/alerts/SoundModule.h"
#include "ui/scripting/ScriptRunner.h"
#include "ui/shell/DeskUseWatch.h"
#include "ui/shell/LinkWatch.h"
#include "ui/shell/StatusWords.h"

#include <QPointer>

#include <memory>
#include <optional>

class QDialog;

namespace handbell::platform {
class DesktopWatch;
class GlobalShortcuts;
class LaunchRegistration;
} // namespace handbell::platform

namespace handbell::ui {

class AlertCardStack;
class AssistanceCard;
class ChatPane;
class ConversationListWidget;
class Flyout;
class MainWindow;
class MessageNotifier;
class Notices;
class PlatformReplyShortcuts;
class Preferences;
class RingPalette;
class SelfTestOnDemand;
class SelfTestScreen;
class SignInGate;
class SpeedDialKeys;
class Theme;
class TrayIcon;

//! The whole user interface of one client: window, tray, flyout, cards and palette, and who tells whom. What
//! belongs to a member is made when they sign in and destroyed when they leave. GUI thread only.
class Shell : public QObject
{
    Q_OBJECT

public:
    //! All must outlive the shell.
    struct Parts
    {
        const Theme &theme;
        Preferences &preferences;
        client::Profile &profile;
        client::Client &client;
        const Clock &clock;
        platform::LaunchRegistration &launch;
        platform::GlobalShortcuts &shortcuts;
        platform::DesktopWatch &desktop;
    };

    explicit Shell(const Parts &parts);
    ~Shell() override;

    //! Shows tray and window.
    enum class Opening { Window, Minimised };
    void begin(Opening opening);
    //! A script asks something of this client; see ScriptRunner::run().
    void runScript(const QByteArray &request, const std::function<void(const QByteArray &)> &answer);

public Q_SLOTS:
    //! Handbell was started once more: comes forward, with \a invitation unless it is empty.
    void startedAgain(const QString &invitation);

private:
    void connectSession();
    void connectTray();
    void connectCards();
    void connectSpeedDial();
    void connectAssistance();
    void followSession();
    void openDesk();
    void openConversation(ConversationId conversation);
    void leaveDesk();
    void showStatus();
    [[nodiscard]] bool windowIsSeen() const;
    void ring(const std::optional<protocol::Address> &target, TemplateId alertTemplate = {});
    void writeTo(MemberId member);
    void switchUser();
    void toggleConsultation();
    void askForAssistance();
    void followAssistance();
    void showAssistance();
    void retry();
    void showLedger();
    void showTemplates();
    void showSettings();
    void showAbout();
    void showDialog(QDialog *dialog);
    void closedToTray();

    Parts m_parts;
    AlertWords m_words;
    ScriptRunner m_scripts;
    LinkWatch m_link;
    ScreensDesktop m_desktop;
    SoundModule m_soundModule;
    ChimeSound m_sound;
    DeskUseWatch m_deskUse;
    client::SpeedDial m_speedDial;
    QPointer<SignInGate> m_gate;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<TrayIcon> m_tray;
    std::unique_ptr<Flyout> m_flyout;
    std::unique_ptr<AlertCardStack> m_cards;
    std::unique_ptr<Notices> m_notices;
    std::unique_ptr<AssistanceCard> m_assistanceCard;
    quint64 m_dismissed = 0; //!< the request for assistance that did not go out, as the member has read
    std::unique_ptr<SelfTestScreen> m_testScreen;
    std::unique_ptr<SelfTestOnDemand> m_testOnDemand;
    std::unique_ptr<PlatformReplyShortcuts> m_replyKeys;
    std::unique_ptr<MessageNotifier> m_notifier;
    std::unique_ptr<SpeedDialKeys> m_speedDialKeys;
    std::unique_ptr<RingPalette> m_palette;
    QPointer<ConversationListWidget> m_conversations;
    QPointer<ChatPane> m_chat;
    QPointer<QDialog> m_dialog;
};

} // namespace handbell::ui
