// SPDX-License-Identifier: Apache-2.0
#include "support/ServerKit.h"

#include "crypto/Token.h"
#include "server/Hasher.h"
#include "server/LedgerReader.h"
#include "server/Writer.h"
#include "server/administration/LedgerReading.h"
#include "server/administration/PracticeFile.h"
#include "server/administration/TemplateFile.h"
#include "transport/Invitation.h"

#include <QFile>

#include <algorithm>
#include <deque>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

namespace handbell::test {

using server::CommitBatch;
using transport::ConnectionId;
using transport::LoopbackChannel;

namespace {

//! Hashes when told to, in the test's thread.
class StepHasher final : public server::Hasher
{
public:
    StepHasher(crypto::ScryptCost cost, Random &random)
        : m_cost(cost)
        , m_random(random)
    {
    }

    bool verify(const QString &password, const QString &encoded, Verified done) override
    {
        m_waiting.push_back([=] { done(crypto::verifyPassword(password, encoded)); });
        return true;
    }
    bool hash(const QString &password, Hashed done) override
    {
        m_waiting.push_back([=, this] { done(crypto::hashPassword(password, m_cost, m_random)); });
        return true;
    }
    //! The next answer owed, or nothing.
    std::function<void()> take()
    {
        if (m_waiting.empty())
            return {};
        auto next = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++computed;
        return next;
    }

    int computed = 0;

private:
    const crypto::ScryptCost m_cost;
    Random &m_random;
    std::deque<std::function<void()>> m_waiting;
};

//! Reads when told to, in the test's thread.
class StepLedgerReader final : public server::LedgerReader
{
public:
    static constexpr size_t maxWaiting = 2;

    bool read(WallTime from, WallTime until, Read done) override
    {
        if (m_waiting.size() >= maxWaiting)
            return false;
        m_waiting.push_back({from, until, std::move(done)});
        return true;
    }
    //! The next answer owed, from \a record, or nothing.
    std::function<void()> take(const record::Record &record)
    {
        if (m_waiting.empty())
            return {};
        auto next = std::move(m_waiting.front());
        m_waiting.pop_front();
        return [next, &record] {
            next.done(administration::readLedger(record, next.from, next.until, QTimeZone::utc()));
        };
    }

private:
    struct Waiting
    {
        WallTime from;
        WallTime until;
        Read done;
    };
    std::deque<Waiting> m_waiting;
};

QByteArray readResource(const char *name)
{
    QFile file(QStringLiteral(HANDBELL_RESOURCES "/") + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", name);
    return file.readAll();
}

template <class T>
T must(Result<T> result, const char *what)
{
    if (!result)
        qFatal("%s: %s", what, qPrintable(result.error().detail));
    return *std::move(result);
}

void must(const Result<void> &result, const char *what)
{
    if (!result)
        qFatal("%s: %s", what, qPrintable(result.error().detail));
}

template <class Map>
auto idNamed(const Map &map, const char *name)
{
    for (const auto &[id, thing] : map) {
        if (thing.name == QString::fromUtf8(name))
            return id;
    }
    qFatal("nothing is named %s", name);
}

} // namespace

struct ServerKit::Private final : server::Outbound
{
    explicit Private(ServerKit &owner, const server::HubLimits &hubLimits)
        : kit(owner)
        , limits(hubLimits)
        , hasher(hubLimits.scrypt, owner.random)
        , path(directory.filePath(QStringLiteral("record.db")))
    {
    }

    //! The server's end of a connection.
    struct Line
    {
        std::unique_ptr<LoopbackChannel> server;
        QPointer<LoopbackChannel> client;
    };

    void send(ConnectionId id, const QByteArray &frame) override
    {
        if (const auto line = lines.find(id); line != lines.end())
            line->second.server->send(frame);
    }
    void close(ConnectionId id, ErrorCode code) override
    {
        if (const auto line = lines.find(id); line != lines.end())
            line->second.server->close({code, {}});
    }

    void makePractice();
    void start();
    void dropLines();
    bool step();

