// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/ConnectionLine.h"

#include "ui/shell/StatusWords.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>

namespace handbell::ui {

ConnectionLine::ConnectionLine(const Theme &theme, const LinkWatch &link, QWidget *parent)
    : QWidget(parent)
    , m_link(link)
    , m_icon(new IconLabel(theme, Icon::Pending, Token::Muted, QString()))
    , m_words(new ElidedLabel(theme, TextSize::Small, Token::Muted))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.spacing(Space::Small));
    row->addWidget(m_icon);
    row->addWidget(m_words, 1);
    connect(&link, &LinkWatch::changed, this, &ConnectionLine::show);
    show(link.state());
}

QString ConnectionLine::words() const
{
    return m_words->text();
}

void ConnectionLine::show(LinkWatch::State state)
{
    switch (state) {
    case LinkWatch::State::Connected:
        m_icon->setThemeIcon(Icon::Available, Token::Available, QString());
        break;
    case LinkWatch::State::Connecting:
        m_icon->setThemeIcon(Icon::Pending, Token::Muted, QString());
        break;
    case LinkWatch::State::NotConnected:
        m_icon->setThemeIcon(Icon::NotConnected, Token::Urgent, QString());
        break;
    }
    m_words->setText(StatusWords::line(state, m_link.since()));
    m_words->setToken(state == LinkWatch::State::NotConnected ? Token::Urgent : Token::Muted);
}

} // namespace handbell::ui
