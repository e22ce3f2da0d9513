// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/Languages.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>
#include <QTranslator>

#include <functional>
#include <memory>

namespace handbell::testing {

//! Every word a third longer, as Welsh is.
class LongWords : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        QString text = QString::fromUtf8(source);
        const auto extra = text.size() / 3;
        for (qsizetype i = 0; i < extra; i += 4)
            text.append(QStringLiteral(" wyl"));
        return text;
    }
    bool isEmpty() const override { return false; }
};

//! The main of a gallery, which shows widgets for looking at:
//! PROGRAM [--theme light|dark|high-contrast] [--long] [--welsh] [--screenshot FILE]. \a make makes the window
//! once theme and language are set.
inline int runGallery(int argc, char **argv,
                      const std::function<std::unique_ptr<QWidget>(const ui::Theme &)> &make)
{
    QApplication app(argc, argv);
    const auto theme = QStringLiteral("theme"), longer = QStringLiteral("long"),
               welsh = QStringLiteral("welsh"), screenshot = QStringLiteral("screenshot");
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{theme, QStringLiteral("light, dark or high-contrast"), QStringLiteral("name"),
                         QStringLiteral("light")},
                        {longer, QStringLiteral("with every text a third longer")},
                        {welsh, QStringLiteral("in Welsh")},
                        {screenshot, QStringLiteral("write FILE and quit"), QStringLiteral("FILE")}});
    options.process(app);
    const QString name = options.value(theme);
    ui::Theme chosen(name == QLatin1String("dark")            ? ui::ThemeKind::Dark
                     : name == QLatin1String("high-contrast") ? ui::ThemeKind::HighContrast
                                                              : ui::ThemeKind::Light);
    chosen.apply(app);
    LongWords words;
    if (options.isSet(longer))
        QApplication::installTranslator(&words);
    const ui::Languages languages(options.isSet(welsh) ? ui::LanguageChoice::Welsh
                                                       : ui::LanguageChoice::English);
    const std::unique_ptr<QWidget> window = make(chosen);
    window->show();
    if (options.isSet(screenshot)) {
        QTimer::singleShot(0, window.get(), [&] {
            QCoreApplication::exit(window->grab().save(options.value(screenshot)) ? 0 : 1);
        });
    }
    return QApplication::exec();
}

} // namespace handbell::testing
