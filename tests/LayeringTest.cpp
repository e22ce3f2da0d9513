// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

// Compares every project #include with the arrows of app/README.md. A library may include itself and what
// stands in its row; programs and tests may include anything. The build holds the same rule for link
// dependencies only, and a header reached by accident links all the same: this is what notices.

namespace {

using Row = QSet<QString>;

QSet<QString> set(std::initializer_list<const char *> names)
{
    QSet<QString> result;
    for (const char *name : names)
        result.insert(QString::fromLatin1(name));
    return result;
}

QMap<QString, Row> allowed()
{
    const Row shared = set({"base", "protocol", "guard", "transport", "storage", "crypto"});
    QMap<QString, Row> table{
        {QStringLiteral("base"), {}},
        {QStringLiteral("guard"), set({"base"})},
        {QStringLiteral("protocol"), set({"base", "guard"})},
        {QStringLiteral("transport"), set({"base"})},
        {QStringLiteral("storage"), set({"base"})},
        {QStringLiteral("crypto"), set({"base"})},
        {QStringLiteral("platform"), set({"base"})},
        {QStringLiteral("record"), set({"base", "protocol", "guard", "storage", "crypto"})},
        {QStringLiteral("server"), shared + set({"record"})},
        {QStringLiteral("client"), shared},
        {QStringLiteral("ui"), set({"base", "protocol", "guard", "client", "platform", "ui"})},
    };
    return table;
}

//! The library a file belongs to, by its path below the project: "app/guard/Guard.h" is "guard", "ui/…" is
//! "ui".
QString libraryOf(const QString &path)
{
    const QStringList parts = path.split(QLatin1Char('/'));
    return parts.first() == QLatin1String("app") ? parts.value(1) : parts.first();
}

//! The library an include names: "guard/Guard.h", "ui/theme/Theme.h"; empty for one in the same folder.
QString libraryIncluded(const QString &include)
{
    const QStringList parts = include.split(QLatin1Char('/'));
    return parts.size() > 1 ? parts.first() : QString();
}

struct Include
{
    QString file;
    QString name;
};

std::vector<Include> includesBelow(const QString &folder)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s+\"([^\"]+)\""),
                                            QRegularExpression::MultilineOption);
    const QDir root(QStringLiteral(HANDBELL_SOURCE_DIR));
    std::vector<Include> found;
    QDirIterator files(root.filePath(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto matches = pattern.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext())
            found.push_back({root.relativeFilePath(file.fileName()), matches.next().captured(1)});
    }
    return found;
}

} // namespace

class LayeringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIncludeFollowsAnArrow()
    {
        const auto table = allowed();
        QStringList broken;
        auto includes = includesBelow(QStringLiteral("app"));
        const auto more = includesBelow(QStringLiteral("ui"));
        includes.insert(includes.end(), more.begin(), more.end());
        QVERIFY(includes.size() > 100);
        for (const auto &[file, name] : includes) {
            const QString from = libraryOf(file);
            const QString to = libraryIncluded(name);
            if (from == QLatin1String("programs") || to.isEmpty() || to == from || !table.contains(to))
                continue;
            if (!table.contains(from))
                broken << QStringLiteral("%1 is in a library this test does not know").arg(file);
            else if (!table.value(from).contains(to))
                broken << QStringLiteral("%1 includes %2").arg(file, name);
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(QLatin1Char('\n'))));
    }

    void nothingBelowAppKnowsAWidget()
    {
        static const QRegularExpression pattern(
            QStringLiteral(
                "^\\s*#\\s*include\\s+<(QtWidgets|QtGui|QWidget|QApplication|QGuiApplication|QIcon|QPixmap)"),
            QRegularExpression::MultilineOption);
        QDirIterator files(QStringLiteral(HANDBELL_SOURCE_DIR "/app"),
                           {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.contains(QLatin1String("/app/platform/")))
                continue;
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!pattern.match(QString::fromUtf8(file.readAll())).hasMatch(), qPrintable(path));
        }
    }
};

QTEST_APPLESS_MAIN(LayeringTest)
#include "LayeringTest.moc"
