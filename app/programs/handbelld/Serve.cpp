// SPDX-License-Identifier: Apache-2.0
#include "base/Log.h"
#include "platform/ReloadSignal.h"
#include "platform/TerminationSignal.h"
#include "programs/handbelld/Commands.h"
#include "server/Server.h"
#include "server/administration/SetUp.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

namespace handbell::programs {

namespace {

using administration::DataDirectory;

struct ListenAddress
{
    QHostAddress address = QHostAddress::Any;
    quint16 port = 0;
};

QString toText(const QHostAddress &address, quint16 port)
{
    QString host = address.toString();
    if (host.contains(QLatin1Char(':')))
        host = QStringLiteral("[%1]").arg(host);
    return QStringLiteral("%1:%2").arg(host).arg(port);
}

//! "127.0.0.1:22355", "[::1]:0"; port 0 is one the system chooses.
std::optional<ListenAddress> parseListen(const QString &text)
{
    const auto colon = text.lastIndexOf(QLatin1Char(':'));
    QString host = text.left(colon);
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    bool isNumber = false;
    ListenAddress listen;
    listen.port = text.mid(colon + 1).toUShort(&isNumber);
    if (colon < 1 || !isNumber || !listen.address.setAddress(host))
        return std::nullopt;
    return listen;
}

//! How often the certificate is looked at while the server runs.
constexpr std::chrono::hours certificateInterval{24};

//! The server's certificate, renewed where it ends soon.
Result<crypto::ServerCertificate> certificateFrom(const DataDirectory &directory, WallTime now)
{
    const auto renewed = administration::renewServerCertificate(directory, now);
    if (!renewed)
        return renewed.error();
    if (*renewed)
        qCInfo(logServer, "the server certificate ended soon: there is a new one");
    return directory.serverCertificate();
}

//! Shows workstations that come from now on the certificate that is in \a directory now. Where that cannot be
//! used, the server goes on with the one it has.
void reloadCertificate(server::Server &server, const DataDirectory &directory, const Clock &clock)
{
    const auto certificate = certificateFrom(directory, clock.wallNow());
    const auto shown = certificate ? server.showCertificate(certificate->keyPem, certificate->chainPem)
                                   : Result<void>(certificate.error());
    if (shown)
        qCInfo(logServer, "the server certificate was read again");
    else
        qCCritical(logServer) << "the server certificate cannot be used, the one before is kept:"
                              << wireName(shown.error().code);
}

Result<server::ServerConfig> configFor(const DataDirectory &directory, const ListenAddress &listen,
                                       WallTime now)
{
    const auto certificate = certificateFrom(directory, now);
    if (!certificate)
        return certificate.error();
    const auto key = directory.recordKey();
    if (!key)
        return key.error();
    server::ServerConfig config;
    config.recordPath = directory.recordFile();
    config.tlsKeyPem = certificate->keyPem;
    config.tlsChainPem = certificate->chainPem;
    config.signingKeyPem = key->toPem();
    config.address = listen.address;
    config.port = listen.port;
    return config;
}

//! Serves until the process is asked to stop.
Outcome run(const server::ServerConfig &config, const DataDirectory &directory, const Clock &clock,
            Random &random)
{
    const auto termination = platform::TerminationSignal::install();
    if (!termination)
        return Outcome::failed(termination.error());
    const auto reload = platform::ReloadSignal::install();
    if (!reload)
        return Outcome::failed(reload.error());
    server::Server server(config, clock, random);
    const auto reloads = [&] {
        reloadCertificate(server, directory, clock);
    };
    QObject::connect(reload->get(), &platform::ReloadSignal::requested, &server, reloads);
    QTimer daily;
    QObject::connect(&daily, &QTimer::timeout, &server, reloads);
    daily.start(certificateInterval);
    QObject::connect(termination->get(), &platform::TerminationSignal::requested, &server,
                     &QCoreApplication::quit);
    const auto port = server.start();
    if (!port)
        return Outcome::failed(port.error());
    const QByteArray ready =
        QStringLiteral("handbelld ready %1\n").arg(toText(config.address, *port)).toLatin1();
    std::fwrite(ready.constData(), 1, static_cast<size_t>(ready.size()), stdout);
    std::fflush(stdout);
    QCoreApplication::exec();
    qCInfo(logServer, "stopping");
    server.stop();
    qCInfo(logServer, "stopped");
    return Outcome::done({}, {});
}

//! As many as handbelld has been measured with (tests/load).
constexpr int mostConnections = 10'000;

//! The limits, with what --connections and --per-address say; the error says what is wrong with them.
Result<transport::ConnectionLimits> limitsFrom(const Arguments &arguments)
{
    transport::ConnectionLimits limits;
    const auto take = [&arguments](const char *name, int most, int &limit) -> Result<void> {
        if (!arguments.has(name))
            return {};
        bool isNumber = false;
        limit = arguments.value(name).toInt(&isNumber);
        if (!isNumber || limit < 1 || limit > most)
            return Error{ErrorCode::InvalidArgument,
                         QStringLiteral("--%1 takes a number of connections, 1 to %2")
                             .arg(QLatin1String(name))
                             .arg(most)};
        return {};
    };
    if (const auto taken = take("connections", mostConnections, limits.total); !taken)
        return taken.error();
    if (const auto taken = take("per-address", limits.total, limits.perAddress); !taken)
        return taken.error();
    return limits;
}

Outcome serve(const Arguments &arguments)
{
    const auto limits = limitsFrom(arguments);
    if (!limits)
        return Outcome::misused(limits.error().detail);
    ListenAddress listen;
    if (arguments.has("listen")) {
        const auto parsed = parseListen(arguments.value("listen"));
        if (!parsed)
            return Outcome::misused(QStringLiteral("--listen takes ADDRESS:PORT, such as 0.0.0.0:22355"));
        listen = *parsed;
    }
    const auto directory = DataDirectory::open(arguments.value("data"));
    if (!directory)
        return Outcome::failed(directory.error());
    const auto lock = directory->lockForServing();
    if (!lock)
        return Outcome::failed(lock.error());
    if (!arguments.has("listen")) {
        const auto settings = directory->settings();
        if (!settings)
            return Outcome::failed(settings.error());
        listen.port = static_cast<quint16>(settings->port);
    }
    const SystemClock clock;
    SystemRandom random;
    auto config = configFor(*directory, listen, clock.wallNow());
    if (!config)
        return Outcome::failed(config.error());
    config->connections = *limits;
    return run(*config, *directory, clock, random);
}

} // namespace

Command serveCommand()
{
    return {
        QStringLiteral("serve"),
        {},
        QStringLiteral(
            "Serve the practice until asked to stop (SIGTERM, SIGINT, Ctrl-C). SIGHUP has it read its "
            "certificate again."),
        0,
        0,
        {valueOption(
             "listen",
             "Where to listen; every address and the port of settings.json unless told. Port 0: one the "
             "system chooses. Once ready, standard output gets the line \"handbelld ready ADDRESS:PORT\".",
             "ADDRESS:PORT"),
         valueOption("connections", "How many connections there may be at once: 1024 unless told.", "N"),
         valueOption("per-address",
                     "How many connections one address may have: 64 unless told. A terminal server is one "
                     "address with as many workstations as it has people.",
                     "N")},
        {QStringLiteral("data")},
        serve};
}

} // namespace handbell::programs
