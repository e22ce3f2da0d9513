// SPDX-License-Identifier: Apache-2.0
#include "ui/composer/GuardedText.h"

#include "ui/composer/FindingHighlighter.h"
#include "ui/composer/GuardBar.h"
#include "ui/composer/GuardWords.h"
#include "ui/composer/NoticeLine.h"

#include <QClipboard>
#include <QGuiApplication>

#include <utility>

namespace handbell::ui {

GuardedText::GuardedText(const Theme &theme, const Parts &parts, CurrentGuard currentGuard,
                         CurrentTone currentTone, QObject *parent)
    : QObject(parent)
    , m_edit(parts.edit)
    , m_bar(parts.bar)
    , m_notice(parts.notice)
    , m_highlighter(new FindingHighlighter(theme, parts.edit.document()))
    , m_currentGuard(std::move(currentGuard))
    , m_currentTone(std::move(currentTone))
{
    connect(&m_edit, &ComposerEdit::refused, this, &GuardedText::explainRefusal);
    connect(&m_edit, &QPlainTextEdit::textChanged, this, &GuardedText::onTextChanged);
    connect(&m_bar, &GuardBar::editChosen, this, &GuardedText::backToEditing);
    connect(&m_bar, &GuardBar::removeChosen, this, &GuardedText::removeFindings);
    connect(&m_bar, &GuardBar::initialsChosen, this, &GuardedText::useInitials);
    connect(&m_bar, &GuardBar::taskChosen, this, &GuardedText::useTask);
}

QString GuardedText::text() const
{
    return m_edit.toPlainText().trimmed();
}

void GuardedText::clear()
{
    m_edit.clear();
    m_bar.dismiss();
    m_notice.sayNothing();
}

void GuardedText::backToEditing()
{
    m_bar.dismiss();
    m_edit.setFocus(Qt::OtherFocusReason);
}

void GuardedText::onTextChanged()
{
    const QString text = m_edit.toPlainText();
    if (std::exchange(m_seen, text) == text)
        return; // underlined anew, nothing was typed
    // An edit undoes a warning and whatever was about to be confirmed.
    m_bar.dismiss();
    const auto guard = m_currentGuard();
    const guard::Assessment assessment = guard ? guard->assess(text) : guard::Assessment();
    const auto tone = m_currentTone();
    const std::vector<guard::ToneHint> hints = tone ? tone->hintsIn(text) : std::vector<guard::ToneHint>();
    m_highlighter->setFindings(assessment.findings, hints);
    QStringList lines;
    if (assessment.verdict == guard::Verdict::Hint)
        lines << GuardWords::hint(assessment);
    if (!hints.empty())
        lines << GuardWords::toneHint();
    if (lines.isEmpty())
        m_notice.sayNothing();
    else
        m_notice.say(lines.join(QLatin1Char('\n')), NoticeLine::Kind::Remark,
                     hints.empty() ? QString() : GuardWords::toneDescription(text, hints));
    Q_EMIT edited();
}

std::optional<guard::ScreenedText> GuardedText::screen(const std::optional<guard::Confirmation> &confirmation)
{
    const QString text = this->text();
    const auto guard = m_currentGuard();
    if (text.isEmpty() || !guard)
        return {};
    const auto screened = guard->screen(text, confirmation);
    if (screened)
        return *screened;
    m_bar.warn(text, guard->assess(text));
    return {};
}

void GuardedText::removeFindings()
{
    const QString text = m_edit.toPlainText();
    const auto guard = m_currentGuard();
    if (!guard)
        return;
    const guard::Assessment assessment = guard->assess(text);
    apply(SaferText::removal(text, assessment),
          tr("Removed: %1. Nothing was sent yet.").arg(GuardWords::kinds(assessment)));
}

void GuardedText::useInitials()
{
    const QString text = m_edit.toPlainText();
    const auto guard = m_currentGuard();
    if (!guard)
        return;
    apply(SaferText::initials(text, guard->assess(text)),
          tr("Initials are in the place of names. Nothing was sent yet."));
}

//! Makes \a edits one step that can be undone, and looks at what is left: warns again, or says what was
//! \a done.
void GuardedText::apply(const SaferText::Edits &edits, const QString &done)
{
    QTextCursor cursor(m_edit.document()); // the field's own stays between the same letters
    cursor.beginEditBlock();
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        cursor.setPosition(static_cast<int>(edit->span.start));
        cursor.setPosition(static_cast<int>(edit->span.end()), QTextCursor::KeepAnchor);
        cursor.insertText(edit->replacement);
    }
    cursor.endEditBlock();
    const QString left = text();
    const auto guard = m_currentGuard();
    const guard::Assessment assessment = guard ? guard->assess(left) : guard::Assessment();
    if (assessment.verdict == guard::Verdict::Warn) {
        m_bar.warn(left, assessment);
        return;
    }
    backToEditing();
    m_notice.say(done, NoticeLine::Kind::Remark);
}

void GuardedText::useTask()
{
    QGuiApplication::clipboard()->setText(m_edit.toPlainText());
    clear();
    m_notice.say(
        tr("Copied. Paste it into a task in the clinical system; it was not sent and is not kept here."),
        NoticeLine::Kind::Remark);
    m_edit.setFocus(Qt::OtherFocusReason);
}

void GuardedText::explainRefusal(ComposerEdit::Refused what)
{
    m_notice.say(what == ComposerEdit::Refused::Picture
                     ? tr("Handbell sends words only. A picture can show a patient, and nobody could find or "
                          "remove it later: put it "
                          "in the patient's record.")
                     : tr("Handbell sends words only. A file can hold a patient's details, and nobody could "
                          "find or remove them "
                          "later: use the clinical system or the shared drive."),
                 NoticeLine::Kind::Warning);
}

} // namespace handbell::ui
