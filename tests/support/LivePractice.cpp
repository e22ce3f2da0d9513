// SPDX-License-Identifier: Apache-2.0
#include "tests/support/LivePractice.h"

#include "client/Practice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTcpServer>

namespace handbell::test {

namespace {

constexpr int patienceMs = 30'000;

//! A port below those from which systems give connections theirs: a server that is started again finds it
//! free.
quint16 freePort()
{
    QTcpServer probe;
    for (int tries = 0; tries < 100; ++tries) {
        const auto port = quint16(QRandomGenerator::global()->bounded(20'000, 32'000));
        if (probe.listen(QHostAddress::LocalHost, port))
            return port;
    }
    return 0; // and the server says that it has none
}

} // namespace

LivePractice::LivePractice(Way way, const QString &practiceFile, const QString &folder)
    : m_data((folder.isEmpty() ? m_folder.path() : folder) + QStringLiteral("/data"))
{
    m_environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("handbell.*=true"));
    m_port = freePort();
    m_proxy.setTarget(m_port);
    if (!m_proxy.listen(QHostAddress::LocalHost))
        m_problem = m_proxy.errorString();
    run(QStringLiteral(HANDBELLD),
        {QStringLiteral("init"), QStringLiteral("--data"), data(), QStringLiteral("--practice"),
         QStringLiteral("Riverside Surgery"), QStringLiteral("--host"), QStringLiteral("127.0.0.1"),
         QStringLiteral("--port"), QString::number(way == Way::Direct ? m_port : m_proxy.serverPort()),
         QStringLiteral("--admin"), QStringLiteral("Carys Evans"), QStringLiteral("--room"),
         QStringLiteral("Manager's office")});
    const QByteArray seeded = ctl({QStringLiteral("--json"), QStringLiteral("seed"), practiceFile});
    const QJsonArray invitations =
        QJsonDocument::fromJson(seeded).object().value(QLatin1String("invitations")).toArray();
    for (const QJsonValue &entry : invitations)
        m_invitations.insert(entry[QLatin1String("member")].toString(),
                             entry[QLatin1String("invitation")].toString());
    if (m_problem.isEmpty() && m_invitations.isEmpty())
        m_problem = QStringLiteral("seed printed no invitations");
    start();
}

LivePractice::~LivePractice()
{
    stop();
}

QString LivePractice::demoPractice()
{
    return QStringLiteral(HANDBELL_SOURCE_DIR "/resources/demo/practice.json");
}

void LivePractice::setEnvironment(const QString &name, const QString &value)
{
    if (value.isEmpty())
        m_environment.remove(name);
    else
        m_environment.insert(name, value);
}

bool LivePractice::isRunning() const
{
    return m_server && m_server->state() != QProcess::NotRunning;
}

int LivePractice::waitForEnd()
{
    if (isRunning() && !m_server->waitForFinished(patienceMs))
        return -1;
    m_log += m_server->readAllStandardError();
    const int code = m_server->exitCode();
    m_server.reset();
    return code;
}

QByteArray LivePractice::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (process.waitForFinished(patienceMs) && process.exitCode() == 0)
        return process.readAllStandardOutput();
    m_problem = QString::fromUtf8(process.readAllStandardError());
    return {};
}

QByteArray LivePractice::ctl(const QStringList &arguments)
{
    return run(QStringLiteral(HANDBELLCTL), QStringList{QStringLiteral("--data"), data()} + arguments);
}

QByteArray LivePractice::ctlAt(const QString &offset, const QStringList &arguments)
{
    // Timers go by the monotonic clock, which stays as it is. faketime is preloaded before a sanitizer's
    // runtime, which complains unless told not to.
    return run(QStringLiteral("env"),
               QStringList{QStringLiteral("ASAN_OPTIONS=verify_asan_link_order=0"),
                           QStringLiteral("faketime"), QStringLiteral("--exclude-monotonic"),
                           QStringLiteral("-f"), offset, QStringLiteral(HANDBELLCTL),
                           QStringLiteral("--data"), data()} +
                   arguments);
}

void LivePractice::start()
{
    if (!m_problem.isEmpty())
        return;
    m_server = std::make_unique<QProcess>();
    m_server->setProcessEnvironment(m_environment);
    QStringList command = m_launcher;
    command << QStringLiteral(HANDBELLD) << QStringLiteral("serve") << QStringLiteral("--data") << data()
            << QStringLiteral("--listen") << QStringLiteral("127.0.0.1:%1").arg(m_port)
            << QStringLiteral("--per-address") << QStringLiteral("1000");
    const QString program = command.takeFirst();
    m_server->start(program, command);
    QByteArray out;
    while (!out.contains('\n') && m_server->waitForReadyRead(patienceMs))
        out += m_server->readAllStandardOutput();
    if (!out.startsWith("handbelld ready"))
        m_problem =
            QStringLiteral("no readiness line: ") + QString::fromUtf8(m_server->readAllStandardError());
}

void LivePractice::stop()
{
    if (!m_server)
        return;
    m_server->terminate();
    if (!m_server->waitForFinished(patienceMs))
        m_problem = QStringLiteral("the server did not stop when asked");
    m_log += m_server->readAllStandardError();
    m_server.reset();
}

void LivePractice::kill()
{
    m_server->kill();
    m_server->waitForFinished(patienceMs);
    m_log += m_server->readAllStandardError();
    m_server.reset();
}

QByteArray LivePractice::log()
{
    if (m_server)
        m_log += m_server->readAllStandardError();
    return m_log;
}

LiveWorkstation::LiveWorkstation(const QString &profile, const client::Pacing &pacing)
    : m_pacing(pacing)
{
    auto opened = client::Profile::open(profile, QDir(m_folder.path()));
    m_profile = std::make_unique<client::Profile>(*std::move(opened));
    build();
}

void LiveWorkstation::build()
{
    m_client = std::make_unique<client::Client>(client::Client::Parts{
        *m_profile, m_secrets, client::webSocketChannels(), m_clock, m_random, m_pacing});
    m_client->start();
}

void LiveWorkstation::restart()
{
    m_client.reset();
    build();
}

QString LiveWorkstation::join(const QString &invitation)
{
    using State = client::Session::State;
    if (!eventually([this] { return m_client->session().state() != State::Starting; }))
        return QStringLiteral("still starting");
    auto joined = m_client->session().join(invitation, QStringLiteral("a long walk by the river"));
    if (!eventually([&joined] { return joined.isFinished(); }))
        return QStringLiteral("no answer");
    if (!joined.result())
        return QString(wireName(joined.result().error().code));
    const bool there = eventually([this] {
        return m_client->session().state() == State::SignedIn && m_client->practice().self().isValid() &&
               !m_client->practice().state().members.empty();
    });
    return there ? QStringLiteral("ok") : QStringLiteral("no snapshot");
}

} // namespace handbell::test
