// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "client/SelfTest.h"

#include <QPointer>

#include <memory>

namespace handbell::ui {

class AlertCard;
class AlertWords;
class CardDesktop;
class Theme;

//! The last step of the self-test: puts a real alert card on the real screen, one pixel of it in a corner
//! where the pointer is not, and says so once it was painted. Gone at once. GUI thread only.
class SelfTestScreen : public QObject
{
    Q_OBJECT

public:
    //! All must outlive this.
    struct Parts
    {
        const Theme &theme;
        const AlertWords &words;
        const Clock &clock;
        const CardDesktop &desktop;
        client::SelfTest &test;
    };

    explicit SelfTestScreen(const Parts &parts);
    ~SelfTestScreen() override;

    //! The card of the test under way, or nullptr.
    [[nodiscard]] const AlertCard *card() const { return m_card.get(); }

private:
    void draw(const QByteArray &nonce);
    void drop();

    Parts m_parts;
    std::unique_ptr<AlertCard> m_card;
};

} // namespace handbell::ui
