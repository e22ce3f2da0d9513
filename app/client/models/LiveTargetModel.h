// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/AlertManager.h"
#include "client/Practice.h"
#include "client/models/KeyedListModel.h"
#include "client/models/TargetModel.h"

#include <QTimer>

namespace handbell::client {

//! One address an alert can go to.
struct TargetRow
{
    protocol::Address address;
    QString name;
    int reachNow = 0;
    int reachTotal = 0;
    QString personName;
    int state = -1;
    bool favourite = false;

    [[nodiscard]] QString key() const
    {
        return QString::number(static_cast<int>(address.kind)) + QLatin1Char('/') +
               QString::number(address.id) + QLatin1Char('/') + address.role.toCaseFolded();
    }
    friend bool operator==(const TargetRow &, const TargetRow &) = default;
};

//! The TargetModel of a real session. Changes of one turn of the event loop show together; a filter at once.
class LiveTargetModel final : public KeyedListModel<TargetModel, TargetRow>
{
public:
    LiveTargetModel(Practice &practice, AlertManager &alerts, QObject *parent = nullptr);

    void setFilter(const QString &typed) override;
    void setFavourites(const std::vector<protocol::Address> &favourites) override;
    [[nodiscard]] protocol::Address address(const QModelIndex &index) const override;

protected:
    [[nodiscard]] QVariant value(const TargetRow &row, int role) const override;

private:
    void rebuild();
    [[nodiscard]] std::vector<TargetRow> everyRow() const;
    [[nodiscard]] TargetRow rowOf(const protocol::Address &address, const QString &name) const;
    [[nodiscard]] int scoreOf(const TargetRow &row) const;
    void noteRung();

    Practice &m_practice;
    AlertManager &m_alerts;
    QString m_filter;
    std::vector<protocol::Address> m_recent; //!< most recently rung first
    std::vector<protocol::Address> m_favourites;
    QTimer m_update;
};

} // namespace handbell::client
