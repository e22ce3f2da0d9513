// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/ProspectWidget.h"

#include "ui/alerts/ReachList.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

ProspectWidget::ProspectWidget(const Theme &theme, const client::Practice &practice, const AlertWords &words,
                               QWidget *parent)
    : QWidget(parent)
    , m_words(words)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme.spacing(Space::Small));
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.spacing(Space::Medium));
    m_text = new TextLabel(theme, TextSize::Small, Token::Muted);
    m_text->setWordWrap(true);
    m_text->setMinimumHeight(QFontMetrics(m_text->font()).lineSpacing() * 2); // so that little moves
    row->addWidget(m_text, 1);
    m_who = new ActionButton(theme, ActionButton::Role::Quiet, tr("Who?"));
    m_who->setObjectName(u"who"_s);
    m_who->addShortcut(tr("Alt+W", "key for “Who?”"));
    m_who->setToolTip(tr("Shows by name whom the alert is for"));
    row->addWidget(m_who, 0, Qt::AlignBottom); // as the button that rings, beside it
    column->addLayout(row);
    m_try = new ActionButton(theme, ActionButton::Role::Plain, QString());
    m_try->setObjectName(u"tryInstead"_s);
    m_try->addShortcut(tr("Alt+T", "key for “Try any nurse”"));
    column->addWidget(m_try, 0, Qt::AlignLeft);
    m_names = new ReachList(theme, practice, words);
    column->addWidget(m_names);
    connect(m_who, &QAbstractButton::clicked, this, &ProspectWidget::showOrHideNames);
    connect(m_try, &QAbstractButton::clicked, this, [this] {
        if (m_alternative)
            Q_EMIT alternativeChosen(*m_alternative);
    });
    connect(m_names, &ReachList::changed, this, &ProspectWidget::showState);
    showState();
}

void ProspectWidget::setAlert(const protocol::AlertTemplate &alertTemplate, const protocol::Address &address,
                              const AlertWords::Reach &reach)
{
    m_text->setText(m_words.prospect(alertTemplate, address, reach));
    m_alternative = reach.now == 0 ? m_words.alternative(alertTemplate, address) : std::nullopt;
    if (m_alternative)
        m_try->setText(tr("Try %1", "any nurse, everyone").arg(m_words.addressInSentence(*m_alternative)));
    m_names->setAddress(address);
    showState();
}

void ProspectWidget::setNothing()
{
    m_text->clear();
    m_alternative.reset();
    m_names->setAddress({});
    showState();
}

QString ProspectWidget::words() const
{
    return m_text->text();
}

void ProspectWidget::hideNames()
{
    m_namesWanted = false;
    showState();
}

void ProspectWidget::showOrHideNames()
{
    m_namesWanted = !m_namesWanted;
    showState();
    if (!m_namesWanted)
        return;
    QAccessibleEvent event(m_names, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ProspectWidget::showState()
{
    m_who->setVisible(!m_names->isEmpty());
    m_who->setText(m_namesWanted ? tr("Hide names") : tr("Who?"));
    m_try->setVisible(m_alternative.has_value());
    m_names->setVisible(m_namesWanted && !m_names->isEmpty());
}

} // namespace handbell::ui
