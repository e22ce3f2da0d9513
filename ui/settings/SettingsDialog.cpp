// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/SettingsDialog.h"

#include "ui/settings/AlertSettingsPage.h"
#include "ui/settings/GeneralSettingsPage.h"
#include "ui/theme/ActionButton.h"
#include "ui/theme/Panel.h"
#include "ui/theme/Theme.h"

#include <QScreen>
#include <QTabWidget>
#include <QVBoxLayout>

namespace handbell::ui {

namespace {

//! For the window's frame and the task bar, which may not have been told apart yet.
constexpr int RoomForFrame = 48;

} // namespace

SettingsDialog::SettingsDialog(const Parts &parts, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Settings – Handbell"));
    auto *tabs = new QTabWidget;
    tabs->setDocumentMode(true);
    tabs->setAccessibleName(tr("Settings"));
    tabs->addTab(new GeneralSettingsPage(parts.theme, parts.preferences, parts.launch), tr("General"));
    tabs->addTab(new AlertSettingsPage(parts.theme, parts.preferences, parts.sound, desktopScreens,
                                       parts.cardKeyTaken),
                 tr("Alerts"));
    tabs->addTab(new SpeedDialPage(parts.theme, parts.speedDial), tr("Speed dial"));

    auto *close = new PrimaryButton(parts.theme, tr("Close"));
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    auto *foot = new QHBoxLayout;
    const int margin = parts.theme.spacing(Space::Large);
    foot->setContentsMargins(margin, parts.theme.spacing(Space::Medium), margin, margin);
    foot->addStretch(1);
    foot->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, parts.theme.spacing(Space::Small), 0, 0);
    column->setSpacing(0);
    column->addWidget(tabs, 1);
    column->addWidget(new Separator(parts.theme, Qt::Horizontal));
    column->addLayout(foot);

    resize(sizeHint().boundedTo(screen()->availableSize() - QSize(RoomForFrame, RoomForFrame)));
}

} // namespace handbell::ui
