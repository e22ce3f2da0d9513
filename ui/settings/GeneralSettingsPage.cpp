// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/GeneralSettingsPage.h"

#include "platform/LaunchRegistration.h"
#include "ui/settings/Preferences.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace handbell::ui {

GeneralSettingsPage::GeneralSettingsPage(const Theme &theme, Preferences &preferences,
                                         platform::LaunchRegistration &launch, QWidget *parent)
    : SettingsPage(theme, parent)
    , m_preferences(preferences)
    , m_launch(launch)
    , m_language(new QComboBox)
    , m_look(new QComboBox)
    , m_atLogOn(new QCheckBox(tr("Start Handbell when I log on to this PC")))
{
    const auto gap = [&] {
        column()->addSpacing(theme.spacing(Space::Medium));
    };
    addField(tr("Language"), m_language);
    addNote(tr("Handbell changes language when it starts the next time."));
    gap();
    addField(tr("Look"), m_look);
    gap();
    column()->addWidget(m_atLogOn);
    m_launchNote = addNote(tr("This PC does not let Handbell change that. Ask whoever looks after your IT."));
    m_launchNote->setToken(Token::Important);
    m_launchNote->hide();
    addNote(tr("Alerts reach you only while Handbell is running."));
    column()->addStretch(1);

    fillLanguages();
    fillThemes();
    m_atLogOn->setChecked(launch.startsAtLogOn());
    connect(m_atLogOn, &QCheckBox::toggled, this, &GeneralSettingsPage::setLaunch);
}

void GeneralSettingsPage::fillLanguages()
{
    // Languages are named in themselves, so that whoever took the wrong one finds the way back.
    m_language->addItem(tr("As on this PC"), int(LanguageChoice::System));
    m_language->addItem(QStringLiteral("English"), int(LanguageChoice::English));
    m_language->addItem(QStringLiteral("Cymraeg"), int(LanguageChoice::Welsh));
    m_language->setCurrentIndex(m_language->findData(int(m_preferences.language())));
    connect(m_language, &QComboBox::activated, this, [this](int index) {
        m_preferences.setLanguage(static_cast<LanguageChoice>(m_language->itemData(index).toInt()));
    });
}

void GeneralSettingsPage::fillThemes()
{
    m_look->addItem(tr("As on this PC"), int(ThemeKind::System));
    m_look->addItem(tr("Light"), int(ThemeKind::Light));
    m_look->addItem(tr("Dark"), int(ThemeKind::Dark));
    m_look->addItem(tr("High contrast"), int(ThemeKind::HighContrast));
    m_look->setCurrentIndex(m_look->findData(int(m_preferences.theme())));
    connect(m_look, &QComboBox::activated, this, [this](int index) {
        m_preferences.setTheme(static_cast<ThemeKind>(m_look->itemData(index).toInt()));
    });
}

void GeneralSettingsPage::setLaunch(bool atLogOn)
{
    const auto result = atLogOn ? m_launch.startAtLogOn() : m_launch.doNotStartAtLogOn();
    m_launchNote->setVisible(!result);
    if (result)
        return;
    const QSignalBlocker quiet(m_atLogOn);
    m_atLogOn->setChecked(m_launch.startsAtLogOn());
}

} // namespace handbell::ui
