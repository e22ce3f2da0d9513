// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ConversationListWords.h"

#include "client/Practice.h"
#include "client/models/ConversationListModel.h"
#include "ui/alerts/AlertWords.h"

namespace handbell::ui {

using client::ConversationListModel;
using protocol::ConversationKind;
using protocol::PresenceState;

namespace {

bool isDirect(const QModelIndex &index)
{
    return index.data(ConversationListModel::KindRole).toInt() == static_cast<int>(ConversationKind::Direct);
}

} // namespace

ConversationListWords::ConversationListWords(ConversationListModel &model, const client::Practice &practice,
                                             QObject *parent)
    : QIdentityProxyModel(parent)
    , m_practice(practice)
    , m_today([] { return QDate::currentDate(); })
{
    setSourceModel(&model);
    // Whether a row carries its section's heading depends on the row above it.
    connect(this, &QAbstractItemModel::rowsInserted, this, &ConversationListWords::renew);
    connect(this, &QAbstractItemModel::rowsRemoved, this, &ConversationListWords::renew);
    connect(this, &QAbstractItemModel::rowsMoved, this, &ConversationListWords::renew);
    // Names of authors may change.
    connect(&practice, &client::Practice::changed, this, &ConversationListWords::renew);
}

void ConversationListWords::renew()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

void ConversationListWords::setToday(Today today)
{
    m_today = std::move(today);
    renew();
}

void ConversationListWords::setOpen(ConversationId conversation)
{
    if (m_open == conversation)
        return;
    m_open = conversation;
    renew();
}

QModelIndex ConversationListWords::find(ConversationId wanted) const
{
    for (int row = 0; wanted.isValid() && row < rowCount(); ++row) {
        if (conversation(index(row, 0)) == wanted)
            return index(row, 0);
    }
    return {};
}

ConversationId ConversationListWords::conversation(const QModelIndex &index)
{
    return ConversationId{index.data(ConversationListModel::IdRole).toLongLong()};
}

QVariant ConversationListWords::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case NameWordsRole:
        return name(index);
    case Qt::AccessibleTextRole:
        return sentence(index);
    case PreviewWordsRole:
        return preview(index);
    case WhenWordsRole:
        return ChatWords::when(index.data(ConversationListModel::LastAtRole).toDateTime(), m_today());
    case HeadingRole:
        return heading(index);
    case OpenRole:
        return m_open.isValid() && conversation(index) == m_open;
    case DirectRole:
        return isDirect(index);
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QString ConversationListWords::name(const QModelIndex &index) const
{
    const int kind = index.data(ConversationListModel::KindRole).toInt();
    return kind == static_cast<int>(ConversationKind::Everyone)
               ? ChatWords::tr("Everyone")
               : index.data(ConversationListModel::NameRole).toString();
}

QString ConversationListWords::preview(const QModelIndex &index) const
{
    const MemberId author{index.data(ConversationListModel::PreviewAuthorRole).toLongLong()};
    if (!author.isValid())
        return index.data(ConversationListModel::LastAtRole).toDateTime().isValid() ? QString()
                                                                                    : tr("No messages yet");
    const bool own = author == m_practice.self();
    const protocol::Member *member = m_practice.state().member(author);
    const QString who = member ? ChatWords::shortName(member->name) : QString();
    if (index.data(ConversationListModel::PreviewWithdrawnRole).toBool()) {
        if (own)
            return tr("You withdrew a message");
        return who.isEmpty() ? tr("Message withdrawn") : tr("%1 withdrew a message").arg(who);
    }
    const QString text = index.data(ConversationListModel::PreviewTextRole).toString().simplified();
    if (own)
        return tr("You: %1", "own last message").arg(text);
    if (isDirect(index) || who.isEmpty())
        return text;
    //: Author and text of the last message; %2 may itself hold percent signs
    return tr("%1: %2", "author: last message").arg(who, text);
}

QString ConversationListWords::heading(const QModelIndex &index) const
{
    const bool direct = isDirect(index);
    if (index.row() > 0 && isDirect(index.siblingAtRow(index.row() - 1)) == direct)
        return {};
    return direct ? tr("People") : tr("Conversations");
}

QString ConversationListWords::sentence(const QModelIndex &index) const
{
    QStringList parts{name(index)};
    if (isDirect(index)) {
        parts << AlertWords::presence(
            static_cast<PresenceState>(index.data(ConversationListModel::PresenceRole).toInt()));
    }
    if (const int unread = index.data(ConversationListModel::UnreadRole).toInt(); unread > 0)
        parts << tr("%n unread", nullptr, unread);
    if (const QString last = preview(index); !last.isEmpty())
        parts << last;
    const QDateTime at = index.data(ConversationListModel::LastAtRole).toDateTime();
    if (at.isValid())
        parts << ChatWords::exactly(at, m_today());
    if (conversation(index) == m_open)
        parts << tr("shown now");
    return parts.join(tr(", ", "between parts of a list"));
}

} // namespace handbell::ui
