// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/Preferences.h"

#include "client/Profile.h"
#include "tests/support/TestProgram.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QVariant>

using namespace handbell;
using namespace handbell::ui;

class PreferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_profile.emplace(*client::Profile::open(QStringLiteral("default"), QDir(m_folder->path())));
    }

    void soundsAreKept()
    {
        QCOMPARE(Preferences(*m_profile).sound(), SoundSettings());
        SoundSettings chosen;
        chosen.volume = 35;
        chosen.routine = false;
        chosen.visualOnly = true;
        chosen.quiet = true;
        chosen.quietHours = {QTime(22, 15), QTime(6, 45)};
        Preferences(*m_profile).setSound(chosen);
        m_profile.emplace(*client::Profile::open(QStringLiteral("default"), QDir(m_folder->path())));
        QCOMPARE(Preferences(*m_profile).sound(), chosen);
    }

    void whatMakesNoSenseIsAsUsual()
    {
        m_profile->setSetting(QStringLiteral("sound/volume"), QStringLiteral("loud"));
        m_profile->setSetting(QStringLiteral("sound/quiet-from"), QStringLiteral("25:99"));
        QCOMPARE(Preferences(*m_profile).sound(), SoundSettings());
        m_profile->setSetting(QStringLiteral("sound/volume"), 5'000);
        QCOMPARE(Preferences(*m_profile).sound().volume, 100);
        m_profile->setSetting(QStringLiteral("sound/volume"), -5);
        QCOMPARE(Preferences(*m_profile).sound().volume, 0);
    }

    void theScreenForAlertsIsKept()
    {
        QCOMPARE(Preferences(*m_profile).screen(), ScreenChoice());
        const ScreenChoice chosen{ScreenChoice::Kind::Named, QStringLiteral("dell/1"),
                                  QStringLiteral("Screen 2")};
        Preferences preferences(*m_profile);
        QSignalSpy changed(&preferences, &Preferences::screenChanged);
        preferences.setScreen(chosen);
        preferences.setScreen(chosen);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(Preferences(*m_profile).screen(), chosen);
        m_profile->setSetting(QStringLiteral("alerts/screen"), QStringLiteral("the other"));
        QCOMPARE(Preferences(*m_profile).screen().kind, ScreenChoice::Kind::Main);
    }

    void theCardKeyIsKept()
    {
        Preferences preferences(*m_profile);
        QSignalSpy changed(&preferences, &Preferences::cardKeyChanged);
        QCOMPARE(preferences.cardKey(), Qt::Key_R);
        preferences.setCardKey(Qt::Key_R);
        QCOMPARE(changed.count(), 0);
        for (const Qt::Key key : {Qt::Key_T, Qt::Key_unknown}) {
            preferences.setCardKey(key);
            QCOMPARE(Preferences(*m_profile).cardKey(), key);
        }
        QCOMPARE(changed.count(), 2);
        // One that has another meaning, or types a letter, is not taken over from a profile.
        m_profile->setSetting(QStringLiteral("alerts/card-key"), QStringLiteral("H"));
        QCOMPARE(preferences.cardKey(), Qt::Key_R);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<client::Profile> m_profile;
};

HANDBELL_TEST(PreferencesTest)
#include "PreferencesTest.moc"
