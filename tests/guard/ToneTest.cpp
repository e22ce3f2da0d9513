// SPDX-License-Identifier: Apache-2.0
#include "guard/Tone.h"

#include "Corpus.h"
#include "GuardSupport.h"
#include "guard/text/Tokens.h"
#include "tests/support/TestProgram.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

namespace {

//! What \a tone hints at in \a text, in order.
QStringList hinted(const Tone &tone, const QString &text)
{
    QStringList words;
    for (const ToneHint &hint : tone.hintsIn(text))
        words << text.mid(hint.span.start, hint.span.length);
    return words;
}

//! The lines of tests/data/guard/tone/\a name that are messages.
QStringList messages(const char *name)
{
    QFile file(QStringLiteral(HANDBELL_TEST_DATA "/guard/tone/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList lines;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (!line.isEmpty() && !line.startsWith(u'#'))
            lines << line;
    }
    return lines;
}

} // namespace

//! Hints at words aimed at a person, and at nothing else that a practice writes.
class ToneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_data();
    void table();
    void thePracticesNamesAreSilent();
    void theAllowListIsSilent();
    void aimedMessagesHint();
    void cleanMessagesAreSilent();
    void ordinaryMessagesAreSilent();
    void hintsAreSortedAndApart();
    void anyTextGivesWellFormedHints();
    void doubling_data();
    void doubling();

private:
    Tone m_tone{PracticeData()};
};

void ToneTest::table_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    const auto hit = [](const char *name, const QString &text, const QStringList &found) {
        QTest::newRow(name) << text << found;
    };
    const auto miss = [](const char *name, const QString &text) {
        QTest::newRow(name) << text << QStringList();
    };

    hit("slur", u"that Paki again"_s, {u"Paki"_s});
    hit("slur in capitals", u"NO MORE PIKEYS"_s, {u"PIKEYS"_s});
    hit("slur, possessive", u"the pikey's kid"_s, {u"pikey"_s});
    hit("slur, disguised widths", u"a \uff50\uff41\uff4b\uff49 rang"_s, {u"\uff50\uff41\uff4b\uff49"_s});
    hit("slur, zero width", u"a pa\u200bki rang"_s, {u"pa\u200bki"_s});
    miss("within a word", u"Pakington ward"_s);
    miss("surname after a title", u"Mrs. Paki is here"_s);
    miss("surname after an initial", u"J Pikey"_s);
    miss("surname after a first name", u"ask Sue Pikey"_s);
    miss("double-barrelled", u"Ann Smith-Pikey"_s);
    miss("double-barrelled, first", u"Pikey-Smith"_s);
    miss("mail address", u"pikey@riverside.example"_s);
    miss("web address", u"www.pikey.example/paki"_s);
    miss("login", u"user paki2 or paki_x"_s);

    hit("frame", u"Lazy cow!"_s, {u"Lazy cow"_s});
    hit("frame, more words", u"stupid old woman"_s, {u"stupid old woman"_s});
    hit("frame, comma", u"fat, lazy patient"_s, {u"fat, lazy patient"_s});
    hit("frame, oath", u"bloody rude cow"_s, {u"bloody rude cow"_s});
    hit("two", u"mad mum, and a nutjob"_s, {u"mad mum"_s, u"nutjob"_s});
    hit("second line", u"room 3\nfat cow"_s, {u"fat cow"_s});
    miss("oath before people", u"bloody patients everywhere"_s);
    miss("public house", u"see you at the Lazy Cow"_s);
    miss("thing", u"stupid patient records are down"_s);
    miss("thing, owned", u"an idiot's guide"_s);
    miss("thing, of many", u"the smelly kids' toilet"_s);
    miss("illness", u"mad cow disease"_s);
    miss("apart", u"too lazy. Cow in the car park"_s);
    miss("line between", u"lazy\ncow"_s);
    miss("fact", u"difficult patient, poor mum, old lady, sick man"_s);
    miss("two identities", u"deaf and dumb patient"_s);

    hit("phrase", u"time-waster"_s, {u"time-waster"_s});
    hit("phrase, spaced", u"Time  waster"_s, {u"Time  waster"_s});
    hit("curly apostrophe", u"can\u2019t stand those people"_s, {u"can\u2019t stand those people"_s});
    miss("those people", u"please ring those people back"_s);
    miss("flight", u"my frequent flyer points"_s);
    miss("sweets", u"chocolate junkie"_s);

    hit("pointed", u"he's a psycho"_s, {u"psycho"_s});
    miss("pointed, surname", u"the Nutter file"_s);
    miss("pointed, joined", u"a psycho-oncology slot"_s);
    miss("pointed, clinical", u"the psycho social team"_s);
    miss("not pointed", u"psycho geriatrics"_s);

    hit("predicate", u"she is just lazy."_s, {u"lazy"_s});
    hit("predicate, short", u"he's so thick"_s, {u"thick"_s});
    miss("predicate, part of the body", u"her mum's lazy eye"_s);
    miss("predicate, thing", u"the skin is thick"_s);
    miss("predicate, denied", u"she is not lazy"_s);
    miss("predicate, denied shortly", u"he isn't stupid"_s);

    miss("double quotes", u"the sign says: \"lazy cow\""_s);
    miss("curly quotes", u"“lazy cow” on the wall"_s);
    miss("single quotes", u"'lazy cow' on the wall"_s);
    miss("quote still open", u"on the wall: \"lazy co cow, lazy cow"_s);
    miss("after the quote, reported", u"\"hello\" said the lazy cow"_s);
    hit("after a quote", u"\"hello\" to the lazy cow"_s, {u"lazy cow"_s});
    hit("apostrophes are no quotes", u"the patients' lounge, lazy cow, o'clock'"_s, {u"lazy cow"_s});
    hit("next line", u"\"open\nlazy cow"_s, {u"lazy cow"_s});
    hit("inches", u"a 6\" lead for the lazy cow"_s, {u"lazy cow"_s});
    miss("reported", u"pt said she is a lazy cow"_s);
    miss("called", u"he called me a paki"_s);
    miss("called a colleague", u"called the receptionist a fat cow"_s);
    hit("called back", u"called her back, lazy cow"_s, {u"lazy cow"_s});
    hit("next sentence", u"Pt said hello. Lazy cow."_s, {u"Lazy cow"_s});
    hit("dash", u"pt says tomorrow - lazy cow"_s, {u"lazy cow"_s});
    miss("dash for a colon", u"pt said - lazy cow"_s);
    hit("one's own report", u"I said she's a lazy cow"_s, {u"lazy cow"_s});
    hit("one's own report, longer", u"as we always said, I mean we said that lazy cow"_s, {u"lazy cow"_s});
    miss("mentioned", u"the word heartsink"_s);
    miss("mentioned among others", u"words like heartsink"_s);
    miss("forbidden", u"never write heartsink"_s);

    miss("oneself", u"I'm such a lazy cow"_s);
    miss("oneself, curly", u"I\u2019m a total nutcase"_s);
    miss("oneself, feeling", u"I felt like an idiot"_s);
    miss("ourselves", u"we were idiots"_s);
    miss("like one", u"Like an idiot I forgot"_s);
    hit("not oneself", u"I am sick of that lazy cow"_s, {u"lazy cow"_s});
    hit("not oneself either", u"I hate the lazy cow"_s, {u"lazy cow"_s});
    hit("wished away", u"not the nutter again"_s, {u"nutter"_s});
    miss("denied", u"he's not a malingerer"_s);

    hit("Welsh", u"hen fuwch wirion"_s, {u"hen fuwch"_s});
    hit("Welsh patient", u"claf diog arall"_s, {u"claf diog"_s});
    miss("Welsh carrots", u"tatws a moron"_s);
    miss("Welsh report", u"meddai'r claf, hen ast"_s);
    miss("liver enzyme", u"AST up, ALT fine"_s);
    miss("nothing", u""_s);
}

