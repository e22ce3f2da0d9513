// SPDX-License-Identifier: Apache-2.0
#include "ui/composer/ComposerEdit.h"

#include "ui/theme/Theme.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace handbell::ui {

namespace {

constexpr int mostLines = 6;

bool holdsFiles(const QMimeData &data)
{
    const auto urls = data.urls();
    return std::any_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); });
}

//! A picture copied from a web page or a document often has text beside it; then the text is what is meant.
bool holdsPictureAlone(const QMimeData &data)
{
    return data.hasImage() && !data.hasText();
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

int ComposerEdit::visibleLines() const
{
    // QPlainTextDocumentLayout measures its height in lines.
    return std::clamp(static_cast<int>(std::ceil(document()->size().height())), 1, mostLines);
}

QSize ComposerEdit::sizeHint() const
{
    const double height =
        m_lines * fontMetrics().lineSpacing() + 2 * document()->documentMargin() + 2 * frameWidth();
    return {fontMetrics().averageCharWidth() * 24, static_cast<int>(std::ceil(height))};
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & Qt::ShiftModifier)) {
        if (!event->isAutoRepeat())
            Q_EMIT sendRequested();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData *source) const
{
    // Accept pictures and files far enough that insertFromMimeData() can say why not.
    return source->hasText() || source->hasImage() || source->hasUrls();
}

void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    if (holdsFiles(*source)) {
        Q_EMIT refused(Refused::File);
        return;
    }
    if (holdsPictureAlone(*source)) {
        Q_EMIT refused(Refused::Picture);
        return;
    }
    if (source->hasText())
        insertPlainText(source->text());
}

void ComposerEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (m_lines < mostLines)
        updateGeometry();
}

} // namespace handbell::ui
