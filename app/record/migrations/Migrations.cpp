// SPDX-License-Identifier: Apache-2.0
#include "record/migrations/Migrations.h"

namespace handbell::record {

namespace {

//! "HBrd" in the file's header: tells `file` and us that it is a Handbell record.
constexpr quint32 recordApplicationId = 0x48427264;

} // namespace

const storage::Schema &recordSchema()
{
    static const storage::Schema schema{recordApplicationId, {migrations::initial0001()}};
    return schema;
}

} // namespace handbell::record
