// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/PracticeData.h"
#include "guard/text/HashBits.h"
#include "guard/text/Tokens.h"

#include <QSet>
#include <QString>

#include <functional>
#include <map>
#include <vector>

namespace handbell::guard {

//! A name in a text, as the roster is asked about it.
struct SpokenName
{
    QStringView title;              //!< folded; empty where there is none
    std::vector<QStringView> words; //!< folded, without title and particles; an initial counts as a word
};

//! How well a name fits a member of the practice.
enum class RosterFit { None, Surname, Full };

//! PracticeData folded for lookup. Immutable; every question costs no more than the words asked about.
class PracticeIndex
{
public:
    explicit PracticeIndex(const PracticeData &practice);

    //! Surname: a member of that surname whose title, if known, does not contradict. Full: first name or
    //! initial too.
    [[nodiscard]] RosterFit rosterFit(const SpokenName &name) const;
    //! \a compact is upper case without spaces.
    [[nodiscard]] bool isOwnPostcode(const QString &compact) const { return m_postcodes.contains(compact); }
    //! \a national is digits only with the leading 0.
    [[nodiscard]] bool isKnownPhone(const QString &national) const { return m_phones.contains(national); }
    //! Whether mail to \a local at \a domain, both folded, goes to the practice or somebody in its directory.
    [[nodiscard]] bool isKnownMail(QStringView local, QStringView domain) const;
    [[nodiscard]] Nation nation() const { return m_nation; }
    [[nodiscard]] bool isOwnAddress(const Tokens &tokens, qsizetype first, qsizetype last) const;
    //! Whether the finding at \a span, or a phrase around it, is on the allow list. \a allowed is
    //! allowedSpans().
    [[nodiscard]] bool isAllowed(const Tokens &tokens, Span span, const std::vector<Span> &allowed) const;
    //! Where the phrases of the allow list stand in a text, sorted by start.
    [[nodiscard]] std::vector<Span> allowedSpans(const Tokens &tokens) const;
    //! The words of the longest phrase of the allow list.
    [[nodiscard]] qsizetype longestAllowed() const { return m_longestAllowed; }

private:
    struct Member
    {
        QString title;
        QString firstName;
    };
    void addMember(const QString &displayName);

    std::map<QString, std::vector<Member>, std::less<>> m_bySurname;
    QSet<QString> m_postcodes;
    QSet<QString> m_phones;
    QSet<QString> m_emails;
    QStringList m_domains;
    Nation m_nation;
    QSet<QString> m_addresses; //!< letters and digits only, folded
    QSet<QString> m_allowed;   //!< letters and digits only, folded
    std::map<QString, std::vector<std::vector<QString>>, std::less<>> m_allowPhrases; //!< by first word
    HashBits<4096> m_allowFirst;                                                      //!< of the first words
    qsizetype m_longestAllowed = 0;
};

//! The letters and digits of \a text, case-folded.
[[nodiscard]] QString compactForm(QStringView text);
//! The digits of a UK telephone number in national form, with a leading 0; what is not one comes back as its
//! digits.
[[nodiscard]] QString nationalForm(QStringView text);

} // namespace handbell::guard
