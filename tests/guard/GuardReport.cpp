// SPDX-License-Identifier: Apache-2.0
// Measures the guard against the corpus and prints recall and false alarms by kind and verdict, the confusion
// table and every miss. With --split test it prints no text of that split, only places: nobody is to tune
// rules on it. Fails where the figures fall below those of app/guard/README.md.
#include "Corpus.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>
#include <array>
#include <map>

using namespace handbell;
using namespace handbell::guard;

namespace {

//! What counts as a failure, in parts of a thousand of the messages concerned.
struct Bounds
{
    int warnRecall;  //!< least
    int hintedFalse; //!< most ordinary messages hinted
    int warnedFalse; //!< most ordinary messages warned
};
// Just under what app/guard/README.md says, on either split.
constexpr Bounds bounds{980, 5, 1};

struct ByKind
{
    int marked = 0;
    int found = 0;
    int stray = 0; //!< findings that overlap no mark
};

bool overlap(Span a, Span b)
{
    return a.start < b.end() && b.start < a.end();
}

QString percent(int part, int whole)
{
    return whole == 0 ? QStringLiteral("-") : QString::number(100.0 * part / whole, 'f', 1) + u'%';
}

class Measurement
{
public:
    explicit Measurement(QTextStream &out, bool quiet)
        : m_out(out)
        , m_quiet(quiet)
    {
    }

    void add(const Specimen &specimen, const Assessment &assessment)
    {
        ++m_messages;
        ++m_confusion[size_t(specimen.verdict)][size_t(assessment.verdict)];
        for (const Specimen::Mark &mark : specimen.marks) {
            ByKind &kind = m_kinds[mark.kind];
            ++kind.marked;
            kind.found += std::any_of(assessment.findings.begin(), assessment.findings.end(),
                                      [&](const Finding &f) { return overlap(f.span, mark.span); }) ||
                          std::any_of(assessment.clinical.begin(), assessment.clinical.end(),
                                      [&](const Finding &f) { return overlap(f.span, mark.span); });
        }
        bool stray = false;
        for (const Finding &finding : assessment.findings) {
            const bool labelled =
                std::any_of(specimen.marks.begin(), specimen.marks.end(),
                            [&](const auto &mark) { return overlap(finding.span, mark.span); });
            m_kinds[finding.kind].stray += labelled ? 0 : 1;
            stray = stray || !labelled;
        }
        m_strays += stray ? 1 : 0;
        if (specimen.verdict != assessment.verdict || stray)
            miss(specimen, assessment);
    }

    //! Whether the figures are as good as \a wanted.
    bool summarise(const Bounds &wanted)
    {
        m_out << "\nlabelled \\ said     silent   hint   warn\n";
        for (const Verdict labelled : {Verdict::Silent, Verdict::Hint, Verdict::Warn}) {
            m_out << verdictName(labelled).data() << QString(16 - verdictName(labelled).size(), u' ');
            for (const int count : m_confusion[size_t(labelled)])
                m_out << QString::number(count).rightJustified(8);
            m_out << '\n';
        }
        m_out << "\nkind                 marked  found  recall  strays\n";
        for (const Kind kind : allKinds) {
            const ByKind &counts = m_kinds[kind];
            m_out << QString(kindName(kind)).leftJustified(20)
                  << QString::number(counts.marked).rightJustified(7)
                  << QString::number(counts.found).rightJustified(7)
                  << percent(counts.found, counts.marked).rightJustified(8)
                  << QString::number(counts.stray).rightJustified(8) << '\n';
        }
        const auto &silent = m_confusion[size_t(Verdict::Silent)];
        const auto &warn = m_confusion[size_t(Verdict::Warn)];
        const int ordinary = silent[0] + silent[1] + silent[2];
        const int worthy = warn[0] + warn[1] + warn[2];
        m_out << "\nwarn-worthy warned    " << warn[2] << " of " << worthy << ", " << percent(warn[2], worthy)
              << "\nordinary hinted       " << silent[1] << " of " << ordinary << ", "
              << percent(silent[1], ordinary) << "\nordinary warned       " << silent[2] << " of " << ordinary
              << ", " << percent(silent[2], ordinary) << "\nmessages with strays  " << m_strays << '\n';
        return warn[2] * 1000 >= wanted.warnRecall * worthy &&
               silent[1] * 1000 <= wanted.hintedFalse * ordinary &&
               silent[2] * 1000 <= wanted.warnedFalse * ordinary &&
               m_strays * 1000 <= wanted.hintedFalse * m_messages;
    }

private:
    void miss(const Specimen &specimen, const Assessment &assessment)
    {
        m_out << specimen.file << ':' << specimen.line << ' ' << verdictName(specimen.verdict).data()
              << " -> " << verdictName(assessment.verdict).data();
        for (const Finding &finding : assessment.findings)
            m_out << ' ' << finding.rule.data();
        if (!m_quiet)
            m_out << "  " << QString(specimen.text).replace(u'\n', u' ');
        m_out << '\n';
    }

    QTextStream &m_out;
    bool m_quiet;
    std::array<std::array<int, 3>, 3> m_confusion{};
    std::map<Kind, ByKind> m_kinds;
    int m_strays = 0; //!< messages with a finding that overlaps no mark
    int m_messages = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption split(QStringLiteral("split"), QString(), QStringLiteral("NAME"),
                                   QStringLiteral("tuning"));
    parser.addOption(split);
    parser.process(application);
    QTextStream out(stdout);
    const Corpus corpus = readCorpus(parser.value(split));
    if (!corpus.problem.isEmpty() || corpus.specimens.empty()) {
        out << "the corpus cannot be read: " << corpus.problem << '\n';
        return 1;
    }
    // The first day of the tests' clock, so that ages do not change with the calendar.
    const VirtualClock clock;
    const Guard guard(corpusPractice(), {}, clock);
    Measurement measurement(out, parser.value(split) == QLatin1String("test"));
    for (const Specimen &specimen : corpus.specimens)
        measurement.add(specimen, guard.assess(specimen.text));
    return measurement.summarise(bounds) ? 0 : 1;
}
