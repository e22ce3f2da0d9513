// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/ScreenChoice.h"

#include <QObject>

class QScreen;

namespace handbell::ui {

//! Where cards may stand: a seam over screens and pointer. GUI thread only.
class CardDesktop : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! The screen, without its task bar, for a card that stands at \a standing already, or that comes now.
    [[nodiscard]] virtual QRect areaFor(const std::optional<QRect> &standing) const = 0;
    [[nodiscard]] virtual QPoint pointer() const = 0;

Q_SIGNALS:
    //! areaFor() may be different now.
    void changed();
};

//! The screens of this workstation, as they come and go; the main one, where Windows keeps the notification
//! area, unless another choice is set.
class ScreensDesktop final : public CardDesktop
{
    Q_OBJECT

public:
    explicit ScreensDesktop(QObject *parent = nullptr);

    void setChoice(const ScreenChoice &choice);
    [[nodiscard]] QRect areaFor(const std::optional<QRect> &standing) const override;
    [[nodiscard]] QPoint pointer() const override;

private:
    void follow(QScreen *screen);

    ScreenChoice m_choice;
};

} // namespace handbell::ui
