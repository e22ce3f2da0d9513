// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/composer/Recipient.h"

#include <QWidget>

class QBoxLayout;

namespace handbell::ui {

class ActionButton;
class ElidedLabel;
class TextLabel;
class Theme;

//! What stands under the field: that everything is kept, how much room is left, who will read it, and the
//! send button. In one row where there is room, in two where there is not; a long name ends in "…".
class ComposerFooter : public QWidget
{
    Q_OBJECT

public:
    explicit ComposerFooter(const Theme &theme, QWidget *parent = nullptr);

    void setRecipient(const Recipient &recipient);
    //! How much of the longest text is left, negative where there is too much of it; nothing is said while
    //! there is plenty.
    void setRoomLeft(qsizetype characters);
    //! Forgets how much room there is.
    void setPlenty();
    [[nodiscard]] ActionButton &sendButton() const { return *m_send; }

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void say(const QString &words);
    [[nodiscard]] int widthOfOneRow() const;

    const Theme &m_theme;
    QBoxLayout *m_rows = nullptr;
    QBoxLayout *m_about = nullptr;
    QBoxLayout *m_sending = nullptr;
    TextLabel *m_kept = nullptr;
    TextLabel *m_counter = nullptr;
    ElidedLabel *m_to = nullptr;
    ElidedLabel *m_name = nullptr;
    ElidedLabel *m_detail = nullptr;
    ActionButton *m_send = nullptr;
};

} // namespace handbell::ui
