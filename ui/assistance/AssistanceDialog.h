// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/assistance/AssistanceWords.h"

#include <QDialog>

class QBoxLayout;
class QCheckBox;

namespace handbell::ui {

class ActionButton;
class IconLabel;
class TextLabel;
class Theme;

//! Sets assistance up and tests it: says what it is and what it is not, has the room confirmed, rings the
//! test and shows how it goes. Asks for assistance too, for whoever does not know the key. GUI thread only.
class AssistanceDialog : public QDialog
{
    Q_OBJECT

public:
    //! All must outlive the dialog.
    AssistanceDialog(const Theme &theme, const AlertWords &words, client::AssistanceManager &assistance,
                     QWidget *parent = nullptr);

    //! What is said of the test.
    [[nodiscard]] QString testWords() const;

private:
    void addWords(QBoxLayout &column);
    void addSetUp(QBoxLayout &column);
    void addButtons(QBoxLayout &column);
    void follow();

    const Theme &m_theme;
    client::AssistanceManager &m_assistance;
    const AssistanceWords m_words;
    RoomId m_room; //!< that the tick is about
    QCheckBox *m_roomIsRight = nullptr;
    IconLabel *m_testIcon = nullptr;
    TextLabel *m_test = nullptr;
    ActionButton *m_makeTest = nullptr;
    TextLabel *m_testNote = nullptr;
    ActionButton *m_close = nullptr;
};

} // namespace handbell::ui
