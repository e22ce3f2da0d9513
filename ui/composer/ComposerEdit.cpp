// SPDX-License-Identifier: Apache-2.0
#include "ui/composer/ComposerEdit.h"

#include "ui/theme/Theme.h"

#include <QAbstractTextDocumentLayout>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextDocumentFragment>
#include <QUrl>

#include <algorithm>
#include <cmath>
#include <optional>

namespace handbell::ui {

namespace {

constexpr int mostLines = 6;

bool holdsFiles(const QMimeData &data)
{
    const auto urls = data.urls();
    return std::any_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); });
}

//! The words in \a data, without their formatting.
QString wordsIn(const QMimeData &data)
{
    if (data.hasFormat(QStringLiteral("text/plain")) || !data.hasHtml())
        return data.text();
    return QTextDocumentFragment::fromHtml(data.html())
        .toPlainText()
        .remove(QChar::ObjectReplacementCharacter);
}

//! A picture copied from a document often has text beside it; then the text is what is meant. The address
//! that a browser puts beside a picture is not.
bool holdsPictureAlone(const QMimeData &data)
{
    if (!data.hasImage())
        return false;
    const QString words = wordsIn(data).trimmed();
    const auto urls = data.urls();
    return words.isEmpty() ||
           std::any_of(urls.begin(), urls.end(), [&](const QUrl &url) { return url == QUrl(words); });
}

//! A break of Windows, of two characters, becomes one space.
QString inOneParagraph(QString words)
{
    words.replace(QLatin1String("\r\n"), QLatin1String(" "));
    for (QChar &c : words) {
        if (c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return words;
}

std::optional<ComposerEdit::Refused> refusalOf(const QMimeData &data)
{
    if (holdsFiles(data))
        return ComposerEdit::Refused::File;
    if (holdsPictureAlone(data))
        return ComposerEdit::Refused::Picture;
    return std::nullopt;
}

} // namespace

ComposerEdit::ComposerEdit(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
{
    setTabChangesFocus(true);
    setLineWrapMode(WidgetWidth);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(m_theme.spacing(Space::Small));
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, [this] {
        if (const int lines = visibleLines(); lines != m_lines) {
            m_lines = lines;
            updateGeometry();
        }
    });
}

void ComposerEdit::setOneParagraph(int longest)
{
    m_longest = longest;
    document()->setDocumentMargin(m_theme.spacing(Space::Tight));
}

//! As much of \a words as there is room for in the place of what is selected.
QString ComposerEdit::fitting(QString words)
{
    if (!m_longest)
        return words;
    words = inOneParagraph(std::move(words));
    const QTextCursor cursor = textCursor();
    const int selected = cursor.selectionEnd() - cursor.selectionStart();
    qsizetype room = *m_longest - (document()->characterCount() - 1 - selected);
    if (words.size() <= room)
        return words;
    room = std::max<qsizetype>(room, 0);
    if (room > 0 && words.at(room).isLowSurrogate() && words.at(room - 1).isHighSurrogate())
        --room; // no half of a character
    words.truncate(room);
    Q_EMIT cut();
    return words;
}

int ComposerEdit::visibleLines() const
{
    // QPlainTextDocumentLayout measures its height in lines.
    return std::clamp(static_cast<int>(std::ceil(document()->size().height())), 1, mostLines);
}

QSize ComposerEdit::sizeHint() const
{
    const int frame = rect().height() - contentsRect().height();    // frameWidth() is that of the sides
    const double lines = m_lines * fontMetrics().lineSpacing() + 1; // the base class scrolls without the one
    const double height = lines + 2 * document()->documentMargin() + frame;
    return {fontMetrics().averageCharWidth() * 24, static_cast<int>(std::ceil(height))};
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (m_longest || !(event->modifiers() & Qt::ShiftModifier))) {
        if (!event->isAutoRepeat())
            Q_EMIT sendRequested();
        return;
    }
    // Alt and a letter is a shortcut, also while what it belongs to is out of view. AltGr is not Alt.
    if (!(event->modifiers() & ~(Qt::AltModifier | Qt::ShiftModifier)) &&
        event->modifiers().testFlag(Qt::AltModifier) && !event->text().isEmpty() &&
        event->text().front().isPrint()) {
        event->ignore();
        return;
    }
    if (inserts(*event) && fitting(event->text()) != event->text())
        return;
    QPlainTextEdit::keyPressEvent(event);
}

bool ComposerEdit::inserts(const QKeyEvent &event) const
{
    const auto modifiers = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const bool altGr = modifiers == (Qt::ControlModifier | Qt::AltModifier);
    return (!modifiers || altGr) && !event.text().isEmpty() && event.text().front().isPrint();
}

void ComposerEdit::inputMethodEvent(QInputMethodEvent *event)
{
    if (event->commitString().isEmpty()) {
        QPlainTextEdit::inputMethodEvent(event);
        return;
    }
    QInputMethodEvent fits(event->preeditString(), event->attributes());
    fits.setCommitString(fitting(event->commitString()), event->replacementStart(),
                         event->replacementLength());
    QPlainTextEdit::inputMethodEvent(&fits);
    event->setAccepted(fits.isAccepted());
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData *source) const
{
    // Accept pictures and files far enough that insertFromMimeData() can say why not.
    return source->hasText() || source->hasHtml() || source->hasImage() || source->hasUrls();
}

void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    if (const auto refusal = refusalOf(*source)) {
        Q_EMIT refused(*refusal);
        return;
    }
    insertPlainText(fitting(wordsIn(*source)));
    ensureCursorVisible();
}

void ComposerEdit::dropEvent(QDropEvent *event)
{
    const bool fromHere = event->source() == this || event->source() == viewport();
    const auto refusal = refusalOf(*event->mimeData());
    if (!refusal) {
        QPlainTextEdit::dropEvent(event);
    } else {
        // The base class still has to hear of it, for it shows where the text would land.
        QDragLeaveEvent leave;
        dragLeaveEvent(&leave);
        event->accept();
        Q_EMIT refused(*refusal);
    }
    // Whatever is said to have been moved here is deleted where it came from.
    if (!fromHere)
        event->setDropAction(!refusal && event->possibleActions().testFlag(Qt::CopyAction)
                                 ? Qt::CopyAction
                                 : Qt::IgnoreAction);
}

void ComposerEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (m_lines < mostLines)
        updateGeometry();
}

} // namespace handbell::ui
