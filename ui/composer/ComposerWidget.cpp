// SPDX-License-Identifier: Apache-2.0
#include "ui/composer/ComposerWidget.h"

#include "ui/composer/ComposerFooter.h"
#include "ui/composer/FindingHighlighter.h"
#include "ui/composer/GuardBar.h"
#include "ui/composer/GuardWords.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <utility>

namespace handbell::ui {

namespace {

constexpr qsizetype longestText = 4000; // protocol::maxMessageText
constexpr qsizetype counterFrom = 3600; // say how much room is left once it matters

QString wordsFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::TextTooLong:
        return ComposerWidget::tr("Too long for one message. Shorten it, or send it in parts.");
    case ErrorCode::StorageUnavailable:
        return ComposerWidget::tr(
            "Not sent: this PC could not save it. Free some disk space, then try again.");
    default:
        return ComposerWidget::tr("Not sent. Your text is still here: try again in a moment.");
    }
}

} // namespace

ComposerWidget::ComposerWidget(const Theme &theme, Post post, CurrentGuard currentGuard,
                               CurrentTone currentTone, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_post(std::move(post))
    , m_currentGuard(std::move(currentGuard))
    , m_currentTone(std::move(currentTone))
{
    build();
    connect(m_edit, &ComposerEdit::sendRequested, this, [this] { trySend({}); });
    connect(m_edit, &ComposerEdit::refused, this, &ComposerWidget::explainRefusal);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &ComposerWidget::onTextChanged);
    connect(&m_footer->sendButton(), &QPushButton::clicked, this, [this] { trySend({}); });
    connect(m_guardBar, &GuardBar::editChosen, this, &ComposerWidget::backToEditing);
    connect(m_guardBar, &GuardBar::removeChosen, this, &ComposerWidget::removeFindings);
    connect(m_guardBar, &GuardBar::initialsChosen, this, &ComposerWidget::useInitials);
    connect(m_guardBar, &GuardBar::taskChosen, this, &ComposerWidget::useTask);
    connect(m_guardBar, &GuardBar::confirmed, this,
            [this](const guard::Confirmation &confirmation) { trySend(confirmation); });
}

ComposerWidget::~ComposerWidget() = default;

void ComposerWidget::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(m_theme.spacing(Space::Large), m_theme.spacing(Space::Medium),
                               m_theme.spacing(Space::Large), m_theme.spacing(Space::Medium));
    column->setSpacing(m_theme.spacing(Space::Small));

    m_guardBar = new GuardBar(m_theme, this);
    column->addWidget(m_guardBar);

    m_notice = new QWidget(this);
    auto *noticeRow = new QHBoxLayout(m_notice);
    noticeRow->setContentsMargins(0, 0, 0, 0);
    noticeRow->setSpacing(m_theme.spacing(Space::Small));
    m_noticeIcon = new IconLabel(m_theme, Icon::Info, Token::Muted, {}, m_notice);
    m_noticeText = new TextLabel(m_theme, TextSize::Small, Token::Text, {}, m_notice);
    m_noticeText->setWordWrap(true);
    noticeRow->addWidget(m_noticeIcon, 0, Qt::AlignTop);
    noticeRow->addWidget(m_noticeText, 1);
    m_notice->hide();
    column->addWidget(m_notice);

    m_edit = new ComposerEdit(m_theme, this);
    m_edit->setAccessibleName(tr("Message"));
    m_edit->setPlaceholderText(tr("Write a message"));
    m_highlighter = new FindingHighlighter(m_theme, m_edit->document());
    column->addWidget(m_edit);
    m_footer = new ComposerFooter(m_theme, this);
    column->addWidget(m_footer);
}

void ComposerWidget::setRecipient(const Recipient &recipient)
{
    m_footer->setRecipient(recipient);
    m_edit->setAccessibleDescription(m_footer->sendButton().accessibleDescription());
}

QString ComposerWidget::text() const
{
    return m_edit->toPlainText();
}

void ComposerWidget::setText(const QString &text)
{
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
}

void ComposerWidget::clear()
{
    m_edit->clear();
    m_guardBar->dismiss();
    sayNothing();
}

void ComposerWidget::focusField()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void ComposerWidget::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_guardBar->isVisible())
        backToEditing();
    else
        QWidget::keyPressEvent(event);
}

void ComposerWidget::backToEditing()
{
    m_guardBar->dismiss();
    focusField();
}

