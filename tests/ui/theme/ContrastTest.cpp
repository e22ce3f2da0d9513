// SPDX-License-Identifier: Apache-2.0
#include "tests/support/TestProgram.h"
#include "ui/theme/ThemeTokens.h"

#include <QTest>

using namespace handbell::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

// WCAG 2.2: 1.4.3 for text, 1.4.11 for what is not text; 1.4.6 is what the high-contrast theme is for.
constexpr double TextMinimum = 4.5;
constexpr double ShapeMinimum = 3.0;
constexpr double HighContrastText = 7.0;

// Every background words may stand on.
constexpr Token Backgrounds[] = {
    Token::Bg,      Token::Surface,     Token::Raised,        Token::AccentSoft, Token::Hover,
    Token::Pressed, Token::RoutineSoft, Token::ImportantSoft, Token::UrgentSoft, Token::Own,
};
// Colours of words (and of the icons beside them).
constexpr Token Words[] = {
    Token::Text,      Token::Muted,   Token::Accent, Token::Routine, Token::Important, Token::Urgent,
    Token::Available, Token::Consult, Token::Busy,   Token::Away,    Token::Break,
};
// Colours of shapes only.
constexpr Token Shapes[] = {Token::Offline, Token::ControlLine};
// Filled things that carry Token::Surface as text: a banner, a badge.
constexpr Token Fills[] = {
    Token::Consult,   Token::Urgent, Token::Important, Token::Routine,
    Token::Available, Token::Busy,   Token::Away,
};

struct Pair
{
    Token front;
    Token back;
    double minimum;
};

} // namespace

class ContrastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formula()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        // A published reference value: #767676 is the lightest grey that passes on white.
        QVERIFY(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
        QVERIFY(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
    }

    void pairs_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<int>("front");
        QTest::addColumn<int>("back");
        QTest::addColumn<double>("minimum");
        for (const auto kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
            const QString theme = themeName(kind);
            const double words = kind == ThemeKind::HighContrast ? HighContrastText : TextMinimum;
            QList<Pair> pairs;
            for (const Token back : Backgrounds) {
                for (const Token front : Words)
                    pairs.append({front, back, words});
                for (const Token front : Shapes)
                    pairs.append({front, back, ShapeMinimum});
            }
            for (const Token back : {Token::Accent, Token::AccentHover, Token::AccentPressed})
                pairs.append({Token::OnAccent, back, words});
            for (const Token back : Fills)
                pairs.append({Token::Surface, back, words});
            for (const Pair &pair : pairs) {
                const QString row = theme + u' ' + tokenName(pair.front) + u" on "_s + tokenName(pair.back);
                QTest::newRow(qPrintable(row)) << theme << int(pair.front) << int(pair.back) << pair.minimum;
            }
        }
    }

    void pairs()
    {
        QFETCH(QString, theme);
        QFETCH(int, front);
        QFETCH(int, back);
        QFETCH(double, minimum);
        const auto tokens = ThemeTokens::load(theme);
        QVERIFY(tokens.ok());
        const double ratio = contrastRatio(tokens->color(Token(front)), tokens->color(Token(back)));
        QVERIFY2(ratio >= minimum,
                 qPrintable(u"%1:1 where %2:1 is needed"_s.arg(ratio, 0, 'f', 2).arg(minimum)));
    }

    void highContrastDrawsEveryLine()
    {
        const auto tokens = ThemeTokens::load(themeName(ThemeKind::HighContrast));
        QVERIFY(tokens.ok());
        QVERIFY(contrastRatio(tokens->color(Token::Line), tokens->color(Token::Surface)) >= ShapeMinimum);
    }
};

HANDBELL_TEST(ContrastTest)
#include "ContrastTest.moc"
