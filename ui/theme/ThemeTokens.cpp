// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/ThemeTokens.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

namespace {

constexpr std::array<QLatin1String, ThemeTokens::ColorCount> TokenNames{
    "bg"_L1,           "surface"_L1,   "raised"_L1,         "line"_L1,         "control-line"_L1,
    "text"_L1,         "muted"_L1,     "accent"_L1,         "accent-hover"_L1, "accent-pressed"_L1,
    "accent-soft"_L1,  "on-accent"_L1, "hover"_L1,          "pressed"_L1,      "routine"_L1,
    "routine-soft"_L1, "important"_L1, "important-soft"_L1, "urgent"_L1,       "urgent-soft"_L1,
    "available"_L1,    "consult"_L1,   "busy"_L1,           "away"_L1,         "break"_L1,
    "offline"_L1,      "own"_L1,
};
constexpr std::array SpacingNames{"tight"_L1, "small"_L1, "medium"_L1, "large"_L1};
constexpr std::array RadiusNames{"key-cap"_L1, "control"_L1, "panel"_L1, "bubble"_L1};
constexpr std::array TextNames{"small"_L1, "body"_L1, "heading"_L1, "title"_L1};

Error invalid(QLatin1String what)
{
    return {ErrorCode::InvalidField, QString(what)};
}

template <size_t N>
Result<std::array<int, N>> readNumbers(const QJsonObject &object, const std::array<QLatin1String, N> &names,
                                       QLatin1String group)
{
    std::array<int, N> numbers{};
    if (object.size() != qsizetype(N))
        return invalid(group);
    for (size_t i = 0; i < N; ++i) {
        numbers[i] = object.value(names[i]).toInt(-1);
        if (numbers[i] <= 0)
            return invalid(names[i]);
    }
    return numbers;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

// Relative luminance, WCAG 2.2, "relative luminance".
double luminance(const QColor &color)
{
    return 0.2126 * linear(double(color.redF())) + 0.7152 * linear(double(color.greenF())) +
           0.0722 * linear(double(color.blueF()));
}

} // namespace

Result<ThemeTokens> ThemeTokens::load(const QString &name)
{
    QFile file(u":/handbell/theme/"_s + name + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, file.fileName()};
    QJsonParseError parsed;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll(), &parsed).object();
    if (parsed.error != QJsonParseError::NoError)
        return Error{ErrorCode::MalformedFrame, parsed.errorString()};

    ThemeTokens tokens;
    tokens.name = root.value("name"_L1).toString();
    if (tokens.name != name)
        return invalid("name"_L1);
    const QJsonObject colors = root.value("colors"_L1).toObject();
    if (colors.size() != ColorCount)
        return invalid("colors"_L1);
    for (size_t i = 0; i < TokenNames.size(); ++i) {
        tokens.colors[i] = QColor(colors.value(TokenNames[i]).toString());
        if (!tokens.colors[i].isValid())
            return invalid(TokenNames[i]);
    }
    const auto spacing = readNumbers(root.value("spacing"_L1).toObject(), SpacingNames, "spacing"_L1);
    const auto radius = readNumbers(root.value("radius"_L1).toObject(), RadiusNames, "radius"_L1);
    const auto text = readNumbers(root.value("text"_L1).toObject(), TextNames, "text"_L1);
    for (const auto *numbers : {&spacing, &radius, &text}) {
        if (!numbers->ok())
            return numbers->error();
    }
    tokens.spacing = *spacing;
    tokens.radius = *radius;
    tokens.text = *text;
    return tokens;
}

QLatin1String tokenName(Token token)
{
    return TokenNames[static_cast<size_t>(token)];
}

QString themeName(ThemeKind kind)
{
    switch (kind) {
    case ThemeKind::Dark:
        return u"dark"_s;
    case ThemeKind::HighContrast:
        return u"high-contrast"_s;
    case ThemeKind::Light:
    case ThemeKind::System:
        break;
    }
    return u"light"_s;
}

double contrastRatio(const QColor &first, const QColor &second)
{
    const auto [darker, lighter] = std::minmax({luminance(first), luminance(second)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace handbell::ui
