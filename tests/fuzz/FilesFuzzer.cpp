// SPDX-License-Identifier: Apache-2.0
// libFuzzer: any bytes at all as the files that people write or copy: a practice to seed, alert templates,
// the guard's settings, the server's settings, a record's public key.
#include "base/Clock.h"
#include "base/Random.h"
#include "protocol/StrictJson.h"
#include "server/administration/DataDirectory.h"
#include "server/administration/PracticeFile.h"
#include "server/administration/TemplateFile.h"
#include "tests/fuzz/Require.h"

#include <QJsonDocument>

using namespace handbell;
using namespace handbell::administration;
using handbell::fuzz::require;

namespace {

const VirtualClock &testClock()
{
    static const VirtualClock clock;
    return clock;
}

Plan newPractice()
{
    Plan plan({}, testClock().wallNow());
    require(plan.createPractice(QStringLiteral("Riverside Surgery")).ok());
    return plan;
}

//! What a plan decided can be kept: every event fits, in its order, and the practice survives being written.
void keep(const Plan &plan)
{
    protocol::PracticeState state;
    Seq seq;
    for (const PlannedEvent &planned : plan.events()) {
        protocol::Event event;
        event.seq = seq = Seq(seq.value + 1);
        event.payload = planned.payload;
        require(state.apply(event).ok());
    }
    require(state == plan.after());
    const auto read = protocol::practiceStateFromJson(protocol::toJson(state));
    require(read.ok() && *read == state);
}

void seed(const QByteArray &json)
{
    const auto file = readPracticeFile(json);
    if (!file) {
        require(!file.error().detail.isEmpty());
        return;
    }
    SeededRandom random(7);
    const InvitationDesk desk({QStringLiteral("handbell.example"), 22355, QByteArray(32, '\1')}, random);
    Plan plan = newPractice();
    const auto applied = applyPracticeFile(plan, *file, desk);
    keep(plan);
    if (!applied)
        return;
    PracticeFile again = *file;
    again.invitations.reset();
    const size_t changes = plan.events().size();
    require(applyPracticeFile(plan, again, desk).ok());
    require(plan.events().size() == changes); // it is as the file says already
}

void templates(const QByteArray &json)
{
    const auto read = readTemplateFile(json);
    if (!read)
        return;
    Plan plan = newPractice();
    if (saveTemplates(plan, *read).ok()) {
        const size_t changes = plan.events().size();
        if (saveTemplates(plan, *read).ok() && plan.after().templates.size() == read->size())
            require(plan.events().size() == changes);
    }
    keep(plan);
}

void guardSettings(const QByteArray &json)
{
    const auto read = readGuardFile(json);
    if (!read)
        return;
    Plan plan = newPractice();
    (void)plan.setGuard(*read);
    keep(plan);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    seed(bytes);
    templates(bytes);
    guardSettings(bytes);
    if (const auto settings = protocol::readStrictly<ServerSettings>(bytes)) {
        const auto again =
            protocol::readStrictly<ServerSettings>(QJsonDocument(protocol::toJson(*settings)).toJson());
        require(again.ok() && *again == *settings);
    }
    if (const auto key = parseRecordPublicKey(bytes))
        require(key->size() == crypto::ed25519PublicKeySize);
    return 0;
}
