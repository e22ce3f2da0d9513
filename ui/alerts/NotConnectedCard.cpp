// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/NotConnectedCard.h"

#include "ui/alerts/AlertWords.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/FlowLayout.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

NotConnectedCard::NotConnectedCard(const Theme &theme, WallTime since)
    : CardWindow(theme, {Token::UrgentSoft, Token::Urgent})
{
    setObjectName(u"notConnectedCard"_s);
    QVBoxLayout *column = makeColumn(4);
    auto *header = new QHBoxLayout;
    header->setSpacing(8);
    auto *icon = new IconLabel(theme, Icon::NotConnected, Token::Urgent, {});
    icon->setIconSize(HeaderIconSize);
    header->addWidget(icon);
    auto *kind = new TextLabel(theme, TextSize::Heading, Token::Urgent, tr("Not connected"));
    kind->setTextSize(TextSize::Heading, Weight::Semibold);
    header->addWidget(kind);
    header->addStretch();
    m_since = new TextLabel(theme, TextSize::Body, Token::Muted);
    header->addWidget(m_since);
    column->addLayout(header);
    auto *title = new TextLabel(theme, FarSize, Token::Text, tr("Alerts can't reach you"));
    title->setTextSize(FarSize, Weight::Semibold);
    title->setWordWrap(true);
    column->addWidget(title);
    auto *text = new TextLabel(theme, TextSize::Body, Token::Text,
                               tr("Trying again every few seconds. If you need someone now, use the phone."));
    text->setWordWrap(true);
    column->addWidget(text);
    m_details = new TextLabel(theme, TextSize::Small, Token::Muted);
    m_details->setWordWrap(true);
    m_details->hide();
    column->addWidget(m_details);
    FlowLayout *flow = addButtons(*column);
    auto *retry = new ActionButton(theme, ActionButton::Role::Plain, tr("Try now"));
    retry->setObjectName(u"retry"_s);
    connect(retry, &QAbstractButton::clicked, this, &NotConnectedCard::retryRequested);
    flow->addWidget(retry);
    m_tell = new ActionButton(theme, ActionButton::Role::Plain, tr("What to tell IT"));
    m_tell->setObjectName(u"tellIt"_s);
    connect(m_tell, &QAbstractButton::clicked, this, &NotConnectedCard::showDetails);
    flow->addWidget(m_tell);
    setWindowTitle(tr("Handbell: not connected"));
    setAccessibleName(tr("Not connected: alerts can't reach you"));
    setDetails({});
    setSince(since);
    guardFocus();
}

void NotConnectedCard::setSince(WallTime since)
{
    m_since->setText(tr("since %1", "time of day").arg(AlertWords::timeOfDay(since)));
    setAccessibleDescription(tr("%1. Trying again every few seconds. If you need someone now, use the phone.")
                                 .arg(m_since->text()));
}

void NotConnectedCard::setDetails(const QString &details)
{
    m_details->setText(details.isEmpty()
                           ? tr("This workstation cannot reach the Handbell server of the practice.")
                           : details);
}

void NotConnectedCard::showDetails()
{
    if (m_details->isVisibleTo(this)) {
        QGuiApplication::clipboard()->setText(m_details->text());
        m_tell->setText(tr("Copied"));
        return;
    }
    m_details->show();
    m_tell->setText(tr("Copy this"));
    Q_EMIT sizeWanted();
}

} // namespace handbell::ui
