// SPDX-License-Identifier: Apache-2.0
#include "ui/composer/SaferText.h"

#include "ui/composer/TextCutter.h"

#include <QList>

#include <algorithm>
#include <array>
#include <utility>

namespace handbell::ui {

using guard::Assessment;
using guard::Finding;
using guard::Kind;
using guard::Span;
using guard::Verdict;

namespace {

constexpr std::array<QStringView, 10> titles{u"mrs",    u"mr",   u"miss", u"ms",   u"mx",
                                             u"master", u"baby", u"boy",  u"girl", u"dr"};

bool isTitle(QStringView word)
{
    if (word.endsWith(u'.'))
        word.chop(1);
    return std::any_of(titles.begin(), titles.end(),
                       [word](QStringView title) { return word.compare(title, Qt::CaseInsensitive) == 0; });
}

//! How much of "MrsJones" or "Mr.Jones" is its title.
qsizetype gluedTitle(QStringView word)
{
    for (const QStringView title : titles) {
        if (!word.startsWith(title, Qt::CaseInsensitive) || word.size() <= title.size() + 1)
            continue;
        if (word[title.size()] == u'.')
            return title.size() + 1;
        if (word[title.size()].isUpper() && word[title.size() - 1].isLower())
            return title.size();
    }
    return 0;
}

QList<QStringView> wordsOf(QStringView text)
{
    QList<QStringView> words;
    qsizetype start = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool inside = i < text.size() && !text[i].isSpace();
        if (inside && start < 0)
            start = i;
        if (!inside && start >= 0)
            words.append(text.sliced(std::exchange(start, -1), i - start));
    }
    return words;
}

//! "O-S" for "O'Neill-Smith"; "JP" for "J.P.".
QString initialsOfWord(QStringView word)
{
    QString result;
    bool begins = true;
    for (const QChar c : word) {
        if (c.isLetter() && begins)
            result += c.toUpper();
        if (c == u'-' && !result.isEmpty())
            result += c;
        begins = c == u'-' || c == u'.' || (begins && !c.isLetter());
    }
    while (result.endsWith(u'-'))
        result.chop(1);
    return result;
}

bool isInitial(QStringView word)
{
    if (word.endsWith(u'.'))
        word.chop(1);
    return word.size() == 1 && word.front().isUpper();
}

//! What to write for \a name; empty where it is initials already.
QString initialsOfName(QStringView name)
{
    QList<QStringView> words = wordsOf(name);
    QString title;
    while (!words.isEmpty() && isTitle(words.first()))
        title += (title.isEmpty() ? QString() : QStringLiteral(" ")) + words.takeFirst();
    if (const qsizetype glued = words.isEmpty() ? 0 : gluedTitle(words.first()); glued > 0) {
        title = words.first().first(glued).toString();
        words.first() = words.first().sliced(glued);
    }
    if (words.isEmpty() || (isInitial(words.first()) && !words.last().front().isUpper()))
        return {};
    // Of a name with a title the surname says enough, and two letters after "Mrs" look like one.
    if (!title.isEmpty())
        return title + QLatin1Char(' ') + initialsOfWord(words.last());
    QString result;
    for (const QStringView word : words)
        result += initialsOfWord(word);
    return result;
}

} // namespace

SaferText::Edits SaferText::removal(QStringView text, const Assessment &assessment)
{
    std::vector<TextCutter::Cut> cuts;
    for (const Finding &finding : assessment.findings) {
        if (finding.verdict != Verdict::Silent && finding.span.length > 0)
            cuts.push_back({finding.span.start, finding.span.end(), finding.kind});
    }
    Edits edits;
    for (const TextCutter::Cut &cut : TextCutter(text).widened(std::move(cuts)))
        edits.push_back({Span{cut.start, cut.end - cut.start}, {}});
    return edits;
}

SaferText::Edits SaferText::initials(QStringView text, const Assessment &assessment)
{
    Edits edits;
    for (const Finding &finding : assessment.findings) {
        if (finding.kind != Kind::PersonName || finding.verdict == Verdict::Silent ||
            (!edits.empty() && finding.span.start < edits.back().span.end()))
            continue;
        const QStringView name = text.sliced(finding.span.start, finding.span.length);
        const QString shorter = initialsOfName(name);
        if (!shorter.isEmpty() && name != shorter)
            edits.push_back({finding.span, shorter});
    }
    return edits;
}

QString SaferText::applied(const QString &text, const Edits &edits)
{
    QString result = text;
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
        result.replace(edit->span.start, edit->span.length, edit->replacement);
    return result;
}

} // namespace handbell::ui
