// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/SettingsPage.h"

#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QVBoxLayout>

namespace handbell::ui {

namespace {

constexpr int WidthInLetters = 62;

} // namespace

SettingsPage::SettingsPage(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
{
    auto *ground = new QWidget;
    m_column = new QVBoxLayout(ground);
    const int margin = theme.spacing(Space::Large);
    m_column->setContentsMargins(margin, margin, margin, margin);
    m_column->setSpacing(theme.spacing(Space::Tight));
    setWidget(ground);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    ground->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

QSize SettingsPage::sizeHint() const
{
    const int width = QFontMetrics(m_theme.font(TextSize::Body)).averageCharWidth() * WidthInLetters;
    return {width, m_column->heightForWidth(width)};
}

void SettingsPage::addHeading(const QString &text)
{
    if (m_column->count() > 0)
        m_column->addSpacing(m_theme.spacing(Space::Large));
    auto *heading = new TextLabel(m_theme, TextSize::Heading, Token::Text, text);
    heading->setTextSize(TextSize::Heading, Weight::Semibold);
    heading->setWordWrap(true);
    m_column->addWidget(heading);
    m_column->addSpacing(m_theme.spacing(Space::Tight));
}

void SettingsPage::addField(const QString &text, QWidget *field)
{
    auto *label = new TextLabel(m_theme, TextSize::Body, Token::Text, text);
    label->setTextSize(TextSize::Body, Weight::Semibold);
    label->setBuddy(field);
    field->setAccessibleName(text);
    m_column->addWidget(label);
    m_column->addWidget(field);
}

TextLabel *SettingsPage::addNote(const QString &text)
{
    auto *label = new TextLabel(m_theme, TextSize::Small, Token::Muted, text);
    label->setWordWrap(true);
    m_column->addWidget(label);
    return label;
}

} // namespace handbell::ui
