// SPDX-License-Identifier: Apache-2.0
//! \file
//! Postcodes. Sources: Royal Mail Postcode Address File (the 121 areas of the UK, and GY, JE, IM; the inward
//! code never holds C I K M O V), BS 7666 (which letters may stand where: A9, A99, A9A, AA9, AA99, AA9A, then
//! 9AA; GIR 0AA; BFPO and a number), the overseas territories' own codes, and the NHS Organisation Data
//! Service's pseudo postcodes ZZ99, which stand for a country or for no fixed abode. 1ST, 2ND, 3RD, 4TH …
//! after a word such as "B12" is an ordinal.
#include "guard/text/Postcodes.h"

#include "guard/text/TokenWords.h"
#include "guard/text/WordSet.h"

#include <algorithm>
#include <array>

namespace handbell::guard {

namespace {

//! The last two are of the Royal Mail and no place: forces post and bulk mail.
constexpr WordSet areas(std::array<QStringView, 126>{
    u"AB", u"AL", u"B",  u"BA", u"BB", u"BD", u"BH", u"BL", u"BN", u"BR", u"BS", u"BT", u"CA", u"CB",
    u"CF", u"CH", u"CM", u"CO", u"CR", u"CT", u"CV", u"CW", u"DA", u"DD", u"DE", u"DG", u"DH", u"DL",
    u"DN", u"DT", u"DY", u"E",  u"EC", u"EH", u"EN", u"EX", u"FK", u"FY", u"G",  u"GL", u"GU", u"GY",
    u"HA", u"HD", u"HG", u"HP", u"HR", u"HS", u"HU", u"HX", u"IG", u"IM", u"IP", u"IV", u"JE", u"KA",
    u"KT", u"KW", u"KY", u"L",  u"LA", u"LD", u"LE", u"LL", u"LN", u"LS", u"LU", u"M",  u"ME", u"MK",
    u"ML", u"N",  u"NE", u"NG", u"NN", u"NP", u"NR", u"NW", u"OL", u"OX", u"PA", u"PE", u"PH", u"PL",
    u"PO", u"PR", u"RG", u"RH", u"RM", u"S",  u"SA", u"SE", u"SG", u"SK", u"SL", u"SM", u"SN", u"SO",
    u"SP", u"SR", u"SS", u"ST", u"SW", u"SY", u"TA", u"TD", u"TF", u"TN", u"TQ", u"TR", u"TS", u"TW",
    u"UB", u"W",  u"WA", u"WC", u"WD", u"WF", u"WN", u"WR", u"WS", u"WV", u"YO", u"ZE", u"BF", u"BX"});

constexpr std::array<QStringView, 9> overseas{u"ASCN", u"BBND", u"BIQQ", u"FIQQ", u"PCRN",
                                              u"SIQQ", u"STHL", u"TDCU", u"TKCA"};

constexpr QStringView thirdLetters = u"ABCDEFGHJKPSTUW"; //!< A9A
constexpr QStringView fourthLetters = u"ABEHMNPRVWXY";   //!< AA9A
constexpr QStringView inwardLetters = u"ABDEFGHJLNPQRSTUWXYZ";

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isOutward(QStringView code)
{
    qsizetype letters = 0;
    while (letters < code.size() && !isDigit(code[letters]))
        ++letters;
    if (letters < 1 || letters > 2 || !areas.contains(code.left(letters)))
        return false;
    const QStringView district = code.mid(letters);
    if (district.size() == 1)
        return isDigit(district[0]);
    if (district.size() != 2 || !isDigit(district[0]))
        return false;
    return isDigit(district[1]) || isAmong(district[1], letters == 1 ? thirdLetters : fourthLetters);
}

bool isOrdinal(QStringView inward)
{
    const QStringView ending = inward.mid(1);
    return inward == u"1ST" || inward == u"2ND" || inward == u"3RD" || ending == u"TH";
}

//! "4hr", "2yr": a measure, where it is typed small.
bool isMeasure(QStringView typed)
{
    static constexpr std::array<QStringView, 6> units{u"hr", u"yr", u"ft", u"lb", u"gb", u"st"};
    return std::find(units.begin(), units.end(), typed.mid(1)) != units.end();
}

bool isInward(QStringView code)
{
    return code.size() == 3 && isDigit(code[0]) && isAmong(code[1], inwardLetters) &&
           isAmong(code[2], inwardLetters) && !isOrdinal(code);
}

//! Whether \a code, upper case, is an outward and an inward code: the inward code is always the last three.
bool isPostcode(QStringView code)
{
    if (code.size() < 5 || code.size() > 7)
        return false;
    const QStringView outward = code.chopped(3);
    const QStringView inward = code.right(3);
    if (outward == u"ZZ99")
        return isDigit(inward[0]) && !isDigit(inward[1]) && !isDigit(inward[2]);
    if (outward == u"GX11" || outward == u"GIR")
        return inward == (outward == u"GIR" ? u"0AA" : u"1AA");
    if (inward == u"1ZZ" && std::find(overseas.begin(), overseas.end(), outward) != overseas.end())
        return true;
    return isOutward(outward) && isInward(inward);
}

//! The last token of the run of letters and digits that begins at \a first, or -1 where it is longer than any
//! postcode.
qsizetype endOfRun(const Tokens &tokens, qsizetype first)
{
    qsizetype last = first;
    for (int i = 0; i < 5; ++i) {
        if (!tokens.isAlphanumeric(last + 1))
            return last;
        ++last;
    }
    return -1;
}

//! Whether digits stand after the word at \a first or after the one joint behind it: most words can be passed
//! over at that.
bool digitsFollow(const Tokens &tokens, qsizetype first)
{
    const Token &next = tokens.at(first + 1);
    return next.type == TokenType::Digits ||
           ((next.type == TokenType::Space || next.type == TokenType::Symbol) &&
            tokens.type(first + 2) == TokenType::Digits);
}

QChar capitalOf(QChar c)
{
    if (c.unicode() < 0x80)
        return c >= u'a' && c <= u'z' ? QChar(char16_t(c.unicode() - (u'a' - u'A'))) : c;
    return c.toUpper();
}

//! Stretches of a text in capitals, one behind another: as much of them as any postcode has and more.
class Capitals
{
public:
    Capitals(const Tokens &tokens, qsizetype first, qsizetype last)
    {
        const Span span = tokens.span(first, last);
        for (const QChar c : tokens.source().text().mid(span.start, span.length)) {
            append(c == u'ß' ? u'S' : capitalOf(c));
            if (c == u'ß')
                append(u'S');
        }
    }
    [[nodiscard]] Capitals operator+(const Capitals &other) const
    {
        Capitals both = *this;
        for (const QChar c : other.view())
            both.append(c);
        return both;
    }
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] QStringView view() const { return QStringView(m_units.data(), m_size); }

private:
    void append(QChar c)
    {
        if (m_size < static_cast<qsizetype>(m_units.size()))
            m_units[static_cast<size_t>(m_size++)] = c;
    }

