// SPDX-License-Identifier: Apache-2.0
#include "client/Vault.h"

#include "base/Log.h"
#include "base/Random.h"

#include <QRegularExpression>

#include <utility>

namespace handbell::client {

namespace {

constexpr QLatin1String cacheSuffix(".cache");
constexpr QLatin1String outboxSuffix(".outbox");

void removeDatabase(const QString &path)
{
    for (const char *part : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(part));
}

//! Opens \a path; where that fails and \a isLost says that it always will, removes it and opens a new one.
template <class Store>
std::unique_ptr<Store> openOrRenew(const QString &path, const crypto::SealingKey &key,
                                   bool (*isLost)(ErrorCode code))
{
    for (int attempt = 0; attempt < 2; ++attempt) {
        auto store = Store::open(path, key);
        if (store)
            return *std::move(store);
        qCWarning(logClient) << "a local store could not be opened:" << wireName(store.error().code);
        if (!isLost(store.error().code))
            return nullptr;
        removeDatabase(path);
    }
    return nullptr;
}

//! The server has everything of it.
bool isCopyLost(ErrorCode)
{
    return true;
}

//! What it holds is nowhere else: a disk that is full for a moment, or a newer Handbell's file, will do
//! again.
bool isOutboxLost(ErrorCode code)
{
    return code == ErrorCode::CorruptRecord;
}

} // namespace

Vault::Vault(SecretStore &secrets, QString prefix, const QDir &folder, Random &random, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_prefix(std::move(prefix))
    , m_folder(folder)
    , m_random(random)
{
}

QString Vault::keyName(MemberId member) const
{
    return m_prefix + QStringLiteral("cache-key-") + QString::number(member.value);
}

QString Vault::path(MemberId member, QLatin1String suffix) const
{
    return m_folder.filePath(QStringLiteral("member-") + QString::number(member.value) + suffix);
}

void Vault::open(MemberId member, std::function<void(std::shared_ptr<Stores>)> done)
{
    const quint64 turn = ++m_turn;
    removeFiles([member](MemberId other) { return other != member; });
    m_secrets.read(keyName(member)).then(this, [this, turn, member, done](const Result<QByteArray> &stored) {
        if (turn != m_turn)
            return;
        if (stored) {
            if (const auto key = crypto::SealingKey::fromText(QString::fromLatin1(*stored))) {
                openWith(member, *key, done);
                return;
            }
        } else if (stored.error().code != ErrorCode::NotFound) {
            qCInfo(logClient) << "nothing is kept on this workstation:" << wireName(stored.error().code);
            removeFiles([](MemberId) { return true; });
            done(std::make_shared<Stores>());
            return;
        }
        // No key: what lies there can never be opened again.
        removeFiles([](MemberId) { return true; });
        const auto fresh = crypto::SealingKey::generate(m_random);
        m_secrets.write(keyName(member), fresh.toText().toLatin1())
            .then(this, [this, turn, member, fresh, done](const Result<void> &written) {
                if (turn != m_turn)
                    return;
                if (written)
                    openWith(member, fresh, done);
                else
                    done(std::make_shared<Stores>());
            });
    });
}

void Vault::openWith(MemberId member, const crypto::SealingKey &key,
                     const std::function<void(std::shared_ptr<Stores>)> &done)
{
    auto stores = std::make_shared<Stores>();
    stores->cache = openOrRenew<Cache>(path(member, cacheSuffix), key, isCopyLost);
    stores->outbox = openOrRenew<OutboxStore>(path(member, outboxSuffix), key, isOutboxLost);
    done(stores);
}

void Vault::wipe()
{
    ++m_turn;
    removeFiles([](MemberId) { return true; });
}

//! Removes files and keys of the members \a which picks out.
void Vault::removeFiles(const std::function<bool(MemberId)> &which)
{
    static const QRegularExpression pattern(QStringLiteral("\\Amember-(\\d+)\\.(cache|outbox)"));
    std::vector<MemberId> gone;
    const QStringList names = m_folder.entryList({QStringLiteral("member-*")}, QDir::Files);
    for (const QString &name : names) {
        const auto match = pattern.match(name);
        const MemberId member(match.captured(1).toLongLong());
        if (!match.hasMatch() || !which(member))
            continue;
        QFile::remove(m_folder.filePath(name));
        if (gone.empty() || gone.back() != member)
            gone.push_back(member);
    }
    for (const MemberId member : gone)
        m_secrets.remove(keyName(member));
}

} // namespace handbell::client
