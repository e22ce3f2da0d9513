// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/SoundModule.h"

#include "tests/support/TestProgram.h"

#include <QCoreApplication>

using namespace handbell;
using namespace handbell::ui;

class SoundModuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutTheModuleThereIsNoSound()
    {
        SoundModule module;
        QCOMPARE(module.state(), SoundState::NoModule);
        QCOMPARE(module.play(QUrl(QStringLiteral("qrc:/handbell/sounds/routine.wav")), 50),
                 SoundState::NoModule);
    }

    // Whether this machine has a sound device or not: the module comes up, says so, and plays or leaves it.
    void theModuleIsFoundBesideTheProgramAndPlays()
    {
        QCoreApplication::addLibraryPath(QStringLiteral(HANDBELL_MODULES));
        SoundModule module;
        const SoundState state = module.state();
        QVERIFY(state == SoundState::Working || state == SoundState::NoDevice);
        for (const int volume : {1, 100})
            QCOMPARE(module.play(QUrl(QStringLiteral("qrc:/handbell/sounds/routine.wav")), volume), state);
    }
};

HANDBELL_TEST(SoundModuleTest)
#include "SoundModuleTest.moc"
