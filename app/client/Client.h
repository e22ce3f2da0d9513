// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Random.h"
#include "client/Session.h"

#include <memory>

namespace handbell::client {

class AlertManager;
class AssistanceManager;
class ConversationListModel;
class LedgerManager;
class MessageListModel;
class MessageManager;
class Practice;
class PresenceBoardModel;
class PresenceManager;
class Profile;
class SelfTest;
class TargetModel;
class TemplateManager;
class TemplateModel;

//! A whole client without a window: builds the session, the sealed cache, the sync, the managers and the
//! models, joins them up, and hands out references. What a window, a test or a script works with. Main thread
//! only.
class Client
{
public:
    //! All of these outlive the client.
    struct Parts
    {
        Profile &profile;
        SecretStore &secrets;
        ChannelFactory channels; //!< the real one by default: webSocketChannels()
        const Clock &clock;
        Random &random; //!< fit for secrets outside of tests
        Pacing pacing{};
    };

    explicit Client(Parts parts);
    ~Client();
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    //! Begins: reads the profile and keychain, opens the cache, connects.
    void start();

    [[nodiscard]] Session &session();
    [[nodiscard]] Practice &practice();
    [[nodiscard]] MessageManager &messages();
    [[nodiscard]] AlertManager &alerts();
    [[nodiscard]] PresenceManager &presence();
    [[nodiscard]] AssistanceManager &assistance();
    [[nodiscard]] SelfTest &selfTest();
    [[nodiscard]] TemplateManager &templateManager();
    [[nodiscard]] LedgerManager &ledger();

    [[nodiscard]] ConversationListModel &conversations();
    [[nodiscard]] PresenceBoardModel &board();
    [[nodiscard]] TargetModel &targets();
    [[nodiscard]] TemplateModel &templates();
    //! A model of one conversation, owned by the caller; must be gone before the client.
    [[nodiscard]] std::unique_ptr<MessageListModel> makeMessageModel();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

//! Channels over TLS WebSockets.
[[nodiscard]] ChannelFactory webSocketChannels();

} // namespace handbell::client
