// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/CardDesktop.h"

#include <QCursor>
#include <QGuiApplication>
#include <QScreen>

namespace handbell::ui {

PrimaryScreenDesktop::PrimaryScreenDesktop(QObject *parent)
    : CardDesktop(parent)
{
    connect(qGuiApp, &QGuiApplication::primaryScreenChanged, this, [this] {
        follow();
        Q_EMIT changed();
    });
    follow();
}

QRect PrimaryScreenDesktop::available() const
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    return screen ? screen->availableGeometry() : QRect();
}

QPoint PrimaryScreenDesktop::pointer() const
{
    return QCursor::pos();
}

void PrimaryScreenDesktop::follow()
{
    disconnect(m_following);
    if (QScreen *screen = QGuiApplication::primaryScreen())
        m_following = connect(screen, &QScreen::availableGeometryChanged, this, &CardDesktop::changed);
}

} // namespace handbell::ui
