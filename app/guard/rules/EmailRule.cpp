// SPDX-License-Identifier: Apache-2.0
//! \file
//! Mail addresses. Source: RFC 5321, section 4.1.2, for the shape, as far as people use it; the consumer
//! domains are the mail services most used in the UK. An address at one of those is most likely a patient's.
//! NHS and government addresses, the practice's own and its directory are silent; so are a firm's, unless a
//! patient word stands beside them.
#include "guard/rules/Rules.h"

#include <algorithm>
#include <array>

namespace handbell::guard {

namespace {

constexpr int mostTokensOfAPart = 24; // on each side of the @

bool isConsumerDomain(QStringView domain)
{
    static constexpr std::array<QStringView, 46> domains{
        u"gmail.com",      u"googlemail.com", u"hotmail.com",      u"hotmail.co.uk",   u"outlook.com",
        u"outlook.co.uk",  u"live.com",       u"live.co.uk",       u"msn.com",         u"yahoo.com",
        u"yahoo.co.uk",    u"ymail.com",      u"rocketmail.com",   u"aol.com",         u"aol.co.uk",
        u"icloud.com",     u"me.com",         u"mac.com",          u"btinternet.com",  u"btopenworld.com",
        u"bt.com",         u"sky.com",        u"talktalk.net",     u"tiscali.co.uk",   u"virginmedia.com",
        u"virgin.net",     u"ntlworld.com",   u"blueyonder.co.uk", u"plus.com",        u"plusnet.com",
        u"o2.co.uk",       u"orange.net",     u"wanadoo.co.uk",    u"freeserve.co.uk", u"ee.co.uk",
        u"zoho.com",       u"gmx.com",        u"gmx.co.uk",        u"mail.com",        u"proton.me",
        u"protonmail.com", u"pm.me",          u"fastmail.com",     u"hotmail.fr",      u"wp.pl",
        u"onet.pl"};
    return std::find(domains.begin(), domains.end(), domain) != domains.end();
}

bool endsWithDomain(QStringView domain, QStringView wanted)
{
    return domain == wanted || (domain.endsWith(wanted) && domain[domain.size() - wanted.size() - 1] == u'.');
}

//! Services and government: never a patient's.
bool isOfficial(QStringView domain)
{
    static constexpr std::array<QStringView, 7> official{u"nhs.net", u"nhs.uk",    u"nhs.scot", u"hscni.net",
                                                         u"gov.uk",  u"gov.wales", u"police.uk"};
    return std::any_of(official.begin(), official.end(),
                       [&](QStringView wanted) { return endsWithDomain(domain, wanted); });
}

//! The last token of the part of an address that runs from \a at in direction \a step.
qsizetype endOfPart(const Tokens &tokens, qsizetype at, int step, QStringView joints)
{
    qsizetype end = at;
    for (int i = 0; i < mostTokensOfAPart; ++i, at += step) {
        const QChar c = tokens.symbol(at);
        if (tokens.isAlphanumeric(at))
            end = at;
        else if (c.isNull() || !joints.contains(c))
            break;
    }
    return end;
}

} // namespace

void findEmails(const RuleInput &input, Candidates &found)
{
    const Tokens &tokens = input.tokens;
    for (const qsizetype at : tokens.atSigns()) {
        // "anand @ icloud.com": with spaces only at a mail service, for "@ 2pm" is a time.
        const qsizetype before = tokens.isNarrowSpace(at - 1) ? at - 2 : at - 1;
        const qsizetype after = tokens.isNarrowSpace(at + 1) ? at + 2 : at + 1;
        if (!tokens.isAlphanumeric(before) || !tokens.isAlphanumeric(after))
            continue;
        const qsizetype first = endOfPart(tokens, before, -1, u"._-+'");
        const qsizetype last = endOfPart(tokens, after, 1, u".-");
        const Span local = tokens.span(first, before);
        const Span place = tokens.span(after, last);
        const QStringView folded = tokens.source().folded();
        const QStringView domain = folded.mid(place.start, place.length);
        if (!domain.contains(u'.') || isOfficial(domain) ||
            input.practice.isKnownMail(folded.mid(local.start, local.length), domain))
            continue;
        Candidate candidate{
            Kind::Email,          first, last, Verdict::Hint, QLatin1String("email.consumer"), Remark::None,
            Raisable::ByAnything, {}};
        const bool patient = input.context.isWithin(Topic::Patient, first, last, contactReach) ||
                             input.context.isBeside(Topic::Relative, first, last);
        if (!isConsumerDomain(domain)) {
            if (!patient || before != at - 1 || after != at + 1)
                continue;
            candidate.rule = QLatin1String("email.other_beside_patient");
            candidate.raisable = Raisable::Never;
        } else if (patient) {
            candidate.verdict = Verdict::Warn;
            candidate.rule = QLatin1String("email.beside_patient");
        }
        found.push_back(candidate);
    }
}

} // namespace handbell::guard
