// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace handbell::ui {

class Theme;

//! A plain text field of one to six lines. Enter asks to send, Shift+Enter begins a line. Takes text and
//! nothing else: a pasted or dropped picture or file is refused, and said so.
class ComposerEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    //! What somebody tried to put in that is not text.
    enum class Refused { Picture, File };

    explicit ComposerEdit(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void sendRequested();
    void refused(handbell::ui::ComposerEdit::Refused what);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int visibleLines() const;

    const Theme &m_theme;
    int m_lines = 1;
};

} // namespace handbell::ui
