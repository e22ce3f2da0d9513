// SPDX-License-Identifier: Apache-2.0
#include "client/Profile.h"

#include <QRegularExpression>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>

namespace handbell::client {

namespace {

const QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

QString hostKey()
{
    return QStringLiteral("server/host");
}
QString portKey()
{
    return QStringLiteral("server/port");
}
QString authorityKey()
{
    return QStringLiteral("server/authority");
}

QSettings settingsIn(const QDir &folder)
{
    return QSettings(folder.filePath(QStringLiteral("profile.ini")), QSettings::IniFormat);
}

} // namespace

Profile::Profile(QString name, QDir folder)
    : m_name(std::move(name))
    , m_folder(std::move(folder))
{
}

Result<Profile> Profile::open(const QString &name, const std::optional<QDir> &base)
{
    static const QRegularExpression allowed(QStringLiteral("\\A[A-Za-z0-9_-]{1,32}\\z"));
    if (!allowed.match(name).hasMatch())
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("a profile's name is letters, digits, - and _")};
    const QDir root = base.value_or(QDir(
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/handbell")));
    const QString path = root.filePath(QStringLiteral("profiles/") + name);
    if (!QDir().mkpath(path))
        return Error{ErrorCode::IoError, QStringLiteral("the profile's folder cannot be made")};
    QFile::setPermissions(path, ownerOnly);
    return Profile(name, QDir(path));
}

QString Profile::secretPrefix() const
{
    return m_name + QLatin1Char('/');
}

std::optional<Profile::Server> Profile::server() const
{
    const QSettings settings = settingsIn(m_folder);
    Server server;
    server.address.host = settings.value(hostKey()).toString();
    server.address.port = static_cast<quint16>(settings.value(portKey()).toUInt());
    server.authorityDer = QByteArray::fromBase64(settings.value(authorityKey()).toByteArray());
    if (server.address.host.isEmpty() || server.address.port == 0)
        return std::nullopt;
    return server;
}

Result<void> Profile::setServer(const Server &server)
{
    QSettings settings = settingsIn(m_folder);
    settings.setValue(hostKey(), server.address.host);
    settings.setValue(portKey(), server.address.port);
    settings.setValue(authorityKey(), server.authorityDer.toBase64());
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return Error{ErrorCode::IoError, QStringLiteral("the profile cannot be written")};
    return {};
}

QVariant Profile::setting(const QString &key, const QVariant &fallback) const
{
    return settingsIn(m_folder).value(QStringLiteral("window/") + key, fallback);
}

void Profile::setSetting(const QString &key, const QVariant &value)
{
    settingsIn(m_folder).setValue(QStringLiteral("window/") + key, value);
}

} // namespace handbell::client
