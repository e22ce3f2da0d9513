// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/SelfTestScreen.h"

#include "ui/alerts/AlertCard.h"
#include "ui/alerts/CardDesktop.h"

using namespace Qt::Literals::StringLiterals;

namespace handbell::ui {

SelfTestScreen::SelfTestScreen(const Parts &parts)
    : m_parts(parts)
{
    connect(&parts.test, &client::SelfTest::cardWanted, this, &SelfTestScreen::draw);
    connect(&parts.test, &client::SelfTest::changed, this, [this] {
        if (!m_parts.test.isRunning())
            drop();
    });
}

SelfTestScreen::~SelfTestScreen() = default;

void SelfTestScreen::draw(const QByteArray &nonce)
{
    drop();
    m_card = std::make_unique<AlertCard>(m_parts.theme, m_parts.words, m_parts.clock, AlertCard::Timing(),
                                         AlertCard::sample());
    m_card->setObjectName(u"selfTestCard"_s);
    m_card->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_card->setWindowTitle(tr("Handbell self-test"));
    m_card->setAccessibleName(tr("Handbell self-test"));
    m_card->setAccessibleDescription({});
    const QRect screen = m_parts.desktop.areaFor({});
    const QRect pixel(screen.bottomRight(), QSize(1, 1));
    m_card->setGeometry(pixel.contains(m_parts.desktop.pointer()) ? QRect(screen.topLeft(), QSize(1, 1))
                                                                  : pixel);
    connect(m_card.get(), &CardWindow::becameVisible, this,
            [this, nonce] { m_parts.test.cardDrawn(nonce); });
    m_card->show();
}

void SelfTestScreen::drop()
{
    // It may be in the middle of an event of its own.
    if (AlertCard *card = m_card.release()) {
        card->hide();
        card->deleteLater();
    }
}

} // namespace handbell::ui
