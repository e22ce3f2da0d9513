// SPDX-License-Identifier: Apache-2.0
#include "base/Clock.h"
#include "base/Log.h"
#include "base/Random.h"
#include "client/Client.h"
#include "client/KeychainSecretStore.h"
#include "client/Profile.h"
#include "platform/DesktopSession.h"
#include "platform/DesktopWatch.h"
#include "platform/GlobalShortcuts.h"
#include "platform/LaunchRegistration.h"
#include "platform/TerminationSignal.h"
#include "ui/settings/Languages.h"
#include "ui/shell/CommandLine.h"
#include "ui/shell/Shell.h"
#include "ui/shell/SingleInstance.h"
#include "ui/theme/Theme.h"
#include "ui/theme/TrayIcons.h"

#include <QApplication>
#include <QJsonDocument>

#include <cstdio>

using namespace handbell;

namespace {

constexpr int UsageError = 2;

int tell(const QString &words, std::FILE *stream, int status)
{
    std::fprintf(stream, "%s\n", qPrintable(words));
    return status;
}

QString instanceName(const QString &profile)
{
    return QStringLiteral("handbell-%1-%2").arg(platform::desktopSessionKey(), profile);
}

//! Asks the Handbell that runs; needs no display.
int runScript(const ui::CommandLine &command, int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    constexpr std::chrono::seconds patience{15};
    const std::chrono::seconds wait{command.script->waitSeconds.value_or(0)};
    const QByteArray request =
        QJsonDocument(protocol::toJson(*command.script)).toJson(QJsonDocument::Compact);
    const auto line = ui::SingleInstance::ask(instanceName(command.profile), request, wait + patience);
    ui::ScriptAnswer answer{ui::ScriptExit::NotThere, line ? QString() : line.error().detail, {}};
    if (line) {
        const auto understood = ui::ScriptAnswer::fromJson(*line);
        answer = understood.value_or(ui::ScriptAnswer{
            ui::ScriptExit::Failed, QStringLiteral("the Handbell that runs is another version"), {}});
    }
    const bool well = answer.exit != ui::ScriptExit::Failed && answer.exit != ui::ScriptExit::Usage &&
                      answer.exit != ui::ScriptExit::NotThere;
    const int status = static_cast<int>(answer.exit);
    if (!well)
        return tell(QStringLiteral("handbell: ") + answer.text, stderr, status);
    if (command.json)
        return tell(QString::fromUtf8(QJsonDocument(answer.json).toJson(QJsonDocument::Compact)), stdout,
                    status);
    return tell(answer.text, stdout, status);
}

} // namespace

int main(int argc, char **argv)
{
    const auto command = ui::CommandLine::parse(argc, argv);
    if (!command)
        return tell(command.error().detail, stderr, UsageError);
    if (command->output)
        return tell(*command->output, stdout, 0);

    if (command->script)
        return runScript(*command, argc, argv);

    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("handbell"));
    QApplication::setApplicationVersion(QStringLiteral(HANDBELL_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("handbell"));
    QApplication::setQuitOnLastWindowClosed(false);

    ui::SingleInstance instance(instanceName(command->profile));
    const auto place = instance.begin(command->invitation);
    if (!place)
        return tell(QStringLiteral("handbell: ") + place.error().detail, stderr, 1);
    if (*place == ui::SingleInstance::Outcome::HandedOn)
        return 0;

    auto profile = client::Profile::open(command->profile);
    if (!profile)
        return tell(QStringLiteral("handbell: ") + profile.error().detail, stderr, 1);

    ui::Preferences preferences(*profile);
    const ui::Languages languages(preferences.language());
    ui::Theme theme(preferences.theme());
    theme.apply(app);
    QObject::connect(&preferences, &ui::Preferences::themeChanged, &theme, &ui::Theme::setKind);
    QApplication::setWindowIcon(ui::applicationIcon());

    const SystemClock clock;
    SystemRandom random;
    client::KeychainSecretStore secrets;
    client::Client client({*profile, secrets, client::webSocketChannels(), clock, random});
    const auto launch = platform::LaunchRegistration::make(QCoreApplication::applicationFilePath());
    const auto shortcuts = platform::GlobalShortcuts::make();
    const auto desktop = platform::DesktopWatch::make();

    ui::Shell shell({theme, preferences, *profile, client, clock, *launch, *shortcuts, *desktop});
    QObject::connect(&instance, &ui::SingleInstance::startedAgain, &shell, &ui::Shell::startedAgain);
    QObject::connect(&instance, &ui::SingleInstance::asked, &shell, &ui::Shell::runScript);
    const auto termination = platform::TerminationSignal::install();
    if (termination)
        QObject::connect(termination->get(), &platform::TerminationSignal::requested, &app,
                         [] { QCoreApplication::exit(0); });
    if (const auto links = launch->openLinks(); !links)
        qCInfo(logUi) << "handbell:// links are not registered:" << wireName(links.error().code);

    client.start();
    shell.begin(command->opening);
    if (!command->invitation.isEmpty())
        shell.startedAgain(command->invitation);
    return QApplication::exec();
}
