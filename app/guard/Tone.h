// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Assessment.h"
#include "guard/PracticeData.h"

#include <memory>
#include <vector>

namespace handbell::guard {

class Tokens;

//! Words aimed at a person. Nothing but the place: no kind, no verdict, nothing to confirm.
struct ToneHint
{
    Span span;

    friend bool operator==(ToneHint, ToneHint) = default;
};

//! Looks for words aimed at a person: a few slurs, and dismissive words for patients, in English and Welsh.
//! Apart from the Guard on purpose: for whoever types a text and for nobody else, so its hints are never
//! counted, recorded or sent, and the server does not look. Silent on what somebody else said, on what is
//! said of oneself, on names, and on words a practice needs: parts of the body, diagnoses, identities.
//! Immutable after construction; safe to share between threads. Linear in the length of the text.
class Tone
{
public:
    //! Takes the roster and the allow list of \a practice: neither is ever a hint.
    explicit Tone(const PracticeData &practice);
    ~Tone();
    Tone(const Tone &) = delete;
    Tone &operator=(const Tone &) = delete;

    //! Where such words stand in \a text: UTF-16 positions, sorted by start; no two overlap.
    [[nodiscard]] std::vector<ToneHint> hintsIn(QStringView text) const;
    //! The same for a text that is cut already. Positions are those of the original.
    [[nodiscard]] std::vector<ToneHint> hintsIn(const Tokens &tokens) const;

private:
    struct Data;
    std::unique_ptr<const Data> m_data;
};

} // namespace handbell::guard
