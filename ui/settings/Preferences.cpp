// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/Preferences.h"

#include "client/Profile.h"

#include <QVariant>

#include <algorithm>
#include <utility>

namespace handbell::ui {

namespace {

// As written in the profile: names, so that the enums may change.
constexpr std::array languageNames{std::pair{LanguageChoice::System, "system"},
                                   std::pair{LanguageChoice::English, "en"},
                                   std::pair{LanguageChoice::Welsh, "cy"}};
constexpr std::array themeNames{std::pair{ThemeKind::System, "system"}, std::pair{ThemeKind::Light, "light"},
                                std::pair{ThemeKind::Dark, "dark"},
                                std::pair{ThemeKind::HighContrast, "high-contrast"}};

constexpr std::array screenNames{std::pair{ScreenChoice::Kind::Main, "main"},
                                 std::pair{ScreenChoice::Kind::Pointer, "pointer"},
                                 std::pair{ScreenChoice::Kind::Named, "named"}};

template <class Names, class Value>
QString nameOf(const Names &names, Value value)
{
    for (const auto &[known, name] : names) {
        if (known == value)
            return QString::fromLatin1(name);
    }
    return {};
}

template <class Names>
auto valueOf(const Names &names, const QString &name)
{
    for (const auto &[value, known] : names) {
        if (name == QLatin1String(known))
            return value;
    }
    return names.front().first;
}

QString keyOf(Preferences::Once notice)
{
    switch (notice) {
    case Preferences::Once::StaysInTray:
        break;
    }
    return QStringLiteral("noticed/stays-in-tray");
}

QString keyOf(Preferences::Layout layout)
{
    switch (layout) {
    case Preferences::Layout::WindowGeometry:
        return QStringLiteral("window/geometry");
    case Preferences::Layout::DeskSplitter:
        return QStringLiteral("window/desk-splitter");
    case Preferences::Layout::SideSplitter:
        break;
    }
    return QStringLiteral("window/side-splitter");
}

const auto languageKey = QStringLiteral("window/language");
const auto testPutOffKey = QStringLiteral("assistance/test-put-off-on");
const auto themeKey = QStringLiteral("window/theme");
const auto volumeKey = QStringLiteral("sound/volume");
const auto routineKey = QStringLiteral("sound/routine");
const auto importantKey = QStringLiteral("sound/important");
const auto urgentKey = QStringLiteral("sound/urgent");
const auto visualOnlyKey = QStringLiteral("sound/visual-only");
const auto quietKey = QStringLiteral("sound/quiet");
const auto quietFromKey = QStringLiteral("sound/quiet-from");
const auto quietUntilKey = QStringLiteral("sound/quiet-until");
const auto screenKindKey = QStringLiteral("alerts/screen");
const auto screenKeyKey = QStringLiteral("alerts/screen-key");
const auto screenNameKey = QStringLiteral("alerts/screen-name");
const auto cardKeyKey = QStringLiteral("alerts/card-key");
const auto noKey = QStringLiteral("none");
const auto timeFormat = QStringLiteral("HH:mm");

QTime timeOr(const QVariant &stored, QTime usual)
{
    const QTime time = QTime::fromString(stored.toString(), timeFormat);
    return time.isValid() ? time : usual;
}

} // namespace

Preferences::Preferences(client::Profile &profile, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
{
}

LanguageChoice Preferences::language() const
{
    return valueOf(languageNames, m_profile.setting(languageKey).toString());
}

void Preferences::setLanguage(LanguageChoice language)
{
    m_profile.setSetting(languageKey, nameOf(languageNames, language));
}

ThemeKind Preferences::theme() const
{
    return valueOf(themeNames, m_profile.setting(themeKey).toString());
}

void Preferences::setTheme(ThemeKind theme)
{
    if (theme == this->theme())
        return;
    m_profile.setSetting(themeKey, nameOf(themeNames, theme));
    Q_EMIT themeChanged(theme);
}

SoundSettings Preferences::sound() const
{
    SoundSettings sound;
    bool isNumber = false;
    const int volume = m_profile.setting(volumeKey).toInt(&isNumber);
    if (isNumber)
        sound.volume = qBound(0, volume, SoundSettings::LoudestVolume);
    sound.routine = m_profile.setting(routineKey, sound.routine).toBool();
    sound.important = m_profile.setting(importantKey, sound.important).toBool();
    sound.urgent = m_profile.setting(urgentKey, sound.urgent).toBool();
    sound.visualOnly = m_profile.setting(visualOnlyKey, sound.visualOnly).toBool();
    sound.quiet = m_profile.setting(quietKey, sound.quiet).toBool();
    sound.quietHours.from = timeOr(m_profile.setting(quietFromKey), sound.quietHours.from);
    sound.quietHours.until = timeOr(m_profile.setting(quietUntilKey), sound.quietHours.until);
    return sound;
}

void Preferences::setSound(const SoundSettings &sound)
{
    // A slider on its way says a lot; only what is different is written.
    const SoundSettings before = this->sound();
    const auto keep = [this](const QString &key, const auto &now, const auto &then) {
        if (now != then)
            m_profile.setSetting(key, now);
    };
    keep(volumeKey, sound.volume, before.volume);
    keep(routineKey, sound.routine, before.routine);
    keep(importantKey, sound.important, before.important);
    keep(urgentKey, sound.urgent, before.urgent);
    keep(visualOnlyKey, sound.visualOnly, before.visualOnly);
    keep(quietKey, sound.quiet, before.quiet);
    keep(quietFromKey, sound.quietHours.from.toString(timeFormat),
         before.quietHours.from.toString(timeFormat));
    keep(quietUntilKey, sound.quietHours.until.toString(timeFormat),
         before.quietHours.until.toString(timeFormat));
}

ScreenChoice Preferences::screen() const
{
    return {valueOf(screenNames, m_profile.setting(screenKindKey).toString()),
            m_profile.setting(screenKeyKey).toString(), m_profile.setting(screenNameKey).toString()};
}

void Preferences::setScreen(const ScreenChoice &choice)
{
    if (choice == screen())
        return;
    m_profile.setSetting(screenKindKey, nameOf(screenNames, choice.kind));
    m_profile.setSetting(screenKeyKey, choice.key);
    m_profile.setSetting(screenNameKey, choice.name);
    Q_EMIT screenChanged();
}

Qt::Key Preferences::cardKey() const
{
    const QString letter = m_profile.setting(cardKeyKey).toString();
    if (letter == noKey)
        return Qt::Key_unknown;
    const auto known = std::find_if(CardKeys.begin(), CardKeys.end(),
                                    [&](Qt::Key key) { return letter == QString(QChar(int(key))); });
    return known == CardKeys.end() ? CardKeys.front() : *known;
}

void Preferences::setCardKey(Qt::Key key)
{
    if (key == cardKey())
        return;
    m_profile.setSetting(cardKeyKey, key == Qt::Key_unknown ? noKey : QString(QChar(int(key))));
    Q_EMIT cardKeyChanged();
}

bool Preferences::wasNoticed(Once notice) const
{
    return m_profile.setting(keyOf(notice)).toBool();
}

void Preferences::markNoticed(Once notice)
{
    m_profile.setSetting(keyOf(notice), true);
}

QDate Preferences::testPutOffOn() const
{
    return QDate::fromString(m_profile.setting(testPutOffKey).toString(), Qt::ISODate);
}

void Preferences::putTestOff(const QDate &day)
{
    m_profile.setSetting(testPutOffKey, day.toString(Qt::ISODate));
}

QByteArray Preferences::layout(Layout layout) const
{
    return m_profile.setting(keyOf(layout)).toByteArray();
}

void Preferences::setLayout(Layout layout, const QByteArray &state)
{
    m_profile.setSetting(keyOf(layout), state);
}

} // namespace handbell::ui
