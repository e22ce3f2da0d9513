// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/SoundPolicy.h"

#include "tests/support/TestProgram.h"

using namespace handbell;
using namespace handbell::ui;
using client::CardForm;
using protocol::Importance;

class SoundPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRule_data()
    {
        QTest::addColumn<Importance>("importance");
        QTest::addColumn<CardForm>("form");
        QTest::addColumn<QTime>("at");
        QTest::addColumn<SoundSettings>("settings");
        QTest::addColumn<bool>("heard");

        const SoundSettings usual;
        const QTime noon(12, 0);
        QTest::newRow("routine") << Importance::Routine << CardForm::Open << noon << usual << true;
        QTest::newRow("important") << Importance::Important << CardForm::Open << noon << usual << true;
        QTest::newRow("urgent") << Importance::Urgent << CardForm::Open << noon << usual << true;
        QTest::newRow("important, in consultation")
            << Importance::Important << CardForm::Hidden << noon << usual << false;
        QTest::newRow("urgent, in consultation")
            << Importance::Urgent << CardForm::Hidden << noon << usual << true;
        QTest::newRow("held") << Importance::Routine << CardForm::Held << noon << usual << false;

        SoundSettings visual;
        visual.visualOnly = true;
        QTest::newRow("visual only, routine")
            << Importance::Routine << CardForm::Open << noon << visual << false;
        QTest::newRow("visual only, urgent")
            << Importance::Urgent << CardForm::Open << noon << visual << false;
        SoundSettings silent;
        silent.volume = 0;
        QTest::newRow("volume 0") << Importance::Urgent << CardForm::Open << noon << silent << false;
        SoundSettings fewer;
        fewer.routine = false;
        QTest::newRow("routine off") << Importance::Routine << CardForm::Open << noon << fewer << false;
        QTest::newRow("routine off, important")
            << Importance::Important << CardForm::Open << noon << fewer << true;
        SoundSettings noUrgent;
        noUrgent.urgent = false;
        QTest::newRow("urgent off") << Importance::Urgent << CardForm::Open << noon << noUrgent << false;
        SoundSettings noImportant;
        noImportant.important = false;
        QTest::newRow("important off")
            << Importance::Important << CardForm::Open << noon << noImportant << false;
        QTest::newRow("important off, urgent")
            << Importance::Urgent << CardForm::Open << noon << noImportant << true;

        SoundSettings quiet;
        quiet.quiet = true;
        quiet.quietHours = {QTime(18, 30), QTime(8, 0)};
        QTest::newRow("quiet, routine")
            << Importance::Routine << CardForm::Open << QTime(22, 0) << quiet << false;
        QTest::newRow("quiet, important")
            << Importance::Important << CardForm::Open << QTime(3, 0) << quiet << false;
        QTest::newRow("quiet, urgent")
            << Importance::Urgent << CardForm::Open << QTime(3, 0) << quiet << true;
        QTest::newRow("quiet, by day") << Importance::Important << CardForm::Open << noon << quiet << true;
        quiet.quiet = false;
        QTest::newRow("quiet hours not in force")
            << Importance::Important << CardForm::Open << QTime(3, 0) << quiet << true;
    }
    void eachRule()
    {
        QFETCH(Importance, importance);
        QFETCH(CardForm, form);
        QFETCH(QTime, at);
        QFETCH(SoundSettings, settings);
        QFETCH(bool, heard);
        QCOMPARE(soundVolume(importance, form, at, settings), heard ? settings.volume : 0);
    }

    void quietHours_data()
    {
        QTest::addColumn<QuietHours>("hours");
        QTest::addColumn<QTime>("at");
        QTest::addColumn<bool>("quiet");

        const QuietHours night{QTime(18, 30), QTime(8, 0)};
        QTest::newRow("before the evening") << night << QTime(18, 29, 59) << false;
        QTest::newRow("from the first minute") << night << QTime(18, 30) << true;
        QTest::newRow("before midnight") << night << QTime(23, 59, 59) << true;
        QTest::newRow("midnight") << night << QTime(0, 0) << true;
        QTest::newRow("to the last minute") << night << QTime(7, 59, 59) << true;
        QTest::newRow("in the morning") << night << QTime(8, 0) << false;
        const QuietHours lunch{QTime(13, 0), QTime(14, 0)};
        QTest::newRow("before lunch") << lunch << QTime(12, 59) << false;
        QTest::newRow("at lunch") << lunch << QTime(13, 30) << true;
        QTest::newRow("after lunch") << lunch << QTime(14, 0) << false;
        QTest::newRow("from a time until itself")
            << QuietHours{QTime(9, 0), QTime(9, 0)} << QTime(9, 0) << false;
        QTest::newRow("until midnight") << QuietHours{QTime(22, 0), QTime(0, 0)} << QTime(23, 0) << true;
        QTest::newRow("after until midnight")
            << QuietHours{QTime(22, 0), QTime(0, 0)} << QTime(0, 0) << false;
    }
    void quietHours()
    {
        QFETCH(QuietHours, hours);
        QFETCH(QTime, at);
        QTEST(hours.contains(at), "quiet");
    }
};

HANDBELL_TEST(SoundPolicyTest)
#include "SoundPolicyTest.moc"
