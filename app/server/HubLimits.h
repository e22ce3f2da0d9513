// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/PasswordHash.h"

#include <QtGlobal>

#include <chrono>

namespace handbell::server {

//! Every bound and waiting time the hub keeps to; tests shorten them.
struct HubLimits
{
    //! From the start of a connection until its first frame has authenticated (PROTOCOL.md).
    std::chrono::milliseconds firstFrame{5000};
    //! How long a broken connection may take to come back before the member counts as offline: a client's
    //! first attempt comes within a second.
    std::chrono::milliseconds presenceGrace{2000};
    //! Presence and receipts are gathered for this long before they go out.
    std::chrono::milliseconds presenceTick{100};
    std::chrono::milliseconds receiptTick{20};
    //! Events on their way to a workstation that it has not acknowledged.
    qint64 maxUnacknowledgedBytes = 1024 * 1024;
    //! How long a workstation that let them pile up may take to acknowledge some before it is dropped to
    //! resume.
    std::chrono::milliseconds acknowledgeWithin{10'000};
    //! One `events` notice holds at most this much.
    int eventsInNotice = 256;
    qint64 bytesInNotice = 128 * 1024;
    //! Requests one connection may make: at once, and a second. Far beyond a person; an unattended program
    //! that runs wild meets it.
    int requestBurst = 200;
    int requestsPerSecond = 100;
    //! Requests of one connection under way at the same time.
    int requestsUnderWay = 256;
    //! How soon a refused timer of an alert is tried again.
    std::chrono::milliseconds alertRetry{1000};
    //! What a password costs.
    crypto::ScryptCost scrypt;
};

} // namespace handbell::server
