// SPDX-License-Identifier: Apache-2.0
#include "ui/scripting/ScriptWatch.h"

#include "ui/alerts/AlertWords.h"

#include <algorithm>
#include <utility>

namespace handbell::ui {

namespace {

using client::LadderStep;
using client::OutgoingAlert;
using protocol::AlertState;

//! As long as any request to the server may take.
constexpr std::chrono::seconds acceptancePatience{10};

bool hasStep(const OutgoingAlert &alert, LadderStep::Kind kind)
{
    return std::any_of(alert.steps.begin(), alert.steps.end(),
                       [kind](const LadderStep &step) { return step.kind == kind; });
}

ScriptExit furthest(const OutgoingAlert &alert)
{
    if (alert.state == AlertState::Answered || alert.hasComers)
        return ScriptExit::Done;
    if (hasStep(alert, LadderStep::Kind::Shown))
        return ScriptExit::Shown;
    if (hasStep(alert, LadderStep::Kind::Delivered) || hasStep(alert, LadderStep::Kind::Held))
        return ScriptExit::Delivered;
    return ScriptExit::Nobody;
}

QLatin1String wireWord(ScriptExit exit)
{
    switch (exit) {
    case ScriptExit::Done:
        return QLatin1String("answered");
    case ScriptExit::Shown:
        return QLatin1String("shown");
    case ScriptExit::Delivered:
        return QLatin1String("delivered");
    default:
        return QLatin1String("nobody");
    }
}

} // namespace

ScriptWatch::ScriptWatch(client::AlertManager &alerts, const AlertWords &words, quint64 localId,
                         std::optional<std::chrono::seconds> wait, Tell tell, QObject *parent)
    : QObject(parent)
    , m_alerts(alerts)
    , m_words(words)
    , m_localId(localId)
    , m_waits(wait.has_value())
    , m_tell(std::move(tell))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ScriptWatch::tellWhatIsKnown);
    m_timer.start(wait.value_or(acceptancePatience));
    connect(&m_alerts, &client::AlertManager::outgoingChanged, this, &ScriptWatch::look);
    look();
}

void ScriptWatch::look()
{
    const auto outgoing = m_alerts.outgoing();
    const auto alert = std::find_if(outgoing.begin(), outgoing.end(),
                                    [this](const OutgoingAlert &one) { return one.localId == m_localId; });
    if (alert == outgoing.end())
        return;
    if (alert->refusal) {
        const bool noLine = alert->refusal->code == ErrorCode::Unreachable;
        tell(noLine ? ScriptExit::NotThere : ScriptExit::Failed, *alert,
             AlertWords::failure(alert->refusal->code));
        return;
    }
    if (!alert->alert.isValid())
        return;
    if (!m_waits)
        tell(ScriptExit::Done, *alert, tr("sent"));
    else if (alert->state != AlertState::Open || alert->hasComers)
        tellWhatIsKnown();
}

void ScriptWatch::tellWhatIsKnown()
{
    for (const OutgoingAlert &alert : m_alerts.outgoing()) {
        if (alert.localId != m_localId)
            continue;
        if (!alert.alert.isValid()) {
            tell(ScriptExit::NotThere, alert,
                 tr("the server did not answer in time; it may still get through"));
            return;
        }
        const LadderStep last = alert.steps.empty() ? LadderStep() : alert.steps.back();
        const auto step = std::find_if(alert.steps.rbegin(), alert.steps.rend(), [](const LadderStep &one) {
            return one.kind != LadderStep::Kind::Next;
        });
        tell(furthest(alert), alert, m_words.step(step == alert.steps.rend() ? last : *step, alert, last.at));
        return;
    }
    if (m_tell)
        std::exchange(m_tell, nullptr)({ScriptExit::NotThere, tr("nobody is signed in any more"), {}});
    deleteLater();
}

void ScriptWatch::tell(ScriptExit exit, const OutgoingAlert &alert, const QString &how)
{
    if (!m_tell)
        return;
    m_timer.stop();
    disconnect(&m_alerts, nullptr, this, nullptr);
    QJsonObject json{{QStringLiteral("alert"), alert.alert.value}};
    if (m_waits && exit != ScriptExit::Failed && exit != ScriptExit::NotThere)
        json.insert(QStringLiteral("reached"), wireWord(exit));
    std::exchange(m_tell, nullptr)({exit, m_words.ladderTitle(alert) + QStringLiteral(": ") + how, json});
    deleteLater();
}

} // namespace handbell::ui
