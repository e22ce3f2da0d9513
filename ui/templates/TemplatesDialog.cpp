// SPDX-License-Identifier: Apache-2.0
#include "ui/templates/TemplatesDialog.h"

#include "client/Futures.h"
#include "client/TemplateManager.h"
#include "ui/templates/TemplateForm.h"
#include "ui/templates/TemplateListModel.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Labels.h"
#include "ui/theme/Panel.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QListView>
#include <QScrollArea>
#include <QSignalBlocker>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

namespace {

constexpr int ListWidth = 260;

QString saveFailure(ErrorCode code)
{
    switch (code) {
    case ErrorCode::GuardConfirmationRequired:
        return TemplatesDialog::tr(
            "Not saved: a text looks like a patient. What an alert says stands on every "
            "screen; leave people out of it.");
    case ErrorCode::Forbidden:
        return TemplatesDialog::tr("Not saved: only administrators change alerts.");
    case ErrorCode::Unreachable:
    case ErrorCode::ServerStopping:
        return TemplatesDialog::tr(
            "Not saved: there is no connection. Nothing is lost here; save again when it "
            "is back.");
    case ErrorCode::StorageUnavailable:
        return TemplatesDialog::tr("Not saved: the server cannot write its record.");
    default:
        return TemplatesDialog::tr("Not saved: the server did not take it.");
    }
}

} // namespace

TemplatesDialog::TemplatesDialog(const Parts &parts, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_model(new TemplateListModel(parts.theme, parts.words, parts.practice, this))
    , m_form(new TemplateForm(parts.theme, parts.words, parts.practice))
{
    setObjectName(u"templatesDialog"_s);
    setWindowTitle(tr("Alerts – Handbell"));
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *panes = new QHBoxLayout;
    panes->setSpacing(0);
    panes->addWidget(list());
    panes->addWidget(new Separator(parts.theme, Qt::Vertical));
    panes->addWidget(scroll, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(panes, 1);
    column->addWidget(new Separator(parts.theme, Qt::Horizontal));
    column->addWidget(buttons());

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                if (now.isValid())
                    choose(now.row());
            });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        showChosen();
        finishSaving();
    });
    connect(m_form, &TemplateForm::changed, this, [this] {
        m_removalAsked = false;
        m_status->clear();
        follow();
    });
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
    else
        beginNew();
    follow();
    m_list->setFocus();
    const QFontMetrics metrics(parts.theme.font(TextSize::Body));
    resize(ListWidth + metrics.averageCharWidth() * 72, metrics.lineSpacing() * 42);
}

QWidget *TemplatesDialog::list()
{
    const Theme &theme = m_parts.theme;
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, theme.spacing(Space::Small));
    m_list = new QListView;
    m_list->setObjectName(u"list"_s);
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Alerts"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setIconSize({16, 16});
    m_list->setSpacing(2);
    m_list->setFrameShape(QFrame::NoFrame);
    column->addWidget(m_list, 1);
    m_new = new ActionButton(theme, ActionButton::Role::Quiet, tr("New alert"));
    m_new->setObjectName(u"new"_s);
    m_new->setThemeIcon(Icon::Add);
    connect(m_new, &QAbstractButton::clicked, this, &TemplatesDialog::beginNew);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(theme.spacing(Space::Small), 0, theme.spacing(Space::Small), 0);
    row->addWidget(m_new);
    row->addStretch(1);
    column->addLayout(row);
    const QFontMetrics metrics(theme.font(TextSize::Body));
    pane->setFixedWidth(qMax(ListWidth, metrics.averageCharWidth() * 34));
    return pane;
}

QWidget *TemplatesDialog::buttons()
{
    const Theme &theme = m_parts.theme;
    auto *bar = new QWidget;
    auto *column = new QVBoxLayout(bar);
    const int margin = theme.spacing(Space::Large);
    column->setContentsMargins(margin, theme.spacing(Space::Small), margin, theme.spacing(Space::Medium));
    column->setSpacing(theme.spacing(Space::Small));
    m_status = new TextLabel(theme, TextSize::Body, Token::Muted);
    m_status->setObjectName(u"status"_s);
    m_status->setWordWrap(true);
    column->addWidget(m_status);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.spacing(Space::Small));
    const auto add = [&](ActionButton::Role role, const QString &words, const QString &name) {
        auto *button = new ActionButton(theme, role, words);
        button->setObjectName(name);
        row->addWidget(button);
        return button;
    };
    m_remove = add(ActionButton::Role::Plain, tr("Take it away"), u"remove"_s);
    row->addStretch(1);
    m_giveUp = add(ActionButton::Role::Plain, tr("Undo changes"), u"giveUp"_s);
    m_save = add(ActionButton::Role::Primary, tr("Save"), u"save"_s);
    m_close = add(ActionButton::Role::Plain, tr("Close"), u"close"_s);
    connect(m_remove, &QAbstractButton::clicked, this, &TemplatesDialog::remove);
    connect(m_giveUp, &QAbstractButton::clicked, this, &TemplatesDialog::giveUp);
    connect(m_save, &QAbstractButton::clicked, this, [this] { save(m_form->alertTemplate()); });
    connect(m_close, &QAbstractButton::clicked, this, &QDialog::reject);
    column->addLayout(row);
    return bar;
}

