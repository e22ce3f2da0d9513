// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Client.h"
#include "JsonLine.h"
#include "ProcStat.h"

#include <optional>
#include <string>
#include <vector>

namespace peerbench {

struct DriverOptions
{
    std::string peer;
    std::string tier;
    std::string protocol;
    std::string caFile;
    std::string note;
    std::string room = "bench";
    int port = 0;
    pid_t serverPid = 0;
    int n = 250;
    int m = 60;
    double rate = 20;       //!< 0: connect, join and measure memory only
    double seconds = 20;
    int payload = 300;
    int inflight = 64;      //!< connections being made at once
    int warmup = 2;
    double settle = 3;
    double timeout = 60;    //!< for connecting all, and again for joining all
    bool ramp = false;
    double rampStart = 20;
    double rampMax = 5120;
    double rampSeconds = 3;
    double rampP99Ms = 100;
};

//! One run against one server.
class Driver
{
public:
    explicit Driver(DriverOptions options);
    ~Driver();
    //! Adds what was measured to \a out; false when not every client could connect, join or stay.
    bool run(JsonLine &out);

private:
    struct Load
    {
        double rate = 0;
        double serverCpu = 0, driverCpu = 0, otherCpu = 0, steal = 0, wall = 0;
        bool drained = false; //!< everything arrived
        bool quiet = false;   //!< nothing arrived any more when we stopped waiting
    };

    bool connectAll(int count, int inflight);
    bool joinAll(int count);
    bool warmUp();
    Load load(double rate, double seconds, double drainSeconds);
    bool isSustained(const Load &load);
    std::string ramp();

    void pump(std::uint64_t untilNs);
    template<typename Predicate>
    bool pumpUntil(Predicate done, double seconds);
    void idle(double seconds);

    const DriverOptions m_options;
    SslContext m_context;
    ClientPlan m_plan;
    Progress m_progress;
    Tally m_tally;
    std::vector<std::unique_ptr<Client>> m_clients;
    std::uint32_t m_nextSeq = 1;
};

} // namespace peerbench
