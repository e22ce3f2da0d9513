// SPDX-License-Identifier: Apache-2.0
#include "protocol/Events.h"

namespace handbell::protocol {

namespace {

template <size_t Index = 0>
Result<Payload> parseAs(QStringView kind, const QJsonObject &json)
{
    if constexpr (Index == std::variant_size_v<Payload>) {
        return Error{ErrorCode::UnknownType, QStringLiteral("no such event kind")};
    } else {
        using T = std::variant_alternative_t<Index, Payload>;
        if (kind != QLatin1String(T::kind))
            return parseAs<Index + 1>(kind, json);
        auto parsed = fromJson<T>(json);
        if (!parsed)
            return parsed.error();
        return Payload(*std::move(parsed));
    }
}

template <size_t... Index>
std::vector<QLatin1String> kindsOf(std::index_sequence<Index...>)
{
    return {QLatin1String(std::variant_alternative_t<Index, Payload>::kind)...};
}

//! An event as it travels.
struct EventFields
{
    Seq seq;
    WallTime at{};
    MemberId actor;
    WorkstationId workstation;
    QString kind;
    QJsonObject payload;
    std::optional<QString> text;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.required("seq", self.seq);
        visit.required("at", self.at);
        visit.required("actor", self.actor);
        visit.required("workstation", self.workstation);
        visit.required("kind", self.kind);
        visit.required("payload", self.payload);
        visit.optional("text", self.text, maxMessageText);
    }
};

} // namespace

QLatin1String kindOf(const Payload &payload)
{
    return std::visit([](const auto &alternative) { return QLatin1String(alternative.kind); }, payload);
}

std::vector<QLatin1String> eventKinds()
{
    return kindsOf(std::make_index_sequence<std::variant_size_v<Payload>>{});
}

Result<Payload> parsePayload(QStringView kind, const QJsonObject &json)
{
    return parseAs(kind, json);
}

QJsonObject payloadToJson(const Payload &payload)
{
    return std::visit([](const auto &alternative) { return toJson(alternative); }, payload);
}

QJsonObject toJson(const Event &event)
{
    return toJson(EventFields{event.seq, event.at, event.actor, event.workstation,
                              QString(kindOf(event.payload)), payloadToJson(event.payload), event.text});
}

Result<Event> eventFromJson(const QJsonObject &json)
{
    auto read = fromJson<EventFields>(json);
    if (!read)
        return read.error();
    auto payload = parsePayload(read->kind, read->payload);
    if (!payload)
        return payload.error();
    return Event{read->seq, read->at, read->actor, read->workstation, *std::move(payload), read->text};
}

MaybeFault readValue(const QJsonValue &json, Event &event, const Bounds &)
{
    auto read = json.isObject() ? eventFromJson(json.toObject()) : Result<Event>(ErrorCode::InvalidField);
    if (!read)
        return Fault{{}, QStringLiteral("is not an event: ") + read.error().detail};
    event = *std::move(read);
    return std::nullopt;
}

} // namespace handbell::protocol
