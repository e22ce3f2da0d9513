// SPDX-License-Identifier: Apache-2.0
#include "FileSecretStore.h"
#include "Rows.h"
#include "client/AlertManager.h"
#include "client/Client.h"
#include "client/MessageManager.h"
#include "client/Practice.h"
#include "client/Profile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTimer>

#include <cstdio>
#include <iostream>
#include <thread>

// A workstation in a process of its own that can be killed: the client engine without a window. FOLDER holds
// the profile "desk" and its secrets. It reads a line for each thing to do, and writes one for each that
// happened:
//
//     post CONVERSATION TEXT   posted TEXT, once it is in the outbox, or refused TEXT
//     rows CONVERSATION        rows [[seq, author, text], …]
//                              waiting COUNT, whenever it changed: what the server has not taken yet
//                              online, offline
//                              card ALERT, where a window would draw it; "shown" is told after that

using namespace handbell;

namespace {

void say(const QByteArray &line)
{
    std::puts(line.constData());
    std::fflush(stdout);
}

class FaultClient : public QObject
{
public:
    FaultClient(client::Profile &profile, client::SecretStore &secrets)
        : m_client({profile, secrets, client::webSocketChannels(), m_clock, m_random, quick})
    {
        client::AlertManager &alerts = m_client.alerts();
        connect(&alerts, &client::AlertManager::incomingChanged, this, [&alerts] {
            for (const client::IncomingAlert &incoming : alerts.incoming()) {
                say("card " + QByteArray::number(incoming.alert.id.value));
                alerts.markShown(incoming.alert.id);
            }
        });
        connect(&m_watch, &QTimer::timeout, this, [this] {
            tellWaiting();
            tellOnline();
        });
        m_watch.start(std::chrono::milliseconds(2));
        m_client.start();
    }

    void obey(const QByteArray &line)
    {
        const QByteArrayList words = line.split(' ');
        const ConversationId conversation(words.value(1).toLongLong());
        if (words.first() == "post")
            post(conversation, line.mid(line.indexOf(' ', 5) + 1));
        else if (words.first() == "rows")
            tellRows(conversation);
        else
            QCoreApplication::quit();
    }

private:
    static constexpr client::Pacing quick{std::chrono::milliseconds(20), std::chrono::milliseconds(60),
                                          std::chrono::milliseconds(50), std::chrono::milliseconds(10'000)};

    void post(ConversationId conversation, const QByteArray &text)
    {
        const auto screened = m_client.practice().guard()->screen(QString::fromUtf8(text));
        const bool kept = screened && m_client.messages().post(conversation, *screened);
        say((kept ? "posted " : "refused ") + text);
        tellWaiting();
    }

    void tellRows(ConversationId conversation)
    {
        QJsonArray all;
        for (const test::Row &row : test::rowsOf(m_client, conversation))
            all.append(QJsonArray{row.seq.value, row.author.value, row.text});
        say("rows " + QJsonDocument(all).toJson(QJsonDocument::Compact));
    }

    void tellWaiting()
    {
        const int waiting = m_client.messages().waitingCount();
        if (std::exchange(m_waiting, waiting) != waiting)
            say("waiting " + QByteArray::number(waiting));
    }

    void tellOnline()
    {
        const bool online = m_client.session().link() == client::Session::Link::Online &&
                            !m_client.practice().state().members.empty();
        if (std::exchange(m_online, online) != online)
            say(online ? "online" : "offline");
    }

    SystemClock m_clock;
    SystemRandom m_random;
    client::Client m_client;
    QTimer m_watch;
    int m_waiting = 0;
    bool m_online = false;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QDir folder(application.arguments().value(1));
    auto profile = client::Profile::open(QStringLiteral("desk"), folder);
    if (!profile)
        return 2;
    test::FileSecretStore secrets(folder.filePath(QStringLiteral("secrets.json")));
    FaultClient client(*profile, secrets);
    std::thread reader([&client] {
        for (std::string line; std::getline(std::cin, line);)
            QMetaObject::invokeMethod(
                &client, [&client, text = QByteArray::fromStdString(line)] { client.obey(text); });
        QMetaObject::invokeMethod(&client, [] { QCoreApplication::quit(); });
    });
    const int code = QCoreApplication::exec();
    reader.detach(); // it waits for a line that may never come
    return code;
}
