// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/CardPlacement.h"

namespace handbell::ui {

namespace {

bool near(const QRect &rect, const QPoint &pointer)
{
    return rect.adjusted(-CardClearance, -CardClearance, CardClearance, CardClearance).contains(pointer);
}

// One column, filled upwards.
class Column
{
public:
    Column(const QRect &available, int right)
        : m_available(available)
        , m_right(right)
        , m_bottom(available.bottom() - CardMargin)
    {
    }

    std::optional<QRect> take(const QSize &size, const QPoint &pointer)
    {
        QRect rect = standing(size);
        if (near(rect, pointer)) {
            m_bottom = pointer.y() - CardClearance - 1;
            rect = standing(size);
        }
        if (rect.top() < m_available.top() + CardMargin)
            return {};
        occupy(rect);
        return rect;
    }
    void occupy(const QRect &rect) { m_bottom = qMin(m_bottom, rect.top() - CardGap - 1); }

private:
    QRect standing(const QSize &size) const
    {
        return {QPoint(m_right - size.width() + 1, m_bottom - size.height() + 1), size};
    }

    QRect m_available;
    int m_right;
    int m_bottom;
};

} // namespace

std::vector<QRect> placeCards(const QRect &available, const QPoint &pointer,
                              const std::vector<CardToPlace> &cards)
{
    std::vector<QRect> places;
    int widest = 0;
    for (const CardToPlace &card : cards)
        widest = qMax(widest, card.size.width());
    int right = available.right() - CardMargin;
    Column column(available, right);
    for (const CardToPlace &card : cards) {
        if (card.pinned) {
            if (card.pinned->right() < right - widest / 2) {
                right = card.pinned->right();
                column = Column(available, right);
            }
            column.occupy(*card.pinned);
            places.push_back(*card.pinned);
            continue;
        }
        std::optional<QRect> place = column.take(card.size, pointer);
        while (!place && right - widest - CardGap - card.size.width() > available.left()) {
            right -= widest + CardGap;
            column = Column(available, right);
            place = column.take(card.size, pointer);
        }
        // A screen too small for the card: the top left corner, or the opposite one where the pointer is
        // there.
        if (!place) {
            place = QRect(available.topLeft() + QPoint(CardMargin, CardMargin), card.size);
            if (near(*place, pointer))
                place->moveBottomRight(available.bottomRight() - QPoint(CardMargin, CardMargin));
        }
        places.push_back(*place);
    }
    return places;
}

} // namespace handbell::ui
