// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/Theme.h"

#include "base/Log.h"
#include "ui/theme/ThemeTokens.h"
#include "ui/theme/TintedIcon.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QStyleFactory>
#include <QStyleHints>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

namespace {

ThemeTokens loadOrComplain(ThemeKind kind)
{
    auto tokens = ThemeTokens::load(themeName(kind));
    if (tokens.ok())
        return *std::move(tokens);
    // The files are compiled in and tested, so this is a broken build; stay legible all the same.
    qCCritical(logUi) << "theme" << int(kind) << "does not load:" << tokens.error().detail;
    ThemeTokens plain;
    plain.name = themeName(kind);
    plain.colors.fill(Qt::white);
    for (const Token token : {Token::Text, Token::Muted, Token::ControlLine, Token::Line, Token::Accent})
        plain.colors[static_cast<size_t>(token)] = Qt::black;
    plain.spacing = {4, 8, 12, 16};
    plain.radius = {3, 4, 6, 8};
    plain.text = {9, 10, 12, 16};
    return plain;
}

// The system's family. A bare window manager names none and Qt falls back to the "Sans" alias, often DejaVu,
// which has no semibold and runs a fifth wider: prefer a text family there, where one is installed.
QString textFamily()
{
    const QString system = QGuiApplication::font().family();
    if (!system.isEmpty() && !system.startsWith("Sans"_L1, Qt::CaseInsensitive) &&
        system != "DejaVu Sans"_L1 && system != "Bitstream Vera Sans"_L1)
        return system;
    const QStringList installed = QFontDatabase::families();
    for (const auto family : {"Inter"_L1, "Open Sans"_L1, "Noto Sans"_L1, "Cantarell"_L1}) {
        if (installed.contains(family))
            return QString(family);
    }
    return system;
}

QColor blend(const QColor &over, const QColor &under, double share)
{
    const auto mix = [share](int a, int b) {
        return qRound(a * share + b * (1 - share));
    };
    return QColor(mix(over.red(), under.red()), mix(over.green(), under.green()),
                  mix(over.blue(), under.blue()));
}

} // namespace

Theme::Theme(ThemeKind kind, QObject *parent)
    : QObject(parent)
    , m_kind(kind)
    , m_effective(ThemeKind::Light)
    , m_systemPalette(QGuiApplication::palette())
    , m_family(textFamily())
{
    m_effective = resolved();
    m_tokens = std::make_shared<ThemeTokens>(loadOrComplain(m_effective));
    followSystem();
}

Theme::~Theme() = default;

void Theme::apply(QApplication &app)
{
    m_app = &app;
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setPalette(palette());
    QApplication::setFont(font(TextSize::Body));
    app.setStyleSheet(styleSheet());
}

void Theme::setKind(ThemeKind kind)
{
    m_kind = kind;
    reload();
}

ThemeKind Theme::kind() const
{
    return m_kind;
}

ThemeKind Theme::effectiveKind() const
{
    return m_effective;
}

QColor Theme::color(Token token) const
{
    return m_tokens->color(token);
}

int Theme::spacing(Space space) const
{
    return m_tokens->spacing[static_cast<size_t>(space)];
}

int Theme::radius(Radius radius) const
{
    return m_tokens->radius[static_cast<size_t>(radius)];
}

QFont Theme::font(TextSize size, Weight weight) const
{
    QFont font(m_family);
    font.setPointSize(m_tokens->text[static_cast<size_t>(size)]);
    font.setWeight(weight == Weight::Semibold ? QFont::DemiBold : QFont::Normal);
    return font;
}

QIcon Theme::icon(Icon icon, Token token) const
{
    return QIcon(new TintedIconEngine(m_tokens, icon, token));
}

QPixmap Theme::pixmap(Icon icon, Token token, int size, qreal devicePixelRatio) const
{
    QPixmap drawn = tintedPixmap(icon, color(token), qRound(size * devicePixelRatio));
    drawn.setDevicePixelRatio(devicePixelRatio);
    return drawn;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token token) {
        palette.setColor(role, color(token));
    };
    set(QPalette::Window, Token::Bg);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Base, Token::Surface);
    set(QPalette::AlternateBase, Token::Bg);
    set(QPalette::Text, Token::Text);
    set(QPalette::Button, Token::Surface);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::BrightText, Token::Urgent);
    set(QPalette::ToolTipBase, Token::Raised);
    set(QPalette::ToolTipText, Token::Text);
    set(QPalette::PlaceholderText, Token::Muted);
    set(QPalette::Highlight, Token::Accent);
    set(QPalette::HighlightedText, Token::OnAccent);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Consult);
    set(QPalette::Light, Token::Raised);
    set(QPalette::Midlight, Token::Hover);
    set(QPalette::Mid, Token::Line);
    set(QPalette::Dark, Token::ControlLine);
    set(QPalette::Shadow, Token::ControlLine);
    const QColor faint = blend(color(Token::Muted), color(Token::Surface), 0.6);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, faint);
    return palette;
}

QString Theme::styleSheet() const
{
    QFile file(u":/handbell/theme/handbell.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    for (int i = 0; i < ThemeTokens::ColorCount; ++i) {
        const auto token = static_cast<Token>(i);
        sheet.replace(u'@' + tokenName(token) + u'@', color(token).name());
    }
    sheet.replace("@theme@"_L1, m_tokens->name);
    sheet.replace("@radius@"_L1, QString::number(radius(Radius::Control)));
    sheet.replace("@faint@"_L1, palette().color(QPalette::Disabled, QPalette::Text).name());
    return sheet;
}

void Theme::followSystem()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] { reload(); });
#endif
}

void Theme::reload()
{
    const ThemeKind wanted = resolved();
    if (wanted == m_effective)
        return;
    m_effective = wanted;
    *m_tokens = loadOrComplain(wanted);
    if (m_app) {
        QApplication::setPalette(palette());
        m_app->setStyleSheet(styleSheet());
    }
    Q_EMIT changed();
}

ThemeKind Theme::resolved() const
{
    if (m_kind != ThemeKind::System)
        return m_kind;
    const QColor window = m_systemPalette.color(QPalette::Window);
    const QColor text = m_systemPalette.color(QPalette::WindowText);
    // Only the desktop's high-contrast schemes use pure white on pure black.
    if (window == QColor(Qt::black) && text == QColor(Qt::white))
        return ThemeKind::HighContrast;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark ? ThemeKind::Dark : ThemeKind::Light;
#endif
    return window.lightness() < 128 ? ThemeKind::Dark : ThemeKind::Light;
}

} // namespace handbell::ui
