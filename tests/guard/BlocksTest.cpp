// SPDX-License-Identifier: Apache-2.0
#include "Corpus.h"
#include "GuardSupport.h"
#include "guard/Examination.h"
#include "tests/support/TestProgram.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

//! A text examined in blocks of any length gives what it gives in one: nothing is lost, found twice or judged
//! by less than stands about it where a text is cut. HANDBELL_SEED repeats a run.
class BlocksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void shuffledCorpus_data();
    void shuffledCorpus();
    void hostile_data();
    void hostile();
    void identifierAtEveryPlace_data();
    void identifierAtEveryPlace();
    void cover_data();
    void cover();
    void work_data() { hostile_data(); }
    void work();

private:
    [[nodiscard]] Examination examined(const QString &text, qsizetype blockLength) const
    {
        return examine(text, m_lexicon, *m_practice, {}, std::chrono::sys_days{std::chrono::days{20'416}},
                       blockLength);
    }
    void compare(const QString &text) const;

    static constexpr qsizetype oneBlock = 1 << 30;
    Lexicon m_lexicon;
    std::unique_ptr<PracticeIndex> m_practice;
    QStringList m_messages;
    QRandomGenerator m_random;
};

namespace {

//! How many blocks of \a length a text is cut into.
int blockCount(const QString &text, qsizetype length)
{
    Blocks blocks(text, length, 0);
    int count = 0;
    while (blocks.next())
        ++count;
    return count;
}

} // namespace

void BlocksTest::initTestCase()
{
    bool given = false;
    quint32 seed = qEnvironmentVariableIntValue("HANDBELL_SEED", &given);
    if (!given)
        seed = QRandomGenerator::global()->generate() & 0x7FFFFFFFU;
    qInfo("seed %u", seed);
    m_random.seed(seed);
    const Corpus corpus = readCorpus(u"tuning"_s);
    QVERIFY2(corpus.problem.isEmpty(), qPrintable(corpus.problem));
    for (const Specimen &specimen : corpus.specimens)
        m_messages.append(specimen.text);
    PracticeData practice = corpusPractice();
    practice.allow = {u"mr whippy"_s, u"ring 07700 900461 or 01632 960461 then ask"_s, u"mr mr mr"_s};
    m_practice = std::make_unique<PracticeIndex>(practice);
}

void BlocksTest::compare(const QString &text) const
{
    const Assessment whole = examined(text, oneBlock).assessment;
    for (const qsizetype length : {1, 2'000, 32'768}) {
        const Assessment cut = examined(text, length).assessment;
        QCOMPARE(cut.findings.size(), whole.findings.size());
        for (size_t i = 0; i < whole.findings.size(); ++i)
            QVERIFY2(cut.findings[i] == whole.findings[i],
                     qPrintable(text.mid(qMax(whole.findings[i].span.start - 100, 0), 200)));
        QVERIFY(cut == whole);
    }
}

void BlocksTest::shuffledCorpus_data()
{
    QTest::addColumn<QString>("between");
    QTest::newRow("lines") << u"\n"_s;
    QTest::newRow("lines of Windows") << u"\r\n"_s;
    QTest::newRow("spaces") << u" "_s;
    QTest::newRow("accents and invisible characters") << u" \u0301\n\u200b\u0301"_s;
    QTest::newRow("nothing") << QString();
}

void BlocksTest::shuffledCorpus()
{
    QFETCH(QString, between);
    for (int round = 0; round < 2; ++round) {
        std::shuffle(m_messages.begin(), m_messages.end(), m_random);
        const QString text = m_messages.join(between);
        QVERIFY(between.isEmpty() || blockCount(text, 1) > 10);
        compare(text);
        if (QTest::currentTestFailed())
            return;
    }
}

void BlocksTest::hostile_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const QString &unit, const QString &between) {
        QString text;
        while (text.size() < 10'000)
            text += unit.repeated(1 + static_cast<int>(text.size() % 97)) + between;
        QTest::addRow("%s, %d", qPrintable(unit.simplified()), static_cast<int>(between.size())) << text;
    };
    for (const QString &unit : {u"a"_s,
                                u"1 "_s,
                                u" "_s,
                                u"Mr "_s,
                                u"Mr Mr Jones "_s,
                                u"15-May-"_s,
                                u"011111 01111 "_s,
                                u"12 May "_s,
                                u"485 777 3457 "_s,
                                u"a@b.uk "_s,
                                u"@"_s,
                                u"http://a"_s,
                                u"14 Weelsby "_s,
                                u"EH12 8 PU "_s,
                                u"ß1 1AA "_s,
                                u"results "_s,
                                u"72F "_s,
                                u"\ufdfa "_s,
                                u"\u200b"_s,
                                u"\u0301 "_s,
                                u"\U0001D7D2"_s,
                                u"DN31\n1AA "_s,
                                u"lives at\n"_s,
                                u"mr\nwhippy "_s,
                                u"mr mr "_s,
                                u"my mum "_s}) {
        for (const QString &between : {u"\n"_s, u"? "_s, u"! results; Mrs Jones\n"_s})
            row(unit, between);
    }
    QTest::newRow("a token longer than a block")
        << u"Mrs Jones 72F\n"_s + QString(50'000, u'a') + u" Jones\n07700 900461 results\n"_s;
    QTest::newRow("a line longer than a block")
        << u"Mrs Jones\n"_s + u"and so on "_s.repeated(5'000) + u"\n07700 900461 results\n"_s;
    QTest::newRow("an address longer than a block")
        << u"so http://"_s + u"a.b/"_s.repeated(20'000) + u"07700900461\nresults Mrs Jones"_s;
}

void BlocksTest::hostile()
{
    QFETCH(QString, text);
    compare(text);
}

void BlocksTest::identifierAtEveryPlace_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {u"pt Mrs Jones 72F results\nring 07700 900461 or 01632 960461 then ask"_s,
          u"nhs no\n485 777 3457? dob; 12/05/48\nlives at\n14 Weelsby St, Grimsby\nDN31 1AA"_s,
          u"order! 485 777 3457\n485 777 3457 dob\n12 05 48 12 05 48\nanna@gmail.com? for pt"_s})
        QTest::newRow(qPrintable(text.left(20).simplified())) << text;
}

void BlocksTest::identifierAtEveryPlace()
{
    QFETCH(QString, text);
    // The words before make up one block, so the cut that follows moves through the text.
    for (qsizetype words = 300; words < 345; words += 2) {
        const QString filler = u"so "_s.repeated(words);
        for (const QString &between : {u"\n"_s, u"? "_s})
            compare(filler + between + text + between + filler + between + text + u' ' + filler);
        if (QTest::currentTestFailed())
            return;
    }
}

void BlocksTest::cover_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("fewest");
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("short") << u"Mrs Jones?"_s << 1;
    QTest::newRow("lines") << u"word after word\n"_s.repeated(2'000) << 10;
    QTest::newRow("questions") << u"word after word? "_s.repeated(2'000) << 10;
    QTest::newRow("no place to cut") << u"word after word, "_s.repeated(2'000) << 1;
    QTest::newRow("too few words") << QString(u"\n"_s + QString(2'000, u'a')).repeated(30) << 1;
}

//! Blocks follow one another without a gap, and each is read with a margin.
void BlocksTest::cover()
{
    QFETCH(QString, text);
    QFETCH(int, fewest);
    Blocks blocks(text, 100, 0);
    qsizetype at = 0;
    int count = 0;
    while (const auto block = blocks.next()) {
        QCOMPARE(block->own.start, at);
        QVERIFY(block->own.length > 0);
        at = block->own.end();
        QVERIFY(block->read.start == 0 || block->own.start - block->read.start >= 2 * Blocks::mostWords);
        QVERIFY(block->read.end() == text.size() ||
                block->read.end() - block->own.end() >= 2 * Blocks::mostWords);
        ++count;
    }
    QCOMPARE(at, text.size());
    QVERIFY(count >= fewest);
}

//! However short the blocks, a text is read at most three times over.
void BlocksTest::work()
{
    QFETCH(QString, text);
    QVERIFY(examined(text, 1).steps <= 3 * examined(text, oneBlock).steps + 4'000);
}

HANDBELL_TEST(BlocksTest)
#include "BlocksTest.moc"
