// SPDX-License-Identifier: Apache-2.0
#include "programs/handbelld/PrivateCopy.h"

#include <QFile>
#include <QSaveFile>

namespace handbell::programs {

Result<void> copyPrivately(const QString &from, const QString &to)
{
    constexpr qint64 chunkSize = 1 << 20;
    QFile source(from);
    QSaveFile target(to);
    bool written = source.open(QIODevice::ReadOnly) && target.open(QIODevice::WriteOnly);
    if (written)
        target.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    while (written && !source.atEnd()) {
        const QByteArray chunk = source.read(chunkSize);
        written = !chunk.isEmpty() && target.write(chunk) == chunk.size();
    }
    if (!written || !target.commit()) {
        return Error{ErrorCode::IoError,
                     QStringLiteral("%1 cannot be written: %2").arg(to, target.errorString())};
    }
    return {};
}

} // namespace handbell::programs
