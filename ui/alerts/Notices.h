// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/alerts/NoticeCard.h"

#include <QTimer>

#include <array>
#include <functional>
#include <memory>

namespace handbell::ui {

class AlertCardStack;

//! Puts notices among the cards, at most one of each kind: the next takes the place of the one before. What
//! is merely told goes by itself; a warning stays until somebody closes it. GUI thread only.
class Notices : public QObject
{
    Q_OBJECT

public:
    //! How long something that is told stands.
    static constexpr std::chrono::milliseconds UsualTime{5000};

    //! Both must outlive this.
    Notices(const Theme &theme, AlertCardStack &stack, std::chrono::milliseconds time = UsualTime);
    ~Notices() override;

    void tell(NoticeCard::Kind kind, const QString &title, const QString &words);
    //! The same, with a button named \a action that does \a open.
    void tell(NoticeCard::Kind kind, const QString &title, const QString &words, const QString &action,
              const std::function<void()> &open);
    //! The member left: nothing of theirs stays.
    void clear();
    //! Takes the one of \a title away, where it still stands: it is not true any more.
    void withdraw(const QString &title);

private:
    void clear(NoticeCard::Kind kind);
    [[nodiscard]] std::unique_ptr<NoticeCard> &place(NoticeCard::Kind kind)
    {
        return m_cards.at(size_t(kind));
    }

    const Theme &m_theme;
    AlertCardStack &m_stack;
    std::array<std::unique_ptr<NoticeCard>, 2> m_cards;
    QTimer m_over;
};

} // namespace handbell::ui