void ToneTest::table()
{
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    QCOMPARE(hinted(m_tone, text), found);
}

void ToneTest::thePracticesNamesAreSilent()
{
    PracticeData practice;
    practice.roster = {u"Jo Pikey"_s, u"Dr Ann Moron-Heartsink"_s};
    const Tone tone(practice);
    for (const QString &text : {u"pikey has the keys"_s, u"ask heartsink"_s})
        QCOMPARE(hinted(tone, text), QStringList());
    QCOMPARE(hinted(tone, u"the heartsinks"_s), QStringList{u"heartsinks"_s});
    QCOMPARE(hinted(m_tone, u"ask heartsink"_s), QStringList{u"heartsink"_s});
}

void ToneTest::theAllowListIsSilent()
{
    PracticeData practice;
    practice.allow = {u"frequent flyer"_s, u"Lazy cow cafe"_s};
    const Tone tone(practice);
    for (const QString &text : {u"the frequent-flyer clinic"_s, u"lunch at lazy cow cafe"_s})
        QCOMPARE(hinted(tone, text), QStringList());
    QCOMPARE(hinted(tone, u"that lazy cow"_s), QStringList{u"lazy cow"_s});
}

void ToneTest::aimedMessagesHint()
{
    const QStringList lines = messages("aimed.txt");
    QVERIFY(lines.size() >= 60);
    QStringList missed;
    for (const QString &line : lines) {
        if (hinted(m_tone, line).isEmpty())
            missed << line;
    }
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
}

