// SPDX-License-Identifier: Apache-2.0
#include "client/models/Matching.h"

#include <algorithm>
#include <optional>
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

//! Shares what was typed out over words, each taking a beginning. Points are lost for words passed over and
//! for numbers cut short. Every (letters left, words left) is worked out once.
class Sharing
{
public:
    Sharing(const QString &typed, const std::vector<QString> &words)
        : m_typed(typed)
        , m_words(words)
        , m_known(static_cast<size_t>(typed.size() + 1) * (words.size() + 1))
    {
    }

    int best() { return best(0, 0); }

private:
    //! The best share of the letters from \a at on over the words from \a from on.
    int best(qsizetype at, size_t from)
    {
        if (at == m_typed.size())
            return 0;
        std::optional<int> &known = m_known[static_cast<size_t>(at) * (m_words.size() + 1) + from];
        if (known)
            return *known;
        int found = noMatch;
        for (size_t index = from; index < m_words.size(); ++index)
            found = std::max(found, inWord(at, index) - static_cast<int>(index - from) * 5);
        known = found;
        return found;
    }

    //! The best where the letter at \a at begins the word at \a index.
    int inWord(qsizetype at, size_t index)
    {
        const QString &word = m_words[index];
        int found = noMatch;
        for (qsizetype taken = 1; taken <= word.size() && at + taken <= m_typed.size(); ++taken) {
            if (word[taken - 1] != m_typed[at + taken - 1])
                break;
            // A number is typed as a whole: "1" then "0" are not the beginnings of two numbers.
            const qsizetype next = at + taken;
            if (next < m_typed.size() && m_typed[next].isDigit() && m_typed[next - 1].isDigit())
                continue;
            const bool whole = taken == word.size();
            const int cut = word.front().isDigit() && !whole ? 20 : 0;
            found = std::max(found, best(next, index + 1) - cut + (whole ? 3 : 0));
        }
        return found;
    }

    const QString &m_typed;
    const std::vector<QString> &m_words;
    std::vector<std::optional<int>> m_known;
};

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
    const int share = Sharing(wanted, words).best();
    if (share > noMatch / 2)
        return (whole.startsWith(wanted) ? 700 : 500) + share;
    return wanted.size() >= 3 && whole.contains(wanted) ? 100 : 0;
}

} // namespace handbell::client
