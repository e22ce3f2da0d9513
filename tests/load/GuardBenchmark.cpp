// SPDX-License-Identifier: Apache-2.0
// How long the guard takes: for a message while it is typed, for a paste, for an export of old chats.
#include "tests/guard/Corpus.h"

#include <QTest>

using namespace handbell::guard;

class GuardBenchmark : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void assess_data()
    {
        QTest::addColumn<QString>("text");
        const Corpus corpus = readCorpus(QStringLiteral("tuning"));
        QVERIFY2(corpus.problem.isEmpty(), qPrintable(corpus.problem));
        // Ordinary messages and patients' as the corpus mixes them.
        QString chat;
        for (const Specimen &specimen : corpus.specimens)
            chat += specimen.text + QLatin1Char('\n');
        QTest::newRow("120 characters") << QStringLiteral(
            "Mrs Jones rang about her blood results, can somebody call her back before lunch? She is on 07700 900123 "
            "until noon. Thanks");
        QTest::newRow("2,000 characters") << chat.right(2'000);
        QString export_;
        while (export_.size() < 1'000'000)
            export_ += chat;
        QTest::newRow("1,000,000 characters") << export_.left(1'000'000);
    }
    void assess()
    {
        QFETCH(QString, text);
        const Guard guard(corpusPractice(), {});
        Verdict verdict = Verdict::Silent;
        QBENCHMARK {
            verdict = guard.assess(text).verdict;
        }
        QCOMPARE(verdict, Verdict::Warn);
    }
};

QTEST_GUILESS_MAIN(GuardBenchmark)
#include "GuardBenchmark.moc"
