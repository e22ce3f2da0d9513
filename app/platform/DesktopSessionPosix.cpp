// SPDX-License-Identifier: Apache-2.0
#include "platform/DesktopSession.h"

#include <QCryptographicHash>

#include <unistd.h>

namespace handbell::platform {

QString desktopSessionKey()
{
    // The display is the session: two programs on one screen are in the same one, whoever started them.
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(uint(::getuid())));
    const QByteArray wayland = qgetenv("WAYLAND_DISPLAY");
    hash.addData(wayland.isEmpty() ? qgetenv("DISPLAY") : wayland);
    return QString::fromLatin1(hash.result().toHex().left(16));
}

void yieldForegroundTo(qint64) {}

} // namespace handbell::platform
