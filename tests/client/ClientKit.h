// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "FakeServer.h"
#include "client/AlertManager.h"
#include "client/Client.h"
#include "client/MemorySecretStore.h"
#include "client/MessageManager.h"
#include "client/PresenceManager.h"
#include "client/Profile.h"
#include "client/models/ConversationListModel.h"
#include "client/models/MessageListModel.h"
#include "client/models/PresenceBoardModel.h"
#include "client/models/TargetModel.h"
#include "client/models/TemplateModel.h"
#include "transport/Invitation.h"

#include <QTemporaryDir>
#include <QTest>

namespace handbell::testing {

//! A client and a server to talk to, a folder for its profile, a keychain, and a clock that stands still.
class ClientKit
{
public:
    explicit ClientKit(client::MemorySecretStore::Kind keychain = client::MemorySecretStore::Kind::Keychain)
        : secrets(keychain)
    {
        pacing.retryBase = std::chrono::milliseconds(1);
        pacing.retryCap = std::chrono::milliseconds(4);
        pacing.settled = std::chrono::milliseconds(0);
        open();
    }

    QTemporaryDir folder;
    VirtualClock clock;
    SeededRandom random{11};
    client::Pacing pacing;
    client::MemorySecretStore secrets;
    FakeServer server;
    std::optional<client::Profile> profile;
    std::unique_ptr<client::Client> client;

    client::Session &session() { return client->session(); }
    client::Practice &practice() { return client->practice(); }

    //! Makes a client that has not been started.
    void open()
    {
        client.reset();
        profile = *client::Profile::open(QStringLiteral("test"), QDir(folder.path()));
        client = std::make_unique<client::Client>(
            client::Client::Parts{*profile, secrets, server.channels(), clock, random, pacing});
    }
    //! As if the program were started anew on the same PC.
    void restart()
    {
        open();
        client->start();
    }
    //! An invitation to a server with an ordinary certificate, so that no probe goes out.
    [[nodiscard]] static QString invitation()
    {
        transport::Invitation made;
        made.host = QStringLiteral("handbell.example");
        made.port = 8443;
        made.pin = QByteArray(32, '\0');
        made.code = QByteArray(16, 'c');
        made.expiry = WallTime(std::chrono::seconds(1'900'000'000));
        return made.toText();
    }
    //! Joins as the server's member and waits until the practice is there.
    [[nodiscard]] bool join()
    {
        client->start();
        const auto joined = client->session().join(invitation(), server.password);
        return QTest::qWaitFor([&] { return joined.isFinished(); }) && joined.result().ok() && waitForSync();
    }
    //! Waits until the newest connection has been told all there is.
    [[nodiscard]] bool waitForSync()
    {
        return QTest::qWaitFor([this] {
            settle();
            return server.isFollowed() && practice().self().isValid() &&
                   !practice().state().members.empty() && practice().state().seq == server.state.seq;
        });
    }
    //! Lets everything happen that needs no time.
    static void settle()
    {
        for (int turn = 0; turn < 20; ++turn)
            QCoreApplication::processEvents(QEventLoop::AllEvents);
    }
    [[nodiscard]] guard::ScreenedText screened(const QString &text)
    {
        return *practice().guard()->screen(text);
    }
    [[nodiscard]] Result<void> post(ConversationId conversation, const QString &text)
    {
        return client->messages().post(conversation, screened(text));
    }
    //! A message of somebody else's.
    protocol::Event say(MemberId who, ConversationId where, const QString &text)
    {
        return server.publish(protocol::MessagePosted{where}, who, demo::consulting3, text);
    }
    //! All files of the profile in one.
    [[nodiscard]] QByteArray disk() const
    {
        QByteArray content;
        const QFileInfoList files = profile->folder().entryInfoList(QDir::Files | QDir::Hidden);
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly))
                content += file.readAll();
        }
        return content;
    }
    [[nodiscard]] QStringList files() const
    {
        return profile->folder().entryList({QStringLiteral("member-*")}, QDir::Files);
    }
};

} // namespace handbell::testing
