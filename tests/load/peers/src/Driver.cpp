// SPDX-License-Identifier: Apache-2.0
#include "Driver.h"

#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>

namespace peerbench {

namespace {

double ownCpuSeconds()
{
    rusage use{};
    getrusage(RUSAGE_SELF, &use);
    const auto seconds = [](const timeval &t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
    return seconds(use.ru_utime) + seconds(use.ru_stime);
}

constexpr double quietSeconds = 3;

std::uint64_t inSeconds(double seconds)
{
    return monotonicNs() + static_cast<std::uint64_t>(seconds * 1e9);
}

} // namespace

Driver::Driver(DriverOptions options) : m_options(std::move(options))
{
    prctl(PR_SET_TIMERSLACK, 1000ul);
    m_context = makeClientContext(m_options.caFile);
    m_plan = {m_options.protocol, m_options.room, m_options.port, m_context.get(), epoll_create1(EPOLL_CLOEXEC)};
    for (int i = 0; i < m_options.n; ++i)
        m_clients.push_back(std::make_unique<Client>(static_cast<std::size_t>(i), m_plan, m_progress, m_tally));
}

Driver::~Driver()
{
    m_clients.clear();
    close(m_plan.poll);
}

void Driver::pump(std::uint64_t untilNs)
{
    epoll_event events[256];
    const std::uint64_t now = monotonicNs();
    const std::uint64_t left = untilNs > now ? untilNs - now : 0;
    const timespec timeout{static_cast<time_t>(left / 1'000'000'000u), static_cast<long>(left % 1'000'000'000u)};
    const int n = epoll_pwait2(m_plan.poll, events, 256, &timeout, nullptr);
    for (int i = 0; i < n; ++i)
        static_cast<Client *>(events[i].data.ptr)->handleEvents();
}

template<typename Predicate>
bool Driver::pumpUntil(Predicate done, double seconds)
{
    const std::uint64_t end = inSeconds(seconds);
    while (!done()) {
        if (monotonicNs() >= end)
            return false;
        pump(std::min(end, inSeconds(0.05)));
    }
    return true;
}

void Driver::idle(double seconds)
{
    pumpUntil([] { return false; }, seconds);
}

bool Driver::connectAll(int count, int inflight)
{
    int started = 0;
    return pumpUntil([&] {
        while (started < count && started - m_progress.ready - m_progress.failed < inflight)
            m_clients[static_cast<std::size_t>(started++)]->connect();
        return m_progress.ready + m_progress.failed >= count;
    }, m_options.timeout) && m_progress.failed == 0;
}

bool Driver::joinAll(int count)
{
    int started = 0;
    return pumpUntil([&] {
        while (started < count && started - m_progress.joined < m_options.inflight)
            m_clients[static_cast<std::size_t>(started++)]->join();
        return m_progress.joined >= count || m_progress.failed > 0;
    }, m_options.timeout) && m_progress.failed == 0;
}

//! Makes the server load and allocate what its first users would, so that the idle figure is a working server's.
bool Driver::warmUp()
{
    const int count = std::min(m_options.warmup, m_options.m);
    if (!count)
        return true;
    if (!connectAll(count, count) || !joinAll(count))
        return false;
    m_tally.begin(m_nextSeq, 10, static_cast<std::size_t>(count));
    for (int i = 0; i < 10; ++i) {
        const std::uint64_t now = monotonicNs();
        m_tally.sent(m_nextSeq, now, now);
        m_clients[static_cast<std::size_t>(i % count)]->send(m_nextSeq, makePayload({m_nextSeq, now}, static_cast<std::size_t>(m_options.payload)));
        ++m_nextSeq;
        idle(0.05);
    }
    const bool whole = pumpUntil([&] { return m_tally.deliveredCount() >= m_tally.expectedCount(); }, 5);
    for (int i = 0; i < count; ++i)
        m_clients[static_cast<std::size_t>(i)]->disconnect();
    if (!whole)
        m_progress.firstError = "warm-up messages did not all arrive";
    m_progress.ready = m_progress.joined = 0;
    m_progress.connectMs.clear();
    idle(1);
    return whole;
}

Driver::Load Driver::load(double rate, double seconds, double drainSeconds)
{
    const auto total = static_cast<std::size_t>(std::llround(rate * seconds));
    const auto receivers = static_cast<std::size_t>(m_options.m);
    m_tally.begin(m_nextSeq, total, receivers);
    const std::uint32_t first = m_nextSeq;
    m_nextSeq += static_cast<std::uint32_t>(total);

    Load load;
    load.rate = rate;
    load.serverCpu = -treeUse(m_options.serverPid).cpuSeconds;
    load.driverCpu = -ownCpuSeconds();
    load.otherCpu = -machineBusySeconds();
    load.steal = -machineStealSeconds();
    const std::uint64_t start = inSeconds(0.05);
    std::size_t burst = 0;
    for (std::size_t i = 0; i < total && !m_progress.failed;) {
        const std::uint64_t due = start + static_cast<std::uint64_t>(static_cast<double>(i) * 1e9 / rate);
        const std::uint64_t now = monotonicNs();
        if (now < due || burst == 8) { // behind or not, keep reading
            pump(burst == 8 ? 0 : due);
            burst = 0;
            continue;
        }
        const std::uint32_t seq = first + static_cast<std::uint32_t>(i);
        m_tally.sent(seq, due, now);
        m_clients[i % receivers]->send(seq, makePayload({seq, due}, static_cast<std::size_t>(m_options.payload)));
        ++i;
        ++burst;
    }
    const bool acks = m_clients.front()->acknowledges();
    std::size_t seen = 0;
    std::uint64_t quietAfter = inSeconds(quietSeconds);
    pumpUntil([&] {
        const std::size_t now = m_tally.deliveredCount() + m_tally.acceptedCount();
        if (now != seen)
            quietAfter = inSeconds(quietSeconds);
        seen = now;
        load.drained = m_tally.deliveredCount() >= m_tally.expectedCount() && (!acks || m_tally.acceptedCount() >= m_tally.sentCount());
        load.quiet = load.drained || monotonicNs() > quietAfter;
        return m_progress.failed || load.quiet;
    }, drainSeconds);
    load.wall = static_cast<double>(monotonicNs() - start) / 1e9;
    load.serverCpu += treeUse(m_options.serverPid).cpuSeconds;
    load.driverCpu += ownCpuSeconds();
    load.otherCpu += machineBusySeconds() - load.serverCpu - load.driverCpu;
    load.steal += machineStealSeconds();
    idle(0.3); // late duplicates
    return load;
}

bool Driver::isSustained(const Load &load)
{
    return load.drained && !m_progress.failed && m_tally.duplicates() == 0
        && m_tally.deliverMs().percentile(99) <= m_options.rampP99Ms;
}

//! Doubles the rate until it is not sustained, then halves the gap four times (to about 4 %). Answers JSON members.
std::string Driver::ramp()
{
    JsonLine best;
    std::string steps;
    double good = 0, bad = 0, rate = m_options.rampStart;
    std::string limit = "cap";
    for (int step = 0, halvings = 0; halvings <= 4 && step < 20; ++step) {
        const Load load = this->load(rate, m_options.rampSeconds, 20);
        const bool sustained = isSustained(load);
        const double perSecond = static_cast<double>(m_tally.deliveredCount()) / std::max(0.001, m_tally.secondsToLastDelivery());
        const double driverShare = load.driverCpu / load.wall;
        JsonLine line;
        line.add("rate", rate, 1).add("sustained", sustained ? 1 : 0).add("deliver_p50_ms", m_tally.deliverMs().percentile(50), 2)
            .add("deliver_p99_ms", m_tally.deliverMs().percentile(99), 2)
            .add("lost", m_tally.expectedCount() - m_tally.deliveredCount())
            .add("send_lag_p99_ms", m_tally.lagMs().percentile(99), 2)
            .add("server_cpu_share", load.serverCpu / load.wall, 2).add("driver_cpu_share", driverShare, 2);
        steps += (steps.empty() ? "" : ",") + line.text();
        if (sustained && rate > good) {
            good = rate;
            best = JsonLine();
            best.add("max_rate", rate, 1).add("max_deliveries_per_s", perSecond, 0)
                .add("max_deliver_p50_ms", m_tally.deliverMs().percentile(50), 2).add("max_deliver_p99_ms", m_tally.deliverMs().percentile(99), 2)
                .add("max_server_cpu_share", load.serverCpu / load.wall, 2).add("max_driver_cpu_share", driverShare, 2)
                .add("max_other_cpu_s", load.otherCpu, 2);
        }
        if (!sustained) {
            bad = rate;
            limit = m_progress.failed ? "connection lost" : load.drained ? "p99" : load.quiet ? "loss" : "no drain in 20 s";
            if (m_tally.lagMs().percentile(99) > m_options.rampP99Ms / 2)
                limit += ", driver late";
        }
        if (m_progress.failed || !load.quiet)
            break;
        if (bad) {
            ++halvings;
            rate = std::sqrt(std::max(good, 1.0) * bad);
        } else if (rate >= m_options.rampMax) {
            break;
        } else {
            rate = std::min(rate * 2, m_options.rampMax);
        }
        idle(0.5);
    }
    if (!good)
        best.add("max_rate", 0, 1).add("max_deliveries_per_s", 0, 0);
    best.add("ramp_limit", limit).addRaw("ramp_steps", "[" + steps + "]");
    return best.members();
}

bool Driver::run(JsonLine &out)
{
    out.add("peer", m_options.peer).add("tier", m_options.tier).add("protocol", m_options.protocol)
        .add("mode", m_options.ramp ? "ramp" : m_options.rate > 0 ? "rate" : "connect").add("note", m_options.note)
        .add("n", m_options.n).add("m", m_options.m).add("rate", m_options.rate, 1).add("payload", m_options.payload);

    bool alive = warmUp();
    const long idlePss = treeUse(m_options.serverPid).pssKb;
    const double cpuBefore = treeUse(m_options.serverPid).cpuSeconds;
    std::uint64_t mark = monotonicNs();
    alive = alive && connectAll(m_options.n, m_options.inflight);
    const double connectMs = static_cast<double>(monotonicNs() - mark) / 1e6;
    const double connectCpu = treeUse(m_options.serverPid).cpuSeconds - cpuBefore;
    mark = monotonicNs();
    alive = alive && joinAll(m_options.m);
    const double joinMs = static_cast<double>(monotonicNs() - mark) / 1e6;
    idle(m_options.settle);
    const long pss = treeUse(m_options.serverPid).pssKb;
    alive = alive && !m_progress.failed;

    if (alive && m_options.ramp) {
        out.addMembers(ramp());
        alive = !m_progress.failed;
    } else if (alive && m_options.rate > 0) {
        const Load load = this->load(m_options.rate, m_options.seconds, 5);
        const bool acks = m_clients.front()->acknowledges();
        out.add("sent", m_tally.sentCount()).addIf(acks, "accepted", static_cast<double>(m_tally.acceptedCount()), 0)
            .add("delivered", m_tally.deliveredCount()).add("expected", m_tally.expectedCount())
            .add("lost", m_tally.expectedCount() - m_tally.deliveredCount()).add("duplicates", m_tally.duplicates())
            .add("strays", m_tally.strays())
            .addIf(acks, "accept_p50_ms", m_tally.acceptMs().percentile(50), 3).addIf(acks, "accept_p99_ms", m_tally.acceptMs().percentile(99), 3)
            .add("deliver_p50_ms", m_tally.deliverMs().percentile(50), 3).add("deliver_p99_ms", m_tally.deliverMs().percentile(99), 3)
            .add("deliver_max_ms", m_tally.deliverMs().percentile(100), 3)
            .add("deliveries_per_s", static_cast<double>(m_tally.deliveredCount()) / std::max(0.001, m_tally.secondsToLastDelivery()), 0)
            .add("send_lag_p99_ms", m_tally.lagMs().percentile(99), 3).add("server_cpu_s", load.serverCpu, 2)
            .add("driver_cpu_s", load.driverCpu, 2).add("other_cpu_s", load.otherCpu, 2).add("steal_s", load.steal, 2)
            .add("load_wall_s", load.wall, 2);
        alive = !m_progress.failed;
    }
    out.add("connect_all_ms", connectMs, 1).add("connect_p99_ms", m_progress.connectMs.percentile(99), 1).add("connect_inflight", m_options.inflight)
        .add("connect_server_cpu_s", connectCpu, 2).add("join_all_ms", joinMs, 1)
        .add("server_pss_kb_idle", idlePss).add("server_pss_kb_n", pss)
        .add("pss_per_conn_kb", static_cast<double>(pss - idlePss) / m_options.n, 1)
        .add("server_pss_kb_end", treeUse(m_options.serverPid).pssKb).add("tls", m_progress.cipher);
    if (!alive)
        out.add("error", m_progress.firstError.empty() ? "timed out: " + std::to_string(m_progress.ready) + " ready, "
                + std::to_string(m_progress.joined) + " joined" : m_progress.firstError).add("failed", m_progress.failed);
    for (auto &client : m_clients)
        client->disconnect();
    return alive;
}

} // namespace peerbench
