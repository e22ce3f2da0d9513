// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/StackPlacement.h"

#include "ui/alerts/CardDesktop.h"
#include "ui/alerts/CardPlacement.h"
#include "ui/alerts/CardWindow.h"

#include <algorithm>
#include <optional>

namespace handbell::ui {

namespace {

struct ScreenStack
{
    QRect area;
    std::vector<CardWindow *> windows;
};

std::vector<ScreenStack> byScreen(const CardDesktop &desktop, const std::vector<CardWindow *> &windows)
{
    std::vector<ScreenStack> stacks;
    for (CardWindow *window : windows) {
        const QRect area =
            desktop.areaFor(window->isVisible() ? std::optional(window->geometry()) : std::nullopt);
        const auto known = std::find_if(stacks.begin(), stacks.end(),
                                        [&](const ScreenStack &each) { return each.area == area; });
        if (known == stacks.end())
            stacks.push_back({area, {window}});
        else
            known->windows.push_back(window);
    }
    return stacks;
}

} // namespace

std::vector<std::pair<CardWindow *, QRect>> placeWindows(const CardDesktop &desktop,
                                                         const std::vector<CardWindow *> &windows)
{
    const QPoint pointer = desktop.pointer();
    std::vector<std::pair<CardWindow *, QRect>> placed;
    for (auto &[area, order] : byScreen(desktop, windows)) {
        // One that stands beside its screen, which is another or smaller now, has to move in any case.
        const auto stands = [&screen = area](const CardWindow *window) {
            return window->isVisible() && screen.contains(window->geometry().center());
        };
        const bool touched = std::any_of(order.begin(), order.end(), [&](const CardWindow *window) {
            return stands(window) && window->geometry().contains(pointer);
        });
        if (touched)
            std::stable_partition(order.begin(), order.end(), stands);
        std::vector<CardToPlace> cards;
        for (const CardWindow *window : order) {
            const bool stays = touched && stands(window);
            // A card that stays may still change its height: it keeps its lower edge.
            QRect rect(window->geometry());
            const QSize size = window->fittingSize();
            if (stays)
                rect = QRect(rect.left(), rect.bottom() - size.height() + 1, size.width(), size.height());
            cards.push_back({size, stays ? std::optional(rect) : std::nullopt});
        }
        const std::vector<QRect> places = placeCards(area, pointer, cards);
        for (size_t i = 0; i < order.size(); ++i)
            placed.emplace_back(order[i], places[i]);
    }
    return placed;
}

} // namespace handbell::ui
