// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/Migrator.h"

namespace handbell::record {

//! The record's schema with every step that led to it. Released steps never change; add the next number.
[[nodiscard]] const storage::Schema &recordSchema();

namespace migrations {

[[nodiscard]] storage::Migration initial0001();

} // namespace migrations

} // namespace handbell::record
