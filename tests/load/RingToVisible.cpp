// SPDX-License-Identifier: Apache-2.0
// From ring to visible card: a real handbelld with its record on disk, a sender and a receiver that are real
// clients over TLS, and real cards on a real display, while other clients are connected. Prints one line of
// JSON.
#include "client/AlertManager.h"
#include "client/Practice.h"
#include "tests/support/LivePractice.h"
#include "ui/alerts/AlertCardStack.h"
#include "ui/alerts/AlertSound.h"
#include "ui/alerts/AlertWords.h"
#include "ui/alerts/CardDesktop.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryFile>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <cmath>

using namespace handbell;
using namespace handbell::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

int fail(const QString &why)
{
    QTextStream(stderr) << "ring-to-visible: " << why << Qt::endl;
    return 1;
}

class NoSound final : public ui::AlertSound
{
public:
    void play(protocol::Importance, client::CardForm) override {}
};

//! Workstations that are enrolled and connected, with nobody signed in.
class Others
{
public:
    //! Empty where everything went well; else what did not.
    QString connectTo(LivePractice &practice, int count)
    {
        QJsonArray workstations;
        QJsonArray invitations;
        for (int i = 0; i < count; ++i) {
            const QString name = u"Other workstation %1"_s.arg(i + 1);
            workstations.append(QJsonObject{{u"name"_s, name}, {u"room"_s, u"Front desk"_s}});
            invitations.append(QJsonObject{{u"workstation"_s, name}});
        }
        QTemporaryFile file;
        if (!file.open())
            return file.errorString();
        file.write(
            QJsonDocument(QJsonObject{{u"workstations"_s, workstations}, {u"invitations"_s, invitations}})
                .toJson());
        file.close();
        const auto seeded =
            QJsonDocument::fromJson(practice.ctl({u"--json"_s, u"seed"_s, file.fileName()})).object();
        for (const QJsonValue &entry : seeded.value("invitations"_L1).toArray()) {
            auto other = std::make_unique<LiveWorkstation>(u"other%1"_s.arg(m_clients.size()));
            client::Session &session = (*other)->session();
            if (!eventually([&] { return session.state() != client::Session::State::Starting; }))
                return u"a workstation did not start"_s;
            const auto joined = session.join(entry[u"invitation"_s].toString(), QString());
            if (!eventually([&] { return joined.isFinished(); }) || !joined.result())
                return u"a workstation could not be enrolled"_s;
            m_clients.push_back(std::move(other));
        }
        return qsizetype(m_clients.size()) == count ? QString() : practice.problem();
    }
    //! How many are connected now.
    [[nodiscard]] qsizetype online() const
    {
        return std::count_if(m_clients.begin(), m_clients.end(), [](const auto &other) {
            return (*other)->session().link() == client::Session::Link::Online;
        });
    }

private:
    std::vector<std::unique_ptr<LiveWorkstation>> m_clients;
};

//! Runs the event loop until \a condition holds, without the pauses of QTest::qWaitFor(), which would be
//! measured; false after ten seconds.
bool soon(const std::function<bool()> &condition)
{
    QDeadlineTimer deadline(10s);
    QTimer wakeUp;
    wakeUp.start(1s);
    while (!condition() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return condition();
}

double percentile(const std::vector<double> &sorted, double share)
{
    const auto at = static_cast<size_t>(std::ceil(share * double(sorted.size())));
    return sorted[std::clamp<size_t>(at, 1, sorted.size()) - 1];
}

double rounded(double ms)
{
    return std::round(ms * 100) / 100;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCommandLineParser options;
    options.setApplicationDescription(u"Measures from ring to visible card."_s);
    options.addHelpOption();
    options.addOptions({{u"count"_s, u"alerts to ring"_s, u"N"_s, u"500"_s},
                        {u"others"_s, u"other clients connected"_s, u"N"_s, u"200"_s}});
    options.process(app);
    const int count = options.value(u"count"_s).toInt();
    const int otherCount = options.value(u"others"_s).toInt();
    if (count < 1 || count > 100'000 || otherCount < 0 || otherCount > 1000)
        return fail(u"--count is 1 to 100000, --others 0 to 1000"_s);

    LivePractice practice(LivePractice::Way::Direct);
    if (!practice.problem().isEmpty())
        return fail(practice.problem());
    Others others;
    if (const QString problem = others.connectTo(practice, otherCount); !problem.isEmpty())
        return fail(problem);
    LiveWorkstation desk(u"desk"_s);
    LiveWorkstation room(u"room"_s);
    if (desk.join(practice.invitation(u"Priya Shah"_s)) != "ok"_L1 ||
        room.join(practice.invitation(u"Dr Anna Patel"_s)) != "ok"_L1)
        return fail(u"the two workstations could not join"_s);

    ui::Theme theme(ui::ThemeKind::Light);
    theme.apply(app);
    const ui::AlertWords words(room->practice());
    const SystemClock clock;
    const ui::ScreensDesktop desktop;
    NoSound sound;
    ui::AlertCardStack::Timing timing;
    timing.card.ended = 1ms;
    timing.card.fade = 1ms;
    ui::AlertCardStack stack({theme, words, room->alerts(), clock, desktop, sound}, timing);
    const protocol::PracticeState &state = desk->practice().state();
    const auto interpreter =
        std::find_if(state.templates.begin(), state.templates.end(),
                     [](const auto &entry) { return entry.second.key == "interpreter_here"_L1; });
    const MemberId patel = room->practice().self();
    if (interpreter == state.templates.end())
        return fail(u"the practice has no template interpreter_here"_s);

    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        stack.makeSpare(); // as it stands ready a second after the last alert
        QCoreApplication::processEvents();
        QElapsedTimer since;
        double visibleAfter = -1;
        const auto watching = QObject::connect(
            &room->alerts(), &client::AlertManager::incomingChanged, &stack,
            [&] {
                for (ui::AlertCard *card : stack.cards())
                    QObject::connect(card, &ui::CardWindow::becameVisible, &stack, [&] {
                        if (visibleAfter < 0)
                            visibleAfter = double(since.nsecsElapsed()) / 1e6;
                    });
            },
            Qt::DirectConnection);
        since.start();
        desk->alerts().raise(interpreter->first, protocol::Address::person(patel), {});
        const bool seen = soon([&] { return visibleAfter >= 0; });
        QObject::disconnect(watching);
        if (!seen)
            return fail(u"alert %1 was not seen"_s.arg(i + 1));
        times.push_back(visibleAfter);
        const auto answered =
            room->alerts().answer(room->alerts().incoming().front().alert.id, protocol::Reply::Coming);
        if (!soon([&] {
                return answered.isFinished() && room->alerts().incoming().empty() && stack.windows().empty();
            }))
            return fail(u"alert %1 did not end"_s.arg(i + 1));
    }
    std::sort(times.begin(), times.end());
    const QJsonObject line{{u"count"_s, count},
                           {u"others_online"_s, others.online()},
                           {u"median_ms"_s, rounded(percentile(times, 0.5))},
                           {u"p99_ms"_s, rounded(percentile(times, 0.99))},
                           {u"max_ms"_s, rounded(times.back())}};
    QTextStream(stdout) << QJsonDocument(line).toJson(QJsonDocument::Compact) << Qt::endl;
    return 0;
}
