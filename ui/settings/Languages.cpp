// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/Languages.h"

#include <QCoreApplication>
#include <QTranslator>

namespace handbell::ui {

QLocale Languages::resolve(LanguageChoice choice, const QLocale &system)
{
    const bool welsh = choice == LanguageChoice::Welsh ||
                       (choice == LanguageChoice::System && system.language() == QLocale::Welsh);
    return QLocale(welsh ? QLocale::Welsh : QLocale::English, QLocale::UnitedKingdom);
}

Languages::Languages(LanguageChoice choice)
    : m_words(std::make_unique<QTranslator>())
{
    const QLocale locale = resolve(choice, QLocale::system());
    QLocale::setDefault(locale);
    if (m_words->load(locale, QStringLiteral("handbell"), QStringLiteral("_"),
                      QStringLiteral(":/handbell/i18n")))
        QCoreApplication::installTranslator(m_words.get());
}

Languages::~Languages()
{
    QCoreApplication::removeTranslator(m_words.get());
}

} // namespace handbell::ui
