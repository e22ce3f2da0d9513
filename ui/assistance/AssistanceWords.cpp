// SPDX-License-Identifier: Apache-2.0
#include "ui/assistance/AssistanceWords.h"

#include <QDateTime>
#include <QKeySequence>

#include <set>

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

using client::AssistanceManager;
using client::LadderStep;
using client::OutgoingAlert;
using protocol::AlertState;

namespace {

constexpr size_t mostComersNamed = 4;

QString dayAndTime(WallTime at)
{
    const auto local = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count());
    return QLocale().toString(local, u"d MMM, HH:mm"_s);
}

} // namespace

QString AssistanceWords::shortcut()
{
    return QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_H).toString(QKeySequence::NativeText);
}

int AssistanceWords::shownTo(const OutgoingAlert &alert)
{
    std::set<MemberId> seen;
    for (const LadderStep &step : alert.steps) {
        if (step.kind == LadderStep::Kind::Shown)
            seen.insert(step.members.begin(), step.members.end());
    }
    return static_cast<int>(seen.size());
}

QString AssistanceWords::test() const
{
    if (const auto test = m_assistance.tested()) {
        if (test->refusal)
            return tr("The test did not get through. %1").arg(AlertWords::failure(test->refusal->code));
        if (test->state == AlertState::Open) {
            const int seen = shownTo(*test);
            return seen == 0 ? tr("Test sent. Waiting for it to come up on a screen.")
                             : tr("Test on %n screen(s). Waiting for somebody to press Done.", nullptr, seen);
        }
        if (test->state == AlertState::Expired)
            return tr("Nobody answered the test. Ask somebody to press Done on it, and test again.");
        if (test->state == AlertState::Answered && !test->steps.empty()) {
            const LadderStep &last = test->steps.back();
            return tr("It works: %1 answered after %2.", "person, duration")
                .arg(m_words.people(last.members),
                     AlertWords::duration(last.at - test->steps.front().at));
        }
    }
    const auto last = m_assistance.lastTest();
    if (!last)
        return tr("Not tested from here yet.");
    if (m_assistance.readiness() == AssistanceManager::Readiness::TestDue)
        return tr("Last test: %1. Once a week is right: please test again.", "day and time")
            .arg(dayAndTime(*last));
    return tr("Last test: %1.", "day and time").arg(dayAndTime(*last));
}

QString AssistanceWords::reminder() const
{
    const protocol::Room *room = m_assistance.room();
    const QString place = room ? room->name : QString();
    switch (m_assistance.readiness()) {
    case AssistanceManager::Readiness::NeverTested:
        return tr("Assistance from %1 has never been tested.", "room").arg(place);
    case AssistanceManager::Readiness::TestDue:
        return tr("Assistance from %1 was last tested on %2.", "room, day and time")
            .arg(place, dayAndTime(*m_assistance.lastTest()));
    case AssistanceManager::Readiness::NotOffered:
    case AssistanceManager::Readiness::Ready:
        break;
    }
    return {};
}

QStringList AssistanceWords::comers() const
{
    const std::vector<protocol::AlertAnswer> all = m_assistance.comers();
    QStringList lines;
    for (const protocol::AlertAnswer &answer : all) {
        if (lines.size() + 1 == qsizetype(mostComersNamed) && all.size() > mostComersNamed) {
            lines.append(tr("and %n others", nullptr, static_cast<int>(all.size() - mostComersNamed + 1)));
            break;
        }
        lines.append(m_words.answer(answer.by, answer.reply));
    }
    return lines;
}

QString AssistanceWords::seen() const
{
    const auto asked = m_assistance.asked();
    const int seen = asked ? shownTo(*asked) : 0;
    if (seen > 0)
        return tr("On the screens of %n people.", nullptr, seen);
    const int reach = m_assistance.reachNow();
    return reach > 0 ? tr("Sent to %n people who are signed in.", nullptr, reach)
                     : tr("Nobody else is signed in.");
}

} // namespace handbell::ui
