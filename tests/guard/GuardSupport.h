// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Guard.h"

#include <QMetaType>
#include <QString>

namespace handbell::guard {

//! The demo practice: Riverside Surgery, its people, postcode and numbers.
[[nodiscard]] PracticeData riverside();

//! A guard for \a practice on the VirtualClock's first day, 24 November 2025.
[[nodiscard]] std::unique_ptr<Guard> guardOn24November2025(const PracticeData &practice = riverside(),
                                                           const Policy &policy = {});

//! The columns of a rule's table: text, found (what the one finding of the kind covers; empty for none),
//! verdict, remark.
void addRuleColumns();
//! One row: \a text holds one finding of \a verdict over \a found.
void hit(const char *name, const QString &text, const QString &found, Verdict verdict,
         Remark remark = Remark::None);
//! One row: nothing is found in \a text.
void miss(const char *name, const QString &text);
//! Checks the current row for findings of \a kind.
void checkRow(const Guard &guard, Kind kind);

} // namespace handbell::guard

Q_DECLARE_METATYPE(handbell::guard::Verdict)
Q_DECLARE_METATYPE(handbell::guard::Remark)
Q_DECLARE_METATYPE(handbell::guard::Kind)
Q_DECLARE_METATYPE(handbell::guard::Action)
