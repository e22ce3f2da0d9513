// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "ui/theme/Tokens.h"

#include <QColor>
#include <QLatin1String>
#include <QString>

#include <array>

namespace handbell::ui {

//! The values behind the token enums, as one file in resources/theme/ states them. A file must name every
//! token and nothing else, so a misspelt name fails at once.
struct ThemeTokens
{
    static constexpr int ColorCount = static_cast<int>(Token::Own) + 1;

    QString name;
    std::array<QColor, ColorCount> colors;
    std::array<int, 4> spacing{};
    std::array<int, 4> radius{};
    std::array<int, 4> text{};

    [[nodiscard]] QColor color(Token token) const { return colors[static_cast<size_t>(token)]; }

    //! Reads ":/handbell/theme/<name>.json". Errors: NotFound, MalformedFrame (not JSON), InvalidField.
    [[nodiscard]] static Result<ThemeTokens> load(const QString &name);
};

//! The name of \a token in the theme files and the style sheet, for example "important-soft".
[[nodiscard]] QLatin1String tokenName(Token token);
//! The file of resources/theme/ without its ending; \a kind is not System.
[[nodiscard]] QString themeName(ThemeKind kind);

//! The contrast ratio of two opaque colours after WCAG 2.2, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &first, const QColor &second);

} // namespace handbell::ui
