// SPDX-License-Identifier: Apache-2.0
#include "guard/text/NormalisedText.h"
#include "guard/text/Tokens.h"
#include "tests/support/TestProgram.h"

#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

class NormaliserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainForms_data()
    {
        QTest::addColumn<QString>("original");
        QTest::addColumn<QString>("plain");
        QTest::newRow("ASCII stays") << u"Mrs Jones, 12/05"_s << u"Mrs Jones, 12/05"_s;
        QTest::newRow("no-break space") << u"a\u00a0b\u202fc\u3000d\te"_s << u"a b c d e"_s;
        QTest::newRow("line breaks") << u"a\nb\rc\u2028d\u0085e"_s << u"a\nb\nc\nd\ne"_s;
        QTest::newRow("dashes") << u"1\u20112\u20133\u22124"_s << u"1-2-3-4"_s;
        QTest::newRow("full-width") << u"\uff14\uff18\uff0f\uff21\uff41"_s << u"48/Aa"_s;
        QTest::newRow("Arabic-Indic") << u"\u0660\u0661\u0669"_s << u"019"_s;
        QTest::newRow("Devanagari") << u"\u0966\u096f"_s << u"09"_s;
        QTest::newRow("mathematical") << u"\U0001D7D2\U0001D7D6"_s << u"48"_s;
        QTest::newRow("keycap") << u"4\ufe0f\u20e38\u20e3"_s << u"48"_s;
        QTest::newRow("zero width") << u"4\u200b8\u200d5\ufeff\u00ad\u2060"_s << u"485"_s;
        QTest::newRow("direction marks") << u"\u202e48\u202c"_s << u"48"_s;
        QTest::newRow("apostrophes") << u"O\u2019Brien\u2018s"_s << u"O'Brien's"_s;
        QTest::newRow("accents") << u"N\u00fan\u0303ez"_s << u"Nunez"_s;
        QTest::newRow("ligature") << u"\ufb01t note"_s << u"fit note"_s;
        QTest::newRow("lone surrogate") << QString(QChar(0xD800)) << u"\ufffd"_s;
        QTest::newRow("picture") << u"a\U0001F600b"_s << u"a\ufffdb"_s;
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("only marks") << u"\u0301\u200b"_s << QString();
    }
    void plainForms()
    {
        QFETCH(QString, original);
        QFETCH(QString, plain);
        const NormalisedText normalised(original);
        QCOMPARE(normalised.text().toString(), plain);
        QCOMPARE(normalised.folded().size(), normalised.text().size());
    }

    void foldsWhereverSomethingIsOdd()
    {
        for (qsizetype at = 0; at < 100; ++at) {
            QString original(100, u'A');
            QString folded(100, u'a');
            original[at] = u'\u2019';
            folded[at] = u'\'';
            const NormalisedText normalised(original);
            QCOMPARE(normalised.folded().toString(), folded);
        }
    }

    void spansGoBackToTheOriginal()
    {
        const QString original = u"\u200ba\U0001D7D2\ufb01e\u0301\u200b!"_s;
        const NormalisedText normalised(original);
        QCOMPARE(normalised.text().toString(), u"a4fie!"_s);
        QCOMPARE(normalised.toOriginal({0, 1}), (Span{1, 1})); // a
        QCOMPARE(normalised.toOriginal({1, 1}), (Span{2, 2})); // a digit of two units
        QCOMPARE(normalised.toOriginal({2, 1}), (Span{4, 1})); // half a ligature is the ligature
        QCOMPARE(normalised.toOriginal({3, 1}), (Span{4, 1}));
        QCOMPARE(normalised.toOriginal({4, 1}),
                 (Span{5, 2})); // with its accent, without the zero-width space
        QCOMPARE(normalised.toOriginal({0, 6}), (Span{1, 8}));
    }

    void tokens()
    {
        const NormalisedText normalised(u"Mrs O'Brien 72F, see www.a.uk/7 now"_s);
        const Tokens tokens(normalised);
        QStringList seen;
        for (qsizetype i = 0; i < tokens.size(); ++i) {
            if (tokens.isAlphanumeric(i) && !tokens.at(i).inAddress)
                seen += tokens.folded(i).toString();
        }
        QCOMPARE(seen, QStringList({u"mrs"_s, u"o"_s, u"brien"_s, u"72"_s, u"f"_s, u"see"_s, u"now"_s}));
        QCOMPARE(tokens.type(-1), TokenType::Outside);
        QCOMPARE(tokens.type(tokens.size()), TokenType::Outside);
        QVERIFY(tokens.text(tokens.size() + 5).isEmpty());
    }
};

HANDBELL_TEST(NormaliserTest)
#include "NormaliserTest.moc"