QString TemplatesDialog::status() const
{
    return m_status->text();
}

//! Another one was clicked: only where nothing would be lost by it.
void TemplatesDialog::choose(int row)
{
    const TemplateId wanted = m_model->at(row);
    if (wanted == m_chosen)
        return;
    if (m_form->isChanged() || m_sending) {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_list->setCurrentIndex(m_model->index(m_model->rowOf(m_chosen)));
        m_list->viewport()->update();
        say(tr("Save what you changed first, or undo it."), Token::Important);
        return;
    }
    m_chosen = wanted;
    m_form->setTemplate(*m_parts.practice.state().alertTemplate(wanted));
}

//! The practice's templates changed, perhaps by somebody else.
void TemplatesDialog::showChosen()
{
    const int row = m_model->rowOf(m_chosen);
    if (row >= 0) {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_list->setCurrentIndex(m_model->index(row));
    }
    if (m_form->isChanged())
        return; // somebody is in the middle of it
    if (row >= 0) {
        m_form->setTemplate(*m_parts.practice.state().alertTemplate(m_chosen));
    } else if (m_chosen.isValid() && m_model->rowCount() > 0) {
        m_chosen = {};
        m_list->setCurrentIndex(m_model->index(0));
    }
}

void TemplatesDialog::beginNew()
{
    if (m_form->isChanged()) {
        say(tr("Save what you changed first, or undo it."), Token::Important);
        return;
    }
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_list->setCurrentIndex({});
        m_list->clearSelection();
    }
    m_list->viewport()->update();
    m_chosen = {};
    m_form->setTemplate(protocol::AlertTemplate());
    m_form->focusFirst();
}

void TemplatesDialog::giveUp()
{
    const protocol::AlertTemplate *kept = m_parts.practice.state().alertTemplate(m_chosen);
    m_form->setTemplate(kept ? *kept : protocol::AlertTemplate());
}

//! A second press of the same button means it.
void TemplatesDialog::remove()
{
    if (!m_removalAsked) {
        m_removalAsked = true;
        m_remove->setText(tr("Yes, take it away"));
        say(tr("Nobody will be able to send it any more. Alerts that were sent stay in the record."),
            Token::Important);
        return;
    }
    if (const protocol::AlertTemplate *kept = m_parts.practice.state().alertTemplate(m_chosen)) {
        protocol::AlertTemplate gone = *kept;
        gone.removed = true;
        save(gone);
    }
}

void TemplatesDialog::save(const protocol::AlertTemplate &alertTemplate)
{
    const QString fault = alertTemplate.removed ? QString() : m_form->fault();
    if (!fault.isEmpty()) {
        say(fault, Token::Important);
        return;
    }
    m_sending = true;
    follow();
    say(tr("Saving…"), Token::Muted);
    m_savedKey = alertTemplate.key;
    client::whenAnswered(m_parts.templates.save(alertTemplate), this, [this](const Result<Seq> &result) {
        if (result) {
            m_savedAt = *result;
            finishSaving();
            return;
        }
        m_sending = false;
        m_removalAsked = false;
        follow();
        say(saveFailure(result.error().code), Token::Urgent);
    });
}

//! Once the server has it and the practice here does: which of the two comes first is nobody's business.
void TemplatesDialog::finishSaving()
{
    if (!m_savedAt || m_parts.practice.state().seq < *m_savedAt)
        return;
    m_savedAt.reset();
    m_sending = false;
    m_removalAsked = false;
    for (const auto &[id, one] : m_parts.practice.state().templates) {
        if (one.key == m_savedKey)
            m_chosen = id;
    }
    giveUp(); // what was typed is what there is
    showChosen();
    say(tr("Saved. Every workstation has it."), Token::Muted);
    follow();
}

void TemplatesDialog::follow()
{
    const bool changed = m_form->isChanged();
    m_save->setEnabled(changed && !m_sending);
    m_giveUp->setVisible(changed && !m_sending);
    m_remove->setVisible(m_chosen.isValid() && !changed);
    if (!m_removalAsked)
        m_remove->setText(tr("Take it away"));
    m_remove->setEnabled(!m_sending);
}

void TemplatesDialog::say(const QString &words, Token token)
{
    m_status->setToken(token);
    m_status->setText(words);
    QAccessibleEvent event(m_status, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void TemplatesDialog::reject()
{
    if (m_form->isChanged() && isVisible()) {
        if (m_close->text() != tr("Close without saving")) {
            m_close->setText(tr("Close without saving"));
            say(tr("What you changed is not saved."), Token::Important);
            return;
        }
    }
    QDialog::reject();
}

} // namespace handbell::ui
