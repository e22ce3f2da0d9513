// SPDX-License-Identifier: Apache-2.0
#include "ui/composer/GuardBar.h"

#include "ui/composer/GuardWords.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/FlowLayout.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace handbell::ui {

namespace {

constexpr int iconWidth = 16;
constexpr int lettersBesideButtons = 30; //!< average ones; narrower text stands over the buttons

} // namespace

GuardBar::GuardBar(const Theme &theme, QWidget *parent)
    : Panel(theme, {Token::ImportantSoft, Token::Important, Frame::Solid, Radius::Panel}, parent)
    , m_theme(theme)
{
    build();
    hide();
}

void GuardBar::build()
{
    const int small = m_theme.spacing(Space::Small);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(m_theme.spacing(Space::Medium), small, m_theme.spacing(Space::Medium), small);
    row->setSpacing(m_theme.spacing(Space::Medium));

    auto *icon = new IconLabel(m_theme, Icon::Important, Token::Important, tr("Warning"), this);
    row->addWidget(icon, 0, Qt::AlignTop);

    m_body = new QBoxLayout(QBoxLayout::TopToBottom);
    m_body->setSpacing(m_theme.spacing(Space::Medium));
    row->addLayout(m_body, 1);
    auto *column = new QVBoxLayout;
    column->setSpacing(m_theme.spacing(Space::Tight));
    m_body->addLayout(column, 1);

    m_heading = new TextLabel(m_theme, TextSize::Body, Token::Text, {}, this);
    m_heading->setTextSize(TextSize::Body, Weight::Semibold);
    m_heading->setWordWrap(true);
    m_advice = new TextLabel(m_theme, TextSize::Small, Token::Text, {}, this);
    m_advice->setWordWrap(true);
    m_reason = new QLineEdit(this);
    m_reason->setMaxLength(static_cast<int>(guard::maxReasonLength));
    m_reason->setPlaceholderText(tr("Why it has to be sent"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->hide();
    column->addWidget(m_heading);
    column->addWidget(m_advice);
    column->addWidget(m_reason);

    m_edit = new ActionButton(m_theme, ActionButton::Role::Plain, tr("Edit"), this);
    m_task = new ActionButton(m_theme, ActionButton::Role::Plain, tr("Use a task instead"), this);
    m_task->setToolTip(tr("Copies the text for the clinical system and clears it here"));
    m_anyway = new ActionButton(m_theme, ActionButton::Role::Plain, tr("Send anyway…"), this);
    m_confirm =
        new ActionButton(m_theme, ActionButton::Role::Plain, tr("Send, and record that I was warned"), this);
    m_confirm->hide();
    m_buttons = new QWidget(this);
    auto *flow = new FlowLayout(small, m_buttons);
    for (ActionButton *button : {m_edit, m_task, m_anyway, m_confirm})
        flow->addWidget(button);
    m_body->addWidget(m_buttons);

    connect(m_edit, &QPushButton::clicked, this, &GuardBar::editChosen);
    connect(m_task, &QPushButton::clicked, this, &GuardBar::taskChosen);
    connect(m_anyway, &QPushButton::clicked, this, &GuardBar::askAgain);
    connect(m_confirm, &QPushButton::clicked, this, &GuardBar::confirm);
    connect(m_reason, &QLineEdit::returnPressed, m_confirm, &QPushButton::click);
    connect(m_reason, &QLineEdit::textChanged, this, [this](const QString &reason) {
        m_confirm->setEnabled(!m_assessment.reasonRequired || !reason.trimmed().isEmpty());
    });
}

void GuardBar::setOffersTask(bool offers)
{
    m_task->setVisible(offers);
    arrange();
}

void GuardBar::arrange()
{
    const QMargins margins = layout()->contentsMargins();
    const int taken = margins.left() + margins.right() + 2 * m_theme.spacing(Space::Medium) + iconWidth;
    const int text = m_heading->fontMetrics().averageCharWidth() * lettersBesideButtons;
    const int buttons = m_buttons->layout()->sizeHint().width();
    const bool beside = width() - taken >= text + buttons;
    m_body->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_body->setAlignment(m_buttons, beside ? Qt::AlignVCenter : Qt::Alignment());
    m_body->setSpacing(m_theme.spacing(beside ? Space::Medium : Space::Small));
}

void GuardBar::warn(const QString &text, const guard::Assessment &assessment)
{
    m_text = text;
    m_assessment = assessment;
    m_heading->setText(GuardWords::heading(assessment));
    m_advice->setText(GuardWords::advice(assessment));
    m_reason->clear();
    m_reason->hide();
    m_confirm->hide();
    m_anyway->show();
    setAccessibleName(m_heading->text());
    setAccessibleDescription(m_advice->text());
    m_edit->setAccessibleDescription(m_heading->text());
    show();
    arrange();
    m_edit->setFocus(Qt::OtherFocusReason);
    speak();
}

void GuardBar::dismiss()
{
    m_text.clear();
    m_assessment = {};
    hide();
}

void GuardBar::askAgain()
{
    m_anyway->hide();
    m_confirm->show();
    m_reason->setVisible(m_assessment.reasonRequired);
    m_confirm->setEnabled(!m_assessment.reasonRequired);
    m_advice->setText(tr("It will be kept, and the record will say that you sent it after this warning."));
    setAccessibleDescription(m_advice->text());
    arrange();
    if (m_assessment.reasonRequired)
        m_reason->setFocus(Qt::OtherFocusReason);
    else
        m_edit->setFocus(Qt::OtherFocusReason); // so that Enter held down does not confirm
    speak();
}

void GuardBar::confirm()
{
    const guard::Confirmation confirmation{guard::digestOf(m_text), guard::rulesVersion,
                                           m_reason->text().trimmed()};
    Q_EMIT confirmed(confirmation);
}

void GuardBar::speak()
{
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void GuardBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT editChosen();
        return;
    }
    Panel::keyPressEvent(event);
}

void GuardBar::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    arrange();
}

} // namespace handbell::ui
