// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

// Holds app/docs/threats.md to its word: every defence names a test, and every test it names is there.

namespace {

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList namesIn(const QString &text)
{
    static const QRegularExpression name(QStringLiteral("`(\\w+Test::\\w+|tests/[\\w/.-]+)`"));
    QStringList names;
    for (auto found = name.globalMatch(text); found.hasNext();)
        names.append(found.next().captured(1));
    return names;
}

} // namespace

class ThreatsTest : public QObject
{
    Q_OBJECT

    const QDir m_root{QStringLiteral(HANDBELL_SOURCE_DIR)};
    QString m_page;
    QMap<QString, QString> m_sources; //!< by class

private Q_SLOTS:
    void initTestCase()
    {
        m_page = read(m_root.filePath(QStringLiteral("app/docs/threats.md")));
        QVERIFY(!m_page.isEmpty());
        QDirIterator files(m_root.filePath(QStringLiteral("tests")), {QStringLiteral("*Test.cpp")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QFileInfo file(files.next());
            m_sources[file.completeBaseName()] += read(file.filePath());
        }
        QVERIFY(m_sources.size() > 50);
    }

    void everyDefenceNamesATest()
    {
        int defences = 0;
        const QStringList lines = m_page.split(u'\n');
        for (const QString &line : lines) {
            if (!line.startsWith(u'|') || line.startsWith(QStringLiteral("|---")) ||
                line.startsWith(QStringLiteral("| They try to")))
                continue;
            ++defences;
            const QStringList cells = line.split(u'|');
            QVERIFY2(cells.size() == 5, qPrintable(line));
            QVERIFY2(!namesIn(cells[3]).isEmpty(), qPrintable(line));
        }
        QVERIFY(defences > 20);
    }

    void everyTestItNamesIsThere()
    {
        const QStringList names = namesIn(m_page);
        for (const QString &name : names) {
            if (name.startsWith(QStringLiteral("tests/"))) {
                QVERIFY2(QFile::exists(m_root.filePath(name)), qPrintable(name));
                continue;
            }
            const QString source = m_sources.value(name.section(QStringLiteral("::"), 0, 0));
            const QString slot = QStringLiteral("    void %1()").arg(name.section(QStringLiteral("::"), 1));
            QVERIFY2(source.contains(slot), qPrintable(name));
        }
    }
};

QTEST_GUILESS_MAIN(ThreatsTest)
#include "ThreatsTest.moc"
