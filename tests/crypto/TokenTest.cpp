// SPDX-License-Identifier: Apache-2.0
#include "crypto/Token.h"

#include "tests/support/TestProgram.h"

#include <QTest>

#include <type_traits>

using namespace handbell;
using namespace handbell::crypto;

class TokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip()
    {
        SystemRandom random;
        const Token token = Token::generate(random);
        QCOMPARE(token.bytes().size(), 32);
        QCOMPARE(token.toText().size(), 43);
        const auto read = Token::fromText(token.toText());
        QVERIFY(read.ok());
        QVERIFY(*read == token);
        QCOMPARE(read->digest(), sha256(token.bytes()));
        QVERIFY(!(Token::generate(random) == token));
    }

    void codeIs128Bits()
    {
        SeededRandom random(1);
        const auto code = InvitationCode::generate(random);
        QCOMPARE(code.bytes().size(), 16);
        QVERIFY(*InvitationCode::fromText(code.toText()) == code);
        QVERIFY(*InvitationCode::fromBytes(code.bytes()) == code);
        static_assert(!std::is_convertible_v<InvitationCode, Token>);
    }

    void knownText()
    {
        const auto token = Token::fromBytes(QByteArray(32, '\xfb'));
        QVERIFY(token.ok());
        QCOMPARE(token->toText(), QStringLiteral("-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_s"));
    }

    void hostileText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("short") << QString(42, u'A');
        QTest::newRow("long") << QString(44, u'A');
        QTest::newRow("huge") << QString(1'000'000, u'A');
        QTest::newRow("padded") << QString(42, u'A') + u'=';
        QTest::newRow("standard alphabet") << QString(42, u'+') + u'/';
        QTest::newRow("not latin") << QString(43, QChar(0x0436));
        QTest::newRow("inner space") << QString(21, u'A') + u' ' + QString(21, u'A');
        QTest::newRow("null characters") << QString(43, QChar(0));
    }

    void hostileText()
    {
        QFETCH(QString, text);
        const auto read = Token::fromText(text);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::InvalidArgument);
    }

    void cleansing()
    {
        QByteArray bytes("secret");
        cleanse(bytes);
        QVERIFY(bytes.isEmpty());
        char raw[4] = {'a', 'b', 'c', 'd'};
        cleanse(raw, 4);
        QCOMPARE(QByteArray(raw, 4), QByteArray(4, '\0'));
    }
};

HANDBELL_TEST(TokenTest)
#include "TokenTest.moc"
