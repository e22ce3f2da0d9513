// SPDX-License-Identifier: Apache-2.0
// Many clients over TLS on loopback, some of them in one group, messages to the group at a fixed rate, each
// due at its time whatever happened before (open loop). Prints one line of JSON.
#include "Driver.h"
#include "tests/load/LoadPractice.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <csignal>

using namespace handbell;
using namespace Qt::Literals::StringLiterals;

namespace {

int fail(const QString &why)
{
    QTextStream(stderr) << "handbell-load: " << why << Qt::endl;
    return 1;
}

//! A handbelld of our own on a practice of our own; both go with it.
class Spawned
{
public:
    ~Spawned()
    {
        m_server.terminate();
        m_server.waitForFinished(10'000);
    }
    //! Empty where everything went well; else what did not.
    QString start(int clients, int group)
    {
        const QString data = m_folder.filePath(u"data"_s);
        const auto room = test::prepareLoadPractice(data, clients, group);
        if (!room)
            return room.error().detail;
        m_room = *room;
        m_server.setProgram(QStringLiteral(HANDBELLD));
        m_server.setArguments({u"serve"_s, u"--data"_s, data, u"--listen"_s, u"127.0.0.1:0"_s,
                               u"--connections"_s, u"10000"_s, u"--per-address"_s, u"10000"_s});
        m_server.setStandardErrorFile(m_folder.filePath(u"server.log"_s));
        m_server.start();
        const bool ready = m_server.waitForReadyRead(10'000);
        const QByteArray line = ready ? m_server.readLine().trimmed() : QByteArray();
        m_port = line.mid(line.lastIndexOf(':') + 1).toInt();
        return m_port ? QString() : u"handbelld did not start"_s;
    }
    void describe(peerbench::DriverOptions &options) const
    {
        options.port = m_port;
        options.serverPid = pid_t(m_server.processId());
        options.room = m_room.toStdString();
        options.caFile = m_folder.filePath(u"data/authority.crt"_s).toStdString();
    }

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_room;
    int m_port = 0;
};

//! The driver's line in the words of this program.
QJsonObject told(const QJsonObject &line)
{
    static constexpr std::pair<const char *, const char *> names[] = {
        {"n", "clients"},
        {"m", "group"},
        {"sent", "sent"},
        {"accepted", "accepted"},
        {"delivered", "delivered"},
        {"lost", "lost"},
        {"duplicates", "duplicated"},
        {"accept_p50_ms", "accept_p50_ms"},
        {"accept_p99_ms", "accept_p99_ms"},
        {"deliver_p50_ms", "deliver_p50_ms"},
        {"deliver_p99_ms", "deliver_p99_ms"},
        {"deliver_max_ms", "deliver_max_ms"},
        {"deliveries_per_s", "deliveries_per_s"},
        {"server_cpu_s", "server_cpu_s"},
        {"server_pss_kb_idle", "server_pss_idle_kb"},
        {"pss_per_conn_kb", "server_pss_per_client_kb"},
        {"connect_all_ms", "connect_all_ms"},
        {"send_lag_p99_ms", "send_lag_p99_ms"},
        {"error", "error"},
    };
    QJsonObject out;
    for (const auto &[theirs, ours] : names) {
        if (line.contains(QLatin1String(theirs)))
            out.insert(QLatin1String(ours), line.value(QLatin1String(theirs)));
    }
    return out;
}

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Puts load on a handbelld and measures it."_s);
    parser.addHelpOption();
    parser.addOptions({
        {u"clients"_s, u"clients connected"_s, u"N"_s, u"250"_s},
        {u"group"_s, u"how many of them are in the group that is written to"_s, u"M"_s, u"60"_s},
        {u"rate"_s, u"messages a second"_s, u"R"_s, u"20"_s},
        {u"seconds"_s, u"how long"_s, u"D"_s, u"20"_s},
        {u"payload"_s, u"bytes of text in a message, 40 to 3900"_s, u"BYTES"_s, u"300"_s},
        {u"idle"_s, u"connect and measure memory, send nothing"_s},
        {u"spawn"_s, u"a throwaway practice and a handbelld of its own on loopback"_s},
        {u"prepare"_s, u"make the practice for such a load in a new directory, print its room, and leave"_s,
         u"DIR"_s},
        {u"port"_s, u"where on this machine the server listens"_s, u"PORT"_s},
        {u"room"_s, u"what --prepare printed"_s, u"ROOM"_s},
        {u"ca"_s, u"the authority.crt of the practice"_s, u"FILE"_s},
        {u"pid"_s, u"the server's process, to measure its memory and CPU"_s, u"PID"_s},
    });
    parser.process(app);

    peerbench::DriverOptions options;
    options.protocol = "handbell";
    options.n = parser.value(u"clients"_s).toInt();
    options.m = parser.value(u"group"_s).toInt();
    options.rate = parser.isSet(u"idle"_s) ? 0 : parser.value(u"rate"_s).toDouble();
    options.seconds = parser.value(u"seconds"_s).toDouble();
    options.payload = parser.value(u"payload"_s).toInt();
    if (options.n < 1 || options.n > 10'000 || options.rate < 0 || options.rate > 10'000 ||
        options.seconds < 0 || options.seconds > 3600 || options.payload < 40 || options.payload > 3900)
        return fail(u"a number is out of bounds: see --help"_s);
    if (parser.isSet(u"prepare"_s)) {
        const auto room = test::prepareLoadPractice(parser.value(u"prepare"_s), options.n, options.m);
        if (!room)
            return fail(room.error().detail);
        QTextStream(stdout) << *room << Qt::endl;
        return 0;
    }

    Spawned spawned;
    if (parser.isSet(u"spawn"_s)) {
        if (const QString problem = spawned.start(options.n, options.m); !problem.isEmpty())
            return fail(problem);
        spawned.describe(options);
    } else {
        options.port = parser.value(u"port"_s).toInt();
        options.room = parser.value(u"room"_s).toStdString();
        options.caFile = parser.value(u"ca"_s).toStdString();
        options.serverPid = pid_t(parser.value(u"pid"_s).toInt());
        if (!options.port || options.room.empty() || !QFileInfo(parser.value(u"ca"_s)).isReadable())
            return fail(u"give --spawn, or --port, --room and --ca"_s);
    }
    peerbench::JsonLine line;
    const bool done = peerbench::Driver(options).run(line);
    const QJsonObject measured = QJsonDocument::fromJson(QByteArray::fromStdString(line.text())).object();
    QTextStream(stdout) << QJsonDocument(told(measured)).toJson(QJsonDocument::Compact) << Qt::endl;
    return done && measured.value("lost"_L1).toInt() == 0 ? 0 : 1;
}
