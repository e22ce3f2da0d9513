// SPDX-License-Identifier: Apache-2.0
// templates-gallery: the dialog in which administrators change alerts.
#include "client/TemplateManager.h"
#include "tests/client/ClientKit.h"
#include "tests/support/Gallery.h"
#include "ui/templates/TemplatesDialog.h"

#include <QAbstractItemView>

using namespace handbell;
using namespace handbell::testing;
using namespace handbell::ui;

namespace {

//! A practice for as long as the dialog on it stands.
class TemplatesWindow : public QWidget
{
public:
    explicit TemplatesWindow(const Theme &theme)
    {
        protocol::AlertTemplate &chosen = m_kit.server.state.templates.at(demo::chaperone);
        chosen.senders = std::vector{QStringLiteral("GP"), QStringLiteral("Nurse")};
        chosen.escalation.push_back({90, protocol::Address::ofRole(QStringLiteral("Practice manager"))});
        (void)m_kit.join();
        m_words = std::make_unique<AlertWords>(m_kit.practice());
        auto *dialog =
            new TemplatesDialog({theme, *m_words, m_kit.practice(), m_kit.client->templateManager()}, this);
        dialog->setWindowFlags(Qt::Widget);
        auto *list = dialog->findChild<QAbstractItemView *>(QStringLiteral("list"));
        list->setCurrentIndex(list->model()->index(5, 0));
        setFixedSize(dialog->size());
    }

private:
    ClientKit m_kit;
    std::unique_ptr<AlertWords> m_words;
};

} // namespace

int main(int argc, char **argv)
{
    return runGallery(argc, argv,
                      [](const Theme &theme) { return std::make_unique<TemplatesWindow>(theme); });
}
