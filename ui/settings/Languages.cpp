// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/Languages.h"

#include <QCoreApplication>
#include <QTranslator>

#include <utility>

namespace handbell::ui {

QLocale Languages::resolve(LanguageChoice choice, const QLocale &system)
{
    const bool welsh = choice == LanguageChoice::Welsh ||
                       (choice == LanguageChoice::System && system.language() == QLocale::Welsh);
    return QLocale(welsh ? QLocale::Welsh : QLocale::English, QLocale::UnitedKingdom);
}

Languages::Languages(LanguageChoice choice)
{
    const QLocale locale = resolve(choice, QLocale::system());
    QLocale::setDefault(locale);
    const QLocale english = resolve(LanguageChoice::English, locale);
    std::vector<QLocale> wanted{english};
    if (locale != english)
        wanted.push_back(locale); // the one installed last is asked first
    for (const QLocale &each : wanted) {
        auto words = std::make_unique<QTranslator>();
        if (!words->load(each, QStringLiteral("handbell"), QStringLiteral("_"),
                         QStringLiteral(":/handbell/i18n")))
            continue;
        QCoreApplication::installTranslator(words.get());
        m_words.push_back(std::move(words));
    }
}

Languages::~Languages()
{
    for (const auto &words : m_words)
        QCoreApplication::removeTranslator(words.get());
}

} // namespace handbell::ui
