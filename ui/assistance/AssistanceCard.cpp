// SPDX-License-Identifier: Apache-2.0
#include "ui/assistance/AssistanceCard.h"

#include "ui/theme/ActionButton.h"
#include "ui/theme/FlowLayout.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

AssistanceCard::AssistanceCard(const Theme &theme, const AlertWords &words,
                               client::AssistanceManager &assistance)
    : CardWindow(theme, {Token::Raised, Token::Accent})
    , m_assistance(assistance)
    , m_words(assistance, words)
{
    setObjectName(u"assistanceCard"_s);
    QVBoxLayout *column = makeColumn(4);
    auto *header = new QHBoxLayout;
    header->setSpacing(8);
    m_icon = new IconLabel(theme, Icon::Bell, Token::Accent, {});
    m_icon->setIconSize(HeaderIconSize);
    m_kind = new TextLabel(theme, TextSize::Heading, Token::Muted);
    m_kind->setTextSize(TextSize::Heading, Weight::Semibold);
    header->addWidget(m_icon);
    header->addWidget(m_kind, 1);
    column->addLayout(header);
    m_title = new TextLabel(theme, FarSize, Token::Text);
    m_title->setTextSize(FarSize, Weight::Semibold);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    m_text = new TextLabel(theme, TextSize::Body, Token::Text);
    m_text->setWordWrap(true);
    column->addWidget(m_text);
    FlowLayout *flow = addButtons(*column);
    m_over = addButton(u"over"_s, tr("It is over"), *flow);
    m_again = addButton(u"again"_s, tr("Try again"), *flow);
    m_close = addButton(u"close"_s, tr("Close"), *flow);
    connect(m_over, &QAbstractButton::clicked, &assistance, &client::AssistanceManager::end);
    connect(m_again, &QAbstractButton::clicked, &assistance, &client::AssistanceManager::ask);
    connect(m_close, &QAbstractButton::clicked, this, &AssistanceCard::dismissed);
    setWindowTitle(tr("Handbell: your request"));
    connect(&assistance, &client::AssistanceManager::changed, this, &AssistanceCard::follow);
    follow();
    guardFocus();
}

ActionButton *AssistanceCard::addButton(const QString &name, const QString &text, FlowLayout &flow)
{
    auto *button = new ActionButton(theme(), ActionButton::Role::Plain, text);
    button->setObjectName(name);
    flow.addWidget(button);
    return button;
}

void AssistanceCard::follow()
{
    const auto asked = m_assistance.asked();
    if (!asked)
        return; // about to be taken away
    const bool refused = asked->refusal.has_value();
    m_over->setVisible(!refused);
    m_over->setEnabled(asked->canCancel);
    m_again->setVisible(refused);
    m_close->setVisible(refused);
    const QString before = m_title->text();
    if (refused) {
        followRefusal(*asked->refusal);
    } else {
        const QStringList comers = m_words.comers();
        setLook({Token::Raised, Token::Accent});
        m_icon->setThemeIcon(comers.isEmpty() ? Icon::Pending : Icon::Available,
                             comers.isEmpty() ? Token::Accent : Token::Available, {});
        m_kind->setText(tr("Your request"));
        m_over->setText(comers.isEmpty() ? tr("Not needed after all") : tr("It is over"));
        m_title->setText(comers.isEmpty() ? tr("Nobody has answered yet") : comers.join(u'\n'));
        m_text->setText(
            comers.isEmpty()
                ? tr("%1 It repeats until somebody answers.", "sentence before").arg(m_words.seen())
                : m_words.seen());
    }
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_text->text());
    if (before != m_title->text())
        announce();
    Q_EMIT sizeWanted();
}

void AssistanceCard::followRefusal(const Error &error)
{
    setLook({Token::UrgentSoft, Token::Urgent});
    m_icon->setThemeIcon(Icon::NotConnected, Token::Urgent, {});
    m_kind->setText(tr("Your request"));
    m_title->setText(tr("It did not go out"));
    m_text->setText(AlertWords::failure(error.code));
}

QString AssistanceCard::words() const
{
    return m_title->text() + u'\n' + m_text->text();
}

} // namespace handbell::ui
