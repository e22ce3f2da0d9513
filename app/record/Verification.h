// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Ids.h"
#include "base/Result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace handbell::record {

//! A signed statement that the record stood at \a seq with \a hash. Whoever keeps one can prove later that
//! the record up to there was changed or cut.
struct Checkpoint
{
    QByteArray epoch; //!< 16 bytes: which life of the record
    Seq seq;
    QByteArray hash; //!< 32 bytes, of the event at seq
    WallTime at{};
    QByteArray signature; //!< Ed25519 over checkpointMessage()

    friend bool operator==(const Checkpoint &, const Checkpoint &) = default;
};

//! What is signed: "handbell-checkpoint-v1" ‖ epoch (16 bytes) ‖ seq (8, big endian) ‖ hash (32) ‖ at (8, big
//! endian, milliseconds).
[[nodiscard]] QByteArray checkpointMessage(const Checkpoint &checkpoint);
//! Whether the holder of the private half of \a publicKey signed it.
[[nodiscard]] bool isAuthentic(const Checkpoint &checkpoint, const QByteArray &publicKey);

//! What can be wrong with a record.
enum class Flaw {
    SeqMissing,          //!< a number is left out
    PreviousHashDiffers, //!< the event does not name the one before it
    HashDiffers,         //!< the event is not what was hashed
    TextDiffers,         //!< the body is not what was sent
    TextUnexpected,      //!< a body stands beside an event that has none
    CheckpointForged,    //!< the signature is not the practice's
    CheckpointDiffers,   //!< the record had another hash at that place when it was signed
    RecordTruncated,     //!< the checkpoint is further than the record
    ProjectionDiffers    //!< what is derived from the events is not what they say
};

//! The snake_case name of \a flaw, for scripts.
[[nodiscard]] QLatin1String flawName(Flaw flaw);

//! The first thing wrong.
struct Problem
{
    Seq seq;
    Flaw flaw = Flaw::HashDiffers;
    QString detail; //!< English, for an administrator; no text, no names

    friend bool operator==(const Problem &, const Problem &) = default;
};

struct VerifyReport
{
    Seq head;               //!< the last event looked at
    qint64 texts = 0;       //!< bodies that are there and match
    qint64 textsAbsent = 0; //!< bodies that retention destroyed; their digests still stand in the chain
    qint64 checkpoints = 0;
    std::optional<Problem> problem;

    [[nodiscard]] bool ok() const { return !problem.has_value(); }
};

//! Told now and then how far it is: events looked at, events in all.
using VerifyProgress = std::function<void(qint64 done, qint64 total)>;

} // namespace handbell::record
