// SPDX-License-Identifier: Apache-2.0
#include "protocol/Codec.h"

#include <QJsonDocument>
#include <QJsonParseError>

#include <algorithm>

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
        return FrameError{{}, frameRuleError(ErrorCode::FrameTooLarge)};
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
            return FrameError{
                {},
                {ErrorCode::InvalidField, QStringLiteral("\"id\" is not a whole number from 1")},
                {},
                QStringLiteral("id")};
    }
    const QJsonValue type = envelope.object.value(QLatin1String("type"));
    if (!type.isString())
        return FrameError{envelope.id,
                          {ErrorCode::MalformedFrame, QStringLiteral("\"type\" is missing or no text")}};
    envelope.type = type.toString();
    return envelope;
}

//! \a type where it looks like the name of a type, so that an answer can repeat it: what else may stand there
//! is nobody's to repeat.
QString repeatable(const QString &type)
{
    constexpr qsizetype longest = 40;
    const bool isName =
        !type.isEmpty() && type.size() <= longest && std::all_of(type.begin(), type.end(), [](QChar c) {
            return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_';
        });
    return isName ? type : QStringLiteral("?");
}

template <class Message, size_t Index = 0>
std::variant<Message, FrameError> parseMessage(const Envelope &envelope)
{
    if constexpr (Index == std::variant_size_v<Message>) {
        return FrameError{
            envelope.id,
            {ErrorCode::UnknownType,
             QStringLiteral("no message to this side is of type \"%1\"").arg(repeatable(envelope.type))}};
    } else {
        using T = std::variant_alternative_t<Index, Message>;
        if (envelope.type != QLatin1String(T::type))
            return parseMessage<Message, Index + 1>(envelope);
        T read{};
        if (const auto fault = readObject(envelope.object, read))
            return FrameError{envelope.id, errorOf(*fault), QLatin1String(T::type), fault->path};
        return Message(std::move(read));
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
    if (auto *error = std::get_if<FrameError>(&message))
        return *error;
    return Frame{envelope.id, std::get<Message>(std::move(message))};
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

Error frameRuleError(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FrameTooLarge:
        return {code, QStringLiteral("a frame holds at most %1 bytes").arg(maxFrameBytes)};
    case ErrorCode::BinaryFrame:
        return {code, QStringLiteral("a frame is a WebSocket text message, not a binary one")};
    default:
        return {code, {}};
    }
}

Parsed<ClientFrame> parseClientFrame(const QByteArray &frame)
{
    auto parsed = parseFrame<ClientFrame, ClientMessage>(frame);
    if (const auto *read = std::get_if<ClientFrame>(&parsed)) {
        if (!read->id && !std::holds_alternative<Ack>(read->message))
            return FrameError{{},
                              {ErrorCode::InvalidField, QStringLiteral("\"id\" is missing")},
                              typeOf(read->message),
                              QStringLiteral("id")};
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
