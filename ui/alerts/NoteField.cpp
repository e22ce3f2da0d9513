// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/NoteField.h"

#include "client/Practice.h"
#include "ui/composer/ComposerEdit.h"
#include "ui/composer/GuardBar.h"
#include "ui/composer/GuardedText.h"
#include "ui/composer/NoticeLine.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QTextBlock>
#include <QTextLayout>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

NoteField::NoteField(const Theme &theme, const client::Practice &practice, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    build();
    m_guarded = new GuardedText(
        theme, {*m_edit, *m_bar, *m_notice}, [&practice] { return practice.guard(); },
        [&practice] { return practice.tone(); }, this);
    connect(m_edit, &ComposerEdit::sendRequested, this, &NoteField::ringRequested);
    connect(m_edit, &ComposerEdit::cut, this, [this] {
        m_notice->say(tr("Cut: a note has room for %n characters.", nullptr,
                         static_cast<int>(protocol::maxAlertText.units)),
                      NoticeLine::Kind::Warning);
    });
    connect(m_bar, &GuardBar::confirmed, this, &NoteField::confirm);
    connect(m_bar, &GuardBar::withoutChosen, this, [this] { Q_EMIT screened({}); });
}

void NoteField::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(m_theme.spacing(Space::Small));
    auto *row = new QHBoxLayout;
    row->setSpacing(m_theme.spacing(Space::Small));
    row->addWidget(new KeyCapLabel(m_theme, u"0"_s));
    m_edit = new ComposerEdit(m_theme);
    m_edit->setObjectName(u"note"_s);
    m_edit->setOneParagraph(static_cast<int>(protocol::maxAlertText.units));
    m_edit->setPlaceholderText(tr("Short note…"));
    m_edit->setAccessibleName(tr("Short note, no patient details"));
    setFocusProxy(m_edit);
    row->addWidget(m_edit, 1);
    column->addLayout(row);
    m_notice = new NoticeLine(m_theme);
    column->addWidget(m_notice);
    m_bar = new GuardBar(m_theme, GuardWords::Medium::AlertNote);
    column->addWidget(m_bar);
}

void NoteField::setTaken(bool taken)
{
    m_edit->setEnabled(taken);
}

void NoteField::clear()
{
    m_guarded->clear();
}

void NoteField::focusField()
{
    if (m_edit->isEnabled())
        m_edit->setFocus(Qt::OtherFocusReason);
}

bool NoteField::isInFirstLine() const
{
    const QTextCursor cursor = m_edit->textCursor();
    const QTextLine line = cursor.block().layout()->lineForTextPosition(cursor.positionInBlock());
    return !line.isValid() || line.lineNumber() == 0;
}

std::optional<NoteField::Screened> NoteField::screen(protocol::Importance importance)
{
    if (!m_edit->isEnabled() || m_guarded->text().isEmpty())
        return Screened();
    if (m_bar->takeOneKey())
        return {};
    m_bar->setPace(importance == protocol::Importance::Urgent ? GuardBar::Pace::OneKey
                                                              : GuardBar::Pace::Deliberate);
    const auto note = m_guarded->screen();
    if (!note)
        return {};
    return Screened{note};
}

void NoteField::confirm(const guard::Confirmation &confirmation)
{
    if (const auto note = m_guarded->screen(confirmation))
        Q_EMIT screened({note});
}

bool NoteField::isWarning() const
{
    return m_bar->isVisible();
}

void NoteField::dismissWarning()
{
    m_guarded->backToEditing();
}

void NoteField::forgetWarning()
{
    if (m_bar->isAncestorOf(QApplication::focusWidget()))
        m_guarded->backToEditing();
    else
        m_bar->dismiss();
}

} // namespace handbell::ui
