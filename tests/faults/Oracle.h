// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Workstation.h"
#include "base/Clock.h"
#include "protocol/PracticeState.h"

#include <QStringList>

namespace handbell::test {

//! Compares what everybody thinks with the record in \a recordFile, once nothing is under way: what senders
//! posted is there exactly once, at the number they were told and in the order they wrote it, and every
//! reader has every message of their conversations in the record's order, none twice. Gives the first few
//! differences; none where all is well.
[[nodiscard]] QStringList compareWithRecord(const QString &recordFile,
                                            const std::vector<Workstation *> &workstations);

//! Every message of the record, in its order.
[[nodiscard]] std::vector<Row> messagesIn(const QString &recordFile);
//! When its newest event was written, by the server's clock.
[[nodiscard]] WallTime newestTimeIn(const QString &recordFile);

} // namespace handbell::test
