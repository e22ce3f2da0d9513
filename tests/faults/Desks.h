// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "base/Random.h"
#include "base/Result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace handbell::client {
class SecretStore;
}

namespace handbell::test {

//! A member signed in at a workstation, with the tokens that the PC keeps.
struct Desk
{
    MemberId member;
    WorkstationId workstation;
    QByteArray token;
    QByteArray workstationToken;
};

//! Signs "Person A" in at "PC 1", and so on for all that there are, in the record of the practice in \a data:
//! as many invitations would, without a second of scrypt for each.
[[nodiscard]] Result<std::vector<Desk>> signInEverybody(const QString &data, Random &random);

//! Puts the tokens of \a desk where the client engine of a profile looks for them; \a prefix is the
//! profile's.
void keepTokens(const Desk &desk, const QString &prefix, client::SecretStore &secrets);

//! The certificate of the authority in \a data, DER; empty where it cannot be read.
[[nodiscard]] QByteArray authorityOf(const QString &data);

} // namespace handbell::test
