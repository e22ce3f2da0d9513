// SPDX-License-Identifier: Apache-2.0
#include "ui/templates/TemplateListModel.h"

#include "ui/theme/Theme.h"

namespace handbell::ui {

TemplateListModel::TemplateListModel(const Theme &theme, const AlertWords &words,
                                     const client::Practice &practice, QObject *parent)
    : QAbstractListModel(parent)
    , m_theme(theme)
    , m_words(words)
    , m_practice(practice)
{
    connect(&practice, &client::Practice::wasReset, this, &TemplateListModel::reload);
    connect(&practice, &client::Practice::changed, this, [this](const protocol::StateChange &change) {
        if (!change.templates.empty())
            reload();
    });
    reload();
}

void TemplateListModel::reload()
{
    beginResetModel();
    m_ids.clear();
    for (const auto &[id, one] : m_practice.state().templates) {
        if (!one.removed)
            m_ids.push_back(id);
    }
    endResetModel();
}

int TemplateListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ids.size());
}

int TemplateListModel::rowOf(TemplateId alertTemplate) const
{
    const auto found = std::find(m_ids.begin(), m_ids.end(), alertTemplate);
    return found == m_ids.end() ? -1 : int(found - m_ids.begin());
}

QVariant TemplateListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const protocol::AlertTemplate &one = *m_practice.state().alertTemplate(at(index.row()));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return m_words.templateText(one);
    case Qt::DecorationRole:
        return m_theme.icon(AlertWords::importanceIcon(one.importance),
                            AlertWords::importanceToken(one.importance));
    case Qt::AccessibleDescriptionRole:
        return AlertWords::importance(one.importance);
    default:
        return {};
    }
}

} // namespace handbell::ui
