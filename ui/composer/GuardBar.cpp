// SPDX-License-Identifier: Apache-2.0
#include "ui/composer/GuardBar.h"

#include "ui/composer/SaferText.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/FlowLayout.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>
#include <utility>

namespace handbell::ui {

namespace {

constexpr int iconWidth = 16;
constexpr int lettersBesideButtons = 44; //!< average ones; narrower text stands over the buttons

} // namespace

GuardBar::GuardBar(const Theme &theme, GuardWords::Medium medium, QWidget *parent)
    : Panel(theme, {Token::ImportantSoft, Token::Important, Frame::Solid, Radius::Panel}, parent)
    , m_theme(theme)
    , m_medium(medium)
{
    build();
    hide();
}

void GuardBar::build()
{
    const int medium = m_theme.spacing(Space::Medium);
    const int small = m_theme.spacing(Space::Small);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(medium, small, medium, small);
    row->setSpacing(medium);
    auto *icon = new IconLabel(m_theme, Icon::Important, Token::Important, tr("Warning"), this);
    row->addWidget(icon, 0, Qt::AlignTop);
    m_body = new QBoxLayout(QBoxLayout::TopToBottom);
    row->addLayout(m_body, 1);
    buildWords();
    buildButtons();
    setFirstStep();

    connect(m_edit, &QPushButton::clicked, this, &GuardBar::editChosen);
    connect(m_remove, &QPushButton::clicked, this, &GuardBar::removeChosen);
    connect(m_initials, &QPushButton::clicked, this, &GuardBar::initialsChosen);
    connect(m_task, &QPushButton::clicked, this, &GuardBar::taskChosen);
    connect(m_notPatient, &QPushButton::clicked, this, [this] { askAgain(Claim::NotPatient); });
    connect(m_anyway, &QPushButton::clicked, this, [this] {
        if (!confirmsAtOnce())
            return askAgain(Claim::SendAnyway);
        m_claim = Claim::SendAnyway;
        confirm();
    });
    connect(m_without, &QPushButton::clicked, this, &GuardBar::withoutChosen);
    connect(m_confirm, &QPushButton::clicked, this, &GuardBar::confirm);
    connect(m_reason, &QLineEdit::returnPressed, m_confirm, &QPushButton::click);
    connect(m_reason, &QLineEdit::textChanged, this, [this](const QString &reason) {
        m_confirm->setEnabled(!m_assessment.reasonRequired || !reason.trimmed().isEmpty());
    });
}

void GuardBar::buildWords()
{
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
    m_reason->setAccessibleName(tr("Reason"));
    column->addWidget(m_heading);
    column->addWidget(m_advice);
    column->addWidget(m_reason);
    column->addStretch(1);
}

void GuardBar::buildButtons()
{
    m_buttons = new QWidget(this);
    m_rows = new QBoxLayout(QBoxLayout::TopToBottom, m_buttons);
    m_rows->setContentsMargins({});
    m_primary = new FlowLayout(m_theme.spacing(Space::Small));
    m_secondary = new FlowLayout(m_theme.spacing(Space::Small));
    m_rows->addLayout(m_primary);
    m_rows->addLayout(m_secondary, 1);
    m_body->addWidget(m_buttons);

    m_edit = addButton(isForNote() ? tr("Change the note") : tr("Edit"));
    m_remove = addButton(tr("Remove it"));
    m_remove->setToolTip(tr("Cuts what was found out of the text"));
    m_remove->addShortcut(tr("Alt+R", "key for “Remove it”"));
    m_initials = addButton(tr("Use initials"));
    m_initials->setToolTip(tr("Puts initials in the place of names"));
    m_initials->addShortcut(tr("Alt+I", "key for “Use initials”"));
    m_task = addButton(tr("Use a task instead"));
    m_task->setToolTip(tr("Copies the text for the clinical system and clears it here"));
    m_notPatient = addButton(tr("Not a patient…"));
    m_anyway = addButton(isForNote() ? tr("Ring with it…") : tr("Send anyway…"));
    m_anyway->setObjectName(QStringLiteral("guardAnyway"));
    m_confirm = addButton(confirmWords(Claim::SendAnyway));
    m_without = addButton(tr("Ring without the note"));
}

ActionButton *GuardBar::addButton(const QString &words)
{
    return new ActionButton(m_theme, ActionButton::Role::Plain, words, m_buttons);
}

//! "Ring with it" takes no second step.
bool GuardBar::confirmsAtOnce() const
{
    return m_pace == Pace::OneKey && !m_assessment.reasonRequired;
}

//! What has the focus at first.
ActionButton *GuardBar::firstWay() const
{
    if (m_pace == Pace::Deliberate)
        return m_edit;
    return confirmsAtOnce() ? m_anyway : m_without;
}

QString GuardBar::confirmWords(Claim claim) const
{
    if (claim == Claim::NotPatient)
        return isForNote() ? tr("Ring, and note: not a patient") : tr("Send, and note: not a patient");
    return isForNote() ? tr("Ring, and record that I was warned") : tr("Send, and record that I was warned");
}

QString GuardBar::firstAdvice() const
{
    const QString advice = GuardWords::advice(m_assessment, m_text, m_medium);
    if (m_pace == Pace::Deliberate)
        return advice;
    return advice + u'\n' +
           (confirmsAtOnce()
                ? tr("Urgent: Enter rings with it, and the record will say that you were warned.")
                : tr("Urgent: Enter rings without it. To ring with it, give a reason."));
}

//! All ways on, in an order that fits what was found.
void GuardBar::setFirstStep()
{
    const bool taskFirst = !m_assessment.clinical.empty();
    m_remove->setVisible(!SaferText::removal(m_text, m_assessment).empty());
    m_initials->setVisible(!SaferText::initials(m_text, m_assessment).empty());
    for (ActionButton *button : {m_task, m_notPatient, m_anyway})
        button->show();
    m_without->setVisible(isForNote());
    if (isForNote())
        m_anyway->setText(confirmsAtOnce() ? tr("Ring with it") : tr("Ring with it…"));
    m_confirm->hide();
    m_reason->clear();
    m_reason->hide();
    if (m_pace == Pace::OneKey)
        setOrder({firstWay(), firstWay() == m_anyway ? m_without : m_anyway, m_edit},
                 {m_remove, m_initials, m_task, m_notPatient, m_confirm});
    else if (taskFirst)
        setOrder({m_task, m_edit, m_remove}, {m_initials, m_notPatient, m_without, m_anyway, m_confirm});
    else
        setOrder({m_edit, m_remove, m_initials}, {m_task, m_notPatient, m_without, m_anyway, m_confirm});
}

//! Lays the buttons out in two groups, and has the Tab key follow.
void GuardBar::setOrder(std::initializer_list<ActionButton *> primary,
                        std::initializer_list<ActionButton *> secondary)
{
    QWidget *previous = m_reason;
    for (const auto &[row, buttons] : {std::pair(m_primary, primary), std::pair(m_secondary, secondary)}) {
        while (const std::unique_ptr<QLayoutItem> item{row->takeAt(0)}) {
        }
        for (ActionButton *button : buttons) {
            row->addWidget(button);
            setTabOrder(std::exchange(previous, button), button);
        }
    }
}

void GuardBar::arrange()
{
    const QMargins margins = layout()->contentsMargins();
    const int medium = m_theme.spacing(Space::Medium);
    const int small = m_theme.spacing(Space::Small);
    const int room = width() - margins.left() - margins.right() - medium - iconWidth;
    const int text = m_heading->fontMetrics().averageCharWidth() * lettersBesideButtons;
    const int primary = m_primary->sizeHint().width();
    const int secondary = m_secondary->sizeHint().width();
    const bool beside = room >= text + medium + std::max(primary, secondary);
    const bool oneRow = !beside && room >= primary + small + secondary;
    m_body->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_body->setAlignment(m_buttons, beside ? Qt::AlignVCenter : Qt::Alignment());
    m_body->setSpacing(beside ? medium : small);
    m_rows->setDirection(oneRow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_rows->setSpacing(small);
}

void GuardBar::warn(const QString &text, const guard::Assessment &assessment)
{
    m_text = text;
    m_assessment = assessment;
    m_heading->setText(GuardWords::heading(assessment));
    setFirstStep();
    ActionButton *first = firstWay();
    for (ActionButton *button : {m_edit, m_anyway, m_without})
        button->setAccessibleDescription(button == first ? m_heading->text() : QString());
    show();
    first->setFocus(Qt::OtherFocusReason);
    say(firstAdvice());
}

bool GuardBar::takeOneKey()
{
    if (!isVisible() || m_pace != Pace::OneKey)
        return false;
    firstWay()->click();
    return true;
}

void GuardBar::dismiss()
{
    m_text.clear();
    m_assessment = {};
    hide();
}

void GuardBar::askAgain(Claim claim)
{
    m_claim = claim;
    const bool reason = m_assessment.reasonRequired;
    for (ActionButton *button : {m_remove, m_initials, m_task, m_notPatient, m_anyway})
        button->hide();
    setOrder({m_edit, m_confirm}, {m_without, m_remove, m_initials, m_task, m_notPatient, m_anyway});
    m_confirm->setText(confirmWords(claim));
    m_confirm->setEnabled(!reason);
    m_confirm->show();
    m_reason->setPlaceholderText(claim == Claim::NotPatient ? tr("What it is instead")
                                                            : tr("Why it has to be sent"));
    m_reason->setVisible(reason);
    // "Edit" has the focus so that Enter held down does not confirm.
    (reason ? static_cast<QWidget *>(m_reason) : m_edit)->setFocus(Qt::OtherFocusReason);
    if (claim == Claim::SendAnyway)
        say(tr("It will be kept, and the record will say that you sent it after this warning."));
    else if (reason)
        say(tr("It will be kept. So that the practice can tune the check, only what kind and which rule it "
               "was, and your reason, are noted: never the text."));
    else
        say(tr("It will be kept. So that the practice can tune the check, only what kind and which rule it "
               "was are noted: never the text."));
}

void GuardBar::confirm()
{
    guard::Confirmation confirmation{guard::digestOf(m_text), guard::rulesVersion,
                                     m_reason->text().trimmed()};
    confirmation.notPatient = m_claim == Claim::NotPatient;
    Q_EMIT confirmed(confirmation);
}

//! Sets \a advice under the heading, and has both read out.
void GuardBar::say(const QString &advice)
{
    m_advice->setText(advice);
    setAccessibleName(m_heading->text() + QLatin1Char(' ') + advice);
    arrange();
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
