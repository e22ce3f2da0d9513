// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/AlertWords.h"

#include <QDialog>

class QListView;

namespace handbell::client {
class TemplateManager;
}

namespace handbell::ui {

class ActionButton;
class TemplateForm;
class TemplateListModel;
class TextLabel;
class Theme;

//! Where administrators change the alert templates: the list on the left, one of them on the right. What is
//! saved goes into the record and to every workstation at once; alerts on a screen stay as they were rung.
//! What was changed and not saved is not lost by a click on another: it has to be saved or given up first.
//! GUI thread only.
class TemplatesDialog : public QDialog
{
    Q_OBJECT

public:
    //! All must outlive the dialog.
    struct Parts
    {
        const Theme &theme;
        const AlertWords &words;
        const client::Practice &practice;
        client::TemplateManager &templates;
    };

    explicit TemplatesDialog(const Parts &parts, QWidget *parent = nullptr);

    //! What is said at the bottom.
    [[nodiscard]] QString status() const;

    void reject() override;

private:
    [[nodiscard]] QWidget *list();
    [[nodiscard]] QWidget *buttons();
    void choose(int row);
    void showChosen();
    void beginNew();
    void giveUp();
    void remove();
    void save(const protocol::AlertTemplate &alertTemplate);
    void finishSaving();
    void follow();
    void say(const QString &words, Token token);

    Parts m_parts;
    TemplateListModel *m_model;
    QListView *m_list = nullptr;
    TemplateForm *m_form;
    TextLabel *m_status = nullptr;
    ActionButton *m_new = nullptr;
    ActionButton *m_remove = nullptr;
    ActionButton *m_giveUp = nullptr;
    ActionButton *m_save = nullptr;
    ActionButton *m_close = nullptr;
    TemplateId m_chosen; //!< none: a new one
    bool m_removalAsked = false;
    bool m_sending = false;
    QString m_savedKey;           //!< of what is being saved
    std::optional<Seq> m_savedAt; //!< the event that has to come yet, once the server has said so
};

} // namespace handbell::ui
