// SPDX-License-Identifier: Apache-2.0
#include "ui/directory/DirectoryWords.h"

#include <QLocale>

namespace handbell::ui {

using protocol::PresenceState;

namespace {

QString moment(const QDateTime &at, const QDate &today)
{
    const QLocale locale;
    const QString time = locale.toString(at.time(), QStringLiteral("HH:mm"));
    if (at.date() == today)
        return time;
    return locale.dayName(at.date().dayOfWeek(), QLocale::ShortFormat) + QLatin1Char(' ') + time;
}

} // namespace

QString DirectoryWords::state(PresenceState state)
{
    switch (state) {
    case PresenceState::Available:
        return tr("Available");
    case PresenceState::InConsultation:
        return tr("In consultation");
    case PresenceState::Busy:
        return tr("Busy");
    case PresenceState::Away:
        return tr("Away");
    case PresenceState::OnBreak:
        return tr("On break");
    case PresenceState::Offline:
        break;
    }
    return tr("Not signed in");
}

QString DirectoryWords::stateWithTime(PresenceState state, const QDateTime &since, const QDateTime &until,
                                      const QDate &today)
{
    const QString word = DirectoryWords::state(state);
    if (state == PresenceState::Available || state == PresenceState::Offline)
        return word;
    if (until.isValid())
        return tr("%1 until %2", "state, time").arg(word, moment(until, today));
    if (since.isValid())
        return tr("%1 since %2", "state, time").arg(word, moment(since, today));
    return word;
}

QKeySequence DirectoryWords::shortcut(PresenceState state)
{
    // Ctrl+Alt is AltGr on many keyboards, where it types letters; only the one key that has to work from any
    // program uses it.
    switch (state) {
    case PresenceState::Available:
        return QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A);
    case PresenceState::InConsultation:
        return QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C);
    case PresenceState::Busy:
        return QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B);
    case PresenceState::Away:
        return QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W);
    case PresenceState::OnBreak:
        return QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K);
    case PresenceState::Offline:
        break;
    }
    return {};
}

QString DirectoryWords::section(client::PresenceBoardModel::Section section)
{
    switch (section) {
    case client::PresenceBoardModel::Section::Consulting:
        return tr("Consulting rooms");
    case client::PresenceBoardModel::Section::DeskAndOffice:
        return tr("Front desk and office");
    case client::PresenceBoardModel::Section::NotIn:
        break;
    }
    return tr("Not in");
}

} // namespace handbell::ui
