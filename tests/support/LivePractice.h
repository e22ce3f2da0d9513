// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "client/Client.h"
#include "client/MemorySecretStore.h"
#include "client/Profile.h"
#include "tests/support/CutProxy.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <map>
#include <memory>

namespace handbell::test {

//! A real handbelld in a process of its own, on loopback, with the Riverside Surgery of resources/demo unless
//! given another practice. Its workstations reach it through a relay unless told otherwise.
class LivePractice
{
public:
    //! How workstations get to the server: through a relay that a test can cut, or directly.
    enum class Way { Relayed, Direct };

    //! \a practiceFile describes the people (handbellctl seed); the server's data lies in \a folder, or in a
    //! temporary one.
    explicit LivePractice(Way way = Way::Relayed, const QString &practiceFile = demoPractice(),
                          const QString &folder = {});
    ~LivePractice();
    LivePractice(const LivePractice &) = delete;
    LivePractice &operator=(const LivePractice &) = delete;

    [[nodiscard]] static QString demoPractice();

    //! Empty where everything went well; else what did not.
    [[nodiscard]] QString problem() const { return m_problem; }
    void start();
    //! Asks it to stop (SIGTERM) and waits.
    void stop();
    //! Ends it without a word, as a power cut would end the process.
    void kill();
    //! From the next start() on the server has \a value in its environment; an empty one is taken out.
    void setEnvironment(const QString &name, const QString &value);
    //! From the next start() on the server is run by \a command, such as "faketime -f +1h".
    void setLauncher(const QStringList &command) { m_launcher = command; }
    [[nodiscard]] bool isRunning() const;
    //! Tidies up after a server that ended by itself; its exit code, or -1 where it is still there after half
    //! a minute.
    int waitForEnd();
    //! Where the server itself listens.
    [[nodiscard]] quint16 port() const { return m_port; }
    //! What stands in invitations.
    [[nodiscard]] CutProxy &proxy() { return m_proxy; }
    [[nodiscard]] QString data() const { return m_data; }
    //! The demo's invitation for \a member.
    [[nodiscard]] QString invitation(const QString &member) const { return m_invitations.value(member); }
    //! Runs handbellctl on this practice, beside the server, and gives what it printed; empty where it
    //! failed.
    QByteArray ctl(const QStringList &arguments);
    //! The same with the clock of handbellctl moved by \a offset ("-21d"), for which the program `faketime`
    //! must be there.
    QByteArray ctlAt(const QString &offset, const QStringList &arguments);
    //! What the server has logged so far.
    [[nodiscard]] QByteArray log();

private:
    QByteArray run(const QString &program, const QStringList &arguments);

    QTemporaryDir m_folder;
    QString m_data;
    QString m_problem;
    CutProxy m_proxy;
    quint16 m_port = 0;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QStringList m_launcher;
    QHash<QString, QString> m_invitations;
    std::unique_ptr<QProcess> m_server;
    QByteArray m_log;
};

//! One workstation: the whole client engine without a window, its own profile and secrets.
class LiveWorkstation
{
public:
    explicit LiveWorkstation(const QString &profile, const client::Pacing &pacing = {});

    client::Client &operator*() { return *m_client; }
    client::Client *operator->() { return m_client.get(); }
    //! As if the program were ended.
    void stop() { m_client.reset(); }
    //! As if the program were started anew on the same PC.
    void restart();
    //! Joins and waits until the practice is there; a wire name of the error, or "ok".
    QString join(const QString &invitation);
    [[nodiscard]] client::MemorySecretStore &secrets() { return m_secrets; }
    [[nodiscard]] client::Profile &profile() { return *m_profile; }

private:
    void build();

    QTemporaryDir m_folder;
    const client::Pacing m_pacing;
    SystemClock m_clock;
    SystemRandom m_random;
    client::MemorySecretStore m_secrets;
    std::unique_ptr<client::Profile> m_profile;
    std::unique_ptr<client::Client> m_client;
};

//! Lets the event loop run until \a condition holds; false after ten seconds.
[[nodiscard]] inline bool eventually(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, 10'000);
}

} // namespace handbell::test
