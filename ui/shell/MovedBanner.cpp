// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/MovedBanner.h"

#include "client/Session.h"
#include "ui/signin/SignInWords.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QHBoxLayout>

namespace handbell::ui {

MovedBanner::MovedBanner(const Theme &theme, const client::Session &session, QWidget *parent)
    : Panel(theme,
            {.fill = Token::RoutineSoft,
             .line = Token::RoutineSoft,
             .radius = Radius::KeyCap,
             .stripe = Token::Routine},
            parent)
    , m_words(new TextLabel(theme, TextSize::Body, Token::Text))
{
    m_words->setWordWrap(true);
    auto *close = new ActionButton(theme, ActionButton::Role::Quiet, Icon::Close, tr("Close this notice"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.spacing(Space::Large), theme.spacing(Space::Tight),
                            theme.spacing(Space::Large), theme.spacing(Space::Tight));
    row->setSpacing(theme.spacing(Space::Small));
    row->addWidget(new IconLabel(theme, Icon::Info, Token::Routine, QString()));
    row->addWidget(m_words, 1);
    row->addWidget(close);
    connect(close, &QAbstractButton::clicked, this, &QWidget::hide);
    connect(&session, &client::Session::moved, this, [this](const protocol::PlaceLeft &left) {
        m_words->setText(SignInWords::moved(left));
        setAccessibleName(m_words->text());
        show();
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    });
    hide();
}

} // namespace handbell::ui
