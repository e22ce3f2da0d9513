// SPDX-License-Identifier: Apache-2.0
#include "ui/composer/ComposerWidget.h"

#include "ui/composer/ComposerEdit.h"
#include "ui/composer/ComposerFooter.h"
#include "ui/composer/GuardBar.h"
#include "ui/composer/NoticeLine.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Theme.h"

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

ComposerWidget::ComposerWidget(const Theme &theme, Post post, GuardedText::CurrentGuard currentGuard,
                               GuardedText::CurrentTone currentTone, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_post(std::move(post))
{
    build();
    m_guarded = new GuardedText(m_theme, {*m_edit, *m_guardBar, *m_notice}, std::move(currentGuard),
                                std::move(currentTone), this);
    connect(m_guarded, &GuardedText::edited, this, &ComposerWidget::onEdited);
    connect(m_edit, &ComposerEdit::sendRequested, this, [this] { trySend({}); });
    connect(&m_footer->sendButton(), &QPushButton::clicked, this, [this] { trySend({}); });
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

    m_guardBar = new GuardBar(m_theme, GuardWords::Medium::Message, this);
    column->addWidget(m_guardBar);

    m_notice = new NoticeLine(m_theme, this);
    column->addWidget(m_notice);

    m_edit = new ComposerEdit(m_theme, this);
    m_edit->setAccessibleName(tr("Message"));
    m_edit->setPlaceholderText(tr("Write a message"));
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
    m_guarded->clear();
}

void ComposerWidget::focusField()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void ComposerWidget::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_guardBar->isVisible())
        m_guarded->backToEditing();
    else
        QWidget::keyPressEvent(event);
}

void ComposerWidget::onEdited()
{
    m_footer->sendButton().setEnabled(!m_guarded->text().isEmpty());
    const qsizetype length = text().size();
    if (length < counterFrom)
        m_footer->setPlenty();
    else
        m_footer->setRoomLeft(longestText - length);
}

void ComposerWidget::trySend(const std::optional<guard::Confirmation> &confirmation)
{
    if (m_guarded->text().size() > longestText) {
        m_notice->say(wordsFor(ErrorCode::TextTooLong), NoticeLine::Kind::Warning);
        return;
    }
    const auto screened = m_guarded->screen(confirmation);
    if (!screened)
        return;
    const auto posted = m_post(*screened);
    if (!posted) {
        m_guardBar->dismiss();
        m_notice->say(wordsFor(posted.error().code), NoticeLine::Kind::Warning);
        return;
    }
    clear();
    focusField();
    Q_EMIT this->posted();
}

} // namespace handbell::ui
