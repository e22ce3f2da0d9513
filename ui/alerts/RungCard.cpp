// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/RungCard.h"

#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

namespace {

Token rungToken(RungCard::Outcome outcome)
{
    return outcome == RungCard::Outcome::Sent ? Token::Accent : Token::Urgent;
}

} // namespace

RungCard::RungCard(const Theme &theme, Outcome outcome, const QString &title, const QString &words)
    : CardWindow(theme, {Token::Raised, rungToken(outcome)})
    , m_outcome(outcome)
{
    setObjectName(u"rungCard"_s);
    auto *row = new QHBoxLayout(this);
    row->setSizeConstraint(QLayout::SetNoConstraint); // the stack sizes cards, see fittingSize()
    row->setContentsMargins(6 + 14, 10, 8, 10);
    row->setSpacing(8);
    const Icon icon = outcome == Outcome::Sent ? Icon::Bell : Icon::Warning;
    row->addWidget(new IconLabel(theme, icon, rungToken(outcome), {}), 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    auto *heading = new TextLabel(theme, TextSize::Body, Token::Text, title);
    heading->setTextSize(TextSize::Body, Weight::Semibold);
    heading->setWordWrap(true);
    column->addWidget(heading);
    auto *text = new TextLabel(theme, TextSize::Small, Token::Muted, words);
    text->setWordWrap(true);
    column->addWidget(text);
    row->addLayout(column, 1);
    auto *close = new ActionButton(theme, ActionButton::Role::Quiet, Icon::Close, tr("Close this notice"));
    row->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QAbstractButton::clicked, this, &RungCard::closeRequested);
    setWindowTitle(title);
    setAccessibleName(title);
    setAccessibleDescription(words);
    forbidFocus(*this);
}

} // namespace handbell::ui
