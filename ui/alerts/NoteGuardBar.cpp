// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/NoteGuardBar.h"

#include "guard/Guard.h"
#include "ui/composer/GuardWords.h"
#include "ui/composer/SaferText.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/FlowLayout.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QLineEdit>
#include <QShortcut>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

namespace {

Panel::Style barStyle()
{
    Panel::Style style;
    style.fill = Token::ImportantSoft;
    style.line = Token::Important;
    return style;
}

} // namespace

NoteGuardBar::NoteGuardBar(const Theme &theme, QWidget *parent)
    : Panel(theme, barStyle(), parent)
    , m_theme(theme)
{
    setObjectName(u"noteGuardBar"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(theme.spacing(Space::Medium));
    row->addWidget(new IconLabel(theme, Icon::Warning, Token::Important, tr("Warning")), 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    row->addLayout(column, 1);
    m_title = new TextLabel(theme, TextSize::Body, Token::Text);
    m_title->setTextSize(TextSize::Body, Weight::Semibold);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    m_why = new TextLabel(theme, TextSize::Small, Token::Text,
                          tr("Alerts stand on screens in the room, and the record keeps them."));
    m_why->setWordWrap(true);
    column->addWidget(m_why);
    m_reason = new QLineEdit;
    m_reason->setObjectName(u"guardReason"_s);
    m_reason->setMaxLength(static_cast<int>(guard::maxReasonLength));
    m_reason->setPlaceholderText(tr("Reason, kept with it"));
    m_reason->setAccessibleName(tr("Reason for sending the note as it is"));
    connect(m_reason, &QLineEdit::textChanged, this, &NoteGuardBar::showChoices);
    column->addWidget(m_reason);
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout(6, buttons);
    auto *edit = new ActionButton(theme, ActionButton::Role::Plain, tr("Change the note"));
    edit->setKeyCap(tr("Esc"));
    m_without = new ActionButton(theme, ActionButton::Role::Plain, tr("Ring without the note"));
    m_without->setObjectName(u"ringWithout"_s);
    m_with = new ActionButton(theme, ActionButton::Role::Plain, tr("Ring with it"));
    m_with->setObjectName(u"ringWith"_s);
    connect(edit, &QAbstractButton::clicked, this, &NoteGuardBar::editRequested);
    connect(m_without, &QAbstractButton::clicked, this, &NoteGuardBar::ringWithoutNoteRequested);
    connect(m_with, &QAbstractButton::clicked, this, &NoteGuardBar::ringWithNoteRequested);
    flow->addWidget(edit);
    m_remove = addSaferForm(tr("Remove it"), tr("Alt+R", "key for “Remove it”"), *flow);
    m_remove->setObjectName(u"removeIt"_s);
    connect(m_remove, &QAbstractButton::clicked, this, [this] { Q_EMIT saferNoteChosen(m_removed); });
    m_useInitials = addSaferForm(tr("Use initials"), tr("Alt+I", "key for “Use initials”"), *flow);
    m_useInitials->setObjectName(u"useInitials"_s);
    connect(m_useInitials, &QAbstractButton::clicked, this, [this] { Q_EMIT saferNoteChosen(m_initials); });
    flow->addWidget(m_without);
    flow->addWidget(m_with);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    buttons->setSizePolicy(policy);
    column->addWidget(buttons);
    hide();
}

//! The key works wherever in the palette the keyboard is, while the button is in view.
ActionButton *NoteGuardBar::addSaferForm(const QString &words, const QString &key, FlowLayout &flow)
{
    auto *button = new ActionButton(m_theme, ActionButton::Role::Plain, words);
    flow.addWidget(button);
    const QKeySequence sequence(key, QKeySequence::PortableText);
    button->setKeyCap(sequence.toString(QKeySequence::NativeText));
    auto *shortcut = new QShortcut(sequence, button);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, button, &QAbstractButton::click);
    return button;
}

void NoteGuardBar::warn(const QString &note, const guard::Assessment &assessment,
                        protocol::Importance importance)
{
    const SaferText::Edits removal = SaferText::removal(note, assessment);
    const SaferText::Edits initials = SaferText::initials(note, assessment);
    m_removed = SaferText::applied(note, removal);
    m_initials = SaferText::applied(note, initials);
    m_remove->setVisible(!removal.empty());
    m_useInitials->setVisible(!initials.empty());
    m_reasonRequired = assessment.reasonRequired;
    m_importance = importance;
    m_reason->clear();
    m_reason->setVisible(m_reasonRequired);
    m_title->setText(GuardWords::heading(assessment));
    setAccessibleName(m_title->text() + u' ' + m_why->text());
    showChoices();
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

NoteGuardBar::Enter NoteGuardBar::enter() const
{
    if (!m_reasonRequired || !reason().isEmpty())
        return Enter::RingWithNote;
    return m_importance == protocol::Importance::Urgent ? Enter::RingWithoutNote : Enter::NeedsReason;
}

QString NoteGuardBar::reason() const
{
    return m_reasonRequired ? m_reason->text().trimmed() : QString();
}

void NoteGuardBar::focusReason()
{
    if (m_reasonRequired)
        m_reason->setFocus(Qt::OtherFocusReason);
}

void NoteGuardBar::showChoices()
{
    const Enter now = enter();
    m_with->setEnabled(now == Enter::RingWithNote);
    m_with->setKeyCap(now == Enter::RingWithNote ? tr("Enter") : QString());
    m_without->setKeyCap(now == Enter::RingWithoutNote ? tr("Enter") : QString());
}

} // namespace handbell::ui
