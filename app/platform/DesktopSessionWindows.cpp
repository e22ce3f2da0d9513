// SPDX-License-Identifier: Apache-2.0
#include "platform/DesktopSession.h"

#include <QCryptographicHash>
#include <qt_windows.h>

namespace handbell::platform {

QString desktopSessionKey()
{
    DWORD session = 0;
    ProcessIdToSessionId(GetCurrentProcessId(), &session);
    // Pipe names are the machine's, so the user is part of the name.
    const QByteArray user = qgetenv("USERDOMAIN") + '\\' + qgetenv("USERNAME");
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(user + '\n' + QByteArray::number(qulonglong(session))));
    return QString::fromLatin1(hash.result().toHex().left(16));
}

void yieldForegroundTo(qint64 pid)
{
    AllowSetForegroundWindow(DWORD(pid));
}

} // namespace handbell::platform
