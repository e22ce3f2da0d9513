// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <QString>

#include <functional>

namespace handbell::server {

//! Where passwords are hashed, away from the hub's thread: a pool in a running server, at once in a test.
//! Called in the hub's thread, answers in it, each exactly once, never from within the call.
class Hasher
{
public:
    using Verified = std::function<void(bool matches)>;
    using Hashed = std::function<void(Result<QString> encoded)>;

    virtual ~Hasher() = default;
    //! Whether \a password is the one \a encoded was made from. False where too many are waiting: \a done is
    //! not called.
    [[nodiscard]] virtual bool verify(const QString &password, const QString &encoded, Verified done) = 0;
    //! Hashes a new password; likewise.
    [[nodiscard]] virtual bool hash(const QString &password, Hashed done) = 0;
};

} // namespace handbell::server
