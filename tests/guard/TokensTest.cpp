// SPDX-License-Identifier: Apache-2.0
#include "guard/text/Tokens.h"

#include "tests/support/TestProgram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace handbell::guard;
using namespace Qt::Literals::StringLiterals;

//! Many units are looked at at once: the same comes out as one after another.
class TokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsAsOneUnitAfterAnother();
    void hashesAndSpellsWordsOfAnyLength();
};

namespace {

TokenType plainlyTypeOf(QChar c)
{
    if (c.isLetter() || c.isMark())
        return TokenType::Letters;
    if (c >= u'0' && c <= u'9')
        return TokenType::Digits;
    return c == u' ' ? TokenType::Space : c == u'\n' ? TokenType::Newline : TokenType::Symbol;
}

//! The tokens of \a folded, each with a bar behind it.
QString plainlyCut(QStringView folded)
{
    QString cut;
    for (qsizetype i = 0; i < folded.size(); ++i) {
        const TokenType type = plainlyTypeOf(folded[i]);
        cut += folded[i];
        if (i + 1 == folded.size() || type >= TokenType::Newline || plainlyTypeOf(folded[i + 1]) != type)
            cut += u'|';
    }
    return cut;
}

} // namespace

void TokensTest::cutsAsOneUnitAfterAnother()
{
    constexpr QStringView characters = u"abzAZ019  \n.,@:/-'\u00a3\u6f22\u0436\ufffd{`[~";
    QRandomGenerator random(1);
    for (int length = 0; length < 300; ++length) {
        QString text;
        for (int i = 0; i < length; ++i)
            text +=
                characters[random.bounded(random.bounded(2) == 0 ? 10 : static_cast<int>(characters.size()))];
        const NormalisedText normalised(text);
        const Tokens tokens(normalised);
        QString cut;
        qsizetype words = 0;
        qsizetype digits = 0;
        for (qsizetype i = 0; i < tokens.size(); ++i) {
            const QStringView token = tokens.folded(i);
            QCOMPARE(tokens.type(i), plainlyTypeOf(token.front()));
            cut += token + u'|';
            if (tokens.isAlphanumeric(i) && !tokens.isAlphanumeric(i - 1))
                QCOMPARE(tokens.words()[static_cast<size_t>(words++)], static_cast<qint32>(i));
            if (tokens.type(i) == TokenType::Digits)
                QCOMPARE(tokens.digits()[static_cast<size_t>(digits++)], static_cast<qint32>(i));
        }
        QCOMPARE(cut, plainlyCut(normalised.folded()));
        QCOMPARE(static_cast<qsizetype>(tokens.words().size()), words);
        QCOMPARE(static_cast<qsizetype>(tokens.digits().size()), digits);
    }
}

void TokensTest::hashesAndSpellsWordsOfAnyLength()
{
    const QString letters = u"abcdefghijklmnopqrstuvwxyz\u6f22\u0436"_s.repeated(2);
    for (qsizetype length = 1; length < letters.size(); ++length) {
        const QString word = letters.left(length);
        // Whatever stands behind the word is no part of it.
        const NormalisedText normalised(QString(word + u" 12345678901234567890"));
        const Tokens tokens(normalised);
        QCOMPARE(tokens.hash(0), hashOf(word));
        QCOMPARE(tokens.hash(1), hashOf({}));
        QCOMPARE(tokens.hash(2), hashOf(u"12345678901234567890"));
        QCOMPARE(tokens.spelling(0).differenceFrom(Spelling::of(word)), quint64{0});
        const QString shorter = word.chopped(1);
        QVERIFY(hashOf(shorter) != hashOf(word));
        if (length <= Spelling::most)
            QVERIFY(tokens.spelling(0).differenceFrom(Spelling::of(shorter)) != 0);
    }
}

HANDBELL_TEST(TokensTest)
#include "TokensTest.moc"
