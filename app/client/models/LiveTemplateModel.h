// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/Practice.h"
#include "client/models/KeyedListModel.h"
#include "client/models/TemplateModel.h"

namespace handbell::client {

//! One alert template.
struct TemplateRow
{
    protocol::AlertTemplate source;

    [[nodiscard]] qint64 key() const { return source.id.value; }
    friend bool operator==(const TemplateRow &, const TemplateRow &) = default;
};

//! The TemplateModel of a real session.
class LiveTemplateModel final : public KeyedListModel<TemplateModel, TemplateRow>
{
public:
    explicit LiveTemplateModel(Practice &practice, QObject *parent = nullptr);

protected:
    [[nodiscard]] QVariant value(const TemplateRow &row, int role) const override;

private:
    void rebuild();

    Practice &m_practice;
};

} // namespace handbell::client
