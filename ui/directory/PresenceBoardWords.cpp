// SPDX-License-Identifier: Apache-2.0
#include "ui/directory/PresenceBoardWords.h"

#include "client/models/PresenceBoardModel.h"
#include "ui/directory/DirectoryWords.h"

namespace handbell::ui {

using client::PresenceBoardModel;

PresenceBoardWords::PresenceBoardWords(PresenceBoardModel &board, QObject *parent)
    : QIdentityProxyModel(parent)
{
    setSourceModel(&board);
    // Whether a row carries its section's heading depends on the row above it.
    const auto renew = [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
    };
    connect(this, &QAbstractItemModel::rowsInserted, this, renew);
    connect(this, &QAbstractItemModel::rowsRemoved, this, renew);
    connect(this, &QAbstractItemModel::rowsMoved, this, renew);
}

QVariant PresenceBoardWords::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QModelIndex source = mapToSource(index);
    const bool isRoom = source.data(PresenceBoardModel::RoomIdRole).toLongLong() != 0;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return sentence(index);
    case PlaceRole:
        return source.data(isRoom ? PresenceBoardModel::RoomNameRole : PresenceBoardModel::MemberNameRole);
    case PersonRole:
        if (!isRoom)
            return QString();
        return source.data(PresenceBoardModel::SelfRole).toBool()
                   ? tr("you")
                   : source.data(PresenceBoardModel::MemberNameRole).toString();
    case JobWordsRole:
        return source.data(PresenceBoardModel::JobRole);
    case StateWordsRole:
        return stateWords(source);
    case EmptyRole:
        return source.data(PresenceBoardModel::MemberIdRole).toLongLong() == 0;
    case RingableRole:
        return address(index).has_value();
    case HeadingRole:
        return heading(source);
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

std::optional<protocol::Address> PresenceBoardWords::address(const QModelIndex &index) const
{
    const QModelIndex source = mapToSource(index);
    const RoomId room{source.data(PresenceBoardModel::RoomIdRole).toLongLong()};
    if (!room.isValid() || !person(index).isValid())
        return {};
    return protocol::Address::room(room);
}

MemberId PresenceBoardWords::person(const QModelIndex &index) const
{
    const QModelIndex source = mapToSource(index);
    if (source.data(PresenceBoardModel::SelfRole).toBool())
        return {};
    return MemberId{source.data(PresenceBoardModel::MemberIdRole).toLongLong()};
}

QString PresenceBoardWords::stateWords(const QModelIndex &source) const
{
    if (source.data(PresenceBoardModel::MemberIdRole).toLongLong() == 0)
        return tr("Nobody signed in");
    const auto state =
        static_cast<protocol::PresenceState>(source.data(PresenceBoardModel::StateRole).toInt());
    return DirectoryWords::stateWithTime(state, source.data(PresenceBoardModel::SinceRole).toDateTime(),
                                         source.data(PresenceBoardModel::UntilRole).toDateTime(),
                                         QDate::currentDate());
}

QString PresenceBoardWords::heading(const QModelIndex &source) const
{
    const auto section = [](const QModelIndex &row) {
        return row.data(PresenceBoardModel::SectionRole).toInt();
    };
    if (source.row() > 0 && section(source.siblingAtRow(source.row() - 1)) == section(source))
        return {};
    return DirectoryWords::section(static_cast<PresenceBoardModel::Section>(section(source)));
}

QString PresenceBoardWords::sentence(const QModelIndex &index) const
{
    QStringList parts{index.data(PlaceRole).toString()};
    for (const int role : {int(PersonRole), int(JobWordsRole), int(StateWordsRole)}) {
        const QString part = index.data(role).toString();
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace handbell::ui
