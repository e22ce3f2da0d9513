// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/AlertManager.h"
#include "client/Client.h"
#include "client/MemorySecretStore.h"
#include "client/Practice.h"
#include "client/PresenceManager.h"
#include "client/Profile.h"
#include "support/ServerKit.h"

#include <QTemporaryDir>

#include <functional>
#include <map>
#include <set>

namespace handbell::testing {

//! The tokens of a workstation; and, where it keeps things, the keys of its local stores.
class DeskSecrets final : public client::SecretStore
{
public:
    QFuture<Result<QByteArray>> read(const QString &name) override { return store(name).read(name); }
    QFuture<Result<void>> write(const QString &name, const QByteArray &value) override
    {
        return store(name).write(name, value);
    }
    QFuture<Result<void>> remove(const QString &name) override { return store(name).remove(name); }

    //! Begins again with \a values.
    void reset(const std::map<QString, QByteArray> &values, bool keeps); // NOLINT: a test's switch
    [[nodiscard]] const std::map<QString, QByteArray> &values() const { return m_kept->values(); }

private:
    client::SecretStore &store(const QString &name)
    {
        const bool isKey = name.contains(QStringLiteral("cache-key"));
        return isKey && !m_keeps ? m_none : *m_kept;
    }

    std::unique_ptr<client::MemorySecretStore> m_kept = std::make_unique<client::MemorySecretStore>();
    client::MemorySecretStore m_none{client::MemorySecretStore::Kind::NoKeychain};
    bool m_keeps = false;
};

//! Lets everything happen that needs no time, at the server and at the workstations.
void letHappen(test::ServerKit &kit);

//! A workstation of a LadderWorld: a whole client without a window, a line that can be cut, and a screen that
//! shows cards as AlertCardStack does: for each incoming alert that is neither held nor passed on, from the
//! moment incomingChanged() says so.
class LadderDesk
{
public:
    LadderDesk();

    //! Goes back to a profile with \a secrets and nothing else, no program running.
    void reset(const std::map<QString, QByteArray> &secrets, bool keeps); // NOLINT: a test's switch
    //! Starts the program, which talks to \a kit.
    void open(test::ServerKit &kit, Random &random);
    //! Joins the practice, of which \a code is an invitation's. Whether that went well.
    [[nodiscard]] bool join(const QByteArray &code, const QString &password);
    //! Kills it.
    void quit();
    [[nodiscard]] bool isOpen() const { return m_client != nullptr; }
    [[nodiscard]] client::Client &client() { return *m_client; }
    [[nodiscard]] const std::map<QString, QByteArray> &secrets() const { return m_secrets.values(); }

    //! Cuts the line, loses what is on it, and keeps the program from coming back.
    void cut();
    void mend();
    //! Whether there is a server to come back to; while there is none nothing is tried.
    void setServed(bool served); // NOLINT: a test's switch
    //! The member signed in here with a running flow of events; none otherwise.
    [[nodiscard]] MemberId follower() const;

    [[nodiscard]] const std::set<AlertId> &cards() const { return m_cards; }
    //! Cards put up since the last call.
    [[nodiscard]] std::vector<AlertId> takeAsked() { return std::exchange(m_asked, {}); }
    //! What went wrong on the screen, empty where nothing did.
    [[nodiscard]] QString complaint() const { return m_complaint; }
    //! Counts the sign-ins and program starts: what a manager knows since sign-in is of one of them.
    [[nodiscard]] int life() const { return m_life; }

private:
    std::unique_ptr<transport::Channel> makeChannel();
    void retry();
    void onIncoming();
    void onEnded(const client::AlertEnding &ending);

    QTemporaryDir m_folder;
    std::optional<client::Profile> m_profile;
    DeskSecrets m_secrets;
    test::ServerKit *m_kit = nullptr;
    std::unique_ptr<client::Client> m_client;
    QPointer<transport::LoopbackChannel> m_line;
    std::unique_ptr<transport::LoopbackChannel> m_deadEnd; //!< the far end of a channel that leads nowhere
    bool m_whole = true;
    bool m_served = true;
    bool m_following = false;
    int m_life = 0;
    std::set<AlertId> m_cards, m_ended;
    std::vector<AlertId> m_asked;
    QString m_complaint;
    QObject m_context;
};

} // namespace handbell::testing
