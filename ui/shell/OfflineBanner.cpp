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
    , m_retry(new ActionButton(theme, ActionButton::Role::Plain, tr("Try now")))
{
    m_words->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.spacing(Space::Large), theme.spacing(Space::Small),
                            theme.spacing(Space::Large), theme.spacing(Space::Small));
    row->setSpacing(theme.spacing(Space::Small));
    row->addWidget(new IconLabel(theme, Icon::Urgent, Token::Urgent, QString()));
    row->addWidget(m_words, 1);
    row->addWidget(m_retry);
    connect(m_retry, &QAbstractButton::clicked, this, &OfflineBanner::retryRequested);
    connect(&link, &LinkWatch::changed, this, [this](LinkWatch::State state) {
        if (state == LinkWatch::State::Connected) {
            m_stopped.clear();
            m_retry->show();
        }
        show(state);
    });
    show(link.state());
}

void OfflineBanner::sayStopped(const QString &words, Again again)
{
    m_stopped =
        tr("%1 Until then alerts can't reach you. If you need someone now, use the phone.").arg(words);
    m_retry->setVisible(again == Again::OnRequest);
    show(m_link.state());
}

void OfflineBanner::show(LinkWatch::State state)
{
    const bool down = state == LinkWatch::State::NotConnected;
    if (down) {
        m_words->setText(
            !m_stopped.isEmpty()
                ? m_stopped
                : tr("Not connected: alerts can't reach you since %1. Trying again every few seconds. If you "
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
