// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/AlertWords.h"

#include <QWidget>

#include <map>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace handbell::ui {

class LadderEdit;
class TextLabel;
class Theme;

//! Everything about one alert template, to be changed. Knows the rules of the server, so that it can say what
//! is wrong before anything is sent. GUI thread only.
class TemplateForm : public QWidget
{
    Q_OBJECT

public:
    //! All must outlive the form.
    TemplateForm(const Theme &theme, const AlertWords &words, const client::Practice &practice,
                 QWidget *parent = nullptr);

    //! Shows \a alertTemplate; one without a key is new and gets one from its text.
    void setTemplate(const protocol::AlertTemplate &alertTemplate);
    //! As it stands in the form.
    [[nodiscard]] protocol::AlertTemplate alertTemplate() const;
    //! Whether it differs from what was shown.
    [[nodiscard]] bool isChanged() const;
    //! What is wrong with it, in a sentence that says what to do; empty where nothing is.
    [[nodiscard]] QString fault() const;
    void focusFirst();

Q_SIGNALS:
    void changed();

private:
    QLineEdit *addText(QBoxLayout &column, const QString &label, const QString &name);
    void addBehaviour(QBoxLayout &column);
    void addReplies(QBoxLayout &column);
    void addSenders(QBoxLayout &column);
    void fillRoles(const std::vector<QString> &chosen);
    void explain();
    [[nodiscard]] QString keyFor(const QString &text) const;

    const Theme &m_theme;
    const AlertWords &m_words;
    const client::Practice &m_practice;
    protocol::AlertTemplate m_shown;
    QLineEdit *m_english = nullptr;
    QLineEdit *m_welsh = nullptr;
    QComboBox *m_importance = nullptr;
    TextLabel *m_importanceNote = nullptr;
    QSpinBox *m_minutes = nullptr;
    std::map<protocol::Reply, QCheckBox *> m_replies;
    QCheckBox *m_gathers = nullptr;
    QCheckBox *m_takesNote = nullptr;
    LadderEdit *m_ladder = nullptr;
    QComboBox *m_whoSends = nullptr;
    QWidget *m_roles = nullptr;
    std::vector<std::pair<QString, QCheckBox *>> m_roleBoxes;
};

} // namespace handbell::ui
