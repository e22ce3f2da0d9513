// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/MainWindow.h"

#include "base/Log.h"
#include "ui/settings/Preferences.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QStackedLayout>
#include <QWindow>

#include <chrono>
#include <utility>

namespace handbell::ui {

namespace {

//! Half of 1366 x 768, the smallest screen in practices, at 200 %.
constexpr QSize SmallestSize{640, 360};
constexpr QSize UsualSize{1240, 780};

} // namespace

MainWindow::MainWindow(Preferences &preferences, QWidget *gate)
    : m_preferences(preferences)
    , m_stack(new QStackedLayout(this))
    , m_gate(gate)
{
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(gate);
    setMinimumSize(SmallestSize);
    if (!restoreGeometry(preferences.layout(Preferences::Layout::WindowGeometry)))
        resize(UsualSize);
    setHeadline({}, 0);
    // Where the desktop session ends it asks the application to quit, and would take a refused close for a
    // no.
    QCoreApplication::instance()->installEventFilter(this);
}

MainWindow::~MainWindow()
{
    keepGeometry();
    delete m_desk;
}

void MainWindow::showDesk(QWidget *desk)
{
    showGate();
    m_desk = desk;
    m_stack->addWidget(desk);
    m_stack->setCurrentWidget(desk);
    desk->setFocus();
}

void MainWindow::showGate()
{
    m_stack->setCurrentWidget(m_gate);
    if (!m_desk)
        return;
    // Emptied now, not when the event loop gets to it; it may be the desk's own button that asked.
    QWidget *desk = m_desk;
    m_desk = nullptr;
    m_stack->removeWidget(desk);
    desk->hide();
    desk->setParent(nullptr);
    desk->deleteLater();
    repaint();
}

void MainWindow::setHeadline(const QString &practice, int unread)
{
    QString title =
        practice.isEmpty() ? QStringLiteral("Handbell") : QString(QStringLiteral("Handbell · ") + practice);
    if (unread > 0)
        title = QStringLiteral("(%1) ").arg(unread) + title;
    setWindowTitle(title);
}

void MainWindow::bringForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::keepGeometry()
{
    m_preferences.setLayout(Preferences::Layout::WindowGeometry, saveGeometry());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keepGeometry();
    if (m_ending) {
        event->accept();
        return;
    }
    event->ignore();
    if (m_onClose == OnClose::Minimise) {
        showMinimized();
        return;
    }
    hide();
    Q_EMIT closedToTray();
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Quit && watched == QCoreApplication::instance())
        m_ending = true;
    if (event->type() == QEvent::Expose && watched == windowHandle() && !std::exchange(m_wasVisible, true))
        QMetaObject::invokeMethod(this, &MainWindow::noteVisible, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

//! The window's first expose event has been handled, so it is painted.
void MainWindow::noteVisible()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    qCInfo(logTiming, "visible window us=%lld",
           static_cast<long long>(std::chrono::duration_cast<std::chrono::microseconds>(now).count()));
}

} // namespace handbell::ui
