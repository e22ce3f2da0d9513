// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/NoticeCard.h"

#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

namespace {

Token noticeToken(NoticeCard::Kind kind)
{
    return kind == NoticeCard::Kind::Told ? Token::Accent : Token::Urgent;
}

} // namespace

NoticeCard::NoticeCard(const Theme &theme, Kind kind, const QString &title, const QString &words,
                       const QString &action)
    : CardWindow(theme, {Token::Raised, noticeToken(kind)})
    , m_kind(kind)
{
    setObjectName(u"noticeCard"_s);
    auto *row = new QHBoxLayout(this);
    row->setSizeConstraint(QLayout::SetNoConstraint); // the stack sizes cards, see fittingSize()
    row->setContentsMargins(6 + 14, 10, 8, 10);
    row->setSpacing(8);
    const Icon icon = kind == Kind::Told ? Icon::Bell : Icon::Warning;
    row->addWidget(new IconLabel(theme, icon, noticeToken(kind), {}), 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    auto *heading = new TextLabel(theme, TextSize::Body, Token::Text, title);
    heading->setTextSize(TextSize::Body, Weight::Semibold);
    heading->setWordWrap(true);
    column->addWidget(heading);
    if (!words.isEmpty()) {
        auto *text = new TextLabel(theme, TextSize::Small, Token::Muted, words);
        text->setWordWrap(true);
        column->addWidget(text);
    }
    row->addLayout(column, 1);
    if (!action.isEmpty()) {
        auto *open = new ActionButton(theme, ActionButton::Role::Plain, action);
        open->setObjectName(u"open"_s);
        open->setAccessibleDescription(title);
        row->addWidget(open, 0, Qt::AlignTop);
        connect(open, &QAbstractButton::clicked, this, &NoticeCard::opened);
    }
    auto *close = new ActionButton(theme, ActionButton::Role::Quiet, Icon::Close, tr("Close this notice"));
    close->setObjectName(u"close"_s);
    row->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QAbstractButton::clicked, this, &NoticeCard::closeRequested);
    setWindowTitle(title);
    setAccessibleName(title);
    setAccessibleDescription(words);
    guardFocus();
}

} // namespace handbell::ui
