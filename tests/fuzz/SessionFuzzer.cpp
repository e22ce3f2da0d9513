// SPDX-License-Identifier: Apache-2.0
// libFuzzer: any lines at all as the frames of one connection, to a whole server: the first of a stranger's
// where the input begins with 0, those of a PC without anybody where it begins with 1, those of a member
// otherwise.
#include "support/ServerKit.h"
#include "tests/fuzz/Require.h"

#include <QCoreApplication>

using namespace handbell;
using namespace handbell::protocol;
using handbell::fuzz::require;
using handbell::test::ServerKit;
using transport::LoopbackChannel;

namespace {

constexpr qsizetype mostFrames = 20;
//! A practice is used for so many inputs: beyond, its record only gets slower.
constexpr int inputsAPractice = 500;

//! The client's end of a connection that counts what it is answered.
class Peer
{
public:
    explicit Peer(ServerKit &kit)
        : m_kit(kit)
        , m_channel(kit.makeChannel())
    {
        QObject::connect(m_channel.get(), &transport::Channel::frameReceived, m_channel.get(),
                         [this](const QByteArray &frame) { hear(frame); });
        m_channel->open();
        kit.settle();
    }

    [[nodiscard]] bool isOpen() const { return m_channel->isOpen(); }
    void say(const QByteArray &frame) { m_channel->send(frame); }
    //! Says \a message; whether it was answered without an error.
    bool ask(const ClientMessage &message)
    {
        m_failed = false;
        say(encode(ClientFrame{RequestId(1), message}));
        m_kit.settle();
        return !m_failed && isOpen();
    }
    void forget() { m_answers.clear(); }
    [[nodiscard]] Bytes token() const { return m_token; }
    [[nodiscard]] int answers(RequestId id) const
    {
        const auto found = m_answers.find(id);
        return found == m_answers.end() ? 0 : found->second;
    }

private:
    void hear(const QByteArray &bytes)
    {
        const auto parsed = parseServerFrame(bytes);
        require(std::holds_alternative<ServerFrame>(parsed));
        const auto &frame = std::get<ServerFrame>(parsed);
        if (frame.id)
            ++m_answers[*frame.id];
        if (const auto *error = std::get_if<ErrorAnswer>(&frame.message)) {
            require(error->code != wireName(ErrorCode::Internal));
            m_failed = true;
        } else if (const auto *session = std::get_if<OkSession>(&frame.message)) {
            m_token = session->token.value_or(m_token);
        } else if (const auto *notice = std::get_if<EventsNotice>(&frame.message)) {
            say(encode(ClientFrame{std::nullopt, Ack{notice->cursor}}));
        }
    }

    ServerKit &m_kit;
    std::map<RequestId, int> m_answers;
    Bytes m_token; //!< the member's
    bool m_failed = false;
    std::unique_ptr<LoopbackChannel> m_channel; // last: it calls the rest
};

//! A practice in which Priya is to be fuzzed as, and Dr Patel is there to be rung.
class Surgery
{
public:
    Surgery()
    {
        const auto jo = m_kit.signIn("Jo Lewis");
        m_josPc = jo->workstationToken;
        jo->ask(SignOut{});
        const auto priya = m_kit.signIn("Priya Shah");
        m_priyasPc = priya->workstationToken;
        m_token = priya->memberToken;
    }
    ~Surgery()
    {
        require(*m_kit.record().loadState() == m_kit.hub().state());
        require(m_kit.record().verify({})->ok());
    }
    Surgery(const Surgery &) = delete;
    Surgery &operator=(const Surgery &) = delete;

    void play(const QByteArray &input)
    {
        const char first = input.isEmpty() ? '\0' : input.front();
        const bool signedIn = first != '0' && first != '1';
        std::optional<Peer> fresh;
        if (!signedIn) {
            fresh.emplace(m_kit);
            if (first == '1')
                require(fresh->ask(AuthWorkstation{ServerKit::client(), m_josPc}));
        } else if (!m_member || !m_member->isOpen() || !m_member->ask(Sync{})) {
            signIn();
        }
        Peer &peer = signedIn ? *m_member : *fresh;
        peer.forget();
        const Seq before = m_kit.record().head()->seq;
        talk(peer, signedIn ? input : input.mid(1));
        if (!signedIn)
            require(m_kit.record().head()->seq == before); // nobody gets in, and leaves a trace, by luck
        fresh.reset();
        m_kit.advance(std::chrono::seconds(10)); // limits by time are another test's
    }

private:
    //! Priya on a new connection: by her token while it is good, otherwise by her password.
    void signIn()
    {
        m_member.emplace(m_kit);
        if (m_member->ask(AuthToken{ServerKit::client(), m_token}) && m_member->ask(Sync{}))
            return;
        m_member.emplace(m_kit);
        require(m_member->ask(AuthWorkstation{ServerKit::client(), m_priyasPc}));
        require(m_member->ask(AuthPassword{m_kit.member("Priya Shah"), ServerKit::password()}));
        m_token = m_member->token();
        require(m_member->ask(Sync{}));
    }

    void talk(Peer &peer, const QByteArray &input)
    {
        std::map<RequestId, int> asked;
        const auto frames = input.split('\n').mid(0, mostFrames);
        for (const QByteArray &frame : frames) {
            const auto parsed = parseClientFrame(frame);
            if (const auto *wrong = std::get_if<FrameError>(&parsed); wrong && wrong->id)
                ++asked[*wrong->id];
            else if (const auto *good = std::get_if<ClientFrame>(&parsed);
                     good && good->id && !std::holds_alternative<Ack>(good->message))
                ++asked[*good->id];
            peer.say(frame);
            m_kit.settle();
        }
        m_kit.advance(std::chrono::milliseconds(50));
        for (const auto &[id, count] : asked)
            require(peer.answers(id) == count || (!peer.isOpen() && peer.answers(id) < count));
    }

    ServerKit m_kit;
    Bytes m_josPc;
    Bytes m_priyasPc;
    Bytes m_token; //!< Priya's
    std::optional<Peer> m_member;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static int argc = 0; // QCoreApplication keeps a reference
    static QCoreApplication application(argc, nullptr);
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &) {
        require(type != QtCriticalMsg && type != QtFatalMsg);
    });
    static Surgery *surgery = nullptr; // outlives the program: Qt's databases are gone before statics are
    static int inputs = 0;
    if (inputs++ % inputsAPractice == 0)
        delete std::exchange(surgery, new Surgery);
    surgery->play(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
