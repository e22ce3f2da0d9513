// SPDX-License-Identifier: Apache-2.0
#include "Corpus.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace handbell::guard {

namespace {

//! Reads "warn\t[person_name|Mrs Jones] is here"; false where the line is not of that form.
bool read(const QString &line, Specimen &specimen)
{
    const qsizetype tab = line.indexOf(u'\t');
    const auto verdict = verdictFromName(line.left(qMax(tab, 0)));
    if (!verdict)
        return false;
    specimen.verdict = *verdict;
    bool open = false;
    QString kind;
    bool naming = false;
    for (qsizetype i = tab + 1; i < line.size(); ++i) {
        QChar c = line[i];
        const bool escaped = c == u'\\' && i + 1 < line.size();
        if (escaped) {
            c = line[++i];
            if (c == u'n')
                c = u'\n';
        }
        if (!escaped && c == u'[') {
            if (open)
                return false;
            open = naming = true;
            kind.clear();
        } else if (!escaped && c == u'|' && naming) {
            const auto known = kindFromName(kind);
            if (!known)
                return false;
            naming = false;
            specimen.marks.push_back({*known, {specimen.text.size(), 0}});
        } else if (!escaped && c == u']') {
            if (!open || naming)
                return false;
            open = false;
            Span &span = specimen.marks.back().span;
            span.length = specimen.text.size() - span.start;
            if (span.length == 0)
                return false;
        } else if (naming) {
            kind += c;
        } else {
            specimen.text += c;
        }
    }
    return !open;
}

} // namespace

Corpus readCorpus(const QString &folder)
{
    Corpus corpus;
    const QDir files(QStringLiteral(HANDBELL_TEST_DATA "/guard/") + folder);
    for (const QString &name : files.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name)) {
        QFile file(files.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            corpus.problem = file.errorString();
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        for (int i = 0; i < lines.size(); ++i) {
            if (lines[i].isEmpty() || lines[i].startsWith(u'#'))
                continue;
            Specimen specimen{name, i + 1, {}, {}, {}};
            if (!read(lines[i], specimen) && corpus.problem.isEmpty())
                corpus.problem = QStringLiteral("%1:%2").arg(name).arg(i + 1);
            corpus.specimens.push_back(std::move(specimen));
        }
    }
    return corpus;
}

PracticeData corpusPractice()
{
    QFile file(QStringLiteral(HANDBELL_TEST_DATA "/guard/practice.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const auto texts = [&](const char *member) {
        QStringList list;
        for (const auto &value : json.value(QLatin1String(member)).toArray())
            list.append(value.toString());
        return list;
    };
    PracticeData practice;
    practice.nation =
        nationFromName(json.value(QLatin1String("nation")).toString()).value_or(Nation::England);
    practice.roster = texts("roster");
    practice.addresses = texts("addresses");
    practice.postcodes = texts("postcodes");
    practice.phoneNumbers = texts("phone_numbers");
    practice.emails = texts("emails");
    practice.domains = texts("domains");
    practice.allow = texts("allow");
    return practice;
}

} // namespace handbell::guard
