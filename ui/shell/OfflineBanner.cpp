// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/OfflineBanner.h"

#include "ui/alerts/AlertWords.h"
#include "ui/shell/StatusWords.h"
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
        if (state == LinkWatch::State::Connected || state == LinkWatch::State::Failing) {
            m_stopped.clear();
            m_retry->show();
        }
        show();
    });
    connect(&link, &LinkWatch::selfTestChanged, this, &OfflineBanner::show);
    show();
}

void OfflineBanner::sayStopped(const QString &words, Again again)
{
    m_stopped =
        tr("%1 Until then alerts can't reach you. If you need someone now, use the phone.").arg(words);
    m_retry->setVisible(again == Again::OnRequest);
    show();
}

QString OfflineBanner::wordsFor(LinkWatch::State state) const
{
    if (state == LinkWatch::State::Failing)
        return StatusWords::failing(m_link.selfTest()->fault(), m_link.since());
    if (state != LinkWatch::State::NotConnected)
        return {};
    if (!m_stopped.isEmpty())
        return m_stopped;
    return tr("Not connected: alerts can't reach you since %1. Trying again every few seconds. If you need "
              "someone now, use the phone.")
        .arg(AlertWords::timeOfDay(m_link.since()));
}

void OfflineBanner::show()
{
    const LinkWatch::State state = m_link.state();
    const QString words = wordsFor(state);
    const bool news = words != m_words->text();
    m_words->setText(words);
    m_retry->setText(state == LinkWatch::State::Failing ? tr("Test now") : tr("Try now"));
    m_retry->setEnabled(state != LinkWatch::State::Failing || !m_link.selfTest()->isRunning());
    setAccessibleName(words);
    setVisible(!words.isEmpty());
    if (news && !words.isEmpty()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace handbell::ui
