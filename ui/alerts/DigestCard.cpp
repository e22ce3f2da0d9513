// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/DigestCard.h"

#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

DigestCard::DigestCard(const Theme &theme, const AlertWords &words)
    : CardWindow(theme, {Token::Raised, Token::Routine})
    , m_words(words)
{
    setObjectName(u"digestCard"_s);
    QVBoxLayout *column = makeColumn(6);
    auto *header = new QHBoxLayout;
    header->setSpacing(8);
    auto *icon = new IconLabel(theme, Icon::Held, Token::Routine, {});
    icon->setIconSize(HeaderIconSize);
    header->addWidget(icon);
    auto *kind = new TextLabel(theme, TextSize::Heading, Token::Routine, tr("Held while you were busy"));
    kind->setTextSize(TextSize::Heading, Weight::Semibold);
    header->addWidget(kind, 1);
    column->addLayout(header);
    m_title = new TextLabel(theme, FarSize, Token::Text);
    m_title->setTextSize(FarSize, Weight::Semibold);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(2);
    column->addLayout(m_lines);
    m_rest = new TextLabel(theme, TextSize::Small, Token::Muted);
    column->addWidget(m_rest);
    auto *buttons = new QHBoxLayout;
    auto *all = new ActionButton(theme, ActionButton::Role::Plain, tr("Show them all"));
    all->setObjectName(u"openAll"_s);
    connect(all, &QAbstractButton::clicked, this, &DigestCard::openAllRequested);
    buttons->addWidget(all);
    buttons->addStretch();
    column->addLayout(buttons);
    setWindowTitle(tr("Handbell alerts"));
    guardFocus();
}

void DigestCard::setAlerts(const std::vector<protocol::Alert> &alerts)
{
    if (alerts == m_alerts)
        return;
    m_alerts = alerts;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        // A line may be the very button whose click brought us here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto shown = std::min<size_t>(alerts.size(), LineLimit);
    for (size_t i = 0; i < shown; ++i)
        addLine(alerts[i]);
    const int rest = int(alerts.size() - shown);
    m_rest->setText(rest > 0 ? tr("and %n more", nullptr, rest) : QString());
    m_rest->setVisible(rest > 0);
    m_title->setText(tr("%n alert(s) waited for you", nullptr, int(alerts.size())));
    setAccessibleName(m_title->text());
    QStringList lines;
    for (const protocol::Alert &alert : alerts)
        lines.append(m_words.digestLine(alert));
    setAccessibleDescription(lines.join(u". "_s));
    guardFocus();
    Q_EMIT sizeWanted();
}

void DigestCard::addLine(const protocol::Alert &alert)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(
        new TextLabel(theme(), TextSize::Small, Token::Muted, AlertWords::timeOfDay(alert.raisedAt)));
    row->addWidget(new ElidedLabel(theme(), TextSize::Body, Token::Text, m_words.digestLine(alert)), 1);
    auto *open = new ActionButton(theme(), ActionButton::Role::Quiet, Icon::ChevronRight,
                                  tr("Open: %1", "alert").arg(m_words.digestLine(alert)));
    open->setObjectName(u"open%1"_s.arg(alert.id.value));
    const AlertId id = alert.id;
    connect(open, &QAbstractButton::clicked, this, [this, id] { Q_EMIT openRequested(id); });
    row->addWidget(open);
    m_lines->addWidget(line);
}

} // namespace handbell::ui
