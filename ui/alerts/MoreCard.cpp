// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/MoreCard.h"

#include "ui/theme/ActionButton.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

MoreCard::MoreCard(const Theme &theme)
    : CardWindow(theme, {Token::Raised, Token::Muted})
{
    setObjectName(u"moreCard"_s);
    auto *row = new QHBoxLayout(this);
    row->setSizeConstraint(QLayout::SetNoConstraint); // the stack sizes cards, see fittingSize()
    row->setContentsMargins(6 + 6, 4, 8, 4);
    m_button = new ActionButton(theme, ActionButton::Role::Quiet, QString());
    m_button->setThemeIcon(Icon::Bell, Token::Muted);
    row->addWidget(m_button);
    row->addStretch();
    guardFocus();
    connect(m_button, &QAbstractButton::clicked, this, &MoreCard::showRequested);
}

void MoreCard::setCount(int count)
{
    m_count = count;
    m_button->setText(tr("and %n more", nullptr, count));
    setAccessibleName(tr("%n more alert(s) wait behind these", nullptr, count));
    setWindowTitle(tr("Handbell alerts"));
}

} // namespace handbell::ui
