// SPDX-License-Identifier: Apache-2.0
#include "LadderSchedule.h"

#include <QRandomGenerator>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace handbell::testing {

namespace {

struct Likelihood
{
    Step::Kind kind;
    const char *name;
    int weight;
};

constexpr std::array<Likelihood, Step::kindCount> likelihoods{{
    {Step::Kind::Raise, "raise", 26},
    {Step::Kind::Answer, "answer", 18},
    {Step::Kind::AnswerAny, "answer any", 3},
    {Step::Kind::Cancel, "cancel", 3},
    {Step::Kind::Escalate, "escalate", 4},
    {Step::Kind::Presence, "presence", 8},
    {Step::Kind::Cut, "cut", 6},
    {Step::Kind::Mend, "mend", 7},
    {Step::Kind::Move, "move", 3},
    {Step::Kind::Quit, "quit", 1},
    {Step::Kind::Open, "open", 4},
    {Step::Kind::Disable, "disable", 1},
    {Step::Kind::Enable, "enable", 1},
    {Step::Kind::Halt, "halt", 2},
    {Step::Kind::Start, "start", 5},
    {Step::Kind::Wait, "wait", 18},
    {Step::Kind::JumpBack, "jump back", 1},
    {Step::Kind::JumpAhead, "jump ahead", 1},
    {Step::Kind::Sleep, "sleep", 1},
}};

const Likelihood &pick(QRandomGenerator &random)
{
    static const int sum =
        std::accumulate(likelihoods.begin(), likelihoods.end(), 0,
                        [](int so, const Likelihood &likelihood) { return so + likelihood.weight; });
    int left = random.bounded(sum);
    for (const Likelihood &likelihood : likelihoods) {
        left -= likelihood.weight;
        if (left < 0)
            return likelihood;
    }
    return likelihoods.back();
}

} // namespace

QString Step::words() const
{
    return QStringLiteral("%1 %2 %3 %4%5")
        .arg(QLatin1String(likelihoods.at(static_cast<size_t>(kind)).name))
        .arg(one)
        .arg(two)
        .arg(three)
        .arg(rests ? QString() : QStringLiteral(" and at once"));
}

Schedule Schedule::random(quint32 seed)
{
    QRandomGenerator random(seed);
    Schedule made;
    made.seed = seed;
    made.keeps = random.bounded(16) == 0;
    made.running = random.bounded(1, 1 << deskCount);
    const int length = random.bounded(5, 40);
    constexpr int many = 1 << 20;
    for (int i = 0; i < length; ++i) {
        Step step;
        step.kind = pick(random).kind;
        step.one = random.bounded(many);
        step.two = random.bounded(many);
        step.three = random.bounded(many);
        step.rests = random.bounded(4) != 0;
        if (step.kind == Step::Kind::Wait) {
            // Of every length that matters: a tick, a step of a ladder, a lifetime.
            constexpr std::array<int, 6> units{10, 200, 1000, 5000, 10'000, 30'000};
            step.one = units.at(static_cast<size_t>(random.bounded(static_cast<int>(units.size()))));
            step.two = random.bounded(1, 4);
        } else if (step.kind == Step::Kind::Sleep) {
            step.one = random.bounded(1, 12);
        }
        made.steps.push_back(step);
    }
    return made;
}

QString Schedule::words() const
{
    QStringList lines;
    for (const Step &step : steps)
        lines << QStringLiteral("    ") + step.words();
    return QStringLiteral("seed %1%2, %3 steps\n%4")
        .arg(seed)
        .arg(keeps ? QStringLiteral(" (with a keychain)") : QString())
        .arg(steps.size())
        .arg(lines.join(u'\n'));
}

Schedule cutDown(Schedule failing, const std::function<bool(const Schedule &)> &fails)
{
    for (size_t chunk = std::max<size_t>(1, failing.steps.size() / 2); chunk > 0; chunk /= 2) {
        for (bool shorter = true; shorter;) {
            shorter = false;
            for (size_t from = 0; from < failing.steps.size();) {
                Schedule fewer = failing;
                const auto first = fewer.steps.begin() + static_cast<std::ptrdiff_t>(from);
                fewer.steps.erase(
                    first, first + static_cast<std::ptrdiff_t>(std::min(chunk, fewer.steps.size() - from)));
                if (fails(fewer)) {
                    failing = std::move(fewer);
                    shorter = true;
                } else {
                    from += chunk;
                }
            }
        }
    }
    return failing;
}

} // namespace handbell::testing
