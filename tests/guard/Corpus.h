// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Guard.h"

#include <QString>

#include <vector>

namespace handbell::guard {

//! One labelled message of tests/data/guard.
struct Specimen
{
    struct Mark
    {
        Kind kind{};
        Span span;
    };

    QString file; //!< without its folder
    int line = 0;
    Verdict verdict = Verdict::Silent;
    QString text;
    std::vector<Mark> marks;
};

struct Corpus
{
    std::vector<Specimen> specimens;
    QString problem; //!< the first line that is not as README.md says; empty where there is none
};

//! Every file in tests/data/guard/\a folder ("tuning" or "test").
[[nodiscard]] Corpus readCorpus(const QString &folder);
//! The practice all of them are about.
[[nodiscard]] PracticeData corpusPractice();

} // namespace handbell::guard
