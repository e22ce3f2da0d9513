// SPDX-License-Identifier: Apache-2.0
#include "client/Client.h"

#include "client/AssistanceManager.h"
#include "client/History.h"
#include "client/LiveAlertManager.h"
#include "client/LiveLedgerManager.h"
#include "client/LiveMessageManager.h"
#include "client/LivePresenceManager.h"
#include "client/Profile.h"
#include "client/SelfTest.h"
#include "client/TemplateManager.h"
#include "client/Vault.h"
#include "client/models/LiveConversationListModel.h"
#include "client/models/LiveMessageListModel.h"
#include "client/models/LivePresenceBoardModel.h"
#include "client/models/LiveTargetModel.h"
#include "client/models/LiveTemplateModel.h"
#include "transport/WebSocketChannel.h"

namespace handbell::client {

//! Members are built in the order in which they need each other.
struct Client::Private
{
    explicit Private(const Parts &parts);
    //! Whoever waits for an answer gets one while they are still there.
    ~Private() { session.stop(); }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    void onState(Session::State state);
    void enter(MemberId member);
    void leave();
    void tellPlace();

    Session session;
    Practice practice;
    Timelines timelines;
    Sync sync;
    Vault vault;
    Outbox outbox;
    ReceiptSender receipts;
    History history;
    LivePresenceManager presence;
    LiveMessageManager messages;
    LiveAlertManager alerts;
    AssistanceManager assistance;
    SelfTest selfTest;
    TemplateManager templateManager;
    LiveLedgerManager ledger;
    LiveConversationListModel conversations;
    LivePresenceBoardModel board;
    LiveTargetModel targets;
    LiveTemplateModel templates;
    MemberId inside; //!< whose data is here
};

Client::Private::Private(const Parts &parts)
    : session(parts.profile, parts.secrets, parts.channels, parts.clock, parts.random, parts.pacing)
    , sync(session, practice, timelines)
    , vault(parts.secrets, parts.profile.secretPrefix(), parts.profile.folder(), parts.random)
    , outbox(session, parts.clock, parts.random, parts.pacing)
    , receipts(session, parts.random, parts.pacing)
    , history(session, practice, timelines, sync)
    , presence(session, practice, sync, parts.clock)
    , messages({session, practice, timelines, sync, outbox, receipts, parts.random})
    , alerts({session, practice, sync, presence, receipts, parts.clock, parts.random})
    , assistance(session, practice, alerts, parts.clock)
    , selfTest({session, sync, parts.clock, parts.random})
    , templateManager(session, parts.random)
    , ledger(session)
    , conversations(practice, timelines)
    , board(practice)
    , targets(practice, alerts)
    , templates(practice)
{
    QObject::connect(&session, &Session::stateChanged, &practice,
                     [this](Session::State state) { onState(state); });
    QObject::connect(&sync, &Sync::following, &receipts, &ReceiptSender::flush);
    QObject::connect(&sync, &Sync::following, &practice, [this] { tellPlace(); });
    QObject::connect(&practice, &Practice::changed, &practice, [this](const protocol::StateChange &change) {
        if (!change.rooms.empty() || !change.workstations.empty())
            tellPlace();
    });
}

void Client::Private::onState(Session::State state)
{
    if (state != Session::State::SignedIn) {
        leave();
    } else if (session.member() != inside) {
        leave();
        enter(session.member());
    }
}

void Client::Private::enter(MemberId member)
{
    inside = member;
    vault.open(member, [this, member](const std::shared_ptr<Vault::Stores> &stores) {
        outbox.open(std::move(stores->outbox));
        sync.begin(member, std::move(stores->cache));
    });
}

//! The screen is cleared and nothing of the one who left stays on the disk.
void Client::Private::leave()
{
    if (!inside.isValid())
        return;
    inside = {};
    receipts.clear();
    outbox.close();
    sync.end();
    vault.wipe();
}

void Client::Private::tellPlace()
{
    const protocol::Workstation *workstation = practice.state().workstation(session.workstation());
    if (!workstation)
        return;
    const protocol::Room *room = practice.state().room(workstation->room);
    session.setPlace(workstation->name, room ? room->name : QString());
}

Client::Client(Parts parts)
    : d(std::make_unique<Private>(parts))
{
}

Client::~Client() = default;

void Client::start()
{
    d->session.start();
}

Session &Client::session()
{
    return d->session;
}

Practice &Client::practice()
{
    return d->practice;
}

MessageManager &Client::messages()
{
    return d->messages;
}

AlertManager &Client::alerts()
{
    return d->alerts;
}

PresenceManager &Client::presence()
{
    return d->presence;
}

AssistanceManager &Client::assistance()
{
    return d->assistance;
}

SelfTest &Client::selfTest()
{
    return d->selfTest;
}

TemplateManager &Client::templateManager()
{
    return d->templateManager;
}

LedgerManager &Client::ledger()
{
    return d->ledger;
}

ConversationListModel &Client::conversations()
{
    return d->conversations;
}

PresenceBoardModel &Client::board()
{
    return d->board;
}

TargetModel &Client::targets()
{
    return d->targets;
}

TemplateModel &Client::templates()
{
    return d->templates;
}

std::unique_ptr<MessageListModel> Client::makeMessageModel()
{
    return std::make_unique<LiveMessageListModel>(
        LiveMessageListModel::Parts{d->session, d->practice, d->timelines, d->outbox, d->history});
}

ChannelFactory webSocketChannels()
{
    return [](const transport::ServerAddress &address,
              const transport::Trust &trust) -> std::unique_ptr<transport::Channel> {
        return std::make_unique<transport::WebSocketChannel>(address, trust);
    };
}

} // namespace handbell::client
