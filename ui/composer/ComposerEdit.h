// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

#include <optional>

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

    //! Takes one paragraph of at most \a longest UTF-16 units from now on: line breaks that are pasted become
    //! spaces, Shift+Enter sends too, and of what somebody puts in the end that does not fit is left out.
    void setOneParagraph(int longest);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void sendRequested();
    void refused(handbell::ui::ComposerEdit::Refused what);
    //! Not all of what was put in had room.
    void cut();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int visibleLines() const;
    [[nodiscard]] bool inserts(const QKeyEvent &event) const;
    [[nodiscard]] QString fitting(QString words);

    const Theme &m_theme;
    std::optional<int> m_longest; //!< set where there is one paragraph
    int m_lines = 1;
};

} // namespace handbell::ui
