// SPDX-License-Identifier: Apache-2.0
// How long the guard takes: for a message while it is typed, for a paste, for an export of old chats.
#include "tests/guard/Corpus.h"

#include <QTest>

using namespace handbell::guard;

namespace {

//! \a lines over and over, a megabyte of UTF-8 of them.
QString megabyteOf(const QString &lines)
{
    constexpr qsizetype megabyte = 1'000'000;
    QByteArray all;
    while (all.size() < megabyte)
        all += lines.toUtf8();
    return QString::fromUtf8(all.left(all.lastIndexOf('\n', megabyte - 1) + 1));
}

} // namespace

class GuardBenchmark : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void assess_data()
    {
        QTest::addColumn<QString>("text");
        const Corpus corpus = readCorpus(QStringLiteral("tuning"));
        QVERIFY2(corpus.problem.isEmpty(), qPrintable(corpus.problem));
        // Ordinary messages and patients' as the corpus mixes them, and as a practice that behaves has them:
        // one in fifty of those that are warned of.
        QString chat;
        QString ordinary;
        int warned = 0;
        for (const Specimen &specimen : corpus.specimens) {
            chat += specimen.text + QLatin1Char('\n');
            if (specimen.verdict == Verdict::Silent || ++warned % 50 == 1)
                ordinary += specimen.text + QLatin1Char('\n');
        }
        QTest::newRow("120 characters")
            << QStringLiteral("Mrs Jones rang about her blood results, can somebody call her back before "
                              "lunch? She is on 07700 900123 "
                              "until noon. Thanks");
        QTest::newRow("2,000 characters") << chat.right(2'000);
        QTest::newRow("1 MB, the corpus") << megabyteOf(chat);
        QTest::newRow("1 MB, a practice's chat") << megabyteOf(ordinary);
    }
    void assess()
    {
        QFETCH(QString, text);
        const Guard guard(corpusPractice(), {});
        Verdict verdict = Verdict::Silent;
        QBENCHMARK
        {
            verdict = guard.assess(text).verdict;
        }
        QCOMPARE(verdict, Verdict::Warn);
    }
};

QTEST_GUILESS_MAIN(GuardBenchmark)
#include "GuardBenchmark.moc"
