// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/Fields.h"

namespace handbell::protocol {

//! The JSON object in \a text; InvalidArgument with the position of the mistake where there is none.
[[nodiscard]] Result<QJsonObject> parseObject(const QByteArray &text);

//! InvalidArgument with the path of the first member of \a given that \a understood lacks. People write these
//! files: a mistyped member must not be passed over in silence, as one from a newer peer is on the wire.
[[nodiscard]] Result<void> refuseStrays(const QJsonObject &given, const QJsonObject &understood);

//! Reads a file that people write: \a text as a T, with nothing in it that T does not know.
template <Described T>
[[nodiscard]] Result<T> readStrictly(const QByteArray &text)
{
    const auto json = parseObject(text);
    if (!json)
        return json.error();
    auto read = fromJson<T>(*json);
    if (!read)
        return Error{ErrorCode::InvalidArgument, read.error().detail};
    if (const auto strays = refuseStrays(*json, toJson(*read)); !strays)
        return strays.error();
    return read;
}

} // namespace handbell::protocol
