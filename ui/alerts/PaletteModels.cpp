// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/PaletteModels.h"

#include "client/models/TargetModel.h"
#include "client/models/TemplateModel.h"

namespace handbell::ui {

using client::TargetModel;
using client::TemplateModel;
using protocol::AddressKind;
using protocol::Importance;
using protocol::PresenceState;

namespace {

std::optional<PresenceState> stateOf(const QModelIndex &index)
{
    const int state = index.data(TargetModel::StateRole).toInt();
    return state < 0 ? std::nullopt : std::optional(static_cast<PresenceState>(state));
}

AddressKind kindOf(const QModelIndex &index)
{
    return static_cast<AddressKind>(index.data(TargetModel::KindRole).toInt());
}

Icon kindIcon(AddressKind kind)
{
    switch (kind) {
    case AddressKind::Person:
        return Icon::Person;
    case AddressKind::Room:
        return Icon::Room;
    case AddressKind::Everyone:
        return Icon::Everyone;
    case AddressKind::Role:
    case AddressKind::Group:
        return Icon::People;
    }
    return Icon::People;
}

bool isReachable(const QModelIndex &index)
{
    return index.data(TargetModel::ReachNowRole).toInt() > 0;
}

Icon iconOf(const QModelIndex &index)
{
    if (const auto state = stateOf(index))
        return AlertWords::presenceIcon(*state);
    return isReachable(index) ? kindIcon(kindOf(index)) : Icon::Offline;
}

Token tokenOf(const QModelIndex &index)
{
    if (const auto state = stateOf(index))
        return AlertWords::presenceToken(*state);
    return isReachable(index) ? Token::Available : Token::Offline;
}

} // namespace

TargetWords::TargetWords(QAbstractItemModel &targets, QObject *parent)
    : QIdentityProxyModel(parent)
{
    setSourceModel(&targets);
}

QString TargetWords::name(const QModelIndex &source)
{
    return AlertWords::targetName(kindOf(source), source.data(TargetModel::NameRole).toString());
}

QString TargetWords::subline(const QModelIndex &source)
{
    return AlertWords::targetState(kindOf(source), source.data(TargetModel::PersonNameRole).toString(),
                                   stateOf(source), source.data(TargetModel::ReachNowRole).toInt());
}

QVariant TargetWords::data(const QModelIndex &index, int role) const
{
    const QModelIndex source = mapToSource(index);
    switch (role) {
    case Qt::DisplayRole:
        return name(source);
    case Qt::AccessibleTextRole:
        return source.data(TargetModel::FavouriteRole).toBool()
                   ? tr("%1, favourite: %2", "target, its state").arg(name(source), subline(source))
                   : tr("%1: %2", "target, its state").arg(name(source), subline(source));
    case SublineRole:
        return subline(source);
    case IconRole:
        return int(iconOf(source));
    case TokenRole:
        return int(tokenOf(source));
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

TemplateWords::TemplateWords(QAbstractItemModel &templates, const AlertWords &words, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_words(words)
{
    setSourceModel(&templates);
}

QVariant TemplateWords::data(const QModelIndex &index, int role) const
{
    const QModelIndex source = mapToSource(index);
    const auto importance = static_cast<Importance>(source.data(TemplateModel::ImportanceRole).toInt());
    const auto text = [&] {
        protocol::AlertTemplate words;
        words.textEn = source.data(TemplateModel::TextEnRole).toString();
        words.textCy = source.data(TemplateModel::TextCyRole).toString();
        return m_words.templateText(words);
    };
    switch (role) {
    case Qt::DisplayRole:
        return text();
    case Qt::AccessibleTextRole:
        return tr("%1, %2. Key: %3", "alert text, importance, digit")
            .arg(text(), AlertWords::importance(importance), data(index, NumberRole).toString());
    case NumberRole:
        return index.row() < 9 ? QString::number(index.row() + 1) : QString();
    case IconRole:
        return int(AlertWords::importanceIcon(importance));
    case TokenRole:
        return int(AlertWords::importanceToken(importance));
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

} // namespace handbell::ui
