// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "guard/Assessment.h"
#include "guard/Policy.h"
#include "guard/PracticeData.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace handbell::guard {

//! The version of the rule set; a confirmation holds only for the version it was given under. Raise it
//! whenever a change of rules can change a verdict.
inline constexpr int rulesVersion = 3;

//! The longest reason a confirmation may carry, in UTF-16 units.
inline constexpr qsizetype maxReasonLength = 200;

//! The sender's deliberate "send anyway", bound to one text under one rule set.
struct Confirmation
{
    QByteArray textDigest; //!< digestOf(text): 32 bytes
    int rulesVersion = 0;
    QString reason; //!< empty unless the practice's policy asks for one; at most maxReasonLength units
    //! The sender says that nobody's identity is in the text. Lets it pass no sooner; tunes the rules.
    bool notPatient = false;

    friend bool operator==(const Confirmation &, const Confirmation &) = default;
};

//! SHA-256 of the UTF-8 form of \a text, as confirmations carry it.
[[nodiscard]] QByteArray digestOf(QStringView text);

//! A text the guard has let pass: silent or hinted, or warned about and confirmed. Only Guard makes one, so a
//! function that takes a ScreenedText cannot be handed a text nobody looked at.
class ScreenedText
{
public:
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const Assessment &assessment() const { return m_assessment; }
    //! Set where the verdict was warn: what the sender confirmed.
    [[nodiscard]] const std::optional<Confirmation> &confirmation() const { return m_confirmation; }

private:
    friend class Guard;
    ScreenedText(QString text, Assessment assessment, std::optional<Confirmation> confirmation);

    QString m_text;
    Assessment m_assessment;
    std::optional<Confirmation> m_confirmation;
};

//! The identifier check of one practice: pure functions of the text, the practice's data, its policy and the
//! day, which tells a past date from one to come. Immutable after construction; safe to share between
//! threads. Linear in the length of the text.
class Guard
{
public:
    //! Takes the day from the system's clock.
    Guard(PracticeData practice, Policy policy);
    //! Takes the day (UTC) from \a clock, which must outlive the guard.
    Guard(PracticeData practice, Policy policy, const Clock &clock);
    ~Guard();
    Guard(const Guard &) = delete;
    Guard &operator=(const Guard &) = delete;

    //! What stands in \a text. Spans are UTF-16 positions in \a text itself, sorted by start.
    [[nodiscard]] Assessment assess(QStringView text) const;

    //! Lets \a text pass, or says why not: GuardConfirmationRequired where the verdict is warn and \a
    //! confirmation is absent, is for another text or rule set, or lacks the reason the policy asks for.
    [[nodiscard]] Result<ScreenedText> screen(const QString &text,
                                              const std::optional<Confirmation> &confirmation = {}) const;

    [[nodiscard]] const Policy &policy() const { return m_policy; }

private:
    struct Data;
    PracticeData m_practice;
    Policy m_policy;
    std::unique_ptr<const Data> m_data; //!< the lexicon, practice data folded for lookup, the clock
};

} // namespace handbell::guard
