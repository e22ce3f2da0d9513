// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QWidget>

class QStackedLayout;

namespace handbell::ui {

class Preferences;

//! The program's one big window: the gate while nobody is signed in, a desk while somebody is. Closing it
//! hides it; the program lives on in the tray. GUI thread only.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    //! What closing does: without a tray a hidden window could not be found again.
    enum class OnClose { Hide, Minimise };

    //! Takes \a gate over. \a preferences must outlive the window.
    MainWindow(Preferences &preferences, QWidget *gate);
    ~MainWindow() override;

    //! Takes \a desk over and shows it in place of the gate.
    void showDesk(QWidget *desk);
    //! Clears the screen: nothing of the desk is visible when this returns.
    void showGate();
    void setOnClose(OnClose onClose) { m_onClose = onClose; }
    //! Names the practice and what is unread in the title.
    void setHeadline(const QString &practice, int unread);

public Q_SLOTS:
    //! Brings the window to the front, from wherever it is.
    void bringForward();

Q_SIGNALS:
    //! The window was closed and is hidden now.
    void closedToTray();

protected:
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keepGeometry();
    void noteVisible();

    Preferences &m_preferences;
    QStackedLayout *m_stack;
    QWidget *m_gate;
    QPointer<QWidget> m_desk;
    OnClose m_onClose = OnClose::Hide;
    bool m_wasVisible = false;
    bool m_ending = false; //!< the program or the desktop session is ending: closing is closing
};

} // namespace handbell::ui
