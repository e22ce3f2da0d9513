// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPoint>
#include <QRect>

namespace handbell::ui {

//! Where cards may stand: a seam over screen and pointer. GUI thread only.
class CardDesktop : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! The screen with the task bar, without the task bar.
    [[nodiscard]] virtual QRect available() const = 0;
    [[nodiscard]] virtual QPoint pointer() const = 0;

Q_SIGNALS:
    //! available() is different now.
    void changed();
};

//! The primary screen, where Windows keeps the notification area.
class PrimaryScreenDesktop final : public CardDesktop
{
    Q_OBJECT

public:
    explicit PrimaryScreenDesktop(QObject *parent = nullptr);

    [[nodiscard]] QRect available() const override;
    [[nodiscard]] QPoint pointer() const override;

private:
    void follow();

    QMetaObject::Connection m_following;
};

} // namespace handbell::ui
