// SPDX-License-Identifier: Apache-2.0
#include "protocol/Codec.h"

#include <QJsonDocument>
#include <QJsonParseError>

namespace handbell::protocol {

namespace {

//! The two members every frame has, and the object they stand in.
struct Envelope
{
    std::optional<RequestId> id;
    QString type;
    QJsonObject object;
};

std::variant<Envelope, FrameError> openEnvelope(const QByteArray &frame)
{
    if (frame.size() > maxFrameBytes)
        return FrameError{
            {},
            {ErrorCode::FrameTooLarge, QStringLiteral("a frame holds at most %1 bytes").arg(maxFrameBytes)}};
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(frame, &parseError);
    if (!document.isObject())
        return FrameError{{},
                          {ErrorCode::MalformedFrame, QStringLiteral("a frame is one JSON object in UTF-8")}};

    Envelope envelope{{}, {}, document.object()};
    const QJsonValue id = envelope.object.value(QLatin1String("id"));
    if (!id.isUndefined()) {
        envelope.id = wholeNumber(id);
        if (!envelope.id || *envelope.id < 1)
            return FrameError{{},
                              {ErrorCode::InvalidField, QStringLiteral("\"id\" is a whole number from 1")}};
    }
    const QJsonValue type = envelope.object.value(QLatin1String("type"));
    if (!type.isString())
        return FrameError{envelope.id, {ErrorCode::MalformedFrame, QStringLiteral("\"type\" is missing")}};
    envelope.type = type.toString();
    return envelope;
}

template <class Message, size_t Index = 0>
Result<Message> parseMessage(const Envelope &envelope)
{
    if constexpr (Index == std::variant_size_v<Message>) {
        return Error{ErrorCode::UnknownType, QStringLiteral("no such message type")};
    } else {
        using T = std::variant_alternative_t<Index, Message>;
        if (envelope.type != QLatin1String(T::type))
            return parseMessage<Message, Index + 1>(envelope);
        auto parsed = fromJson<T>(envelope.object);
        if (!parsed)
            return parsed.error();
        return Message(*std::move(parsed));
    }
}

template <class Frame, class Message>
Parsed<Frame> parseFrame(const QByteArray &bytes)
{
    auto opened = openEnvelope(bytes);
    if (auto *error = std::get_if<FrameError>(&opened))
        return *error;
    const Envelope &envelope = *std::get_if<Envelope>(&opened);
    auto message = parseMessage<Message>(envelope);
    if (!message)
        return FrameError{envelope.id, message.error()};
    return Frame{envelope.id, *std::move(message)};
}

template <class Frame>
QByteArray encodeFrame(const Frame &frame)
{
    QJsonObject object = std::visit([](const auto &message) { return toJson(message); }, frame.message);
    object.insert(QLatin1String("type"), QString(typeOf(frame.message)));
    if (frame.id)
        object.insert(QLatin1String("id"), *frame.id);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

template <class Message, size_t... Index>
std::vector<QLatin1String> typesOf(std::index_sequence<Index...>)
{
    return {QLatin1String(std::variant_alternative_t<Index, Message>::type)...};
}

} // namespace

Parsed<ClientFrame> parseClientFrame(const QByteArray &frame)
{
    auto parsed = parseFrame<ClientFrame, ClientMessage>(frame);
    if (const auto *read = std::get_if<ClientFrame>(&parsed)) {
        if (!read->id && !std::holds_alternative<Ack>(read->message))
            return FrameError{{}, {ErrorCode::InvalidField, QStringLiteral("\"id\" is missing")}};
    }
    return parsed;
}

Parsed<ServerFrame> parseServerFrame(const QByteArray &frame)
{
    return parseFrame<ServerFrame, ServerMessage>(frame);
}

QByteArray encode(const ClientFrame &frame)
{
    return encodeFrame(frame);
}

QByteArray encode(const ServerFrame &frame)
{
    return encodeFrame(frame);
}

QLatin1String typeOf(const ClientMessage &message)
{
    return std::visit([](const auto &alternative) { return QLatin1String(alternative.type); }, message);
}

QLatin1String typeOf(const ServerMessage &message)
{
    return std::visit([](const auto &alternative) { return QLatin1String(alternative.type); }, message);
}

bool acceptedIn(const ClientMessage &message, SessionState state)
{
    return std::visit([state](const auto &alternative) { return alternative.acceptedIn.contains(state); },
                      message);
}

std::vector<QLatin1String> clientTypes()
{
    return typesOf<ClientMessage>(std::make_index_sequence<std::variant_size_v<ClientMessage>>{});
}

std::vector<QLatin1String> serverTypes()
{
    return typesOf<ServerMessage>(std::make_index_sequence<std::variant_size_v<ServerMessage>>{});
}

std::vector<QString> ownAbilities()
{
    return {QStringLiteral("alerts"), QStringLiteral("presence"), QStringLiteral("receipts")};
}

} // namespace handbell::protocol
