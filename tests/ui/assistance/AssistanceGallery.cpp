// SPDX-License-Identifier: Apache-2.0
// assistance-gallery: the dialog, the reminder and the sender's card in their states, side by side.
#include "AssistanceDesk.h"
#include "client/Profile.h"
#include "tests/support/Gallery.h"
#include "ui/assistance/AssistanceCard.h"
#include "ui/assistance/AssistanceDialog.h"
#include "ui/assistance/AssistanceReminder.h"
#include "ui/settings/Preferences.h"

#include <QCheckBox>
#include <QGridLayout>

using namespace handbell;
using namespace handbell::testing;
using namespace handbell::ui;
using protocol::Reply;

namespace {

//! Keeps what its pictures need.
class AssistanceGallery : public QWidget
{
public:
    explicit AssistanceGallery(const Theme &theme)
        : m_theme(theme)
        , m_grid(new QGridLayout(this))
    {
        setAutoFillBackground(true);
        m_grid->setSpacing(16);
        m_grid->setContentsMargins(16, 16, 16, 16);
        dialogs();
        cards();
        m_grid->setRowStretch(5, 1);
    }

private:
    AssistanceDesk &desk()
    {
        m_desks.push_back(std::make_unique<AssistanceDesk>());
        return *m_desks.back();
    }

    void dialogs()
    {
        AssistanceDesk &fresh = desk();
        m_preferences = std::make_unique<Preferences>(*fresh.kit.profile);
        m_grid->addWidget(new AssistanceReminder({m_theme, fresh.words, fresh.assistance(), *m_preferences,
                                                  fresh.kit.clock}),
                          0, 0, 1, 3);
        addDialog(fresh, 0);
        AssistanceDesk &testing = desk();
        testing.assistance().test(demo::frontDesk1Room);
        testing.seen(testing.test(), demo::lin);
        addDialog(testing, 1);
        AssistanceDesk &tested = desk();
        tested.assistance().test(demo::frontDesk1Room);
        tested.answer(tested.test(), demo::lin, Reply::Done);
        addDialog(tested, 2);
    }

    void addDialog(AssistanceDesk &of, int column)
    {
        auto *dialog = new AssistanceDialog(m_theme, of.words, of.assistance());
        dialog->setWindowFlags(Qt::Widget);
        if (column > 0)
            dialog->findChild<QCheckBox *>(QStringLiteral("roomIsRight"))->setChecked(true);
        dialog->setFixedHeight(dialog->layout()->totalHeightForWidth(dialog->width()));
        m_grid->addWidget(dialog, 1, column, Qt::AlignTop);
    }

    void cards()
    {
        AssistanceDesk &waiting = desk();
        const AlertId alert = waiting.ask();
        waiting.seen(alert, demo::lin);
        waiting.seen(alert, demo::patel);
        addCard(waiting, 0);
        AssistanceDesk &coming = desk();
        const AlertId answered = coming.ask();
        for (const MemberId who : {demo::lin, demo::patel, demo::jo, demo::sam, demo::okafor})
            coming.seen(answered, who);
        for (const MemberId who : {demo::lin, demo::patel, demo::jo, demo::sam, demo::okafor})
            coming.answer(answered, who, Reply::Coming);
        addCard(coming, 1);
        AssistanceDesk &cut = desk();
        cut.kit.server.refusesWith = ErrorCode::Unreachable;
        cut.kit.server.cut();
        ClientKit::settle();
        cut.assistance().ask();
        ClientKit::settle();
        addCard(cut, 2);
    }

    void addCard(AssistanceDesk &of, int column)
    {
        auto *card = new AssistanceCard(m_theme, of.words, of.assistance());
        const QSize size = card->fittingSize();
        card->setParent(this);
        card->setWindowFlags(Qt::Widget);
        card->setFixedSize(size);
        m_grid->addWidget(card, 2, column, Qt::AlignTop | Qt::AlignLeft);
    }

    const Theme &m_theme;
    std::vector<std::unique_ptr<AssistanceDesk>> m_desks;
    std::unique_ptr<Preferences> m_preferences;
    QGridLayout *m_grid;
};

} // namespace

int main(int argc, char **argv)
{
    return runGallery(argc, argv,
                      [](const Theme &theme) { return std::make_unique<AssistanceGallery>(theme); });
}
