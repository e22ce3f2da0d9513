// SPDX-License-Identifier: Apache-2.0
#include "server/administration/DataDirectory.h"

#include "protocol/StrictJson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace handbell::administration {

namespace {

constexpr auto ownerOnlyFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto ownerOnlyDirectory = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
constexpr auto othersPermissions = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                                   QFile::WriteOther | QFile::ExeOther;
#ifdef Q_OS_WIN
constexpr bool hasOwnerPermissions =
    false; // Qt makes them up from the read-only flag; access lists rule there
#else
constexpr bool hasOwnerPermissions = true;
#endif

constexpr qint64 maxFileSize = 1 << 20;

constexpr const char *recordName = "record.db";
constexpr const char *recordKeyName = "record.key";
constexpr const char *recordPublicName = "record.pub";
constexpr const char *authorityKeyName = "authority.key";
constexpr const char *authorityCertificateName = "authority.crt";
constexpr const char *serverKeyName = "server.key";
constexpr const char *serverCertificateName = "server.crt";
constexpr const char *settingsName = "settings.json";
constexpr const char *lockName = "serve.lock";

constexpr auto base64Url =
    QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors;

} // namespace

Result<QByteArray> readFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile())
        return Error{ErrorCode::NotFound, QStringLiteral("there is no file %1").arg(path)};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::NotPermitted,
                     QStringLiteral("%1 cannot be read: run this as its owner, or as root "
                                    "for the service's data")
                         .arg(path)};
    }
    if (file.size() > maxFileSize)
        return Error{ErrorCode::InvalidArgument, QStringLiteral("%1 is larger than 1 MiB").arg(path)};
    QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::IoError, QStringLiteral("%1: %2").arg(path, file.errorString())};
    return content;
}

Result<void> writePrivateFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    // The permissions come before the content, so that nobody can open it in between.
    const bool written = file.open(QIODevice::WriteOnly) &&
                         (file.setPermissions(ownerOnlyFile) || !hasOwnerPermissions) &&
                         file.write(content) == content.size() && file.commit();
    if (!written)
        return Error{ErrorCode::IoError,
                     QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString())};
    return {};
}

Result<QByteArray> parseRecordPublicKey(const QByteArray &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.trimmed(), base64Url);
    if (!decoded || decoded.decoded.size() != crypto::ed25519PublicKeySize)
        return Error{ErrorCode::InvalidArgument, QStringLiteral("this is not the public key of a record")};
    return decoded.decoded;
}

QString DataDirectory::fileNamed(const char *name) const
{
    return m_path + QLatin1Char('/') + QLatin1String(name);
}

Result<DataDirectory> DataDirectory::create(const QString &path)
{
    const QString absolute = QDir::cleanPath(QDir::current().absoluteFilePath(path));
    const QFileInfo info(absolute);
    if (info.exists() && !info.isDir())
        return Error{ErrorCode::AlreadyExists,
                     QStringLiteral("%1 is a file: choose another directory").arg(absolute)};
    if (info.exists() &&
        !QDir(absolute).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        return Error{
            ErrorCode::AlreadyExists,
            QStringLiteral("%1 is not empty: choose a new directory, or remove what is in it").arg(absolute)};
    }
    if (!info.exists() &&
        (!QDir().mkpath(info.path()) || !QDir(info.path()).mkdir(info.fileName(), ownerOnlyDirectory)))
        return Error{ErrorCode::IoError, QStringLiteral("%1 cannot be made").arg(absolute)};
    if (hasOwnerPermissions && !QFile::setPermissions(absolute, ownerOnlyDirectory))
        return Error{ErrorCode::NotPermitted, QStringLiteral("%1 belongs to somebody else").arg(absolute)};
    return DataDirectory(absolute);
}

Result<DataDirectory> DataDirectory::open(const QString &path)
{
    const QString absolute = QDir::cleanPath(QDir::current().absoluteFilePath(path));
    const QFileInfo info(absolute);
    if (!info.isDir()) {
        return Error{
            ErrorCode::NotFound,
            QStringLiteral("there is no directory %1: make one with 'handbelld init'").arg(absolute)};
    }
    if (!info.isReadable() || !info.isExecutable()) {
        return Error{
            ErrorCode::NotPermitted,
            QStringLiteral("%1 may not be entered: run this as its owner, or as root").arg(absolute)};
    }
    if (hasOwnerPermissions && (info.permissions() & othersPermissions)) {
        return Error{
            ErrorCode::NotPermitted,
            QStringLiteral("other users of this machine can enter %1: run 'chmod 700' on it").arg(absolute)};
    }
    const DataDirectory directory(absolute);
    for (const char *name : {recordKeyName, authorityKeyName, serverKeyName}) {
        const QFileInfo key(directory.fileNamed(name));
        if (hasOwnerPermissions && key.exists() && (key.permissions() & othersPermissions)) {
            return Error{ErrorCode::NotPermitted,
                         QStringLiteral("other users of this machine can read the key %1: run 'chmod 600' on "
                                        "it, and think whether anybody may have read it")
                             .arg(key.filePath())};
        }
    }
    if (!QFileInfo(directory.recordFile()).isFile() ||
        !QFileInfo(directory.fileNamed(settingsName)).isFile()) {
        return Error{ErrorCode::NotFound,
                     QStringLiteral("%1 holds no practice: make one with 'handbelld init'").arg(absolute)};
    }
    return directory;
}

