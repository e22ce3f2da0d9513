// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/SingleInstance.h"

#include "base/Log.h"
#include "platform/DesktopSession.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>
#include <QPointer>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>

namespace handbell::ui {

namespace {

// One line each way: the second says "open INVITATION", the first answers with its process id and has taken
// it; or it says "ask REQUEST", and the first answers that when it can.
const QByteArray greeting("open ");
const QByteArray question("ask ");
//! No invitation is nearly as long; whoever sends more is not a Handbell.
constexpr qint64 LongestLine = 2048;
constexpr std::chrono::milliseconds ReadPatience{2000};

QString folder()
{
    QString path = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return path.isEmpty() ? QDir::tempPath() : path;
}

QString serverPath(const QString &name)
{
#ifdef Q_OS_WIN
    return name; // a pipe's name
#else
    return folder() + QLatin1Char('/') + name;
#endif
}

} // namespace

SingleInstance::SingleInstance(const QString &name, QObject *parent)
    : QObject(parent)
    , m_path(serverPath(name))
    , m_lock(folder() + QLatin1Char('/') + name + QStringLiteral(".lock"))
{
    // A lock is stale when its process is gone, however old it is.
    m_lock.setStaleLockTime(0);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

SingleInstance::~SingleInstance() = default;

Result<SingleInstance::Outcome> SingleInstance::begin(const QString &invitation,
                                                      std::chrono::milliseconds patience)
{
    if (m_lock.tryLock(0)) {
        const auto listening = listen();
        return listening ? Result<Outcome>(Outcome::First) : Result<Outcome>(listening.error());
    }
    if (m_lock.error() != QLockFile::LockFailedError)
        return Error{ErrorCode::NotPermitted, QStringLiteral("cannot write a lock in the runtime folder")};
    return handOn(invitation, patience);
}

Result<void> SingleInstance::listen()
{
    QLocalServer::removeServer(m_path); // what a crash has left; the lock says that nobody listens
    if (m_server.listen(m_path))
        return {};
    qCWarning(logUi) << "cannot listen for a second start:" << int(m_server.serverError());
    return Error{ErrorCode::IoError, QStringLiteral("cannot listen for a second start")};
}

Result<SingleInstance::Outcome> SingleInstance::handOn(const QString &invitation,
                                                       std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    const auto left = [&deadline] {
        return int(qMax<qint64>(1, deadline.remainingTime()));
    };
    do {
        QLocalSocket socket;
        socket.connectToServer(m_path);
        if (socket.waitForConnected(left())) {
            socket.write(greeting + invitation.simplified().toUtf8() + '\n');
            while (!socket.canReadLine() && socket.waitForReadyRead(left())) {
            }
            bool ok = false;
            const qint64 pid = socket.readLine(32).trimmed().toLongLong(&ok);
            if (ok) {
                platform::yieldForegroundTo(pid);
                socket.write("\n"); // may come forward now
                socket.waitForBytesWritten(left());
                return Outcome::HandedOn;
            }
        }
        QThread::msleep(20); // it holds the lock and does not listen yet
    } while (!deadline.hasExpired());
    return Error{ErrorCode::Unreachable, QStringLiteral("the Handbell that runs already does not answer")};
}

Result<QByteArray> SingleInstance::ask(const QString &name, const QByteArray &request,
                                       std::chrono::milliseconds patience)
{
    constexpr int connectPatience = 2000;
    QLocalSocket socket;
    socket.connectToServer(serverPath(name));
    if (!socket.waitForConnected(connectPatience))
        return Error{ErrorCode::NotFound, QStringLiteral("Handbell does not run in this session")};
    socket.write(question + request + '\n');
    const QDeadlineTimer deadline(patience);
    QByteArray answer;
    while (!answer.endsWith('\n') && !deadline.hasExpired() &&
           (socket.bytesAvailable() > 0 ||
            socket.waitForReadyRead(int(qMax<qint64>(1, deadline.remainingTime())))))
        answer += socket.readAll();
    if (!answer.endsWith('\n'))
        return Error{ErrorCode::Unreachable, QStringLiteral("the Handbell that runs does not answer")};
    return answer.trimmed();
}

void SingleInstance::receive()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(ReadPatience, socket, [socket] {
            if (!socket->property("asks").toBool()) // who asks may wait for the answer
                socket->abort();
        });
        read(socket);
    }
}

void SingleInstance::read(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > LongestLine)
            socket->abort();
        return;
    }
    const QByteArray line = socket->readLine(LongestLine).trimmed();
    if (socket->property("wish").isValid()) {
        const QString invitation = socket->property("wish").toString();
        socket->disconnectFromServer();
        Q_EMIT startedAgain(invitation);
        return;
    }
    if (line.startsWith(question) && !socket->property("asks").toBool()) {
        socket->setProperty("asks", true);
        Q_EMIT asked(line.mid(question.size()),
                     [waiting = QPointer<QLocalSocket>(socket)](const QByteArray &answer) {
                         if (!waiting)
                             return;
                         waiting->write(answer + '\n');
                         waiting->disconnectFromServer();
                     });
        return;
    }
    if (line != greeting.trimmed() && !line.startsWith(greeting)) {
        socket->abort();
        return;
    }
    socket->setProperty("wish", QString::fromUtf8(line.mid(greeting.size())));
    socket->write(QByteArray::number(QCoreApplication::applicationPid()) + '\n');
    if (socket->canReadLine())
        read(socket);
}

} // namespace handbell::ui
