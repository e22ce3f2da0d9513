// SPDX-License-Identifier: Apache-2.0
#include "FakeServer.h"

#include <algorithm>

namespace handbell::testing {

using namespace protocol;

namespace {

const WallTime someTime{std::chrono::milliseconds{1'764'000'000'000}};

} // namespace

FakeServer::FakeServer()
    : presence(demo::presence(someTime))
{
}

client::ChannelFactory FakeServer::channels()
{
    return [this](const transport::ServerAddress &,
                  const transport::Trust &) -> std::unique_ptr<transport::Channel> {
        ++connections;
        m_following = false;
        auto pair = transport::LoopbackChannel::makePair(transport::Delivery::EventLoop);
        m_end = std::move(pair.second);
        if (refusesWith) {
            m_end->close({refusesWith, {}});
        } else {
            connect(m_end.get(), &transport::Channel::frameReceived, this,
                    [this](const QByteArray &frame) { receive(frame); });
            m_end->open();
        }
        return std::move(pair.first);
    };
}

ServerMessage FakeServer::error(ErrorCode code)
{
    ErrorAnswer answer;
    answer.code = wireName(code);
    return answer;
}

void FakeServer::send(const ServerFrame &frame)
{
    m_end->send(encode(frame));
}

void FakeServer::notify(const ServerMessage &message)
{
    send({std::nullopt, message});
}

void FakeServer::cut()
{
    m_following = false;
    m_end->cut();
}

void FakeServer::close(std::optional<ErrorCode> code)
{
    m_following = false;
    m_end->close({code, {}});
}

void FakeServer::receive(const QByteArray &bytes)
{
    const auto parsed = parseClientFrame(bytes);
    const auto *frame = std::get_if<ClientFrame>(&parsed);
    Q_ASSERT(frame);
    heard.push_back(frame->message);
    if (!frame->id || (ignores && ignores(frame->message)))
        return;
    if (instead) {
        if (const auto answer = instead(frame->message)) {
            send({frame->id, *answer});
            return;
        }
    }
    send({frame->id, usual(frame->message)});
    if (const auto *asked = std::get_if<protocol::Sync>(&frame->message); asked && asked->cursor) {
        std::vector<Event> missed;
        std::copy_if(log.begin(), log.end(), std::back_inserter(missed),
                     [&](const Event &event) { return event.seq > *asked->cursor; });
        if (!missed.empty() && asked->epoch == epoch)
            tellEvents(missed, state.seq);
    }
}

ServerMessage FakeServer::usual(const ClientMessage &message)
{
    if (const auto *join = std::get_if<AuthJoin>(&message))
        return join->password ? session(Bytes{memberToken}) : enrolled(Bytes{workstationToken});
    if (const auto *token = std::get_if<AuthToken>(&message)) {
        if (token->token.value == memberToken)
            return session({});
        return error(ErrorCode::TokenRevoked);
    }
    if (const auto *token = std::get_if<AuthWorkstation>(&message)) {
        if (token->token.value == workstationToken)
            return enrolled({});
        return error(ErrorCode::TokenRevoked);
    }
    if (const auto *sign = std::get_if<AuthPassword>(&message)) {
        if (sign->password != password)
            return error(ErrorCode::BadCredentials);
        member = sign->member;
        return session(Bytes{memberToken});
    }
    if (std::holds_alternative<SignOut>(message))
        return enrolled({});
    if (const auto *request = std::get_if<protocol::Sync>(&message))
        return sync(*request);
    if (const auto *request = std::get_if<History>(&message))
        return history(*request);
    if (const auto *post = std::get_if<MessagePost>(&message))
        return accept(post->nonce, MessagePosted{post->conversation}, post->text);
    if (const auto *withdraw = std::get_if<MessageWithdraw>(&message))
        return accept(withdraw->nonce, MessageWithdrawn{withdraw->conversation, withdraw->message});
    if (const auto *open = std::get_if<ConversationOpen>(&message))
        return accept(open->nonce, ConversationCreated{ConversationKind::Direct, {}, {member, open->member}});
    if (const auto *raise = std::get_if<AlertRaise>(&message)) {
        const AlertTemplate &source = state.templates.at(raise->alertTemplate);
        return accept(raise->nonce,
                      AlertRaised{source.id, raise->address, source.importance, source.lifetimeSeconds,
                                  source.replies, source.escalation, reached, source.gathers,
                                  raise->testRoom},
                      raise->note);
    }
    if (const auto *reply = std::get_if<AlertReply>(&message))
        return accept(reply->nonce, AlertAnswered{reply->alert, reply->reply, {}});
    if (const auto *cancel = std::get_if<AlertCancel>(&message))
        return accept(cancel->nonce, AlertClosed{cancel->alert, AlertState::Cancelled, {}});
    if (const auto *test = std::get_if<SelfTest>(&message))
        notify(SelfTestCard{test->nonce});
    return Ok{};
}

ServerMessage FakeServer::session(std::optional<Bytes> token)
{
    OkSession answer;
    answer.practice = state.practiceName;
    answer.member = member;
    answer.workstation = workstation;
    if (token)
        answer.workstationToken = Bytes{workstationToken};
    answer.token = std::move(token);
    return answer;
}

ServerMessage FakeServer::enrolled(std::optional<Bytes> token)
{
    m_following = false;
    OkWorkstation answer;
    answer.practice = state.practiceName;
    answer.workstation = workstation;
    answer.name = QStringLiteral("Front desk 1");
    answer.room = QStringLiteral("Front desk 1");
    for (const auto &[id, person] : state.members)
        answer.roster.push_back({id, person.name, person.role});
    answer.token = std::move(token);
    return answer;
}

ServerMessage FakeServer::sync(const protocol::Sync &request)
{
    m_following = true;
    OkSync answer;
    answer.epoch = epoch;
    answer.head = state.seq;
    answer.presence = presence;
    answer.receipts = receipts;
    if (!request.cursor || request.epoch != epoch)
        answer.snapshot = viewFor(state, member);
    return answer;
}

ServerMessage FakeServer::history(const History &request) const
{
    OkHistory answer;
    std::set<MessageId> withdrawn;
    for (const Event &event : log) {
        if (const auto *gone = std::get_if<MessageWithdrawn>(&event.payload))
            withdrawn.insert(gone->message);
    }
    for (auto event = log.rbegin(); event != log.rend(); ++event) {
        const auto *posted = std::get_if<MessagePosted>(&event->payload);
        if (!posted || posted->conversation != request.conversation ||
            (request.before && event->seq >= *request.before))
            continue;
        if (static_cast<int>(answer.events.size()) == request.limit) {
            answer.more = true;
            break;
        }
        answer.events.push_back(*event);
        if (withdrawn.count(MessageId(event->seq.value)) > 0) {
            answer.events.back().text.reset();
            answer.withdrawn.push_back(MessageId(event->seq.value));
        }
    }
    return answer;
}

ServerMessage FakeServer::accept(const Nonce &nonce, Payload payload, const std::optional<QString> &text)
{
    const auto known = m_accepted.find(nonce);
    if (known != m_accepted.end())
        return known->second;
    const Event event = publish(std::move(payload), member, workstation, text);
    return m_accepted[nonce] = Accepted{event.seq, event.at};
}

Event FakeServer::record(Payload payload, MemberId actor, WorkstationId from,
                         const std::optional<QString> &text)
{
    Event event;
    event.seq = Seq(state.seq.value + 1);
    event.at = someTime + std::chrono::seconds(event.seq.value);
    event.actor = actor;
    event.workstation = from;
    event.payload = std::move(payload);
    event.text = text;
    const auto applied = state.apply(event);
    Q_ASSERT(applied.ok());
    log.push_back(event);
    return event;
}

Event FakeServer::publish(Payload payload, MemberId actor, WorkstationId from,
                          const std::optional<QString> &text)
{
    const Event event = record(std::move(payload), actor, from, text);
    if (m_following)
        tellEvents({event}, event.seq);
    return event;
}

void FakeServer::tellEvents(const std::vector<Event> &events, Seq cursor)
{
    notify(EventsNotice{events, cursor});
}

} // namespace handbell::testing
