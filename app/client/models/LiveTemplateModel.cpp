// SPDX-License-Identifier: Apache-2.0
#include "client/models/LiveTemplateModel.h"

namespace handbell::client {

LiveTemplateModel::LiveTemplateModel(Practice &practice, QObject *parent)
    : KeyedListModel(parent)
    , m_practice(practice)
{
    connect(&m_practice, &Practice::wasReset, this, [this] { rebuild(); });
    connect(&m_practice, &Practice::changed, this, [this](const protocol::StateChange &change) {
        // A member's job role decides what they may send.
        if (!change.templates.empty() || !change.members.empty())
            rebuild();
    });
    rebuild();
}

void LiveTemplateModel::rebuild()
{
    const protocol::Member *self = m_practice.state().member(m_practice.self());
    std::vector<TemplateRow> rows;
    for (const auto &[id, source] : m_practice.state().templates) {
        if (!source.removed && self && source.maySend(self->role))
            rows.push_back({source});
    }
    setRows(std::move(rows)); // by id, which is the order they were added in
}

QVariant LiveTemplateModel::value(const TemplateRow &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case TextEnRole:
        return row.source.textEn;
    case TextCyRole:
        return row.source.textCy;
    case IdRole:
        return row.source.id.value;
    case KeyRole:
        return row.source.key;
    case ImportanceRole:
        return static_cast<int>(row.source.importance);
    case TakesNoteRole:
        return row.source.takesNote;
    default:
        return {};
    }
}

} // namespace handbell::client
