// SPDX-License-Identifier: Apache-2.0
#include "base/Error.h"

#include <array>
#include <utility>

namespace handbell {

namespace {

using Entry = std::pair<ErrorCode, const char *>;

constexpr std::array names{
    Entry{ErrorCode::MalformedFrame, "malformed_frame"},
    Entry{ErrorCode::FrameTooLarge, "frame_too_large"},
    Entry{ErrorCode::BinaryFrame, "binary_frame"},
    Entry{ErrorCode::UnknownType, "unknown_type"},
    Entry{ErrorCode::UnexpectedMessage, "unexpected_message"},
    Entry{ErrorCode::InvalidField, "invalid_field"},
    Entry{ErrorCode::UnsupportedVersion, "unsupported_version"},
    Entry{ErrorCode::Unauthenticated, "unauthenticated"},
    Entry{ErrorCode::BadCredentials, "bad_credentials"},
    Entry{ErrorCode::TokenRevoked, "token_revoked"},
    Entry{ErrorCode::InvitationInvalid, "invitation_invalid"},
    Entry{ErrorCode::InvitationExpired, "invitation_expired"},
    Entry{ErrorCode::InvitationUsed, "invitation_used"},
    Entry{ErrorCode::WorkstationRequired, "workstation_required"},
    Entry{ErrorCode::WeakPassword, "weak_password"},
    Entry{ErrorCode::Forbidden, "forbidden"},
    Entry{ErrorCode::SessionReplaced, "session_replaced"},
    Entry{ErrorCode::NotFound, "not_found"},
    Entry{ErrorCode::NonceReused, "nonce_reused"},
    Entry{ErrorCode::TextTooLong, "text_too_long"},
    Entry{ErrorCode::GuardConfirmationRequired, "guard_confirmation_required"},
    Entry{ErrorCode::AlertClosed, "alert_closed"},
    Entry{ErrorCode::NobodyReachable, "nobody_reachable"},
    Entry{ErrorCode::RateLimited, "rate_limited"},
    Entry{ErrorCode::TooManyConnections, "too_many_connections"},
    Entry{ErrorCode::ServerBusy, "server_busy"},
    Entry{ErrorCode::StorageUnavailable, "storage_unavailable"},
    Entry{ErrorCode::ServerStopping, "server_stopping"},
    Entry{ErrorCode::Internal, "internal"},
    Entry{ErrorCode::IoError, "io_error"},
    Entry{ErrorCode::NewerDatabase, "newer_database"},
    Entry{ErrorCode::CorruptRecord, "corrupt_record"},
    Entry{ErrorCode::AlreadyExists, "already_exists"},
    Entry{ErrorCode::TlsPinMismatch, "tls_pin_mismatch"},
    Entry{ErrorCode::TlsFailed, "tls_failed"},
    Entry{ErrorCode::Unreachable, "unreachable"},
    Entry{ErrorCode::KeychainUnavailable, "keychain_unavailable"},
    Entry{ErrorCode::DecryptFailed, "decrypt_failed"},
    Entry{ErrorCode::CryptoFailed, "crypto_failed"},
    Entry{ErrorCode::InvalidArgument, "invalid_argument"},
    Entry{ErrorCode::NotPermitted, "not_permitted"},
};

} // namespace

QLatin1String wireName(ErrorCode code)
{
    for (const auto &[known, name] : names) {
        if (known == code)
            return QLatin1String(name);
    }
    return QLatin1String("internal");
}

std::optional<ErrorCode> errorCodeFromWire(QStringView name)
{
    for (const auto &[code, known] : names) {
        if (name == QLatin1String(known))
            return code;
    }
    return std::nullopt;
}

bool isWireCode(ErrorCode code)
{
    return code <= ErrorCode::Internal;
}

} // namespace handbell
