// SPDX-License-Identifier: Apache-2.0
#include "server/PasswordRules.h"

#include "crypto/PasswordHash.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace handbell::server {

namespace {

//! What people choose first once ten characters are asked for, and what stands near a practice's keyboard.
constexpr std::array commonest{
    "1234567890",   "0123456789",   "0987654321",    "9876543210",   "12345678910",      "123456789a",
    "1234567891",   "1q2w3e4r5t",   "1qaz2wsx3edc",  "q1w2e3r4t5",   "qwertyuiop",       "qwerty1234",
    "qwerty12345",  "qwerty123456", "asdfghjkl;",    "zaq12wsxcde3", "passwordpassword", "password12",
    "password123",  "password1234", "password01",    "password2024", "password2025",     "password2026",
    "passw0rd123",  "p@ssw0rd123",  "p@ssword123",   "letmein123",   "letmein1234",      "welcome123",
    "welcome1234",  "iloveyou123",  "administrator", "changeme123",  "changeme1234",     "sunshine123",
    "princess123",  "football123",  "liverpool1",    "liverpool123", "manchester1",      "abcdefghij",
    "abcd123456",   "abc1234567",   "abc123456789",  "receptionist", "reception1",       "reception123",
    "practice123",  "surgery123",   "surgery1234",   "doctor1234",   "nurse12345",       "systmone123",
    "systmone1234", "emisweb123",   "nhspassword",   "nhs1234567",   "handbell123",      "handbell1234",
    "summer2024",   "summer2025",   "summer2026",    "winter2024",   "winter2025",       "winter2026",
    "spring2025",   "spring2026",   "autumn2025",    "autumn2026",   "christmas1",       "christmas123"};

QString folded(const QString &text)
{
    QString result = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    result.remove(QLatin1Char(' '));
    return result;
}

const QSet<QString> &commonestSet()
{
    static const QSet<QString> set = [] {
        QSet<QString> words;
        for (const char *word : commonest)
            words.insert(QString::fromLatin1(word));
        return words;
    }();
    return set;
}

bool isOneCharacter(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [&text](QChar c) { return c == text.front(); });
}

} // namespace

Result<void> checkPassword(const QString &password, const QString &memberName, const QString &practiceName)
{
    const auto weak = [](const char *why) {
        return Error{ErrorCode::WeakPassword, QString::fromLatin1(why)};
    };
    if (password.toUcs4().size() < minPasswordLength)
        return weak("a password has at least 10 characters");
    if (password.size() > crypto::maxPasswordLength)
        return weak("a password has at most 1024 characters");
    const QString plain = folded(password);
    if (plain.isEmpty() || isOneCharacter(plain) || commonestSet().contains(plain) ||
        plain == folded(memberName) || plain == folded(practiceName))
        return weak("this password is one of the first that anybody would try");
    return {};
}

} // namespace handbell::server
