// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/ChimeSound.h"

#include "tests/support/FakeSoundPlayer.h"
#include "tests/support/TestProgram.h"

#include <QDateTime>
#include <QFile>
#include <QtEndian>

using namespace handbell;
using namespace handbell::ui;
using namespace handbell::testing;
using namespace Qt::Literals::StringLiterals;
using client::CardForm;
using protocol::Importance;
using Played = std::vector<std::pair<QString, int>>;

class ChimeSoundTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_player = {};
        m_settings = {};
        m_beeps = 0;
        setTime(QTime(12, 0));
    }

    void eachImportanceHasItsSound()
    {
        m_settings.volume = 35;
        m_sound.play(Importance::Routine, CardForm::Open);
        m_sound.play(Importance::Important, CardForm::Open);
        m_sound.play(Importance::Urgent, CardForm::Open);
        QCOMPARE(m_player.played,
                 (Played{{u"routine.wav"_s, 35}, {u"important.wav"_s, 35}, {u"urgent.wav"_s, 35}}));
        QCOMPARE(m_beeps, 0);
    }

    void theHourIsThatOfTheClockOnTheWall()
    {
        m_settings.quiet = true;
        m_settings.quietHours = {QTime(18, 0), QTime(8, 0)};
        setTime(QTime(19, 0));
        m_sound.play(Importance::Important, CardForm::Open);
        QVERIFY(m_player.played.empty());
        m_sound.play(Importance::Urgent, CardForm::Open);
        QCOMPARE(m_player.played.size(), size_t(1));
        setTime(QTime(9, 0));
        m_sound.play(Importance::Important, CardForm::Open);
        QCOMPARE(m_player.played.size(), size_t(2));
    }

    void withoutADeviceThePcBeeps_data()
    {
        QTest::addColumn<SoundState>("state");
        QTest::newRow("no device") << SoundState::NoDevice;
        QTest::newRow("no module") << SoundState::NoModule;
    }
    void withoutADeviceThePcBeeps()
    {
        QFETCH(SoundState, state);
        m_player.now = state;
        m_sound.play(Importance::Urgent, CardForm::Hidden);
        QCOMPARE(m_beeps, 1);
        // Silent is silent.
        m_sound.play(Importance::Important, CardForm::Hidden);
        m_settings.visualOnly = true;
        m_sound.play(Importance::Urgent, CardForm::Open);
        QCOMPARE(m_beeps, 1);
    }

    void aPreviewIsHeardWhateverTheSettings()
    {
        m_settings.visualOnly = true;
        m_sound.preview(Importance::Routine, 80);
        QCOMPARE(m_player.played, (Played{{u"routine.wav"_s, 80}}));
    }

    void theFilesAreShortAndSmall_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &name : {u"routine"_s, u"important"_s, u"urgent"_s})
            QTest::newRow(qPrintable(name)) << name;
    }
    void theFilesAreShortAndSmall()
    {
        QFETCH(QString, name);
        QFile file(u":/handbell/sounds/"_s + name + u".wav"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray wav = file.readAll();
        QVERIFY(wav.size() < 40'000);
        QVERIFY(wav.startsWith("RIFF"));
        const auto number = [&](qsizetype at) {
            return qFromLittleEndian<quint16>(wav.constData() + at);
        };
        QCOMPARE(number(20), quint16(1)); // PCM
        QCOMPARE(number(22), quint16(1)); // mono
        QCOMPARE(qFromLittleEndian<quint32>(wav.constData() + 24), quint32(22050));
        QCOMPARE(number(34), quint16(16)); // bits
        // Neither a click at the end nor a square wave.
        int loudest = 0;
        for (qsizetype at = 44; at + 1 < wav.size(); at += 2)
            loudest = qMax(loudest, qAbs(int(qFromLittleEndian<qint16>(wav.constData() + at))));
        QVERIFY(loudest > 3'000);
        QVERIFY(loudest < 20'000);
        QVERIFY(qAbs(int(qFromLittleEndian<qint16>(wav.constData() + wav.size() - 2))) < 50);
    }

private:
    void setTime(QTime time)
    {
        const QDateTime local(QDate(2026, 3, 4), time);
        m_clock.setWall(WallTime(std::chrono::milliseconds(local.toMSecsSinceEpoch())));
    }

    VirtualClock m_clock;
    FakeSoundPlayer m_player;
    SoundSettings m_settings;
    int m_beeps = 0;
    ChimeSound m_sound{{m_clock, m_player, [this] { return m_settings; },
                        [this] {
                            ++m_beeps;
                        }}};
};

HANDBELL_TEST(ChimeSoundTest)
#include "ChimeSoundTest.moc"
