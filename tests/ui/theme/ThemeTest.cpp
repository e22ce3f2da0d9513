// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/Theme.h"

#include "tests/support/TestProgram.h"
#include "ui/theme/ThemeTokens.h"
#include "ui/theme/TintedIcon.h"

#include <QApplication>
#include <QFile>
#include <QPainter>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTest>

using namespace handbell;
using namespace handbell::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int IconCount = static_cast<int>(Icon::StarFull) + 1;

QString iconPath(Icon icon)
{
    return u":/handbell/icons/"_s + iconName(icon) + u".svg"_s;
}

// The colour of the most opaque pixel.
QColor inkOf(const QImage &image)
{
    QRgb best = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb here = image.pixel(x, y);
            if (qAlpha(here) > qAlpha(best))
                best = here;
        }
    }
    return QColor(best);
}

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyThemeLoads_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast})
            QTest::newRow(qPrintable(themeName(kind))) << themeName(kind);
    }

    void everyThemeLoads()
    {
        QFETCH(QString, name);
        const auto tokens = ThemeTokens::load(name);
        QVERIFY2(tokens.ok(), tokens.ok() ? "" : qPrintable(tokens.error().detail));
        QCOMPARE(tokens->spacing, (std::array{4, 8, 12, 16}));
        QCOMPARE(tokens->text, (std::array{9, 10, 12, 16}));
        for (const auto *part : {"check", "chevron"})
            QVERIFY(QSvgRenderer(u":/handbell/theme/%1-%2.svg"_s.arg(QLatin1String(part), name)).isValid());
    }

    void missingThemeIsAnError()
    {
        const auto tokens = ThemeTokens::load(u"sepia"_s);
        QVERIFY(!tokens.ok());
        QCOMPARE(tokens.error().code, ErrorCode::NotFound);
    }

    void styleSheetHasNoUnknownToken()
    {
        for (const auto kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
            const QString sheet = Theme(kind).styleSheet();
            QVERIFY(sheet.contains("QLineEdit"_L1));
            // What is left of a name that stands for nothing; comments may speak of @names@.
            QString rules = sheet;
            rules.remove(
                QRegularExpression(u"/\\*.*?\\*/"_s, QRegularExpression::DotMatchesEverythingOption));
            QVERIFY2(!rules.contains(u'@'), qPrintable(rules.mid(rules.indexOf(u'@'), 40)));
        }
    }

    void everyIconIsADrawingOfItsOwn()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < IconCount; ++i) {
            const auto icon = static_cast<Icon>(i);
            QVERIFY2(QSvgRenderer(iconPath(icon)).isValid(), iconName(icon).data());
            const QImage drawn = tintedImage(iconPath(icon), Qt::red, 32);
            QCOMPARE(inkOf(drawn).rgb(), QColor(Qt::red).rgb());
            if (icon == Icon::Routine)
                continue; // the bell again, on purpose
            const QByteArray bits(reinterpret_cast<const char *>(drawn.constBits()), drawn.sizeInBytes());
            QVERIFY2(!seen.contains(bits), iconName(icon).data());
            seen.insert(bits);
        }
    }

    void whiteCutsOut()
    {
        // The bar of "busy" is a hole, so that the row behind shows through.
        const QImage drawn = tintedImage(iconPath(Icon::Busy), Qt::red, 16);
        QCOMPARE(qAlpha(drawn.pixel(8, 8)), 0);
        QCOMPARE(qAlpha(drawn.pixel(8, 4)), 255);
    }

    void pixmapIsSharpAtTheDeviceRatio()
    {
        Theme theme(ThemeKind::Light);
        const QPixmap pixmap = theme.pixmap(Icon::Bell, Token::Accent, 16, 2.0);
        QCOMPARE(pixmap.size(), QSize(32, 32));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
        QCOMPARE(theme.icon(Icon::Bell).pixmap(QSize(16, 16), 2.0).size(), QSize(32, 32));
    }

    void iconsFollowTheTheme()
    {
        Theme theme(ThemeKind::Light);
        const QIcon icon = theme.icon(Icon::Bell, Token::Accent);
        QCOMPARE(inkOf(icon.pixmap(32, 32).toImage()).rgb(), theme.color(Token::Accent).rgb());
        const QRgb before = theme.color(Token::Accent).rgb();
        theme.setKind(ThemeKind::Dark);
        QVERIFY(theme.color(Token::Accent).rgb() != before);
        QCOMPARE(inkOf(icon.pixmap(32, 32).toImage()).rgb(), theme.color(Token::Accent).rgb());
    }

    void iconOutlivesTheTheme()
    {
        QIcon icon;
        {
            Theme theme(ThemeKind::Dark);
            icon = theme.icon(Icon::Search);
        }
        QVERIFY(!icon.pixmap(16, 16).isNull());
    }

    void switchingIsAnnouncedOnceAndOnlyWhenItShows()
    {
        Theme theme(ThemeKind::Light);
        QSignalSpy spy(&theme, &Theme::changed);
        theme.setKind(ThemeKind::Light);
        QCOMPARE(spy.count(), 0);
        theme.setKind(ThemeKind::HighContrast);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(theme.effectiveKind(), ThemeKind::HighContrast);
    }

    void systemFollowsThePalette_data()
    {
        QTest::addColumn<QColor>("window");
        QTest::addColumn<QColor>("text");
        QTest::addColumn<int>("expected");
        QTest::newRow("light") << QColor(0xf0, 0xf0, 0xf0) << QColor(Qt::black) << int(ThemeKind::Light);
        QTest::newRow("dark") << QColor(0x20, 0x20, 0x20) << QColor(0xee, 0xee, 0xee) << int(ThemeKind::Dark);
        QTest::newRow("contrast") << QColor(Qt::black) << QColor(Qt::white) << int(ThemeKind::HighContrast);
    }

    void systemFollowsThePalette()
    {
        QFETCH(QColor, window);
        QFETCH(QColor, text);
        QFETCH(int, expected);
        const QPalette before = QGuiApplication::palette();
        QPalette system = before;
        system.setColor(QPalette::Window, window);
        system.setColor(QPalette::WindowText, text);
        QGuiApplication::setPalette(system);
        Theme theme(ThemeKind::System);
        QGuiApplication::setPalette(before);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
        if (expected != int(ThemeKind::HighContrast))
            QSKIP("Qt asks the desktop, not the palette");
#endif
        QCOMPARE(theme.kind(), ThemeKind::System);
        QCOMPARE(int(theme.effectiveKind()), expected);
    }

    void applyReachesTheApplication()
    {
        auto *app = qobject_cast<QApplication *>(QCoreApplication::instance());
        Theme theme(ThemeKind::Light);
        theme.apply(*app);
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme.color(Token::Bg));
        QCOMPARE(QApplication::font().pointSize(), 10);
        theme.setKind(ThemeKind::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme.color(Token::Bg));
        QVERIFY(app->styleSheet().contains(theme.color(Token::ControlLine).name()));
        app->setStyleSheet({});
    }
};

HANDBELL_TEST(ThemeTest)
#include "ThemeTest.moc"
