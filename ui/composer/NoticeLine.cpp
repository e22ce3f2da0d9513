// SPDX-License-Identifier: Apache-2.0
#include "ui/composer/NoticeLine.h"

#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QHBoxLayout>

namespace handbell::ui {

NoticeLine::NoticeLine(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel(theme, Icon::Info, Token::Muted, {}, this))
    , m_text(new TextLabel(theme, TextSize::Small, Token::Text, {}, this))
{
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(theme.spacing(Space::Small));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    hide();
}

void NoticeLine::say(const QString &words, Kind kind, const QString &description)
{
    setAccessibleDescription(description);
    if (kind == Kind::Remark && isVisible() && m_text->text() == words)
        return; // a hint stays while one types on; a screen reader hears it once
    const bool asWarning = kind == Kind::Warning;
    m_icon->setThemeIcon(asWarning ? Icon::Warning : Icon::Info, asWarning ? Token::Important : Token::Muted,
                         {});
    m_text->setText(words);
    setAccessibleName(words);
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void NoticeLine::sayNothing()
{
    hide();
    m_text->clear();
}

} // namespace handbell::ui