    std::array<QChar, 12> m_units;
    qsizetype m_size = 0;
};

bool isTypedInCapitals(const Tokens &tokens, qsizetype token)
{
    const QStringView typed = tokens.text(token);
    return std::all_of(typed.begin(), typed.end(), [](QChar c) { return c == capitalOf(c) && c != u'ß'; });
}

} // namespace

qsizetype postcodeAt(const Tokens &tokens, qsizetype first, QString &code)
{
    if (!digitsFollow(tokens, first))
        return -1;
    const qsizetype last = endOfRun(tokens, first);
    if (last < 0)
        return -1;
    // Letters alone are at least three (GIR, BFPO, ASCN), but for "DN 15 AB" in capitals: most are "at 10".
    if (last == first && tokens.at(first).length < 3 && !isTypedInCapitals(tokens, first))
        return -1;
    const Capitals run(tokens, first, last);
    if (last > first && isPostcode(run.view())) {
        code = run.view().toString();
        return last;
    }
    if (!tokens.isNarrowSpace(last + 1) && tokens.symbol(last + 1) != u'-')
        return -1;
    const qsizetype next = last + 2;
    if (tokens.type(next) != TokenType::Digits)
        return -1;
    const qsizetype end = endOfRun(tokens, next);
    if (end < 0)
        return -1;
    if (run.view() == u"BFPO") {
        code = (run + Capitals(tokens, next, end)).view().toString();
        return end == next && tokens.at(next).length <= 4 ? end : -1;
    }
    if (run.size() > 4)
        return -1;
    // "EH12 8 PU": in capitals only, for "8 pm" is a time.
    if (end == next && tokens.isNarrowSpace(next + 1) && tokens.at(next + 2).length == 2 &&
        tokens.type(next + 2) == TokenType::Letters && !tokens.isAlphanumeric(next + 3)) {
        const Capitals spaced = run + Capitals(tokens, next, next) + Capitals(tokens, next + 2, next + 2);
        if (isTypedInCapitals(tokens, first) && isTypedInCapitals(tokens, next + 2) &&
            isPostcode(spaced.view())) {
            code = spaced.view().toString();
            return next + 2;
        }
    }
    if (end != next + 1)
        return -1;
    const Capitals inward(tokens, next, end);
    const Capitals whole = run + inward;
    if (inward.size() != 3 || !isPostcode(whole.view()))
        return -1;
    const Span typed = tokens.span(next, end);
    if (isMeasure(tokens.source().text().mid(typed.start, typed.length)))
        return -1;
    code = whole.view().toString();
    return end;
}

} // namespace handbell::guard
