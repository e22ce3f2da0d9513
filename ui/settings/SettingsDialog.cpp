// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/SettingsDialog.h"

#include "platform/LaunchRegistration.h"
#include "ui/settings/Preferences.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace handbell::ui {

namespace {

TextLabel *fieldLabel(const Theme &theme, const QString &text, QWidget *field)
{
    auto *label = new TextLabel(theme, TextSize::Body, Token::Text, text);
    label->setTextSize(TextSize::Body, Weight::Semibold);
    label->setBuddy(field);
    field->setAccessibleName(text);
    return label;
}

TextLabel *note(const Theme &theme, const QString &text)
{
    auto *label = new TextLabel(theme, TextSize::Small, Token::Muted, text);
    label->setWordWrap(true);
    return label;
}

} // namespace

SettingsDialog::SettingsDialog(const Theme &theme, Preferences &preferences,
                               platform::LaunchRegistration &launch, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_preferences(preferences)
    , m_launch(launch)
    , m_language(new QComboBox)
    , m_languageNote(note(theme, tr("Handbell changes language when it starts the next time.")))
    , m_look(new QComboBox)
    , m_atLogOn(new QCheckBox(tr("Start Handbell when I log on to this PC")))
    , m_launchNote(note(theme, QString()))
{
    setWindowTitle(tr("Settings – Handbell"));
    auto *column = new QVBoxLayout(this);
    const int margin = theme.spacing(Space::Large);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.spacing(Space::Tight));
    const auto gap = [&] {
        column->addSpacing(theme.spacing(Space::Medium));
    };

    column->addWidget(fieldLabel(theme, tr("Language"), m_language));
    column->addWidget(m_language);
    column->addWidget(m_languageNote);
    gap();
    column->addWidget(fieldLabel(theme, tr("Look"), m_look));
    column->addWidget(m_look);
    gap();
    column->addWidget(m_atLogOn);
    column->addWidget(m_launchNote);
    m_launchNote->hide();
    column->addWidget(note(theme, tr("Alerts reach you only while Handbell is running.")));
    gap();
    column->addStretch(1);
    auto *close = new PrimaryButton(theme, tr("Close"));
    column->addWidget(close, 0, Qt::AlignRight);

    fillLanguages();
    fillThemes();
    m_atLogOn->setChecked(launch.startsAtLogOn());
    connect(m_atLogOn, &QCheckBox::toggled, this, &SettingsDialog::setLaunch);
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    setMinimumWidth(380);
    resize(420, sizeHint().height());
}

void SettingsDialog::fillLanguages()
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

void SettingsDialog::fillThemes()
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

void SettingsDialog::setLaunch(bool atLogOn)
{
    const auto result = atLogOn ? m_launch.startAtLogOn() : m_launch.doNotStartAtLogOn();
    m_launchNote->setVisible(!result);
    if (result)
        return;
    m_launchNote->setToken(Token::Important);
    m_launchNote->setText(tr("This PC does not let Handbell change that. Ask whoever looks after your IT."));
    const QSignalBlocker quiet(m_atLogOn);
    m_atLogOn->setChecked(m_launch.startsAtLogOn());
}

} // namespace handbell::ui
