// SPDX-License-Identifier: Apache-2.0
#include "platform/LaunchRegistration.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSaveFile>
#include <QStandardPaths>

namespace handbell::platform {

namespace {

const auto fileName = QStringLiteral("handbell.desktop");

//! A path as an argument of Exec: quoted, and quoted again as a string value
//! (https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html).
QString quoted(const QString &path)
{
    QString result;
    for (const QChar c : path) {
        if (QStringLiteral("\"`$\\").contains(c))
            result += QStringLiteral("\\\\");
        if (c == QLatin1Char('\\'))
            result += QStringLiteral("\\\\");
        else if (c == QLatin1Char('%'))
            result += QStringLiteral("%%");
        else
            result += c;
    }
    return QLatin1Char('"') + result + QLatin1Char('"');
}

QByteArray entry(const QString &exec, const QString &more)
{
    const QString text = QStringLiteral("[Desktop Entry]\n"
                                        "Type=Application\n"
                                        "Name=Handbell\n"
                                        "Comment=The practice's own bell\n"
                                        "Comment[cy]=Cloch y practis ei hun\n"
                                        "Icon=handbell\n"
                                        "Exec=%1\n"
                                        "Terminal=false\n"
                                        "%2")
                             .arg(exec, more);
    return text.toUtf8();
}

Result<void> write(const QString &path, const QByteArray &content)
{
    QFile present(path);
    if (present.open(QIODevice::ReadOnly) && present.readAll() == content)
        return {};
    present.close();
    if (!QDir().mkpath(QFileInfo(path).path()))
        return Error{ErrorCode::NotPermitted, QStringLiteral("cannot make the folder of a desktop entry")};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return Error{ErrorCode::NotPermitted, QStringLiteral("cannot write a desktop entry")};
    return {};
}

class XdgLaunchRegistration final : public LaunchRegistration
{
public:
    explicit XdgLaunchRegistration(QString program)
        : m_program(std::move(program))
    {
    }

    bool startsAtLogOn() const override { return QFile::exists(autostartPath()); }

    Result<void> startAtLogOn() override
    {
        return write(autostartPath(), entry(quoted(m_program) + QStringLiteral(" --minimised"),
                                            QStringLiteral("X-GNOME-Autostart-enabled=true\n")));
    }

    Result<void> doNotStartAtLogOn() override
    {
        if (!startsAtLogOn() || QFile::remove(autostartPath()))
            return {};
        return Error{ErrorCode::NotPermitted, QStringLiteral("cannot remove a desktop entry")};
    }

    Result<void> openLinks() override
    {
        // A package has registered the program for everybody.
        const QString found = QStandardPaths::locate(QStandardPaths::ApplicationsLocation, fileName);
        if (!found.isEmpty() && found != linksPath())
            return {};
        const QByteArray content = entry(quoted(m_program) + QStringLiteral(" %u"),
                                         QStringLiteral("Categories=Office;Network;InstantMessaging;\n"
                                                        "MimeType=x-scheme-handler/handbell;\n"
                                                        "StartupNotify=false\n"));
        const bool known = QFile::exists(linksPath());
        const auto written = write(linksPath(), content);
        const QString tool = QStandardPaths::findExecutable(QStringLiteral("update-desktop-database"));
        if (written && !known && !tool.isEmpty())
            QProcess::startDetached(tool, {QStringLiteral("-q"), QFileInfo(linksPath()).path()});
        return written;
    }

private:
    static QString linksPath()
    {
        return QStandardPaths::writableLocation(QStandardPaths::ApplicationsLocation) + QLatin1Char('/') +
               fileName;
    }
    static QString autostartPath()
    {
        return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
               QStringLiteral("/autostart/") + fileName;
    }

    const QString m_program;
};

} // namespace

std::unique_ptr<LaunchRegistration> LaunchRegistration::make(const QString &program)
{
    return std::make_unique<XdgLaunchRegistration>(program);
}

} // namespace handbell::platform
