// SPDX-License-Identifier: Apache-2.0
#include "ui/composer/TextCutter.h"

#include <algorithm>
#include <array>

namespace handbell::ui {

using guard::Kind;

namespace {

bool isBreak(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

bool isSpace(QChar c)
{
    return c.isSpace() && !isBreak(c);
}

bool isDash(QChar c)
{
    return c == u'-' || c == u'\u2013' || c == u'\u2014';
}

bool isOneOf(QChar c, QStringView characters)
{
    return characters.contains(c);
}

//! What closes \a opening, or nothing.
QChar closingOf(QChar opening)
{
    switch (opening.unicode()) {
    case u'(':
        return u')';
    case u'[':
        return u']';
    case u'{':
        return u'}';
    case u'"':
        return u'"';
    case u'\u201c':
        return u'\u201d';
    default:
        return {};
    }
}

enum class Colon {
    Optional,
    Needed, //!< without one it may be a verb: "please phone 07700 900123"
};

struct Label
{
    Kind kind;
    QStringView words;
    Colon colon = Colon::Optional;
};

// How the identifiers of the guard's table are announced in a message, in English and in Welsh.
constexpr std::array labels{
    Label{Kind::NhsNumber, u"nhs"},
    Label{Kind::NhsNumber, u"nhs no"},
    Label{Kind::NhsNumber, u"nhsno"},
    Label{Kind::NhsNumber, u"nhs num"},
    Label{Kind::NhsNumber, u"nhs number"},
    Label{Kind::NhsNumber, u"rhif gig"},
    Label{Kind::ChiNumber, u"chi"},
    Label{Kind::ChiNumber, u"chi no"},
    Label{Kind::ChiNumber, u"chi number"},
    Label{Kind::HscNumber, u"h&c no"},
    Label{Kind::HscNumber, u"h&c number"},
    Label{Kind::HscNumber, u"hsc no"},
    Label{Kind::HscNumber, u"hsc number"},
    Label{Kind::DateOfBirth, u"dob"},
    Label{Kind::DateOfBirth, u"d.o.b"},
    Label{Kind::DateOfBirth, u"d o b"},
    Label{Kind::DateOfBirth, u"date of birth"},
    Label{Kind::DateOfBirth, u"born"},
    Label{Kind::DateOfBirth, u"born on"},
    Label{Kind::DateOfBirth, u"dyddiad geni"},
    Label{Kind::AgeSex, u"age"},
    Label{Kind::AgeSex, u"aged"},
    Label{Kind::PhoneNumber, u"tel"},
    Label{Kind::PhoneNumber, u"tel no"},
    Label{Kind::PhoneNumber, u"telephone", Colon::Needed},
    Label{Kind::PhoneNumber, u"phone", Colon::Needed},
    Label{Kind::PhoneNumber, u"phone no"},
    Label{Kind::PhoneNumber, u"phone number"},
    Label{Kind::PhoneNumber, u"mob"},
    Label{Kind::PhoneNumber, u"mob no"},
    Label{Kind::PhoneNumber, u"mobile"},
    Label{Kind::PhoneNumber, u"mobile no"},
    Label{Kind::PhoneNumber, u"mobile number"},
    Label{Kind::PhoneNumber, u"ff\u00f4n", Colon::Needed},
    Label{Kind::PhoneNumber, u"rhif ff\u00f4n"},
    Label{Kind::Address, u"address", Colon::Needed},
    Label{Kind::Address, u"addr"},
    Label{Kind::Address, u"lives at"},
    Label{Kind::Address, u"cyfeiriad"},
    Label{Kind::Postcode, u"postcode"},
    Label{Kind::Postcode, u"post code"},
    Label{Kind::Postcode, u"cod post"},
    Label{Kind::Email, u"email", Colon::Needed},
    Label{Kind::Email, u"e-mail", Colon::Needed},
    Label{Kind::Email, u"e-bost", Colon::Needed},
    Label{Kind::NationalInsurance, u"ni"},
    Label{Kind::NationalInsurance, u"ni no"},
    Label{Kind::NationalInsurance, u"ni number"},
    Label{Kind::NationalInsurance, u"nino"},
    Label{Kind::NationalInsurance, u"national insurance no"},
    Label{Kind::NationalInsurance, u"national insurance number"},
    Label{Kind::RecordNumber, u"emis no"},
    Label{Kind::RecordNumber, u"emis number"},
    Label{Kind::RecordNumber, u"systmone no"},
    Label{Kind::RecordNumber, u"s1 no"},
    Label{Kind::RecordNumber, u"hosp no"},
    Label{Kind::RecordNumber, u"hospital no"},
    Label{Kind::RecordNumber, u"hospital number"},
    Label{Kind::RecordNumber, u"mrn"},
    Label{Kind::PersonName, u"name", Colon::Needed},
    Label{Kind::PersonName, u"pt name", Colon::Needed},
    Label{Kind::PersonName, u"patient name", Colon::Needed},
    Label{Kind::PersonName, u"enw", Colon::Needed},
    Label{Kind::Vehicle, u"reg"},
    Label{Kind::Vehicle, u"reg no"},
};

//! Before a label these make it part of a sentence: "his dob", "was born".
constexpr std::array<QStringView, 18> owners{u"his", u"her", u"their", u"my",  u"your", u"the",
                                             u"a",   u"an",  u"is",    u"was", u"were", u"no",
                                             u"ei",  u"eu",  u"fy",    u"dy",  u"y",    u"yr"};

} // namespace

//! The end of the text counts as the end of a line.
QChar TextCutter::at(qsizetype position) const
{
    return position >= 0 && position < m_text.size() ? m_text[position] : QChar(u'\n');
}

qsizetype TextCutter::spacesBefore(qsizetype position) const
{
    while (isSpace(at(position - 1)))
        --position;
    return position;
}

qsizetype TextCutter::spacesAfter(qsizetype position) const
{
    while (isSpace(at(position)))
        ++position;
    return position;
}

bool TextCutter::isSpacedDash(qsizetype position) const
{
    return isDash(at(position)) && !at(position - 1).isLetterOrNumber() &&
           !at(position + 1).isLetterOrNumber();
}

//! Whether what lies between two cuts only joins them.
bool TextCutter::isJoint(qsizetype start, qsizetype end) const
{
    const QStringView between = m_text.sliced(start, end - start).trimmed();
    if (std::any_of(m_text.begin() + start, m_text.begin() + end, isBreak))
        return false;
    static constexpr std::array<QStringView, 6> words{u"and", u"or", u"&", u"+", u"a", u"ac"};
    return std::all_of(between.begin(), between.end(),
                       [](QChar c) { return isOneOf(c, u",;:/") || isDash(c); }) ||
           std::find(words.begin(), words.end(), between) != words.end();
}

bool TextCutter::takeBrackets(Cut &cut) const
{
    const qsizetype left = spacesBefore(cut.start);
    const qsizetype right = spacesAfter(cut.end);
    const QChar closing = closingOf(at(left - 1));
    if (closing.isNull() || at(right) != closing)
        return false;
    cut.start = left - 1;
    cut.end = right + 1;
    return true;
}

//! Whether the word before a label makes a sentence of it.
bool TextCutter::needsItsLabel(qsizetype labelStart) const
{
    const qsizetype end = spacesBefore(labelStart);
    qsizetype start = end;
    while (at(start - 1).isLetter())
        --start;
    const QStringView word = m_text.sliced(start, end - start);
    return std::any_of(owners.begin(), owners.end(),
                       [word](QStringView owner) { return word.compare(owner, Qt::CaseInsensitive) == 0; });
}

bool TextCutter::takeLabel(Cut &cut) const
{
    qsizetype end = spacesBefore(cut.start);
    bool colon = false;
    if (isOneOf(at(end - 1), u":=#") || isSpacedDash(end - 1)) {
        colon = true;
        end = spacesBefore(end - 1);
    }
    if (at(end - 1) == u'.')
        --end;
    const QStringView before = m_text.first(end);
    qsizetype longest = 0;
    for (const Label &label : labels) {
        if (label.kind != cut.kind || label.words.size() <= longest ||
            (label.colon == Colon::Needed && !colon) || !before.endsWith(label.words, Qt::CaseInsensitive) ||
            at(end - label.words.size() - 1).isLetterOrNumber())
            continue;
        longest = label.words.size();
    }
    if (longest == 0 || needsItsLabel(end - longest))
        return false;
    cut.start = end - longest;
    return true;
}

void TextCutter::takePossessive(Cut &cut) const
{
    if (cut.kind != Kind::PersonName || !isOneOf(at(cut.end), u"'\u2019"))
        return;
    const qsizetype after = at(cut.end + 1) == u's' ? cut.end + 2 : cut.end + 1;
    if (!at(after).isLetterOrNumber())
        cut.end = after;
}

//! The whole of a line, and one of the breaks around it.
void TextCutter::takeLine(Cut &cut) const
{
    cut.start = spacesBefore(cut.start);
    cut.end = spacesAfter(cut.end);
    if (cut.end < m_text.size())
        ++cut.end;
    else if (cut.start > 0)
        --cut.start;
}

//! The spaces and commas on either side of which one is left too many.
void TextCutter::takeJoints(Cut &cut) const
{
    const qsizetype left = spacesBefore(cut.start);
    const qsizetype right = spacesAfter(cut.end);
    const QChar before = at(left - 1);
    const QChar after = at(right);
    const bool slashes = before == u'/' && after == u'/';
    const bool joined = isOneOf(before, u",;") || isSpacedDash(left - 1) || slashes;
    if (isBreak(before) && isBreak(after)) {
        takeLine(cut);
    } else if (isBreak(before) || !closingOf(before).isNull()) {
        cut.start = left;
        cut.end = right;
        const bool stop = after == u'.' && !at(right + 1).isLetterOrNumber() && at(right + 1) != u'.';
        if (isOneOf(after, u",;:/") || stop || isSpacedDash(right))
            cut.end = spacesAfter(right + 1);
    } else if (isBreak(after)) {
        cut.start = joined || before == u'/' ? spacesBefore(left - 1) : left;
        cut.end = right;
    } else if (isOneOf(after, u",;.:!?)]}") || (joined && isSpacedDash(right)) || slashes) {
        cut.start = joined ? spacesBefore(left - 1) : left;
        cut.end = isSpacedDash(right) ? spacesBefore(right) : right;
    } else if (left < cut.start) {
        cut.end = right;
    }
}

std::vector<TextCutter::Cut> TextCutter::merged(const std::vector<Cut> &cuts) const
{
    std::vector<Cut> result;
    for (const Cut &cut : cuts) {
        if (result.empty() || (cut.start > result.back().end && !isJoint(result.back().end, cut.start)))
            result.push_back(cut);
        else
            result.back().end = std::max(result.back().end, cut.end);
    }
    return result;
}

std::vector<TextCutter::Cut> TextCutter::widened(std::vector<Cut> cuts) const
{
    for (Cut &cut : cuts) {
        takePossessive(cut);
        takeLabel(cut);
    }
    bool more = true;
    while (more) {
        cuts = merged(cuts);
        more = false;
        for (Cut &cut : cuts)
            more = takeBrackets(cut) || more;
        // A label before the brackets: "dob (12/05/48)".
        for (Cut &cut : cuts)
            more = takeLabel(cut) || more;
    }
    for (Cut &cut : cuts)
        takeJoints(cut);
    std::vector<Cut> apart;
    for (const Cut &cut : cuts) {
        if (!apart.empty() && cut.start <= apart.back().end)
            apart.back().end = std::max(apart.back().end, cut.end);
        else
            apart.push_back(cut);
    }
    return apart;
}

} // namespace handbell::ui
