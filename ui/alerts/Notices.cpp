// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/Notices.h"

#include "ui/alerts/AlertCardStack.h"

namespace handbell::ui {

using Kind = NoticeCard::Kind;

Notices::Notices(const Theme &theme, AlertCardStack &stack, std::chrono::milliseconds time)
    : m_theme(theme)
    , m_stack(stack)
{
    m_over.setSingleShot(true);
    m_over.setInterval(time);
    connect(&m_over, &QTimer::timeout, this, [this] { clear(Kind::Told); });
}

Notices::~Notices()
{
    clear();
}

void Notices::tell(Kind kind, const QString &title, const QString &words)
{
    tell(kind, title, words, {}, {});
}

void Notices::tell(Kind kind, const QString &title, const QString &words, const QString &action,
                   const std::function<void()> &open)
{
    clear(kind);
    auto card = std::make_unique<NoticeCard>(m_theme, kind, title, words, action);
    connect(card.get(), &NoticeCard::closeRequested, this, [this, kind] { clear(kind); });
    connect(card.get(), &NoticeCard::opened, this, [this, kind, open] {
        clear(kind);
        open();
    });
    m_stack.addGuest(*card);
    place(kind) = std::move(card);
    if (kind == Kind::Told)
        m_over.start();
}

void Notices::clear()
{
    clear(Kind::Told);
    clear(Kind::Warning);
}

void Notices::withdraw(const QString &title)
{
    for (const Kind kind : {Kind::Told, Kind::Warning}) {
        if (const auto &card = place(kind); card && card->windowTitle() == title)
            clear(kind);
    }
}

void Notices::clear(Kind kind)
{
    if (NoticeCard *card = place(kind).release()) {
        m_stack.removeGuest(*card);
        card->deleteLater(); // its own button may have been clicked
    }
}

} // namespace handbell::ui
