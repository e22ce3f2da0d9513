// SPDX-License-Identifier: Apache-2.0
#include "Driver.h"
#include "FloorServer.h"
#include "SelfTest.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>

namespace {
volatile int stopRequested = 0;

int usage()
{
    std::fputs("peerbench --protocol mqtt0|mqtt1|xmpp|nats|wsfloor|handbell --port P --ca FILE --server-pid PID\n"
               "          [--peer NAME] [--tier T] [--note TEXT] [--room NAME] [--n 250] [--m 60] [--rate 20] [--seconds 20] [--payload 300]\n"
               "          [--inflight 64] [--warmup 2] [--settle 3] [--timeout 60] [--ramp 1] [--ramp-start 20] [--ramp-max 5120]\n"
               "          [--ramp-seconds 3]\n"
               "peerbench --floor-server 1 --port P --cert FILE --key FILE\n"
               "peerbench --self-test 1 --port P --ca FILE --cert FILE --key FILE\n", stderr);
    return 2;
}
}

int main(int argc, char **argv)
{
    using namespace peerbench;
    std::signal(SIGPIPE, SIG_IGN);
    DriverOptions o;
    std::string cert, key;
    bool floorServer = false, selfTest = false;
    using Set = std::function<void(const char *)>;
    const std::map<std::string, Set> known{
        {"--protocol", [&](const char *v) { o.protocol = v; }},
        {"--peer", [&](const char *v) { o.peer = v; }},
        {"--tier", [&](const char *v) { o.tier = v; }},
        {"--note", [&](const char *v) { o.note = v; }},
        {"--room", [&](const char *v) { o.room = v; }},
        {"--ca", [&](const char *v) { o.caFile = v; }},
        {"--port", [&](const char *v) { o.port = std::atoi(v); }},
        {"--server-pid", [&](const char *v) { o.serverPid = std::atoi(v); }},
        {"--n", [&](const char *v) { o.n = std::atoi(v); }},
        {"--m", [&](const char *v) { o.m = std::atoi(v); }},
        {"--rate", [&](const char *v) { o.rate = std::atof(v); }},
        {"--seconds", [&](const char *v) { o.seconds = std::atof(v); }},
        {"--payload", [&](const char *v) { o.payload = std::atoi(v); }},
        {"--inflight", [&](const char *v) { o.inflight = std::atoi(v); }},
        {"--warmup", [&](const char *v) { o.warmup = std::atoi(v); }},
        {"--settle", [&](const char *v) { o.settle = std::atof(v); }},
        {"--timeout", [&](const char *v) { o.timeout = std::atof(v); }},
        {"--ramp", [&](const char *v) { o.ramp = std::atoi(v) != 0; }},
        {"--ramp-start", [&](const char *v) { o.rampStart = std::atof(v); }},
        {"--ramp-max", [&](const char *v) { o.rampMax = std::atof(v); }},
        {"--ramp-seconds", [&](const char *v) { o.rampSeconds = std::atof(v); }},
        {"--cert", [&](const char *v) { cert = v; }},
        {"--key", [&](const char *v) { key = v; }},
        {"--floor-server", [&](const char *v) { floorServer = std::atoi(v) != 0; }},
        {"--self-test", [&](const char *v) { selfTest = std::atoi(v) != 0; }},
    };
    for (int i = 1; i < argc; i += 2) {
        const auto found = known.find(argv[i]);
        if (found == known.end() || i + 1 >= argc)
            return usage();
        found->second(argv[i + 1]);
    }
    if (floorServer) {
        const auto stop = [](int) { stopRequested = 1; };
        std::signal(SIGTERM, stop);
        std::signal(SIGINT, stop);
        return runFloorServer(o.port, cert, key, stopRequested) ? 0 : 1;
    }
    if (selfTest)
        return runSelfTest(o.port, o.caFile, cert, key);
    if (o.protocol.empty() || !o.port || o.caFile.empty() || !o.serverPid || o.n < 1 || o.n > 10000 || o.m < 1 || o.m > o.n)
        return usage();
    JsonLine line;
    const bool done = Driver(o).run(line);
    std::printf("%s\n", line.text().c_str());
    return done ? 0 : 1;
}
