// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/Preferences.h"

#include <QLocale>

#include <memory>
#include <vector>

class QTranslator;

namespace handbell::ui {

//! Puts the words of the windows, dates and numbers into one language, for as long as it lives; what Welsh
//! has no words for yet is English with its plurals. Built before the first widget. GUI thread only.
class Languages
{
public:
    explicit Languages(LanguageChoice choice);
    ~Languages();
    Languages(const Languages &) = delete;
    Languages &operator=(const Languages &) = delete;

    //! What \a choice comes to on a desktop that speaks \a system: Welsh or British English.
    [[nodiscard]] static QLocale resolve(LanguageChoice choice, const QLocale &system);

private:
    std::vector<std::unique_ptr<QTranslator>> m_words;
};

} // namespace handbell::ui
