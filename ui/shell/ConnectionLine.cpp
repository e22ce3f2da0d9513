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
    connect(&link, &LinkWatch::selfTestChanged, this, &ConnectionLine::show);
    show();
}

QString ConnectionLine::words() const
{
    return m_words->text();
}

void ConnectionLine::show()
{
    bool bad = false;
    switch (m_link.state()) {
    case LinkWatch::State::Connected:
        m_icon->setThemeIcon(Icon::Available, Token::Available, QString());
        break;
    case LinkWatch::State::Connecting:
        m_icon->setThemeIcon(Icon::Pending, Token::Muted, QString());
        break;
    case LinkWatch::State::NotConnected:
    case LinkWatch::State::Failing:
        bad = true;
        m_icon->setThemeIcon(Icon::NotConnected, Token::Urgent, QString());
        break;
    }
    const client::SelfTest *test = m_link.selfTest();
    m_words->setText(StatusWords::line(m_link.state(), m_link.since(),
                                       test ? test->lastSuccess() : std::nullopt));
    m_words->setToken(bad ? Token::Urgent : Token::Muted);
}

} // namespace handbell::ui
