// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/Notice.h"

#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QHBoxLayout>

namespace handbell::ui {

namespace {

struct Look
{
    Icon icon;
    Token token;
    Token fill;
};

Look lookOf(Notice::Tone tone)
{
    switch (tone) {
    case Notice::Tone::Information:
        return {Icon::Info, Token::Routine, Token::RoutineSoft};
    case Notice::Tone::Warning:
        return {Icon::Warning, Token::Important, Token::ImportantSoft};
    case Notice::Tone::Problem:
        break;
    }
    return {Icon::Urgent, Token::Urgent, Token::UrgentSoft};
}

} // namespace

Notice::Notice(const Theme &theme, QWidget *parent)
    : Panel(theme, {}, parent)
    , m_icon(new IconLabel(theme, Icon::Info, Token::Routine, QString()))
    , m_words(new TextLabel(theme, TextSize::Body, Token::Text))
{
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    const int padding = theme.spacing(Space::Medium);
    row->setContentsMargins(padding, padding - 2, padding, padding - 2);
    row->setSpacing(theme.spacing(Space::Small));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_words, 1);
    hide();
}

void Notice::tell(Tone tone, const QString &words)
{
    const Look look = lookOf(tone);
    m_icon->setThemeIcon(look.icon, look.token, QString());
    m_words->setText(words);
    setPanelStyle({.fill = look.fill, .line = look.token});
    setAccessibleName(words);
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Notice::clear()
{
    hide();
    m_words->clear();
    setAccessibleName({});
}

QString Notice::words() const
{
    return isHidden() ? QString() : m_words->text();
}

} // namespace handbell::ui
