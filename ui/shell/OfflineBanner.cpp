// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/OfflineBanner.h"

#include "ui/alerts/AlertWords.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QHBoxLayout>

namespace handbell::ui {

OfflineBanner::OfflineBanner(const Theme &theme, const LinkWatch &link, QWidget *parent)
    : Panel(theme,
            {.fill = Token::UrgentSoft,
             .line = Token::UrgentSoft,
             .radius = Radius::KeyCap,
             .stripe = Token::Urgent},
            parent)
    , m_link(link)
    , m_words(new TextLabel(theme, TextSize::Body, Token::Text))
{
    m_words->setWordWrap(true);
    auto *retry = new ActionButton(theme, ActionButton::Role::Plain, tr("Try now"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.spacing(Space::Large), theme.spacing(Space::Small),
                            theme.spacing(Space::Large), theme.spacing(Space::Small));
    row->setSpacing(theme.spacing(Space::Small));
    row->addWidget(new IconLabel(theme, Icon::Urgent, Token::Urgent, QString()));
    row->addWidget(m_words, 1);
    row->addWidget(retry);
    connect(retry, &QAbstractButton::clicked, this, &OfflineBanner::retryRequested);
    connect(&link, &LinkWatch::changed, this, &OfflineBanner::show);
    show(link.state());
}

void OfflineBanner::show(LinkWatch::State state)
{
    const bool down = state == LinkWatch::State::NotConnected;
    if (down) {
        m_words->setText(
            tr("Not connected: alerts can't reach you since %1. Trying again every few seconds. If you "
               "need someone now, use the phone.")
                .arg(AlertWords::timeOfDay(m_link.since())));
        setAccessibleName(m_words->text());
    }
    setVisible(down);
    if (down) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace handbell::ui
