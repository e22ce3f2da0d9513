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

} // namespace

TargetWords::TargetWords(QAbstractItemModel &targets, QObject *parent)
    : QIdentityProxyModel(parent)
{
    setSourceModel(&targets);
}

QString TargetWords::name(const QModelIndex &index) const
{
    const QString name = index.data(TargetModel::NameRole).toString();
    return AlertWords::targetName(kindOf(index), name);
}

QString TargetWords::subline(const QModelIndex &index) const
{
    return AlertWords::targetState(kindOf(index), index.data(TargetModel::PersonNameRole).toString(),
                                   stateOf(index), index.data(TargetModel::ReachNowRole).toInt());
}

QVariant TargetWords::data(const QModelIndex &index, int role) const
{
    const auto state = stateOf(index);
    const bool reachable = index.data(TargetModel::ReachNowRole).toInt() > 0;
    switch (role) {
    case Qt::DisplayRole:
        return name(index);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "target, its state").arg(name(index), subline(index));
    case SublineRole:
        return subline(index);
    case IconRole:
        if (state)
            return int(AlertWords::presenceIcon(*state));
        return int(reachable ? kindIcon(kindOf(index)) : Icon::Offline);
    case TokenRole:
        if (state)
            return int(AlertWords::presenceToken(*state));
        return int(reachable ? Token::Available : Token::Offline);
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
    const auto importance = static_cast<Importance>(index.data(TemplateModel::ImportanceRole).toInt());
    const auto text = [&] {
        protocol::AlertTemplate words;
        words.textEn = index.data(TemplateModel::TextEnRole).toString();
        words.textCy = index.data(TemplateModel::TextCyRole).toString();
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
