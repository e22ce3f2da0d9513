// SPDX-License-Identifier: Apache-2.0
#include "SmallPractice.h"

#include "crypto/Digest.h"
#include "crypto/PracticeAuthority.h"
#include "record/Record.h"

namespace handbell::test {

SmallPractice::SmallPractice()
{
    const auto madeAuthority =
        crypto::PracticeAuthority::create(QStringLiteral("Riverside"), clock.wallNow());
    const auto certificate =
        madeAuthority->issueServerCertificate({QStringLiteral("127.0.0.1")}, clock.wallNow());
    authority = QSslCertificate(madeAuthority->certificatePem());
    const auto key = crypto::SigningKey::generate();
    publicKey = key->publicKey();
    config.recordPath = m_directory.filePath(QStringLiteral("record.db"));
    config.tlsKeyPem = certificate->keyPem;
    config.tlsChainPem = certificate->chainPem;
    config.signingKeyPem = key->toPem();
    config.address = QHostAddress::LocalHost;
    config.hub.scrypt = crypto::testScryptCost;
    makeRecord();
}

void SmallPractice::makeRecord()
{
    using namespace protocol;
    auto record = record::Record::create(config.recordPath, random);
    if (!record) {
        m_problem = record.error().detail;
        return;
    }
    const std::vector<Payload> payloads{
        PracticeCreated{QStringLiteral("Riverside Surgery")},
        ConversationCreated{ConversationKind::Everyone, {}, {}},
        RoomAdded{QStringLiteral("Front desk"), RoomKind::Desk},
        WorkstationAdded{QStringLiteral("Front desk 1"), RoomId(3)},
        MemberAdded{QStringLiteral("Priya Shah"), QStringLiteral("Receptionist"), {Permission::Member}},
        InvitationCreated{Bytes{crypto::sha256(code)}, member, workstation,
                          clock.wallNow() + std::chrono::hours(1)}};
    for (const Payload &payload : payloads) {
        record::EventDraft draft;
        draft.payload = payload;
        if (const auto kept = record->append(std::vector{draft}, clock.wallNow()); !kept)
            m_problem = kept.error().detail;
    }
}

} // namespace handbell::test