void ComposerWidget::onTextChanged()
{
    const QString text = m_edit->toPlainText();
    if (std::exchange(m_seen, text) == text)
        return; // underlined anew, nothing was typed
    // An edit undoes a warning and whatever was about to be confirmed.
    m_guardBar->dismiss();
    m_footer->sendButton().setEnabled(!text.trimmed().isEmpty());
    showRoomLeft(text.size());

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
        sayNothing();
    else
        say(lines.join(QLatin1Char('\n')), Notice::Remark,
            hints.empty() ? QString() : GuardWords::toneDescription(text, hints));
}

void ComposerWidget::showRoomLeft(qsizetype length)
{
    if (length < counterFrom)
        m_footer->setPlenty();
    else
        m_footer->setRoomLeft(longestText - length);
}

void ComposerWidget::trySend(const std::optional<guard::Confirmation> &confirmation)
{
    const QString text = m_edit->toPlainText();
    const auto guard = m_currentGuard();
    if (text.trimmed().isEmpty() || !guard)
        return;
    if (text.size() > longestText) {
        say(wordsFor(ErrorCode::TextTooLong), Notice::Warning);
        return;
    }
    const auto screened = guard->screen(text, confirmation);
    if (!screened) {
        m_guardBar->warn(text, guard->assess(text));
        return;
    }
    const auto posted = m_post(*screened);
    if (!posted) {
        m_guardBar->dismiss();
        say(wordsFor(posted.error().code), Notice::Warning);
        return;
    }
    clear();
    focusField();
    Q_EMIT this->posted();
}

void ComposerWidget::removeFindings()
{
    const QString text = m_edit->toPlainText();
    const auto guard = m_currentGuard();
    if (!guard)
        return;
    const guard::Assessment assessment = guard->assess(text);
    apply(SaferText::removal(text, assessment),
          tr("Removed: %1. Nothing was sent yet.").arg(GuardWords::kinds(assessment)));
}

void ComposerWidget::useInitials()
{
    const QString text = m_edit->toPlainText();
    const auto guard = m_currentGuard();
    if (!guard)
        return;
    apply(SaferText::initials(text, guard->assess(text)),
          tr("Initials are in the place of names. Nothing was sent yet."));
}

//! Makes \a edits one step that can be undone, and looks at what is left: warns again, or says what was
//! \a done.
void ComposerWidget::apply(const SaferText::Edits &edits, const QString &done)
{
    QTextCursor cursor(m_edit->document()); // the field's own stays between the same letters
    cursor.beginEditBlock();
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        cursor.setPosition(static_cast<int>(edit->span.start));
        cursor.setPosition(static_cast<int>(edit->span.end()), QTextCursor::KeepAnchor);
        cursor.insertText(edit->replacement);
    }
    cursor.endEditBlock();
    const QString text = m_edit->toPlainText();
    const auto guard = m_currentGuard();
    const guard::Assessment left = guard ? guard->assess(text) : guard::Assessment();
    if (left.verdict == guard::Verdict::Warn) {
        m_guardBar->warn(text, left);
        return;
    }
    backToEditing();
    say(done, Notice::Remark);
}

void ComposerWidget::useTask()
{
    QGuiApplication::clipboard()->setText(m_edit->toPlainText());
    clear();
    say(tr("Copied. Paste it into a task in the clinical system; it was not sent and is not kept here."),
        Notice::Remark);
    focusField();
}

void ComposerWidget::explainRefusal(ComposerEdit::Refused what)
{
    say(what == ComposerEdit::Refused::Picture
            ? tr("Handbell sends words only. A picture can show a patient, and nobody could find or remove "
                 "it later: put it "
                 "in the patient's record.")
            : tr("Handbell sends words only. A file can hold a patient's details, and nobody could find or "
                 "remove them "
                 "later: use the clinical system or the shared drive."),
        Notice::Warning);
}

void ComposerWidget::say(const QString &words, Notice kind, const QString &description)
{
    m_notice->setAccessibleDescription(description);
    if (kind == Notice::Remark && m_notice->isVisible() && m_noticeText->text() == words)
        return; // a hint stays while one types on; a screen reader hears it once
    const bool asWarning = kind == Notice::Warning;
    m_noticeIcon->setThemeIcon(asWarning ? Icon::Warning : Icon::Info,
                               asWarning ? Token::Important : Token::Muted, {});
    m_noticeText->setText(words);
    m_notice->setAccessibleName(words);
    m_notice->show();
    QAccessibleEvent event(m_notice, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ComposerWidget::sayNothing()
{
    m_notice->hide();
    m_noticeText->clear();
}

} // namespace handbell::ui
