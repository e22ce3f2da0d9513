// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Ids.h"
#include "base/Random.h"
#include "server/Server.h"

#include <QSslCertificate>
#include <QTemporaryDir>

namespace handbell::test {

//! A record with one member and one workstation, and keys, as a server::Server on loopback needs them.
class SmallPractice
{
public:
    SmallPractice();

    //! What went wrong while it was made; empty where nothing did.
    [[nodiscard]] QString problem() const { return m_problem; }

    SystemClock clock;
    SystemRandom random;
    server::ServerConfig config;
    QSslCertificate authority;
    QByteArray publicKey; //!< of the key that signs checkpoints
    //! Of the invitation of `member` to `workstation`; used once.
    const QByteArray code = QByteArray(16, 'c');
    const MemberId member{5};
    const WorkstationId workstation{4};
    const ConversationId everyone{2};

private:
    void makeRecord();

    QTemporaryDir m_directory;
    QString m_problem;
};

} // namespace handbell::test