QString DataDirectory::recordFile() const
{
    return fileNamed(recordName);
}

Result<void> DataDirectory::closeRecordToOthers() const
{
    if (!QFile::setPermissions(recordFile(), ownerOnlyFile) && hasOwnerPermissions)
        return Error{ErrorCode::NotPermitted, QStringLiteral("the record's permissions cannot be set")};
    return {};
}

Result<void> DataDirectory::saveSettings(const ServerSettings &settings) const
{
    return writePrivateFile(fileNamed(settingsName), QJsonDocument(protocol::toJson(settings)).toJson());
}

Result<ServerSettings> DataDirectory::settings() const
{
    const auto text = readFile(fileNamed(settingsName));
    if (!text)
        return text.error();
    const auto read = protocol::readStrictly<ServerSettings>(*text);
    if (!read)
        return Error{read.error().code, QStringLiteral("settings.json: %1").arg(read.error().detail)};
    if (read->hosts.empty() || read->port < 1 || read->port > 65535) {
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("settings.json: it needs at least one host and a port from 1 to 65535")};
    }
    return read;
}

Result<void> DataDirectory::saveAuthority(const crypto::PracticeAuthority &authority) const
{
    const auto key = writePrivateFile(fileNamed(authorityKeyName), authority.keyPem());
    return key ? writePrivateFile(fileNamed(authorityCertificateName), authority.certificatePem()) : key;
}

Result<crypto::PracticeAuthority> DataDirectory::authority() const
{
    const auto key = readFile(fileNamed(authorityKeyName));
    if (!key)
        return key.error();
    const auto certificate = readFile(fileNamed(authorityCertificateName));
    if (!certificate)
        return certificate.error();
    return crypto::PracticeAuthority::load(*key, *certificate);
}

Result<void> DataDirectory::saveServerCertificate(const crypto::ServerCertificate &certificate) const
{
    const auto key = writePrivateFile(fileNamed(serverKeyName), certificate.keyPem);
    return key ? writePrivateFile(fileNamed(serverCertificateName), certificate.chainPem) : key;
}

Result<crypto::ServerCertificate> DataDirectory::serverCertificate() const
{
    auto key = readFile(fileNamed(serverKeyName));
    if (!key)
        return key.error();
    auto chain = readFile(fileNamed(serverCertificateName));
    if (!chain)
        return chain.error();
    return crypto::ServerCertificate{*std::move(key), *std::move(chain)};
}

Result<void> DataDirectory::saveRecordKey(const crypto::SigningKey &key) const
{
    const auto secret = writePrivateFile(fileNamed(recordKeyName), key.toPem());
    if (!secret)
        return secret;
    const QByteArray text =
        key.publicKey().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + '\n';
    return writePrivateFile(fileNamed(recordPublicName), text);
}

Result<crypto::SigningKey> DataDirectory::recordKey() const
{
    const auto pem = readFile(fileNamed(recordKeyName));
    if (!pem)
        return pem.error();
    return crypto::SigningKey::fromPem(*pem);
}

Result<QByteArray> DataDirectory::recordPublicKey() const
{
    const auto text = readFile(fileNamed(recordPublicName));
    if (!text)
        return text.error();
    return parseRecordPublicKey(*text);
}

QString DataDirectory::recordPublicKeyFile() const
{
    return fileNamed(recordPublicName);
}

Result<std::unique_ptr<QLockFile>> DataDirectory::lockForServing() const
{
    auto lock = std::make_unique<QLockFile>(fileNamed(lockName));
    lock->setStaleLockTime(
        0); // never by age: a server runs for months. A dead process's lock is still taken over
    if (lock->tryLock(0))
        return lock;
    if (lock->error() == QLockFile::LockFailedError)
        return Error{ErrorCode::AlreadyExists,
                     QStringLiteral("another handbelld is serving this directory: stop it first")};
    return Error{ErrorCode::NotPermitted,
                 QStringLiteral("the directory cannot be locked: run this as its owner")};
}

void DataDirectory::discard() const
{
    QDir directory(m_path);
    const auto entries = directory.entryList(QDir::Files | QDir::Hidden);
    for (const QString &entry : entries)
        directory.remove(entry);
    QDir().rmdir(m_path);
}

} // namespace handbell::administration
