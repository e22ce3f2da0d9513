// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "ui/alerts/AlertWords.h"
#include "ui/theme/Panel.h"

#include <QTimer>

#include <vector>

class QVBoxLayout;

namespace handbell::ui {

class ActionButton;
class IconLabel;
class TextLabel;

//! One alert of the sender's, with its ladder (consulting-room rule 5).
class LadderBox : public Panel
{
    Q_OBJECT

public:
    //! \a words must outlive the box.
    LadderBox(const Theme &theme, const AlertWords &words, quint64 localId);

    [[nodiscard]] quint64 localId() const { return m_alert.localId; }
    [[nodiscard]] AlertId alertId() const { return m_alert.alert; }
    void setAlert(const client::OutgoingAlert &alert, WallTime now);
    //! Renews the countdown.
    void setNow(WallTime now);
    //! The words of every line, top to bottom.
    [[nodiscard]] QStringList lines() const;

Q_SIGNALS:
    void escalateRequested(handbell::AlertId alert);
    void cancelRequested(handbell::AlertId alert);

private:
    struct Line
    {
        QWidget *row = nullptr;
        IconLabel *icon = nullptr;
        TextLabel *words = nullptr;
    };
    Line &line(size_t index);

    const Theme &m_theme;
    const AlertWords &m_words;
    client::OutgoingAlert m_alert;
    IconLabel *m_icon = nullptr;
    TextLabel *m_title = nullptr;
    QVBoxLayout *m_lineLayout = nullptr;
    std::vector<Line> m_lines;
    QWidget *m_buttons = nullptr;
    ActionButton *m_escalate = nullptr;
    ActionButton *m_cancel = nullptr;
};

//! The ladders of the member's last alerts, newest first. Follows the alert manager by itself; countdowns are
//! live. Open ones are always shown, ended ones only as the last of all. GUI thread only.
class LadderWidget : public QWidget
{
    Q_OBJECT

public:
    //! All must outlive the widget.
    LadderWidget(const Theme &theme, const AlertWords &words, client::AlertManager &alerts,
                 const Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] std::vector<LadderBox *> boxes() const { return m_boxes; }

    static constexpr int BoxLimit = 3;

public Q_SLOTS:
    //! Renews countdowns; every second by itself while one runs.
    void tick();

protected:
    bool event(QEvent *event) override;

private:
    void follow();
    void keepWholeLines();
    [[nodiscard]] std::vector<client::OutgoingAlert> chosen() const;

    const Theme &m_theme;
    const AlertWords &m_words;
    client::AlertManager &m_alerts;
    const Clock &m_clock;
    QVBoxLayout *m_column = nullptr;
    TextLabel *m_heading = nullptr;
    std::vector<LadderBox *> m_boxes;
    QTimer m_timer;
};

} // namespace handbell::ui
