// SPDX-License-Identifier: Apache-2.0
#include "guard/Guard.h"

#include "guard/Examination.h"

#include <QCryptographicHash>

namespace handbell::guard {

namespace {

//! Why \a confirmation does not let \a text pass, or nothing where it does.
std::optional<QString> objection(const QString &text, const Assessment &assessment,
                                 const std::optional<Confirmation> &confirmation)
{
    if (!confirmation)
        return QStringLiteral("the text needs the sender's confirmation");
    if (confirmation->textDigest != digestOf(text))
        return QStringLiteral("the confirmation is for another text");
    if (confirmation->rulesVersion != rulesVersion)
        return QStringLiteral("the confirmation is for rules version %1, this is %2")
            .arg(confirmation->rulesVersion)
            .arg(rulesVersion);
    if (confirmation->reason.size() > maxReasonLength)
        return QStringLiteral("the reason is longer than %1 units").arg(maxReasonLength);
    if (assessment.reasonRequired && confirmation->reason.trimmed().isEmpty())
        return QStringLiteral("the practice's policy asks for a reason");
    return std::nullopt;
}

//! The same words for every guard. Made by the first one; safe from any thread.
const Lexicon &knownWords()
{
    static const Lexicon lexicon;
    return lexicon;
}

} // namespace

//! What every assessment reads and none changes.
struct Guard::Data
{
    Data(const PracticeData &practice, const Clock *given)
        : index(practice)
        , clock(given != nullptr ? given : &systemClock)
    {
    }

    const Lexicon &lexicon = knownWords();
    PracticeIndex index;
    SystemClock systemClock;
    const Clock *clock;
};

QByteArray digestOf(QStringView text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

ScreenedText::ScreenedText(QString text, Assessment assessment, std::optional<Confirmation> confirmation)
    : m_text(std::move(text))
    , m_assessment(std::move(assessment))
    , m_confirmation(std::move(confirmation))
{
}

Guard::Guard(PracticeData practice, Policy policy)
    : m_practice(std::move(practice))
    , m_policy(std::move(policy))
    , m_data(std::make_unique<const Data>(m_practice, nullptr))
{
}

Guard::Guard(PracticeData practice, Policy policy, const Clock &clock)
    : m_practice(std::move(practice))
    , m_policy(std::move(policy))
    , m_data(std::make_unique<const Data>(m_practice, &clock))
{
}

Guard::~Guard() = default;

Assessment Guard::assess(QStringView text) const
{
    const auto today = std::chrono::floor<std::chrono::days>(m_data->clock->wallNow());
    return examine(text, m_data->lexicon, m_data->index, m_policy, today).assessment;
}

Result<ScreenedText> Guard::screen(const QString &text, const std::optional<Confirmation> &confirmation) const
{
    Assessment assessment = assess(text);
    if (assessment.verdict != Verdict::Warn)
        return ScreenedText(text, std::move(assessment), std::nullopt);
    if (const auto why = objection(text, assessment, confirmation))
        return Error{ErrorCode::GuardConfirmationRequired, *why};
    return ScreenedText(text, std::move(assessment), confirmation);
}

} // namespace handbell::guard
