// SPDX-License-Identifier: Apache-2.0
#include "ui/composer/ComposerFooter.h"

#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QBoxLayout>

namespace handbell::ui {

namespace {

//! A name is cut only where it is longer than this, in average letters; what follows it is cut first.
constexpr int lettersOfName = 12;

} // namespace

ComposerFooter::ComposerFooter(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    const int small = theme.spacing(Space::Small);
    auto *lock = new IconLabel(theme, Icon::Lock, Token::Muted, {}, this);
    lock->setIconSize(12);
    m_kept = new TextLabel(theme, TextSize::Small, Token::Muted,
                           tr("Kept, and may be reviewed by the practice"), this);
    m_kept->setWordWrap(true);
    m_counter = new TextLabel(theme, TextSize::Small, Token::Muted, {}, this);
    m_counter->hide();
    m_to =
        new ElidedLabel(theme, TextSize::Small, Token::Muted, tr("to", "before the recipient's name"), this);
    m_name = new ElidedLabel(theme, TextSize::Small, Token::Text, {}, this);
    m_name->setTextSize(TextSize::Small, Weight::Semibold);
    m_name->setObjectName(QStringLiteral("recipientName"));
    m_detail = new ElidedLabel(theme, TextSize::Small, Token::Muted, {}, this);
    m_detail->setObjectName(QStringLiteral("recipientDetail"));
    m_send = new PrimaryButton(theme, tr("Send"), this);
    m_send->setKeyCap(tr("Enter", "the key"));
    m_send->setEnabled(false);

    m_rows = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(small);
    m_about = new QBoxLayout(QBoxLayout::LeftToRight);
    m_about->setSpacing(small);
    m_about->addWidget(lock);
    m_about->addWidget(m_kept, 1);
    m_about->addWidget(m_counter);
    m_sending = new QBoxLayout(QBoxLayout::LeftToRight);
    m_sending->setSpacing(theme.spacing(Space::Tight));
    m_sending->addWidget(m_to);
    m_sending->addWidget(m_name);
    m_sending->addWidget(m_detail);
    m_sending->addStretch(1);
    m_sending->addSpacing(small - theme.spacing(Space::Tight));
    m_sending->addWidget(m_send);
    m_rows->addLayout(m_about, 1);
    m_rows->addLayout(m_sending);
    connect(&theme, &Theme::changed, this, &ComposerFooter::arrange);
}

void ComposerFooter::setRecipient(const Recipient &recipient)
{
    m_name->setText(recipient.name);
    m_detail->setText(recipient.detail.isEmpty() ? QString() : QStringLiteral("· ") + recipient.detail);
    const QString whole =
        recipient.detail.isEmpty()
            ? recipient.name
            : tr("%1, %2", "recipient, role and room").arg(recipient.name, recipient.detail);
    m_send->setAccessibleDescription(tr("To %1. Kept, and may be reviewed by the practice.").arg(whole));
    arrange();
}

void ComposerFooter::setPlenty()
{
    say({});
}

void ComposerFooter::setRoomLeft(qsizetype characters)
{
    m_counter->setToken(characters < 0 ? Token::Urgent : Token::Muted);
    say(characters < 0 ? tr("%n character(s) too many", nullptr, static_cast<int>(-characters))
                       : tr("%n character(s) left", nullptr, static_cast<int>(characters)));
}

void ComposerFooter::say(const QString &words)
{
    m_counter->setText(words);
    m_counter->setVisible(!words.isEmpty());
    arrange();
}

int ComposerFooter::widthOfOneRow() const
{
    // The words wrap, so that their layout would settle for less.
    const int kept = m_kept->fontMetrics().horizontalAdvance(m_kept->text());
    const int counter = m_counter->isHidden() ? 0 : m_counter->sizeHint().width() + m_about->spacing();
    return 12 + m_about->spacing() + kept + counter + m_rows->spacing() + m_sending->sizeHint().width() + 2;
}

void ComposerFooter::arrange()
{
    m_name->setMinimumWidth(
        qMin(m_name->sizeHint().width(), m_name->fontMetrics().averageCharWidth() * lettersOfName));
    const auto direction = width() < widthOfOneRow() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (m_rows->direction() == direction)
        return;
    m_rows->setDirection(direction);
    m_rows->setSpacing(m_theme.spacing(direction == QBoxLayout::TopToBottom ? Space::Tight : Space::Small));
}

QSize ComposerFooter::minimumSizeHint() const
{
    // In whichever way it stands now, it could stand in two rows.
    return {qMax(m_about->minimumSize().width(), m_sending->minimumSize().width()),
            QWidget::minimumSizeHint().height()};
}

void ComposerFooter::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace handbell::ui