    ServerKit &kit;
    const server::HubLimits limits;
    StepHasher hasher;
    StepLedgerReader ledgers;
    bool readingLedgers = true;
    bool hashing = true;
    QTemporaryDir directory;
    const QString path;
    std::unique_ptr<record::Record> other; //!< another process
    std::unique_ptr<server::Writer> writer;
    std::deque<CommitBatch> batches;
    std::unique_ptr<server::Hub> hub;
    std::map<ConnectionId, Line> lines;
    std::vector<ConnectionId> closed;
    qint64 lastConnection = 0;
    bool writing = true;
    bool handing = true;                 //!< clients get what is on its way to them
    std::map<QString, QByteArray> codes; //!< by member's name
    QObject context;
};

void ServerKit::Private::makePractice()
{
    using administration::InvitationDesk;
    other = std::make_unique<record::Record>(
        must(record::Record::create(path, kit.random, storage::Durability::None), "creating the record"));
    const InvitationDesk desk({QStringLiteral("handbell.example"), 22355, QByteArray(32, '\1')}, kit.random);
    const auto file = must(administration::readPracticeFile(readResource("demo/practice.json")), "the demo");
    const auto decide = [&](const protocol::PracticeState &state) -> Result<record::EventGroup> {
        administration::Plan plan(state, kit.clock.wallNow());
        must(plan.createPractice(QStringLiteral("Riverside Surgery")), "the practice");
        const auto templates =
            must(administration::readTemplateFile(readResource("alerts/templates.json")), "the templates");
        must(administration::saveTemplates(plan, templates), "the templates");
        for (const auto &issued : must(administration::applyPracticeFile(plan, file, desk), "the demo")) {
            if (issued.target.member)
                codes[plan.after().member(*issued.target.member)->name] =
                    must(transport::Invitation::parse(issued.text), "an invitation").code;
        }
        record::EventGroup group;
        for (const administration::PlannedEvent &planned : plan.events()) {
            record::EventDraft draft;
            draft.payload = planned.payload;
            draft.text = planned.text;
            group.drafts.push_back(std::move(draft));
        }
        return group;
    };
    must(other->appendDecided(decide, kit.clock.wallNow()), "the first events");
}

void ServerKit::Private::start()
{
    auto own = must(
        record::Record::open(path, kit.random, record::Record::Access::ReadWrite, storage::Durability::None),
        "opening the record");
    writer = must(server::Writer::make(std::move(own), std::nullopt, kit.clock,
                                       [this](CommitBatch batch) { batches.push_back(std::move(batch)); }),
                  "the writer");
    auto reader =
        must(record::Record::open(path, kit.random, record::Record::Access::ReadOnly), "opening the record");
    hub = must(
        server::Hub::make(std::move(reader), *writer, hasher, ledgers, *this, kit.clock, kit.random, limits),
        "the hub");
}

void ServerKit::Private::dropLines()
{
    for (auto &[id, line] : lines) {
        line.server->disconnect(&context);
        line.server->cut();
        if (line.client)
            line.client->deliver();
    }
    lines.clear();
    closed.clear();
}

bool ServerKit::Private::step()
{
    bool moved = false;
    std::vector<ConnectionId> ids;
    for (const auto &[id, line] : lines)
        ids.push_back(id);
    for (const ConnectionId id : ids) {
        Line &line = lines.at(id);
        moved |= line.server->deliver() > 0;
        moved |= handing && line.client && line.client->deliver() > 0;
    }
    if (handing) { // not before the client's end heard of it
        for (const ConnectionId id : std::exchange(closed, {}))
            lines.erase(id);
    }
    while (hashing) {
        auto answer = hasher.take();
        if (!answer)
            break;
        hub->run(std::move(answer));
        moved = true;
    }
    while (readingLedgers) {
        auto answer = ledgers.take(*other);
        if (!answer)
            break;
        hub->run(std::move(answer));
        moved = true;
    }
    if (writing) {
        while (writer->commitSome())
            moved = true;
        writer->poll();
    }
    while (!batches.empty()) {
        const CommitBatch batch = std::move(batches.front());
        batches.pop_front();
        hub->committed(batch);
        moved = true;
    }
    const auto deadline = hub->nextDeadline();
    if (deadline && *deadline <= kit.clock.steadyNow()) {
        hub->onTime();
        moved = true;
    }
    return moved;
}

server::HubLimits ServerKit::quickLimits()
{
    server::HubLimits limits;
    limits.scrypt = crypto::testScryptCost;
    return limits;
}

ServerKit::ServerKit(const server::HubLimits &limits)
    : m_d(std::make_unique<Private>(*this, limits))
{
    m_d->makePractice();
    m_d->start();
}

ServerKit::ServerKit(const QString &recordFile, const server::HubLimits &limits)
    : m_d(std::make_unique<Private>(*this, limits))
{
    if (!QFile::copy(recordFile, m_d->path))
        qFatal("cannot copy the record");
    m_d->other = std::make_unique<record::Record>(must(
        record::Record::open(m_d->path, random, record::Record::Access::ReadWrite, storage::Durability::None),
        "opening the record"));
    m_d->start();
}

ServerKit::~ServerKit()
{
    m_d->dropLines();
}

server::Hub &ServerKit::hub()
{
    return *m_d->hub;
}

record::Record &ServerKit::record()
{
    return *m_d->other;
}

Seq ServerKit::append(const protocol::Payload &payload, MemberId actor)
{
    record::EventDraft draft;
    draft.actor = actor;
    draft.payload = payload;
    const std::vector<record::EventDraft> drafts{draft};
    const auto outcomes = must(m_d->other->append(drafts, clock.wallNow()), "appending");
    const auto *appended = std::get_if<record::Appended>(&outcomes.front());
    if (!appended)
        qFatal("the record refused an event");
    settle();
    return appended->events.front().seq;
}

std::unique_ptr<LoopbackChannel> ServerKit::makeChannel(transport::Delivery delivery, const QString &address)
{
    auto [serverEnd, clientEnd] = LoopbackChannel::makePair(delivery);
    const ConnectionId id(++m_d->lastConnection);
    Private *d = m_d.get();
    QObject::connect(serverEnd.get(), &transport::Channel::opened, &d->context,
                     [d, id, address] { d->hub->connected(id, address); });
    QObject::connect(
        serverEnd.get(), &transport::Channel::frameReceived, &d->context,
        [d, id](const QByteArray &frame) { d->hub->received(id, protocol::parseClientFrame(frame)); });
    QObject::connect(serverEnd.get(), &transport::Channel::violation, &d->context,
                     [d, id](ErrorCode code) { d->hub->violated(id, code); });
    QObject::connect(serverEnd.get(), &transport::Channel::closed, &d->context, [d, id] {
        d->hub->disconnected(id);
        d->closed.push_back(id);
    });
    serverEnd->open();
    d->lines.emplace(id, Private::Line{std::move(serverEnd), clientEnd.get()});
    return std::move(clientEnd);
}

std::unique_ptr<TestPeer> ServerKit::connectPeer(const QString &address)
{
    return std::make_unique<TestPeer>(*this, makeChannel(transport::Delivery::OnDemand, address));
}

std::unique_ptr<TestPeer> ServerKit::signIn(const char *name)
{
    auto peer = connectPeer();
    const auto answer = peer->ask(protocol::AuthJoin{client(), code(name), password()});
    if (!std::holds_alternative<protocol::OkSession>(answer))
        qFatal("%s cannot join: %s", name, qPrintable(TestPeer::codeOf(answer)));
    peer->sync();
    return peer;
}

std::unique_ptr<TestPeer> ServerKit::resume(const TestPeer &before)
{
    auto peer = connectPeer();
    peer->ask(protocol::AuthToken{client(), before.memberToken});
    peer->memberToken = before.memberToken;
    peer->workstationToken = before.workstationToken;
    peer->syncFrom(before.cursor(), before.epoch);
    return peer;
}

std::unique_ptr<TestPeer> ServerKit::workstationOf(const TestPeer &before)
{
    auto peer = connectPeer();
    peer->ask(protocol::AuthWorkstation{client(), before.workstationToken});
    peer->workstationToken = before.workstationToken;
    return peer;
}

bool ServerKit::settle()
{
    for (int i = 0; i < 100'000; ++i) {
        if (!m_d->hub || !m_d->step())
            return i > 0;
    }
    qFatal("the server never comes to rest");
}

void ServerKit::settleUnwritten()
{
    m_d->writing = false;
    settle();
    m_d->writing = true;
}

void ServerKit::settleServerThen(const std::function<void()> &then)
{
    m_d->handing = false;
    m_d->step();
    m_d->handing = true;
    then();
}

void ServerKit::advance(std::chrono::milliseconds by)
{
    const SteadyTime end = clock.steadyNow() + by;
    settle();
    while (clock.steadyNow() < end) {
        const auto deadline = m_d->hub ? m_d->hub->nextDeadline() : std::nullopt;
        const auto next = deadline ? std::min(*deadline, end) : end;
        clock.advance(std::max(next - clock.steadyNow(), std::chrono::milliseconds(1)));
        settle();
    }
}

void ServerKit::restart()
{
    halt();
    start();
}

void ServerKit::halt()
{
    m_d->dropLines();
    m_d->hub.reset();
    m_d->writer.reset();
    m_d->batches.clear();
}

void ServerKit::start()
{
    m_d->start();
}

void ServerKit::stop()
{
    m_d->hub->stop();
    settle();
    m_d->writer->finish();
}

#ifdef Q_OS_UNIX
namespace {

//! Lets no file of this process grow beyond \a bytes: writing fails as on a full disk.
void limitFiles(rlim_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    if (getrlimit(RLIMIT_FSIZE, &limit) != 0)
        qFatal("no file limit");
    limit.rlim_cur = std::min(bytes, limit.rlim_max);
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
        qFatal("no file limit");
}

} // namespace

bool ServerKit::breakWriting()
{
    limitFiles(0);
    return true;
}

void ServerKit::mendWriting()
{
    limitFiles(RLIM_INFINITY);
}
#else
bool ServerKit::breakWriting()
{
    return false;
}

void ServerKit::mendWriting() {}
#endif

void ServerKit::setReadingLedgers(bool reading)
{
    m_d->readingLedgers = reading;
}

int ServerKit::hashesComputed() const
{
    return m_d->hasher.computed;
}

void ServerKit::setHashing(bool hashing)
{
    m_d->hashing = hashing;
}

void ServerKit::violate(ErrorCode code)
{
    m_d->hub->violated(m_d->lines.rbegin()->first, code);
}

MemberId ServerKit::member(const char *name) const
{
    return idNamed(m_d->hub->state().members, name);
}

RoomId ServerKit::room(const char *name) const
{
    return idNamed(m_d->hub->state().rooms, name);
}

WorkstationId ServerKit::workstation(const char *name) const
{
    return idNamed(m_d->hub->state().workstations, name);
}

ConversationId ServerKit::group(const char *name) const
{
    return idNamed(m_d->hub->state().conversations, name);
}

ConversationId ServerKit::everyone() const
{
    return m_d->hub->state().everyoneConversation();
}

TemplateId ServerKit::alertTemplate(const char *key) const
{
    for (const auto &[id, known] : m_d->hub->state().templates) {
        if (known.key == QString::fromLatin1(key))
            return id;
    }
    qFatal("no template %s", key);
}

protocol::Bytes ServerKit::code(const char *name) const
{
    const auto found = m_d->codes.find(QString::fromUtf8(name));
    if (found == m_d->codes.end())
        qFatal("no invitation for %s", name);
    return {found->second};
}

protocol::Bytes ServerKit::invite(std::optional<MemberId> member, std::optional<WorkstationId> workstation,
                                  std::chrono::hours lifetime)
{
    const auto code = crypto::InvitationCode::generate(random);
    append(protocol::InvitationCreated{{code.digest()}, member, workstation, clock.wallNow() + lifetime});
    return {code.bytes()};
}

protocol::ClientInfo ServerKit::client()
{
    return {protocol::protocolVersion,
            {QStringLiteral("alerts"), QStringLiteral("presence")},
            QStringLiteral("test 1")};
}

} // namespace handbell::test
