// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/ChatWords.h"

#include "client/Practice.h"
#include "ui/alerts/AlertWords.h"

#include <QLocale>

#include <algorithm>

namespace handbell::ui {

using client::MessageListModel;
using client::Practice;
using protocol::Conversation;
using protocol::ConversationKind;
using protocol::PresenceState;

namespace {

const QString dot = QStringLiteral(" · ");

//! Role and room of \a member, what is known of them.
QStringList roleAndRoom(const Practice &practice, MemberId member)
{
    QStringList parts;
    if (const protocol::Member *person = practice.state().member(member); person && !person->role.isEmpty())
        parts << person->role;
    if (const protocol::Room *room = practice.roomOf(member))
        parts << room->name;
    return parts;
}

} // namespace

QString ChatWords::dayHeading(const QDate &day, const QDate &today)
{
    const QLocale locale;
    //: A day's heading, as QLocale formats dates; the second form is for another year
    const QString format =
        day.year() == today.year() ? tr("dddd d MMMM", "date format") : tr("dddd d MMMM yyyy", "date format");
    const QString date = locale.toString(day, format);
    if (day == today)
        return tr("Today, %1", "a date").arg(date);
    if (day == today.addDays(-1))
        return tr("Yesterday, %1", "a date").arg(date);
    return date;
}

QString ChatWords::timeOfDay(const QDateTime &at)
{
    return at.time().toString(QStringLiteral("HH:mm"));
}

QString ChatWords::when(const QDateTime &at, const QDate &today)
{
    if (!at.isValid())
        return {};
    const QDate day = at.date();
    if (day == today)
        return timeOfDay(at);
    const qint64 ago = day.daysTo(today);
    if (ago > 0 && ago < 7)
        return QLocale().standaloneDayName(day.dayOfWeek(), QLocale::ShortFormat);
    return QLocale().toString(day, day.year() == today.year() ? tr("d MMM", "date format")
                                                              : tr("d MMM yyyy", "date format"));
}

QString ChatWords::exactly(const QDateTime &at, const QDate &today)
{
    if (!at.isValid())
        return {};
    if (at.date() == today)
        return timeOfDay(at);
    return tr("%1, %2", "day, time").arg(dayHeading(at.date(), today), timeOfDay(at));
}

QString ChatWords::delivery(MessageListModel::Delivery delivery, int readCount, ConversationKind kind)
{
    switch (delivery) {
    case MessageListModel::Delivery::Queued:
        return tr("waiting to be sent");
    case MessageListModel::Delivery::Accepted:
        return tr("sent");
    case MessageListModel::Delivery::Delivered:
        return tr("delivered");
    case MessageListModel::Delivery::Read:
        return kind == ConversationKind::Direct ? tr("read") : tr("read by %n", nullptr, readCount);
    case MessageListModel::Delivery::Refused:
        return tr("not sent: the server did not take it");
    }
    return {};
}

QString ChatWords::refusal(ErrorCode code)
{
    switch (code) {
    case ErrorCode::GuardConfirmationRequired:
        return tr(
            "Not sent: the practice's server sees a patient in it, and nobody confirmed it. Write it again "
            "without the person.");
    case ErrorCode::TextTooLong:
        return tr("Not sent: it is too long. Write it again, shorter or in parts.");
    case ErrorCode::Forbidden:
    case ErrorCode::NotFound:
        return tr("Not sent: you are no longer in this conversation.");
    case ErrorCode::StorageUnavailable:
        return tr("Not sent: the practice's server cannot save it. Tell whoever looks after it, and write it "
                  "again later.");
    default:
        return tr(
            "Not sent: the practice's server did not take it. Your text is still here: write it again.");
    }
}

QString ChatWords::withdrawn(const QString &author, const QDateTime &at, const QDate &today)
{
    if (!at.isValid())
        return tr("Withdrawn by %1. The record keeps it.").arg(author);
    return tr("Withdrawn by %1 at %2. The record keeps it.").arg(author, exactly(at, today));
}

QString ChatWords::withdrawnByYou(const QDateTime &at, const QDate &today)
{
    if (!at.isValid())
        return tr("Withdrawn by you. The record keeps it.");
    return tr("Withdrawn by you at %1. The record keeps it.").arg(exactly(at, today));
}

QString ChatWords::shortName(const QString &name)
{
    static const QStringList titles{QStringLiteral("Dr"),   QStringLiteral("Mr"),    QStringLiteral("Mrs"),
                                    QStringLiteral("Ms"),   QStringLiteral("Miss"),  QStringLiteral("Mx"),
                                    QStringLiteral("Prof"), QStringLiteral("Sister")};
    const QStringList words = name.simplified().split(QLatin1Char(' '));
    QString first = words.first();
    if (first.endsWith(QLatin1Char('.')))
        first.chop(1);
    if (words.size() > 1 && titles.contains(first, Qt::CaseInsensitive))
        return words.first() + QLatin1Char(' ') + words.last();
    return words.first();
}

QString ChatWords::conversation(const Practice &practice, const Conversation &conversation)
{
    switch (conversation.kind) {
    case ConversationKind::Everyone:
        return tr("Everyone");
    case ConversationKind::Group:
        return conversation.name;
    case ConversationKind::Direct:
        break;
    }
    const protocol::Member *other = practice.state().member(otherMember(practice, conversation));
    return other ? other->name : tr("Somebody who has left");
}

MemberId ChatWords::otherMember(const Practice &practice, const Conversation &conversation)
{
    if (conversation.kind != ConversationKind::Direct)
        return {};
    const auto other = std::find_if(conversation.members.begin(), conversation.members.end(),
                                    [&](MemberId member) { return member != practice.self(); });
    return other == conversation.members.end() ? MemberId{} : *other;
}

QString ChatWords::about(const Practice &practice, const Conversation &conversation)
{
    if (conversation.kind == ConversationKind::Direct) {
        const MemberId other = otherMember(practice, conversation);
        QStringList parts = roleAndRoom(practice, other);
        parts << AlertWords::presence(practice.presence(other).state);
        return parts.join(dot);
    }
    const auto members = practice.state().participants(conversation.id);
    const auto here = std::count_if(members.begin(), members.end(), [&](MemberId member) {
        return practice.presence(member).state != PresenceState::Offline;
    });
    return tr("%n member(s)", nullptr, static_cast<int>(members.size())) + dot +
           tr("%n here now", nullptr, static_cast<int>(here));
}

QString ChatWords::recipientDetail(const Practice &practice, const Conversation &conversation)
{
    if (conversation.kind == ConversationKind::Direct)
        return roleAndRoom(practice, otherMember(practice, conversation)).join(dot);
    return tr("%n people", nullptr, static_cast<int>(practice.state().participants(conversation.id).size()));
}

} // namespace handbell::ui
