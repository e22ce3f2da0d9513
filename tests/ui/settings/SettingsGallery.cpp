// SPDX-License-Identifier: Apache-2.0
// settings-gallery [--theme light|dark|high-contrast] [--long] [--tab N] [--screenshot FILE]: the settings,
// over a profile that is thrown away.
#include "client/Profile.h"
#include "platform/LaunchRegistration.h"
#include "tests/support/DemoPractice.h"
#include "tests/support/FakeAlertManager.h"
#include "tests/support/FakePresenceManager.h"
#include "tests/support/FakeShortcuts.h"
#include "tests/support/FakeSoundPlayer.h"
#include "ui/alerts/AlertWords.h"
#include "ui/alerts/ChimeSound.h"
#include "ui/alerts/SpeedDialKeys.h"
#include "ui/settings/Languages.h"
#include "ui/settings/Preferences.h"
#include "ui/settings/SettingsDialog.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTimer>
#include <QTranslator>

using namespace handbell;
using namespace handbell::testing;
using namespace handbell::ui;
using namespace Qt::Literals::StringLiterals;
using protocol::Address;

namespace {

class LongerWords : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        QString text = QString::fromUtf8(source);
        const auto extra = text.size() / 3;
        for (qsizetype i = 0; i < extra; i += 4)
            text.append(u" wyl"_s);
        return text;
    }
    bool isEmpty() const override { return false; }
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
                        {u"no-device"_s, u"as on a PC without sound"_s},
                        {u"tab"_s, u"the tab to show, from 0"_s, u"N"_s, u"1"_s},
                        {u"screenshot"_s, u"write FILE and quit"_s, u"FILE"_s}});
    options.process(app);
    const QString name = options.value(u"theme"_s);
    Theme theme(name == u"dark"_s            ? ThemeKind::Dark
                : name == u"high-contrast"_s ? ThemeKind::HighContrast
                                             : ThemeKind::Light);
    theme.apply(app);
    LongerWords longer;
    if (options.isSet(u"long"_s))
        app.installTranslator(&longer);
    const Languages languages(options.isSet(u"welsh"_s) ? LanguageChoice::Welsh : LanguageChoice::English);

    const QTemporaryDir folder;
    auto profile = client::Profile::open(u"gallery"_s, QDir(folder.path()));
    if (!profile)
        return 1;
    Preferences preferences(*profile);
    const auto launch = platform::LaunchRegistration::make(QCoreApplication::applicationFilePath());
    const SystemClock clock;
    FakeSoundPlayer player;
    if (options.isSet(u"no-device"_s))
        player.now = SoundState::NoDevice;
    ChimeSound sound({clock, player, [&] { return preferences.sound(); },
                      [] {
                      }});
    client::Practice practice;
    demo::fill(practice, demo::priya, clock.wallNow());
    const AlertWords words(practice);
    client::SpeedDial dial(*profile);
    dial.toggle({u"interpreter_here"_s, Address::room(demo::room3)});
    dial.toggle({u"chaperone"_s, Address::ofRole(u"Nurse"_s)});
    dial.toggle({u"next_is_here"_s, Address::room(RoomId{999})});
    dial.toggle({u"assistance"_s, Address::everyone()});
    FakeShortcuts shortcuts;
    shortcuts.taken.insert({Qt::Key_2, platform::GlobalShortcut::Chord::CtrlShiftAlt});
    FakeAlertManager alerts;
    const FakePresenceManager presence;
    const SpeedDialKeys keys({shortcuts, dial, practice, alerts, presence, words, clock});
    SettingsDialog dialog({theme, preferences, *launch, sound, {dial, keys, practice, words}, [] {
                               return true;
                           }});
    dialog.findChild<QTabWidget *>()->setCurrentIndex(options.value(u"tab"_s).toInt());
    dialog.show();
    if (options.isSet(u"screenshot"_s)) {
        QTimer::singleShot(0, &dialog, [&] {
            const bool saved = dialog.grab().save(options.value(u"screenshot"_s));
            QCoreApplication::exit(saved ? 0 : 1);
        });
    }
    return QApplication::exec();
}