void ToneTest::cleanMessagesAreSilent()
{
    const QStringList lines = messages("clean.txt");
    QVERIFY(lines.size() >= 200);
    QStringList wrong;
    for (const QString &line : lines) {
        const QStringList found = hinted(m_tone, line);
        if (!found.isEmpty())
            wrong << line + u" -> " + found.join(u", ");
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

//! What practices write all day, gathered without a thought of tone: not one in five hundred may hint.
void ToneTest::ordinaryMessagesAreSilent()
{
    const Corpus corpus = readCorpus(u"tuning"_s);
    QVERIFY2(corpus.problem.isEmpty(), qPrintable(corpus.problem));
    QStringList wrong;
    for (const Specimen &specimen : corpus.specimens) {
        if (!m_tone.hintsIn(specimen.text).empty())
            wrong << specimen.text;
    }
    QVERIFY2(500 * size_t(wrong.size()) < corpus.specimens.size(), qPrintable(wrong.join(u'\n')));
}

void ToneTest::hintsAreSortedAndApart()
{
    const QString text =
        u"stupid fat old cow, lazy mad mum and fat lazy stupid thick ugly patient those people again "_s;
    qsizetype end = 0;
    const auto hints = m_tone.hintsIn(text.repeated(3));
    QVERIFY(hints.size() > 6);
    for (const ToneHint &hint : hints) {
        QVERIFY(hint.span.start >= end && hint.span.length > 0);
        end = hint.span.end();
    }
    QVERIFY(end <= 3 * text.size());
}

//! HANDBELL_SEED repeats a run.
void ToneTest::anyTextGivesWellFormedHints()
{
    static const QStringList pieces{
        u"lazy"_s, u"cow"_s,  u"old"_s,   u"paki"_s,   u"Mr"_s,     u"those people"_s, u"again"_s,
        u"said"_s, u"I"_s,    u"I'm a"_s, u"time"_s,   u"waster"_s, u"called me"_s,    u"patient"_s,
        u"mum"_s,  u"she"_s,  u"is"_s,    u"a"_s,      u"nutter"_s, u"the word"_s,     u"not"_s,
        u"\""_s,   u"'"_s,    u"“"_s,     u"”"_s,      u"-"_s,      u". "_s,           u", "_s,
        u"\n"_s,   u"www."_s, u"@"_s,     u"\u0301"_s, u"\u200b"_s, u"\ufdfa"_s,       u"\U0001F600"_s};
    bool given = false;
    quint32 seed = qEnvironmentVariableIntValue("HANDBELL_SEED", &given);
    if (!given)
        seed = QRandomGenerator::global()->generate() & 0x7FFFFFFFU;
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    qsizetype found = 0;
    for (int round = 0; round < 4'000; ++round) {
        QString text;
        for (int i = random.bounded(40); i > 0; --i) {
            if (random.bounded(8) == 0)
                text += QChar(static_cast<char16_t>(random.bounded(0x10000))); // lone surrogates included
            else
                text += pieces[random.bounded(pieces.size())];
            if (random.bounded(4) != 0)
                text += u' ';
        }
        qsizetype end = 0;
        const auto hints = m_tone.hintsIn(text);
        for (const ToneHint &hint : hints) {
            QVERIFY(hint.span.length > 0 && hint.span.start >= end && hint.span.end() <= text.size());
            end = hint.span.end();
        }
        found += static_cast<qsizetype>(hints.size());
    }
    QVERIFY(found > 500); // the pieces do make words aimed at somebody
}

void ToneTest::doubling_data()
{
    QTest::addColumn<QString>("unit");
    for (const QString &unit :
         {u"a"_s,      u"a "_s,          u" "_s,         u"\n"_s,           u"lazy "_s,
          u"lazy, "_s, u"lazy cow "_s,   u"old lazy "_s, u"a an such "_s,   u"i am "_s,
          u"is so "_s, u"said "_s,       u"\" "_s,       u"' "_s,           u"'a"_s,
          u"a' 'a "_s, u"“"_s,           u"”"_s,         u"can t stand "_s, u"those people "_s,
          u"paki "_s,  u"Paki-"_s,       u"the word "_s, u"called me "_s,   u"a-"_s,
          u"- "_s,     u"not a lazy "_s, u"J. "_s,       u"\u0301"_s,       u"she is just lazy "_s})
        QTest::addRow("%s", qPrintable(unit.simplified())) << unit;
}

//! Twice the text is at most twice the work, as in LinearityTest.
void ToneTest::doubling()
{
    QFETCH(QString, unit);
    PracticeData practice = riverside();
    practice.allow = {u"lazy cow cow"_s, u"a a a a a"_s};
    const Tone tone(practice);
    const auto steps = [&](qsizetype length) {
        const QString text = unit.repeated(length / unit.size() + 1).left(length);
        const NormalisedText normalised(text);
        const Tokens tokens(normalised);
        const auto hints = tone.hintsIn(tokens);
        Q_UNUSED(hints)
        return tokens.steps();
    };
    constexpr qsizetype length = 8'000;
    constexpr qint64 ends = 4'000;
    const qint64 once = steps(length);
    QVERIFY(once >= 1);
    QVERIFY2(steps(2 * length) <= 2 * once + ends, qPrintable(QString::number(once)));
    QVERIFY2(steps(4 * length) <= 4 * once + 4 * ends, qPrintable(QString::number(once)));
}

HANDBELL_TEST(ToneTest)
#include "ToneTest.moc"
