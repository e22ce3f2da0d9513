// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"

#include <QString>

namespace handbell::test {

//! A message as somebody's disk or memory has it.
struct Row
{
    Seq seq;
    MemberId author;
    ConversationId conversation;
    QString text;

    friend bool operator==(const Row &, const Row &) = default;
};

} // namespace handbell::test
