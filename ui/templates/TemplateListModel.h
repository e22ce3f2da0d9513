// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/AlertWords.h"

#include <QAbstractListModel>

#include <vector>

namespace handbell::ui {

class Theme;

//! The practice's alert templates with their importance, in the order they were added, those that were taken
//! away left out. Follows the practice. GUI thread only.
class TemplateListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    //! All must outlive the model.
    TemplateListModel(const Theme &theme, const AlertWords &words, const client::Practice &practice,
                      QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] TemplateId at(int row) const { return m_ids.at(size_t(row)); }
    //! -1 where it is not there.
    [[nodiscard]] int rowOf(TemplateId alertTemplate) const;

private:
    void reload();

    const Theme &m_theme;
    const AlertWords &m_words;
    const client::Practice &m_practice;
    std::vector<TemplateId> m_ids;
};

} // namespace handbell::ui
