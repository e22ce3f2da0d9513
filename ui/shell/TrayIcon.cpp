// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/TrayIcon.h"

#include "ui/directory/DirectoryWords.h"

#include <QGuiApplication>
#include <QMouseEvent>

namespace handbell::ui {

TrayIcon::TrayIcon(QObject *parent)
    : QObject(parent)
    , m_menu(std::make_unique<QMenu>())
{
    buildMenu();
    m_icon.setContextMenu(m_menu.get());
    setStatus({});
    connect(&m_icon, &QSystemTrayIcon::activated, this, &TrayIcon::activated);
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::buildMenu()
{
    m_open = m_menu->addAction(tr("Open Handbell"), this, &TrayIcon::windowRequested);
    m_menu->setDefaultAction(m_open);
    m_memberActions << m_menu->addAction(tr("Ring…"), this, &TrayIcon::ringRequested);
    m_memberActions << m_menu->addAction(tr("Assistance in this room…"), this,
                                         &TrayIcon::assistanceRequested);
    m_memberActions << m_menu->addAction(tr("Test alerts now"), this, &TrayIcon::selfTestRequested);
    QMenu *states = m_menu->addMenu(tr("Your state"));
    for (const protocol::PresenceState state : DirectoryWords::ownStates)
        states->addAction(DirectoryWords::state(state), this,
                          [this, state] { Q_EMIT stateRequested(state); });
    m_memberActions << states->menuAction();
    m_memberActions << m_menu->addAction(tr("Switch user"), this, &TrayIcon::switchUserRequested);
    m_menu->addSeparator();
    m_menu->addAction(tr("About Handbell"), this, &TrayIcon::aboutRequested);
    m_menu->addSeparator();
    m_menu->addAction(tr("Settings…"), this, &TrayIcon::settingsRequested);
    m_menu->addAction(tr("Quit"), this, &TrayIcon::quitRequested);
}

void TrayIcon::show()
{
    m_icon.show();
}

void TrayIcon::setStatus(const StatusWords::Status &status)
{
    m_icon.setIcon(trayIcon(StatusWords::trayState(status), status.unread));
    m_icon.setToolTip(StatusWords::toolTip(status));
    const bool signedIn = status.session == client::Session::State::SignedIn;
    for (QAction *action : std::as_const(m_memberActions))
        action->setVisible(signedIn);
}

void TrayIcon::notify(const QString &title, const QString &words)
{
    m_icon.showMessage(title, words, QSystemTrayIcon::NoIcon);
}

void TrayIcon::activated(QSystemTrayIcon::ActivationReason reason)
{
    if (reason == QSystemTrayIcon::DoubleClick) {
        m_waitsForRelease = false;
        Q_EMIT windowRequested();
    } else if (reason == QSystemTrayIcon::Trigger) {
        // Windows tells of the release, X11 of the press.
        if (QGuiApplication::mouseButtons() & Qt::LeftButton) {
            m_waitsForRelease = true;
            qGuiApp->installEventFilter(this);
        } else {
            Q_EMIT flyoutRequested();
        }
    }
}

bool TrayIcon::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        qGuiApp->removeEventFilter(this);
        if (std::exchange(m_waitsForRelease, false))
            QMetaObject::invokeMethod(this, &TrayIcon::flyoutRequested, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace handbell::ui
