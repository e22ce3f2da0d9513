// SPDX-License-Identifier: Apache-2.0
#include "client/models/Matching.h"

#include <algorithm>
#include <vector>

namespace handbell::client {

namespace {

//! The digits of \a text from \a at on, without leading zeros; moves \a at behind them.
QStringView takeNumber(QStringView text, qsizetype &at)
{
    while (at < text.size() && text[at] == QLatin1Char('0'))
        ++at;
    const qsizetype start = at;
    while (at < text.size() && text[at].isDigit())
        ++at;
    return text.sliced(start, at - start);
}

//! Lower case, without accents.
QString folded(QStringView text)
{
    QString plain;
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : decomposed) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain.append(c);
    }
    return plain;
}

//! Runs of letters and runs of digits.
std::vector<QString> wordsOf(const QString &text)
{
    std::vector<QString> words;
    QString word;
    for (const QChar c : text) {
        if (!word.isEmpty() && (!c.isLetterOrNumber() || c.isDigit() != word.back().isDigit())) {
            words.push_back(word);
            word.clear();
        }
        if (c.isLetterOrNumber())
            word.append(c);
    }
    if (!word.isEmpty())
        words.push_back(word);
    return words;
}

constexpr int noMatch = -1000;

//! Shares \a typed out over \a words from \a from on, each taking a beginning. Points are lost for words
//! passed over and for numbers cut short.
int bestShare(QStringView typed, const std::vector<QString> &words, size_t from)
{
    if (typed.isEmpty())
        return 0;
    int best = noMatch;
    for (size_t index = from; index < words.size(); ++index) {
        const QString &word = words[index];
        const int skipped = static_cast<int>(index - from);
        qsizetype common = 0;
        while (common < word.size() && common < typed.size() && word[common] == typed[common])
            ++common;
        for (qsizetype taken = common; taken > 0; --taken) {
            // A number is typed as a whole: "1" then "0" are not the beginnings of two numbers.
            const bool splitsNumber =
                taken < typed.size() && typed[taken].isDigit() && typed[taken - 1].isDigit();
            if (splitsNumber)
                continue;
            const int cut = word.front().isDigit() && taken < word.size() ? 20 : 0;
            const int rest = bestShare(typed.sliced(taken), words, index + 1);
            best = std::max(best, rest - cut - skipped * 5 + (taken == word.size() ? 3 : 0));
        }
    }
    return best;
}

} // namespace

bool naturallyBefore(QStringView a, QStringView b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i].isDigit() && b[j].isDigit()) {
            const QStringView left = takeNumber(a, i);
            const QStringView right = takeNumber(b, j);
            if (left.size() != right.size())
                return left.size() < right.size();
            if (const int order = left.compare(right); order != 0)
                return order < 0;
            continue;
        }
        const QChar left = a[i++].toCaseFolded();
        const QChar right = b[j++].toCaseFolded();
        if (left == right)
            continue;
        // Where the language sees no difference (punctuation, for some) the rest decides.
        if (const int order = QString(left).localeAwareCompare(QString(right)); order != 0)
            return order < 0;
    }
    if (a.size() - i != b.size() - j)
        return a.size() - i < b.size() - j;
    return a.compare(b) < 0; // the same to read: any order, but always the same one
}

int matchScore(QStringView typed, QStringView name)
{
    QString wanted;
    for (const QChar c : folded(typed)) {
        if (c.isLetterOrNumber())
            wanted.append(c);
    }
    if (wanted.isEmpty())
        return typed.trimmed().isEmpty() ? 1 : 0;
    constexpr qsizetype longest = 60; // names are no longer, and the search stays small
    if (wanted.size() > longest)
        return 0;
    const std::vector<QString> words = wordsOf(folded(name.left(longest)));
    QString whole;
    for (const QString &word : words)
        whole += word;
    if (whole == wanted)
        return 1000;
    const int share = bestShare(wanted, words, 0);
    if (share > noMatch / 2)
        return (whole.startsWith(wanted) ? 700 : 500) + share;
    return wanted.size() >= 3 && whole.contains(wanted) ? 100 : 0;
}

} // namespace handbell::client
